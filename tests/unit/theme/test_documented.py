"""`docs/theme.md` names every layout, block, part, question, field and filter, and nothing that is gone."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from sitegen.plan.questions.site import SiteView
from sitegen.plan.views import BodyView, PageView
from sitegen.render.filters import filters_for
from sitegen.text.locales import Language

ROOT = Path(__file__).parents[3]
LAYOUTS = ROOT / "layouts"
MANUAL = (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")
ENVIRONMENT = jinja2.Environment(autoescape=True)


def section(title: str) -> str:
    """The text below the heading `title`, up to the next heading of its level or above."""
    level, text = re.findall(rf"^(#+) {re.escape(title)}\n(.*)", MANUAL, flags=re.MULTILINE | re.DOTALL)[0]
    return str(re.split(rf"^#{{1,{len(level)}}} ", text, flags=re.MULTILINE)[0])


def documented_blocks() -> dict[str, set[str]]:
    """Blocks by layout, from the table."""
    found: dict[str, set[str]] = defaultdict(set)
    layout = ""
    for first, block in re.findall(r"^\| (.*?) ?\| (.*?) ?\|", section("Layouts and their blocks"), flags=re.MULTILINE):
        layout = first.strip("`") or layout
        if block.startswith("`"):
            found[layout].add(block.strip("`"))
    return found


def new_blocks(layout: Path) -> set[str]:
    """The blocks of a layout that the layouts it extends do not have."""
    tree = ENVIRONMENT.parse(layout.read_text(encoding="utf-8"))
    blocks = {block.name for block in tree.find_all(nodes.Block)}
    extended = next(tree.find_all(nodes.Extends), None)
    while extended is not None:
        assert isinstance(extended.template, nodes.Const)
        parent = ENVIRONMENT.parse((layout.parent / str(extended.template.value)).read_text(encoding="utf-8"))
        blocks -= {block.name for block in parent.find_all(nodes.Block)}
        extended = next(parent.find_all(nodes.Extends), None)
    return blocks


@pytest.mark.parametrize("layout", sorted(LAYOUTS.glob("*.html")), ids=lambda path: path.name)
def test_every_block_is_documented_with_its_layout(layout: Path) -> None:
    documented = documented_blocks()[layout.name]
    if layout.name == "base.html":
        assert documented == new_blocks(layout)
    else:
        assert new_blocks(layout) <= documented | {"main"}
        everything = {
            block.name for block in ENVIRONMENT.parse(layout.read_text(encoding="utf-8")).find_all(nodes.Block)
        }
        assert documented <= everything


def test_every_layout_is_documented() -> None:
    named = set(re.findall(r"`([\w-]+\.html)`", section("How a layout is chosen"))) | {"base.html"}
    assert named == {path.name for path in LAYOUTS.glob("*.html")}


def test_every_part_is_documented() -> None:
    named = set(re.findall(r"^\| `(\w+\.html)` \|", section("Parts"), flags=re.MULTILINE))
    assert named == {path.name for path in (LAYOUTS / "parts").iterdir()}


def test_every_question_of_the_site_is_documented() -> None:
    questions = {name for name in dir(SiteView) if not name.startswith("_")}
    assert set(re.findall(r"`site\.(?!yaml)(\w+)", section("`site`"))) == questions


@pytest.mark.parametrize(("title", "view"), [("`page`", PageView), ("`body`", BodyView)])
def test_every_field_is_documented(title: str, view: type[PageView | BodyView]) -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", section(title), flags=re.MULTILINE)) == set(view.__struct_fields__)


def test_every_filter_is_documented() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", section("`say` and filters"), flags=re.MULTILINE))
    assert named == set(filters_for(Language.DE))
