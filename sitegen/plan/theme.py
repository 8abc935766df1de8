"""The tokens of the look: every colour of both schemes, made of the owner's two and checked for contrast.

A preset gives what the owner leaves out. Whatever she chooses, text can be read: a colour that is too weak is replaced
by the nearest one that is not, and said so. Pure; it never looks at the disk and knows no CSS.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.model.entries import Entry, Image
from sitegen.plan.pictures import PictureView
from sitegen.plan.references import Meaning, References
from sitegen.schema.as_typed import ready_line
from sitegen.settings.theme import PRESETS, Theme
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.colours import (
    READABLE,
    VISIBLE,
    Oklch,
    from_oklch,
    least_contrast,
    mixed,
    nearest_readable,
    oklch,
)

Palette = dict[str, str]
"""Token → `#rrggbb`, in the order of the stylesheet."""

SITE_FILE: Final = "site.yaml"

GROUNDS: Final = ("paper", "card", "band")
"""What text and controls stand on; `soft` is made of the accent and checked with it."""
TEXTS: Final = ("ink", "muted", "string", "number", "name")

# Lightness and share of the paper's own chroma, tried out on the look `paper`.
_LIGHT: Final = {"edge": (0.607, 2.4), "ink": (0.262, 1.5), "muted": (0.475, 2.2)}
_DARK: Final = {
    "paper": (0.217, 0.9),
    "card": (0.249, 1.3),
    "band": (0.271, 1.4),
    "line": (0.344, 1.9),
    "edge": (0.583, 2.4),
    "ink": (0.922, 1.5),
    "muted": (0.748, 2.4),
}
_CODE: Final = {"string": 2.27, "number": -0.56, "name": -2.09}
"""Hues of strings, numbers and names in code."""
_CODE_CHROMA: Final = 0.095
_CODE_LIGHTNESS: Final = (0.45, 0.75)
"""In the light scheme and in the dark one."""
_GREYEST: Final = 0.012
"""Most chroma that paper hands on, so that a strong colour tints the text and does not dye it."""
_REMEMBERED: Final = 8
"""Looks of which the colours are not worked out anew by a process that builds again and again."""
_SOFT: Final = 0.08
_DARK_ACCENT: Final = (0.78, 0.1)
"""Least lightness and most chroma of the accent on a dark ground."""
_SHADES: Final = 250
"""Steps from black to white in which a paper is lightened."""


class ThemeView(msgspec.Struct, frozen=True, kw_only=True):
    """The look as layouts see it."""

    preset: str
    font: str
    """`oldstyle`, `humanist`, `grotesk` or `slab`."""
    radius: int
    """In pixels."""
    brand: str
    """The accent as the owner typed it; for what is no text."""
    light: Palette
    dark: Palette
    logo: PictureView | None = None


def theme_view(theme: Theme, logo: PictureView | None = None) -> ThemeView:
    """All tokens; every text on every ground reaches a contrast of 4.5, every control 3."""
    preset = PRESETS[theme.preset]
    brand = theme.accent or preset.accent
    light, dark = _palettes(theme.neutral or preset.neutral, brand)
    return ThemeView(
        preset=theme.preset,
        font=theme.font or preset.font,
        radius=preset.radius if theme.radius is None else theme.radius,
        brand=brand,
        light=light,
        dark=dark,
        logo=logo,
    )


@lru_cache(maxsize=_REMEMBERED)
def _palettes(neutral: str, brand: str) -> tuple[Palette, Palette]:
    paper = readable_paper(neutral)
    return _with_accent(_light(paper), brand), _with_accent(_dark(paper), _lit(brand))


def logo_entry(theme: Theme, references: References) -> tuple[Entry, ...]:
    """The logo as the picture of `site.yaml`, so that it goes the way of all pictures; nothing where there is none."""
    if not theme.logo:
        return ()
    beside = references.picture(theme.logo, SITE_FILE).meaning is Meaning.FILE
    src = theme.logo if beside else f"/{theme.logo.removeprefix('/')}"
    image = Image(src=src)
    return (Entry(id="logo", source=SITE_FILE, body_line=0, url="", slug="logo", title="", image=image),)


def logo_of(theme: Theme, pictures: Mapping[tuple[str, str], PictureView]) -> PictureView | None:
    """The published logo, from `content/pictures/` or from `static/`."""
    return pictures.get((SITE_FILE, theme.logo)) or pictures.get((SITE_FILE, f"/{theme.logo.removeprefix('/')}"))


def theme_findings(theme: Theme, where: Whereabouts, *, logo_found: bool) -> Iterator[Diagnostic]:
    """Colours of the owner that are too weak, each with the nearest one that is not; a logo that is not there."""
    preset = PRESETS[theme.preset]
    paper = theme.neutral or preset.neutral
    better = readable_paper(paper)
    if better != paper:
        grounds = [_light(paper)[ground] for ground in GROUNDS]
        facts = _weakness("neutral", paper, least_contrast(_light(paper)["muted"], grounds), better)
        yield Diagnostic(code="SG522", span=where.field(SITE_FILE, "theme", "neutral"), facts=facts)
    light = _light(better)
    readable = readable_accent(theme.accent, light) if theme.accent else ""
    if readable != theme.accent:
        ratio = least_contrast(theme.accent, _grounds(theme.accent, light))
        facts = _weakness("accent", theme.accent, ratio, readable)
        yield Diagnostic(code="SG521", span=where.field(SITE_FILE, "theme", "accent"), facts=facts)
    if theme.logo and not logo_found:
        span = where.field(SITE_FILE, "theme", "logo")
        yield Diagnostic(code="SG523", span=span, facts={"logo": theme.logo})


@lru_cache(maxsize=_REMEMBERED)
def readable_paper(paper: str) -> str:
    """`paper`, lightened no more than it takes for text to be read on it and on the grounds made of it."""
    own = oklch(paper)
    shades = [paper, *(from_oklch(Oklch(step / _SHADES, own.chroma, own.hue)) for step in _steps_above(own.lightness))]
    return shades[bisect_left(shades, True, key=_carries_text)] if _carries_text(shades[-1]) else "#ffffff"


def _steps_above(lightness: float) -> range:
    return range(int(lightness * _SHADES) + 1, _SHADES + 1)


def readable_accent(accent: str, palette: Palette) -> str:
    """`accent`, or the nearest colour in which a link can be read on every ground of `palette`."""
    tried = accent
    while least_contrast(tried, _grounds(tried, palette)) < READABLE:
        found = nearest_readable(tried, _grounds(tried, palette))
        if found == tried:
            break
        tried = found
    return tried


def _weakness(key: str, colour: str, ratio: float, better: str) -> dict[str, str | int]:
    shown = f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
    return {"colour": colour, "ratio": shown, "better": better, "line": ready_line(key, better)}


def _grounds(accent: str, palette: Palette) -> tuple[str, ...]:
    return (*(palette[ground] for ground in GROUNDS), mixed(accent, palette["paper"], _SOFT))


def _carries_text(paper: str) -> bool:
    own, grounds = oklch(paper), tuple(_grounds_of(paper).values())
    texts = _toned({name: _LIGHT[name] for name in ("ink", "muted")}, own).values()
    return all(least_contrast(text, grounds) >= READABLE for text in texts)


def _grounds_of(paper: str) -> Palette:
    own = oklch(paper)
    return {
        "paper": paper,
        "card": from_oklch(Oklch(min(own.lightness + 0.018, 0.997), own.chroma * 0.6, own.hue)),
        "band": from_oklch(Oklch(own.lightness - 0.04, own.chroma * 1.8, own.hue)),
    }


def _light(paper: str) -> Palette:
    own = oklch(paper)
    line = Oklch(own.lightness - 0.1, min(own.chroma, _GREYEST) * 2.4, own.hue)
    return _completed(_grounds_of(paper) | {"line": from_oklch(line)} | _toned(_LIGHT, own), _CODE_LIGHTNESS[0])


def _dark(paper: str) -> Palette:
    return _completed(_toned(_DARK, oklch(paper)), _CODE_LIGHTNESS[1])


def _toned(steps: dict[str, tuple[float, float]], own: Oklch) -> Palette:
    chroma = min(own.chroma, _GREYEST)
    return {token: from_oklch(Oklch(lightness, chroma * share, own.hue)) for token, (lightness, share) in steps.items()}


def _completed(palette: Palette, code_lightness: float) -> Palette:
    """With the border of controls made visible, and the colours of code."""
    grounds = [palette[ground] for ground in GROUNDS]
    code = {
        token: nearest_readable(from_oklch(Oklch(code_lightness, _CODE_CHROMA, hue)), grounds)
        for token, hue in _CODE.items()
    }
    return palette | {"edge": nearest_readable(palette["edge"], grounds, wanted=VISIBLE)} | code


def _lit(accent: str) -> str:
    """The accent as it is on a dark ground: lighter, and less loud."""
    own = oklch(accent)
    least, most = _DARK_ACCENT
    return from_oklch(Oklch(max(own.lightness, least), min(own.chroma, most), own.hue))


def _with_accent(palette: Palette, accent: str) -> Palette:
    readable = readable_accent(accent, palette)
    grounds = _grounds(readable, palette)
    muted = nearest_readable(palette["muted"], grounds)
    return palette | {"muted": muted, "accent": readable, "soft": grounds[-1]}
