"""What the layouts may use and must not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import jinja2
import pytest
from jinja2 import meta, nodes

from sitegen.model.body import EmbedShape
from sitegen.model.sections import Section
from sitegen.model.site import Site
from sitegen.plan.questions.site import Files, SiteView
from sitegen.render.filters import filters_for
from sitegen.render.layouts import Layouts
from sitegen.render.stylesheets import squeezed
from sitegen.settings.settings import Settings
from sitegen.settings.theme import PRESETS, PresetName, Theme
from sitegen.text.locales import Language
from sitegen.text.moments import parse_moment

LAYOUTS = Path(__file__).parents[3] / "layouts"
FILES = sorted(path for path in LAYOUTS.rglob("*") if path.is_file())
CONTRACT = {"page", "site", "body", "say"}
GIVEN_TO_PARTS = {
    "comment",
    "entry",
    "discussion",
    "post",
    "service",
    "author",
    "testimonial",
    "picture",
    "use",
    "loading",
    "item",
    "kicker",
    "lead",
    "start",
    "first",
    "days",
    "consent",
    "party",
}
"""Names that layouts set for parts and blocks; `docs/theme.md` says which part wants which."""
GIVEN_TO_SECTIONS = {"section", "number", "heading", "lead", "picture"}
ENVIRONMENT = jinja2.Environment(autoescape=True)
ENVIRONMENT.filters.update(filters_for(Language.DE))
LIMIT = 28_000
"""Bytes of the stylesheet."""

each_file = pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(LAYOUTS).as_posix())


def names_from_outside(file: Path) -> set[str]:
    """The names that a layout uses and neither sets nor imports; blocks see what the layout around them sets."""
    tree = ENVIRONMENT.parse(file.read_text(encoding="utf-8"))
    imported = {name for found in tree.find_all(nodes.FromImport) for name in found.names}
    set_here = {
        target.name
        for found in tree.find_all(nodes.Assign)
        for target in found.find_all(nodes.Name)
        if target.ctx == "store"
    }
    return meta.find_undeclared_variables(tree) - set_here - {str(name) for name in imported}


@each_file
def test_a_layout_sees_the_contract_and_nothing_else(file: Path) -> None:
    assert names_from_outside(file) <= CONTRACT | GIVEN_TO_PARTS | GIVEN_TO_SECTIONS


@each_file
def test_a_stylesheet_or_icon_asks_the_site_alone(file: Path) -> None:
    if file.suffix in {".css", ".svg"}:
        assert names_from_outside(file) <= {"site"}


@each_file
def test_a_layout_uses_filters_that_exist(file: Path) -> None:
    used = {found.name for found in ENVIRONMENT.parse(file.read_text(encoding="utf-8")).find_all(nodes.Filter)}
    assert used <= ENVIRONMENT.filters.keys()


@each_file
def test_a_layout_has_no_script_no_inline_style_and_no_foreign_host(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    text = re.sub(r'<script(?: type="module")? src="\{\{ [^<>]*></script>', "", text)
    if file.name == "structured_data.html":
        text = text.replace('<script type="application/ld+json">', "", 1)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=\"|https?://|(?<!site\.)url\(|@import|javascript:", text)


@each_file
def test_a_layout_holds_no_words_of_its_own(file: Path) -> None:
    tree = ENVIRONMENT.parse(file.read_text(encoding="utf-8"))
    parts = (part for output in tree.find_all(nodes.Output) for part in output.nodes)
    text = "".join(part.data if isinstance(part, nodes.TemplateData) else "0" for part in parts)
    words = re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", re.sub(r"<[^<>]*>", " ", text))
    assert file.suffix != ".html" or words == []


@each_file
def test_a_file_ends_with_a_line_break(file: Path) -> None:
    assert file.read_text(encoding="utf-8").endswith(("\n", "%}"))


@each_file
def test_ids_of_the_theme_never_meet_ids_of_headings(file: Path) -> None:
    ids = re.findall(r'\sid="([^"]*)"', file.read_text(encoding="utf-8"))
    assert all(name.startswith(("_", "kommentare")) or name.endswith(".anchor }}") for name in ids)


def test_every_class_of_the_stylesheet_is_used() -> None:
    files = (path for path in (LAYOUTS / "css").rglob("*.css") if path.name != "code.css")
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    selectors = re.sub(r"/\*.*?\*/|\"[^\"]*\"|\{[^{}]*\}", "", text)
    program = LAYOUTS.parent / "sitegen"
    sources = [
        *LAYOUTS.rglob("*.html"),
        *(program / "render").rglob("*.py"),
        *(program / "model" / "forms").glob("*.py"),
    ]
    markup = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    unused = {name for name in re.findall(r"\.([a-z][\w-]*)", selectors) if not re.search(rf"\b{name}\b", markup)}
    counted = {f"comment-tint-{number}" for number in range(1, 7)} | {
        f"embed-{shape}" for shape in get_args(EmbedShape)
    }
    assert unused <= {"align-right", "align-center", "gallery"} | counted, "the three that texts bring along"


@pytest.mark.parametrize("preset", PRESETS)
def test_the_stylesheet_stays_small(preset: PresetName) -> None:
    settings = Settings(title="Büro", theme=Theme(preset=preset))
    site = SiteView(Site(settings=settings, now=parse_moment("2026-11-21")), Files())
    css = Layouts(LAYOUTS / "none", LAYOUTS, Language.DE).asset("style.css", site).html
    assert css is not None
    assert len(squeezed(css).encode()) <= LIMIT


def test_every_type_of_section_has_its_template() -> None:
    templates = {path.stem for path in (LAYOUTS / "sections").iterdir()} - {"heading", "text", "link"}
    assert templates == {section.__struct_config__.tag for section in get_args(Section)}


def test_every_preset_has_its_rules() -> None:
    assert {path.stem for path in (LAYOUTS / "css" / "presets").iterdir()} == set(PRESETS)
