"""A layout is compiled once, and again when its text is another."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import jinja2
import pytest

from sitegen.render.compiled import Compiled
from sitegen.text.locales import Language

COMPILED = Compiled()


def environment(folder: Path, language: Language = Language.DE) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), bytecode_cache=COMPILED.in_language(language), autoescape=True
    )


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
