"""What one process has compiled another need not compile, and damaged code is never run."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import jinja2
import msgspec
import pytest

from sitegen.build.kept_layouts import keep_layouts, recall_layouts
from sitegen.build.memo import Memo
from sitegen.render.compiled import Compiled
from sitegen.text.locales import Language


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    path = tmp_path / "layouts/page.html"
    path.parent.mkdir()
    path.write_text("<p>{{ name }}</p>", "utf-8")
    return path


def rendered(folder: Path, compiled: Compiled) -> str:
    """The page, as a new process would make it that knows `compiled`."""
    loader = jinja2.FileSystemLoader(folder / "layouts")
    environment = jinja2.Environment(loader=loader, bytecode_cache=compiled.in_language(Language.DE), autoescape=True)
    return environment.get_template("page.html").render(name="x")


def build(folder: Path) -> str:
    """The page after a process that recalls and keeps."""
    with Memo.open(folder, version="1", today=1) as memo:
        compiled = Compiled()
        recall_layouts(compiled, memo, folder)
        html = rendered(folder, compiled)
        keep_layouts(compiled, memo, folder)
        memo.save()
    return html


@pytest.mark.usefixtures("layout")
def test_another_process_compiles_nothing(tmp_path: Path) -> None:
    first = build(tmp_path)
    with patch.object(jinja2.Environment, "compile", side_effect=AssertionError):
        assert build(tmp_path) == first == "<p>x</p>"


def test_an_edited_layout_is_compiled_again_and_kept(layout: Path, tmp_path: Path) -> None:
    build(tmp_path)
    layout.write_text("<b>{{ name }}</b>", "utf-8")
    assert build(tmp_path) == "<b>x</b>"
    with patch.object(jinja2.Environment, "compile", side_effect=AssertionError):
        assert build(tmp_path) == "<b>x</b>"


@pytest.mark.usefixtures("layout")
def test_nothing_new_is_nothing_to_keep(tmp_path: Path) -> None:
    compiled = Compiled()
    rendered(tmp_path, compiled)
    assert len(compiled.added()) == 1
    rendered(tmp_path, compiled)
    assert compiled.added() == ()


@pytest.mark.usefixtures("layout")
@pytest.mark.parametrize("place", [0, -1])
def test_damaged_code_is_not_run(tmp_path: Path, place: int) -> None:
    compiled = Compiled()
    rendered(tmp_path, compiled)
    (kept,) = compiled.added()
    damaged = bytearray(kept.code)
    damaged[place] ^= 1
    other = Compiled()
    other.take((msgspec.structs.replace(kept, code=bytes(damaged)),))
    assert rendered(tmp_path, other) == "<p>x</p>"
    assert len(other.added()) == 1
