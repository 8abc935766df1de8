from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from sitegen.output.pictures.cards import SIZE, Card, draw_card

CARD = Card(title="Ein Titel", name="Büro Test", accent="#a5482d")


def drawn(title: str) -> Image.Image:
    card = Card(title=title, name="Büro Test", accent="#a5482d")
    return Image.open(io.BytesIO(draw_card(card))).convert("RGB")


def test_a_card_has_the_size_that_readers_expect() -> None:
    assert drawn("Ein Titel").size == SIZE


def test_the_same_card_has_the_same_bytes() -> None:
    assert draw_card(CARD) == draw_card(CARD)


@pytest.mark.parametrize("letter", "äöüßÄÖÜẞ„“‚‘–…€éçñ»«½·")
def test_every_german_letter_and_mark_is_drawn(letter: str) -> None:
    unknown = drawn("\U0010ffff")
    assert ImageChops.difference(drawn(letter), unknown).getbbox()


@pytest.mark.parametrize("title", ["", "x" * 400, "Wort " * 200, "Donaudampfschifffahrtsgesellschaftskapitän " * 3])
def test_text_stays_within_the_card(title: str) -> None:
    card = drawn(title)
    edge = card.crop((SIZE[0] - 60, 0, *SIZE))
    assert edge.getcolors() is not None
    assert len(edge.getcolors() or ()) == 1
