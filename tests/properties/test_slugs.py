from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from budgets import OFTEN
from sitegen.text.slugs import slugify

TEXTS = st.text(st.one_of(st.sampled_from("aäöüßÄẞéoO0 -_'’&.,…„“\u0308\u00ad"), st.characters()), max_size=40)


@OFTEN
@given(TEXTS)
def test_a_slug_can_stand_in_an_address(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(text))


@OFTEN
@given(TEXTS)
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@OFTEN
@given(TEXTS)
def test_the_unicode_form_makes_no_difference(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert slugify(composed) == slugify(decomposed)
