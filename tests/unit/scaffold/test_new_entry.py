"""New texts are drafts that our own reader takes as they were meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.model.front_matter import PageFields, PostFields
from sitegen.model.services.fields import ServiceFields
from sitegen.scaffold.new_entry import Kind, add_entry, new_entry
from sitegen.scaffold.new_file import NewFile, make_files
from sitegen.schema.convert import convert
from sitegen.sources.document import read_document

TODAY = date(2026, 12, 24)
FIELDS: dict[Kind, type[msgspec.Struct]] = {"post": PostFields, "page": PageFields, "service": ServiceFields}
TITLES = [
    "Rechnungen",
    "Tipp #3 für Sie",
    '"Ablage" – schnell',
    "'s ist Zeit",
    "[Update] Neues",
    "*Stern* und @Klammer",
    "Preis: 45,50 €",
    "- Strich",
    "| Balken",
    "> Pfeil",
    "ja",
    "2026",
    "{{ x }} y",
    "# Nummer 1",
    "? Frage",
    "!wichtig",
    "%prozent",
    "&und `so`",
    "  Ränder  ",
    "endet mit :",
]


def made(kind: Kind, title: str) -> NewFile:
    """The new file, which must be one."""
    file = new_entry(kind, title, today=TODAY)
    assert isinstance(file, NewFile)
    return file


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("title", TITLES)
def test_the_head_is_read_back_as_typed(kind: Kind, title: str) -> None:
    file = made(kind, title)
    document, findings = read_document(file.path, file.content)
    assert document is not None
    fields = convert(document.front, FIELDS[kind])
    assert (*findings, *fields.findings) == ()
    assert fields.value is not None
    assert fields.value.title == title.strip()  # type: ignore[attr-defined]
    assert fields.value.draft is True  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("post", "content/blog/2026-12-24-ueber-groesse.md"),
        ("service", "content/services/ueber-groesse.md"),
        ("page", "content/ueber-groesse.md"),
    ],
)
def test_the_name_comes_from_the_title(kind: Kind, path: str) -> None:
    assert made(kind, "Über Größe").path == path


def test_a_name_that_windows_keeps_for_itself_is_another(tmp_path: Path) -> None:
    paths = [made("page", title).path for title in ("AUX", "Com 1", "com1", "Konzept", "Lpt9!")]
    assert paths == [f"content/{name}.md" for name in ("aux-1", "com-1", "com1-1", "konzept", "lpt9-1")]
    assert made("post", "Nul").path == "content/blog/2026-12-24-nul-1.md"
    add_entry(tmp_path, "page", file=made("page", "AUX"))
    assert [found.code for found in add_entry(tmp_path, "page", file=made("page", "AUX"))] == ["SG003"]


def test_a_post_has_the_day_and_an_id_that_stays() -> None:
    lines = made("post", "Rechnungen").content.decode().split("\n")
    assert lines[:5] == ["---", "title: Rechnungen", "date: 2026-12-24", "id: rechnungen", "draft: true"]


def test_a_title_without_letters_gives_no_name() -> None:
    finding = new_entry("post", "!?", today=TODAY)
    assert isinstance(finding, Diagnostic)
    assert finding.code == "SG007"


@pytest.mark.parametrize(
    "taken",
    ["2026-12-24-x.md", "2020-01-01-x.md", "2020-01-x/index.md", "x.md", "2020-01-01-X.md"],
)
def test_a_name_is_taken_whatever_its_date(tmp_path: Path, taken: str) -> None:
    path = tmp_path / "content/blog" / taken
    path.parent.mkdir(parents=True)
    path.write_text("", encoding="utf-8")
    findings = add_entry(tmp_path, "post", file=made("post", "X"))
    assert [finding.facts["path"] for finding in findings] == [f"content/blog/{taken}"]


def test_another_name_is_free(tmp_path: Path) -> None:
    (tmp_path / "content/blog").mkdir(parents=True)
    (tmp_path / "content/blog/2026-12-24-xx.md").write_text("", encoding="utf-8")
    file = made("post", "X")
    assert add_entry(tmp_path, "post", file=file) == ()
    assert (tmp_path / file.path).read_bytes() == file.content


def test_what_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"meins")
    findings = make_files(tmp_path, (NewFile(path="a.md", content=b"neu"), NewFile(path="b/c.md", content=b"neu")))
    assert [finding.code for finding in findings] == ["SG003"]
    assert (tmp_path / "a.md").read_bytes() == b"meins"
    assert (tmp_path / "b/c.md").read_bytes() == b"neu"
