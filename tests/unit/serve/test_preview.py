"""Who is told what when a build is done: nobody in vain, and nobody too late."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from sitegen.build.result import BuildResult, FileChanges
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.serve.preview import EVERYTHING, Preview
from sitegen.serve.rebuilding import Built
from sitegen.serve.stage import Stage


class Tab:
    """An open page that notes what it is told."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.token = ""
        self.digest: bytes | None = None
        self.told: list[str] = []

    def reload(self, what: str) -> None:
        self.told.append(what)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    preview = Preview(Stage(tmp_path, lambda: lambda _file: None), lambda act: act())
    write(preview, "index.html", "Start")
    write(preview, "kontakt/index.html", "Kontakt")
    preview.take_over(good(preview))
    return preview


def write(preview: Preview, name: str, text: str) -> None:
    (preview.stage.folder / name).parent.mkdir(parents=True, exist_ok=True)
    (preview.stage.folder / name).write_text(f"<p>{text}</p>", "utf-8")


def good(preview: Preview, **changes: tuple[str, ...]) -> Built:
    result = BuildResult(
        out=preview.stage.folder, findings=Findings(), written=True, changes=msgspec.convert(changes, FileChanges)
    )
    return Built(result=result)


def faulty(preview: Preview) -> Built:
    finding = Diagnostic(code="SG001", span=Span(file=""), facts={"folder": "x"})
    return Built(result=BuildResult(out=preview.stage.folder, findings=Findings((finding,)), written=False))


def opened(preview: Preview, path: str) -> Tab:
    tab = Tab(path)
    preview.serve(path, "")
    preview.join(tab)
    return tab


def test_who_shows_another_page_is_told_and_nobody_else(preview: Preview) -> None:
    start, contact = opened(preview, "/"), opened(preview, "/kontakt/")
    write(preview, "index.html", "Neu")
    preview.take_over(good(preview, changed=("index.html",)))
    assert (start.told, contact.told) == ([EVERYTHING], [])
    preview.take_over(good(preview))
    assert start.told == [EVERYTHING]


def test_who_left_is_told_nothing(preview: Preview) -> None:
    tab = opened(preview, "/")
    preview.leave(tab)
    preview.take_over(faulty(preview))
    assert tab.told == []


def test_who_comes_late_is_told_at_once(preview: Preview) -> None:
    preview.serve("/", "")
    write(preview, "index.html", "Neu")
    tab = Tab("/")
    preview.join(tab)
    assert tab.told == [EVERYTHING]


def test_of_whom_nothing_is_known_is_told_at_once(preview: Preview) -> None:
    """A tab that was open before the preview was."""
    tab = Tab("/kontakt/")
    preview.join(tab)
    assert tab.told == [EVERYTHING]


def test_styles_are_swapped_where_they_are_all(preview: Preview) -> None:
    tab = opened(preview, "/")
    preview.take_over(good(preview, created=("assets/style.0123456789.css",), changed=("eigen.css", "feed.xml")))
    assert tab.told == ["/assets/style.0123456789.css", "/eigen.css"]


def test_a_picture_with_other_bytes_has_all_pages_come_anew(preview: Preview) -> None:
    tab = opened(preview, "/")
    preview.take_over(good(preview, changed=("bild.png",)))
    assert tab.told == [EVERYTHING]


def test_a_fault_and_its_end_are_told_to_all_once_each(preview: Preview) -> None:
    tabs = [opened(preview, "/"), opened(preview, "/kontakt/")]
    for built in (faulty(preview), faulty(preview), good(preview)):
        preview.take_over(built)
    assert [tab.told for tab in tabs] == [[EVERYTHING] * 2] * 2


def test_a_page_shown_early_is_told_once_and_not_again_when_it_is_written(preview: Preview) -> None:
    tab = opened(preview, "/")
    assert preview.looks_at("index.html")
    assert not preview.looks_at("kontakt/index.html")
    preview.see("index.html", "<p>Neu</p>")
    write(preview, "index.html", "Neu")
    preview.take_over(good(preview, changed=("index.html",)))
    assert tab.told == [EVERYTHING]


def test_a_page_shown_early_that_comes_to_nothing_is_taken_back(preview: Preview) -> None:
    tab = opened(preview, "/")
    preview.see("index.html", "<p>Neu</p>")
    preview.take_over(faulty(preview))
    preview.take_over(good(preview))
    assert tab.told == [EVERYTHING] * 3
    assert preview.serve("/", "").content == b"<p>Start</p>"


def test_only_the_last_pages_are_waited_for(preview: Preview) -> None:
    for number in range(20):
        write(preview, f"seite-{number}/index.html", str(number))
        preview.serve(f"/seite-{number}/", "")
    waited_for = [number for number in range(20) if preview.looks_at(f"seite-{number}/index.html")]
    assert waited_for == list(range(12, 20))
