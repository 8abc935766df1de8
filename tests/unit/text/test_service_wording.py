"""Sentences about services: all of them are said, all are right in three countries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.text.wording import markdown, services, theme

ROOT = Path(__file__).parents[3]
FAMILIES = ("unit_", "vat_")
"""Beginnings of keys that the price engine completes."""


def test_every_sentence_is_said_somewhere() -> None:
    files = [*(ROOT / "layouts").rglob("*.html"), *(ROOT / "sitegen").rglob("*.py")]
    everything = "\n".join(path.read_text("utf-8") for path in files if path.parent.name != "wording")
    silent = {key for key in services.SENTENCES if f'"{key}"' not in everything and not key.startswith(FAMILIES)}
    assert silent == set()


def test_no_key_stands_in_two_catalogues() -> None:
    assert services.SENTENCES.keys() & (theme.SENTENCES.keys() | markdown.SENTENCES.keys()) == set()


@pytest.mark.parametrize("key", sorted(services.SENTENCES))
def test_a_sentence_is_right_in_all_three_countries_and_addresses_nobody(key: str) -> None:
    sentence = services.SENTENCES[key]
    assert not re.search('[ß„“”‚‘«»"]', sentence.text + sentence.one)
    assert not re.search(r"\b(Sie|Ihnen|Ihr\w*|du|dir|dein\w*)\b", sentence.text + sentence.one)
