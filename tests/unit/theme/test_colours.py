"""Every pair of text and ground in the stylesheet can be read, whatever accent the owner chooses (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

LAYOUTS = Path(__file__).parents[3] / "layouts"
READABLE = 4.5
VISIBLE = 3.0
"""For the borders of controls and the ring of the focus (1.4.11, 2.4.13)."""
Colour = tuple[float, float, float]


def stylesheet(accent: str = "#8a4b2d") -> str:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(LAYOUTS), autoescape=True, trim_blocks=True)
    return environment.get_template("style.css").render(site=SimpleNamespace(accent=accent))


def schemes() -> dict[str, dict[str, str]]:
    """The tokens of both schemes; the dark ones stand upon the light ones."""
    tokens = stylesheet().split("@layer base")[0]
    light, dark = tokens.split("prefers-color-scheme: dark")
    first = dict(re.findall(r"--(\w+): ([^;]+);", light))
    return {"light": first, "dark": first | dict(re.findall(r"--(\w+): ([^;]+);", dark.split("@supports")[0]))}


SCHEMES = schemes()


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return straight(red), straight(green), straight(blue)


def straight(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def to_oklch(colour: Colour) -> Colour:
    """Björn Ottosson's matrices, as CSS Color 4 has them."""
    red, green, blue = colour
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """Linear sRGB, cut off where a screen ends."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return shown(red), shown(green), shown(blue)


def shown(part: float) -> float:
    return min(1.0, max(0.0, part))


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def accent(chosen: str, tokens: dict[str, str]) -> Colour:
    """What `--accent` comes to for the colour that the owner chose."""
    lightness, chroma, hue = to_oklch(linear(chosen))
    darkest, lightest, most = (float(tokens[name]) for name in ("darkest", "lightest", "chroma"))
    return from_oklch(min(max(lightness, darkest), lightest), min(chroma, most), hue)


def soft(colour: Colour, paper: Colour) -> Colour:
    """8 % of the accent in the paper; mixed in light, which darkens more than the browser's mix in OKLAB lightens."""
    red, green, blue = (0.08 * part + 0.92 * ground for part, ground in zip(colour, paper, strict=True))
    return red, green, blue


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "card", "band"])
@pytest.mark.parametrize("text", ["ink", "muted", "string", "number", "name"])
def test_text_can_be_read_on_every_ground(scheme: str, ground: str, text: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(linear(tokens[text]), linear(tokens[ground])) >= READABLE


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "card", "band"])
def test_the_edge_of_a_control_can_be_seen(scheme: str, ground: str) -> None:
    tokens = SCHEMES[scheme]
    assert contrast(linear(tokens["edge"]), linear(tokens[ground])) >= VISIBLE


@pytest.mark.parametrize("scheme", SCHEMES)
def test_links_and_buttons_can_be_read_with_any_accent(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    steps = [f"{value:02x}" for value in range(0, 256, 17)]
    for chosen in ("#" + "".join(parts) for parts in itertools.product(steps, repeat=3)):
        colour = accent(chosen, tokens)
        paper = linear(tokens["paper"])
        grounds = (paper, linear(tokens["card"]), linear(tokens["band"]), soft(colour, paper))
        assert min(contrast(colour, ground) for ground in grounds) >= READABLE, chosen


def test_the_limits_of_the_accent_are_those_the_stylesheet_applies() -> None:
    rule = "oklch(from var(--brand) clamp(var(--darkest), l, var(--lightest)) min(c, var(--chroma)) h)"
    assert f"--accent: {rule};" in stylesheet()


def test_the_owners_accent_is_the_brand() -> None:
    assert "--brand: #123456;" in stylesheet("#123456")
