from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from rights import as_nobody, open_folder
from sitegen.build.memory.standing import glance_at
from sitegen.diagnostics import Diagnostic, Span
from sitegen.sources.scan import is_taken, load, scan


def site(root: Path, *paths: str) -> Path:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, encoding="utf-8")
    return root


def found(root: Path) -> list[str]:
    return [file.path for file in scan(root, "content").files]


def codes(root: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.span.file) for finding in scan(root, "content").findings]


@pytest.mark.parametrize(
    "name",
    [
        "_vorlage.md",
        ".git",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "a.md~",
        "~$brief.docx",
        "#a#",
        "a.bak",
        ".~lock.a#",
    ],
)
def test_litter_and_underscored_names_are_never_taken(name: str) -> None:
    assert not is_taken(name)


@pytest.mark.parametrize("name", ["a.md", "2026-01-01-über.md", "a_b.md", "thumbs.db.md", "C#.md"])
def test_other_names_are_taken(name: str) -> None:
    assert is_taken(name)


def test_files_come_sorted_with_size_and_time_from_every_depth(tmp_path: Path) -> None:
    site(tmp_path, "content/b.md", "content/a/z.md", "content/a/index.md", "content/_x/a.md", "content/a/_y.md")
    assert found(tmp_path) == ["content/a/index.md", "content/a/z.md", "content/b.md"]
    file = scan(tmp_path, "content").files[0]
    status = (tmp_path / file.path).stat()
    assert file.signature == (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    assert file.size == status.st_size


def test_no_folder_no_files(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_inside_the_site_only(tmp_path: Path) -> None:
    outside = site(tmp_path / "aussen", "geheim.md")
    root = site(tmp_path / "site", "content/a/x.md", "static/bild.jpg")
    (root / "content/innen.jpg").symlink_to(root / "static/bild.jpg")
    (root / "content/aussen").symlink_to(outside)
    (root / "content/geheim.md").symlink_to(outside / "geheim.md")
    (root / "content/leer.md").symlink_to(root / "nichts")
    (root / "content/a/kreis").symlink_to(root / "content")
    assert found(root) == ["content/a/x.md", "content/innen.jpg"]
    assert codes(root) == [("SG124", "content/aussen"), ("SG124", "content/geheim.md"), ("SG100", "content/leer.md")]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="such names cannot be made there")
def test_names_that_other_systems_cannot_tell_apart_or_read(tmp_path: Path) -> None:
    site(
        tmp_path,
        "content/" + unicodedata.normalize("NFC", "über.md"),
        "content/" + unicodedata.normalize("NFD", "über.md"),
    )
    (tmp_path / os.fsdecode(b"content/\xfcber.md")).write_text("a", encoding="utf-8")
    assert [code for code, _ in codes(tmp_path)] == ["SG127", "SG126"]
    assert all(name.isprintable() for _, name in codes(tmp_path))


def test_order_is_that_of_composed_names(tmp_path: Path) -> None:
    site(tmp_path, "content/" + unicodedata.normalize("NFD", "ä.md"), "content/z.md")
    assert [unicodedata.normalize("NFC", path) for path in found(tmp_path)] == ["content/z.md", "content/ä.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_what_may_not_be_read_is_said() -> None:
    with open_folder() as root:
        site(root, "content/zu/a.md", "content/b.md")
        (root / "content/zu").chmod(0)
        (root / "content/b.md").chmod(0)
        with as_nobody():
            assert codes(root) == [("SG125", "content/zu")]
            assert load(root, "content/b.md") == Diagnostic(code="SG100", span=Span(file="content/b.md"))
        (root / "content/zu").chmod(0o700)


def test_loading_one_file(tmp_path: Path) -> None:
    site(tmp_path, "content/a.md")
    assert load(tmp_path, "content/a.md") == b"content/a.md"
    missing = load(tmp_path, "content/b.md")
    assert isinstance(missing, Diagnostic)
    assert missing.code == "SG100"


@pytest.mark.parametrize(
    "names",
    [
        (
            "b.md",
            "a/z.md",
            "a-b.md",
            "a/index.md",
            "A.md",
            "a/_x/b.md",
            "_y.md",
            "a/.git/c.md",
            "c.md~",
            "d.bak",
            "ä/ö.jpg",
        ),
        ("über.md", "u\u0308ber.md", "z.md"),
        ("zeile\nneu.md", "a.md"),
    ],
    ids=["plain", "twins", "lines"],
)
def test_what_was_seen_is_what_a_walk_finds(names: tuple[str, ...], tmp_path: Path) -> None:
    site(tmp_path, *(f"content/{name}" for name in names))
    glance = glance_at([tmp_path / "content"])
    assert glance is not None
    seen, walked = scan(tmp_path, "content", glance=glance), scan(tmp_path, "content")
    assert (seen.files, seen.findings) == (walked.files, walked.findings)
    assert seen.files
    sorted_out = glance.sorted_out(tmp_path, ("content", "static"))
    again = scan(tmp_path, "content", glance=sorted_out)
    assert (again.files, again.findings) == (walked.files, walked.findings)
    assert bool(sorted_out.statuses) is bool(walked.findings)
    assert scan(tmp_path, "static", glance=glance).files == ()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((".well-known/a", ".well-known/.b", ".well-known/_c", "x/.well-known/a"), ["x/.well-known", ".well-known/.b"]),
        ((".htaccess", "x/.htaccess", "_headers", "_y/.htaccess"), [".htaccess", "_headers"]),
        ((".env", ".ordner/a/b", ".git/config", "x/.DS_Store", ".a.txt~", "._a"), [".env", ".ordner"]),
    ],
)
def test_hidden_names_in_static(names: tuple[str, ...], told: list[str], tmp_path: Path) -> None:
    site(tmp_path, *(f"static/{name}" for name in names))
    (tmp_path / "static/.leer").mkdir()
    found = scan(tmp_path, "static", glance=glance_at([tmp_path / "static"]))
    assert found.files == scan(tmp_path, "static").files
    assert sorted(finding.span.file for finding in found.findings) == sorted(f"static/{name}" for name in told)
