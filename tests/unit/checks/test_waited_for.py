"""The words that rules wait for are found wherever they stand, all at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.waited_for import WORDS, found_in

TEXTS = st.lists(st.sampled_from(sorted(WORDS)) | st.text(max_size=5)).map("".join)


@given(TEXTS)
def test_all_are_found_however_they_lie_over_one_another(text: str) -> None:
    assert found_in(text) == {word for word in WORDS if word in text}


def test_within_other_words() -> None:
    assert found_in("Die UStVA und der RStV") >= {"USt", "StV"}


def test_none_begins_with_another_one() -> None:
    assert not [(one, other) for one in WORDS for other in WORDS if one != other and other.startswith(one)]
