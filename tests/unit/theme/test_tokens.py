"""Every pair of text and ground can be read, whatever look and colours the owner chooses (WCAG 2.2, 1.4.3, 1.4.11)."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from sitegen.model.site import Site
from sitegen.plan.questions.site import Files, SiteView
from sitegen.plan.theme import GROUNDS, TEXTS, Palette, readable_accent, readable_paper, theme_findings, theme_view
from sitegen.render.layouts import Layouts
from sitegen.settings.settings import Settings
from sitegen.settings.theme import PRESETS, PresetName, Theme
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.colours import READABLE, VISIBLE, contrast, least_contrast, mixed, nearest_readable
from sitegen.text.locales import Language
from sitegen.text.moments import parse_moment

LAYOUTS = Path(__file__).parents[3] / "layouts"
SCHEMES = ("light", "dark")
STEPS = [f"{value:02x}" for value in range(0, 256, 51)]
CUBE = ["#" + "".join(parts) for parts in itertools.product(STEPS, repeat=3)]
SETTINGS = (
    'title: Büro Test\ntheme:\n  preset: paper\n  accent: "#ffd400"\n  neutral: "#bbbbbb"\n  logo: nirgends.svg\n'
)

each_preset = pytest.mark.parametrize("preset", PRESETS)
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def palette(theme: Theme, scheme: str) -> Palette:
    view = theme_view(theme)
    return view.light if scheme == "light" else view.dark


def weakest(tokens: Palette) -> float:
    """The least contrast of any text to any ground it stands on, a text on the accent among them."""
    grounds = [*(tokens[ground] for ground in GROUNDS), tokens["soft"]]
    pairs = [contrast(tokens[text], ground) for text in (*TEXTS, "accent") for ground in grounds[:3]]
    return min(*pairs, *(contrast(tokens[text], tokens["soft"]) for text in ("ink", "muted", "accent")))


@each_preset
@each_scheme
def test_text_can_be_read_on_every_ground_of_every_preset(preset: PresetName, scheme: str) -> None:
    assert weakest(palette(Theme(preset=preset), scheme)) >= READABLE


@each_preset
@each_scheme
def test_the_edge_of_a_control_can_be_seen_in_every_preset(preset: PresetName, scheme: str) -> None:
    tokens = palette(Theme(preset=preset), scheme)
    assert least_contrast(tokens["edge"], [tokens[ground] for ground in GROUNDS]) >= VISIBLE


@each_preset
def test_a_preset_shows_its_own_accent(preset: PresetName) -> None:
    assert theme_view(Theme(preset=preset)).light["accent"] == PRESETS[preset].accent


@each_preset
def test_a_preset_needs_no_finding(preset: PresetName) -> None:
    assert list(theme_findings(Theme(preset=preset), Whereabouts({}), logo_found=False)) == []


@each_scheme
def test_links_can_be_read_with_any_accent(scheme: str) -> None:
    tokens = palette(Theme(), scheme)
    for chosen in CUBE:
        accent = readable_accent(chosen, tokens)
        grounds = (*(tokens[ground] for ground in GROUNDS), mixed(accent, tokens["paper"], 0.08))
        assert least_contrast(accent, grounds) >= READABLE, chosen


@pytest.mark.parametrize("neutral", CUBE[::7])
@each_scheme
def test_text_can_be_read_on_any_paper(neutral: str, scheme: str) -> None:
    assert weakest(palette(Theme(neutral=neutral), scheme)) >= READABLE


def test_every_token_can_be_chosen_over_the_preset() -> None:
    view = theme_view(Theme(preset="slate", accent="#123456", neutral="#ffffff", font="slab", radius=24))
    assert (view.brand, view.light["accent"], view.light["paper"]) == ("#123456", "#123456", "#ffffff")
    assert (view.font, view.radius) == ("slab", 24)
    assert theme_view(Theme(preset="garden", radius=0)).radius == 0


def test_a_weak_colour_is_named_at_its_line_with_the_nearest_one_that_passes() -> None:
    theme = Theme(accent="#ffd400", neutral="#bbbbbb", logo="nirgends.svg")
    findings = {
        found.code: found for found in theme_findings(theme, Whereabouts({"site.yaml": SETTINGS}), logo_found=False)
    }
    assert {code: found.span.line for code, found in findings.items()} == {"SG521": 4, "SG522": 5, "SG523": 6}
    better = str(findings["SG521"].facts["better"])
    assert better in findings["SG521"].cure
    assert list(theme_findings(Theme(accent=better), Whereabouts({}), logo_found=True)) == []


def test_the_proposed_paper_passes_and_the_one_before_it_does_not() -> None:
    better = readable_paper("#bbbbbb")
    assert readable_paper(better) == better
    assert better != "#bbbbbb"


def test_the_proposed_accent_is_no_darker_than_it_must_be() -> None:
    tokens = palette(Theme(), "light")
    ground = min((tokens[name] for name in GROUNDS), key=lambda name: contrast(name, "#000000"))
    assert READABLE <= contrast(nearest_readable("#ffd400", [ground]), ground) < READABLE + 0.2


@each_preset
def test_the_stylesheet_names_the_tokens_of_the_preset(preset: PresetName) -> None:
    view = theme_view(Theme(preset=preset))
    css = stylesheet(preset)
    light, dark = css.split("prefers-color-scheme: dark", 1)
    assert all(f"--{token}: {colour};" in light for token, colour in view.light.items())
    assert all(f"--{token}: {colour};" in dark for token, colour in view.dark.items())


@each_preset
def test_every_token_that_a_rule_uses_is_defined(preset: PresetName) -> None:
    css = stylesheet(preset)
    defined = set(re.findall(r"--([\w-]+):", css))
    assert set(re.findall(r"var\(--([\w-]+)\)", css)) - defined == set()


def stylesheet(preset: PresetName) -> str:
    """The whole stylesheet of a preset, as it is written."""
    settings = Settings(title="Büro", theme=Theme(preset=preset))
    site = SiteView(Site(settings=settings, now=parse_moment("2026-11-21")), Files())
    css = Layouts(LAYOUTS / "none", LAYOUTS, Language.DE).asset("style.css", site).html
    assert css is not None
    return css
