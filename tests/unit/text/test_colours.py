"""Contrast by the norm, and the nearest colour that reaches it."""

from __future__ import annotations

import itertools

import pytest

from sitegen.text.colours import (
    READABLE,
    VISIBLE,
    Oklch,
    contrast,
    from_oklch,
    least_contrast,
    mixed,
    nearest_readable,
    oklch,
)

STEPS = [f"{value:02x}" for value in range(0, 256, 51)]
CUBE = ["#" + "".join(parts) for parts in itertools.product(STEPS, repeat=3)]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_the_norm(one: str, other: str, ratio: float) -> None:
    """Values as the checker of WebAIM gives them."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma"), [("#ffffff", 1.0, 0.0), ("#000000", 0.0, 0.0), ("#ff0000", 0.628, 0.258)]
)
def test_oklch_is_that_of_css(colour: str, lightness: float, chroma: float) -> None:
    found = oklch(colour)
    assert (found.lightness, found.chroma) == pytest.approx((lightness, chroma), abs=0.001)


def test_there_and_back_is_the_same_colour() -> None:
    assert [from_oklch(oklch(colour)) for colour in CUBE] == CUBE


def test_a_colour_no_screen_can_show_loses_chroma_and_keeps_its_lightness() -> None:
    shown = oklch(from_oklch(Oklch(0.7, 0.4, 2.0)))
    assert shown.chroma < 0.4
    assert shown.lightness == pytest.approx(0.7, abs=0.01)


@pytest.mark.parametrize("ground", ["#fbf7f0", "#1c1a15"])
def test_the_nearest_readable_colour_is_readable(ground: str) -> None:
    assert [colour for colour in CUBE if contrast(nearest_readable(colour, [ground]), ground) < READABLE] == []


def test_a_readable_colour_is_its_own_nearest() -> None:
    assert nearest_readable("#8a4b2d", ["#fbf7f0"]) == "#8a4b2d"


def test_the_nearest_readable_colour_keeps_its_hue() -> None:
    own, found = oklch("#e8a0b0"), oklch(nearest_readable("#e8a0b0", ["#ffffff"]))
    assert found.hue == pytest.approx(own.hue, abs=0.05)


def test_less_is_wanted_of_a_border_than_of_text() -> None:
    border = nearest_readable("#dddddd", ["#ffffff"], wanted=VISIBLE)
    assert VISIBLE <= contrast(border, "#ffffff") < READABLE


def test_where_nothing_can_be_read_the_best_of_black_and_white_is_taken() -> None:
    assert nearest_readable("#ff0000", ["#000000", "#777777", "#ffffff"]) in {"#000000", "#ffffff"}


def test_the_least_contrast_is_that_to_the_worst_ground() -> None:
    assert least_contrast("#000000", ["#ffffff", "#777777"]) == contrast("#000000", "#777777")


def test_mixing_goes_from_ground_to_colour() -> None:
    assert [mixed("#ffffff", "#000000", part) for part in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]
