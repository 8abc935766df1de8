"""The sentences around the business."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.text.wording import SENTENCES, business

LAYOUTS = Path(__file__).parents[3] / "layouts"


@pytest.mark.parametrize("key", sorted(business.SENTENCES))
def test_a_sentence_is_right_in_all_three_countries(key: str) -> None:
    assert not re.search('[ß„“”‚‘«»"]', business.SENTENCES[key].text)


@pytest.mark.parametrize("key", sorted(business.SENTENCES))
def test_a_sentence_addresses_nobody(key: str) -> None:
    assert not re.search(r"\b(Sie|Ihnen|Ihr\w*|[Dd](u|ich|ir|ein\w*))\b", business.SENTENCES[key].text)


def test_every_sentence_is_said_by_a_layout() -> None:
    layouts = "".join(path.read_text(encoding="utf-8") for path in LAYOUTS.rglob("*.html"))
    assert {key for key in business.SENTENCES if f'say("{key}"' not in layouts} == set()


def test_no_other_catalogue_has_these_keys() -> None:
    assert business.SENTENCES.items() <= SENTENCES.items()
