"""A layout is compiled once, also for later processes, and again when its text is another."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import jinja2
import pytest

from plain_site import lay_plain_layouts
from site_case import NOON, SiteCase
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions
from sitegen.build.warmth import Warmth
from sitegen.render.compiled import Compiled, Shelf
from sitegen.text.locales import Language

COMPILED = Compiled()


def environment(folder: Path, language: Language = Language.DE) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), bytecode_cache=COMPILED.in_language(language), autoescape=True
    )


def on(shelf: Shelf, folder: Path) -> str:
    """What a process prints that has this shelf."""
    loader = jinja2.FileSystemLoader(folder)
    found = jinja2.Environment(loader=loader, bytecode_cache=shelf, autoescape=True).get_template("page.html")
    return found.render(name="x")


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text("<p>{{ 'a<' }}{{ name }}</p>", "utf-8")
    return path


def test_another_build_compiles_nothing(layout: Path) -> None:
    first = environment(layout.parent).get_template("page.html").render(name="x")
    with patch.object(jinja2.Environment, "compile", side_effect=AssertionError):
        again = environment(layout.parent).get_template("page.html").render(name="x")
    assert first == again == "<p>a&lt;x</p>"


def test_a_layout_that_was_edited_is_compiled_again(layout: Path) -> None:
    environment(layout.parent).get_template("page.html")
    layout.write_text("<b>{{ name }}</b>", "utf-8")
    assert environment(layout.parent).get_template("page.html").render(name="x") == "<b>x</b>"


def test_languages_do_not_share(layout: Path) -> None:
    layout.write_text("{{ 'z'|said }}", "utf-8")
    for language, said in ((Language.DE, "deutsch"), (Language.CH, "schweizerisch")):
        env = environment(layout.parent, language)
        env.filters["said"] = {"z": said}.__getitem__
        assert env.get_template("page.html").render() == said


def test_a_broken_layout_names_its_line_each_time(layout: Path) -> None:
    layout.write_text("<p>\n{% if %}</p>", "utf-8")
    for _ in range(2):
        with pytest.raises(jinja2.TemplateSyntaxError) as caught:
            environment(layout.parent).get_template("page.html")
        assert caught.value.lineno == 2


def test_a_process_compiles_nothing_that_one_before_it_has_kept(layout: Path) -> None:
    first = Compiled().in_language(Language.DE)
    assert on(first, layout.parent) == "<p>a&lt;x</p>"
    kept = first.kept
    second = Compiled().in_language(Language.DE, kept)
    with patch.object(jinja2.Environment, "compile", side_effect=AssertionError):
        assert on(second, layout.parent) == "<p>a&lt;x</p>"
    assert second.kept == kept


def test_kept_code_of_another_text_or_language_is_left_alone(layout: Path) -> None:
    kept = Compiled().in_language(Language.DE)
    on(kept, layout.parent)
    other = Compiled().in_language(Language.CH, kept.kept)
    with patch.object(jinja2.Environment, "compile", side_effect=AssertionError), pytest.raises(AssertionError):
        on(other, layout.parent)
    layout.write_text("<b>{{ name }}</b>", "utf-8")
    edited = Compiled().in_language(Language.DE, kept.kept)
    assert on(edited, layout.parent) == "<b>x</b>"
    assert len(edited.kept) == 1
    assert edited.kept != kept.kept
    assert on(Compiled().in_language(Language.DE, edited.kept), layout.parent) == "<b>x</b>"


def test_what_no_page_needed_this_time_stays_kept(layout: Path) -> None:
    first = Compiled().in_language(Language.DE)
    on(first, layout.parent)
    assert Compiled().in_language(Language.DE, first.kept).kept == first.kept


def test_a_site_keeps_its_compiled_layouts_in_its_cache(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"layouts/own.html": "<p>{{ page.title }}</p>"}).post("eins", "Text.")
    lay_plain_layouts(site.root)
    site.built()
    options = BuildOptions(now=NOON)
    process = Warmth()
    for edit in ("Mehr Text.", "Noch mehr Text."):
        site.post("eins", edit)
        assert build(site.root, options, warmth=Warmth(code=process.code)).written
    site.post("eins", "Ganz anderer Text.")
    with patch.object(jinja2.Environment, "compile", side_effect=AssertionError):
        result = build(site.root, options, warmth=Warmth(code=process.code))
    assert result.written
    assert "Ganz anderer Text." in site.html("blog/eins/index.html")
