"""Running Pagefind, and not running it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sitegen.features.search.index import SearchFailedError, find_program, index_files
from sitegen.features.search.records import Line, Record, indexed_page
from sitegen.output.files import OutputFile, digest_of

PAGES = {
    f"blog/beitrag-{number}/index.html": indexed_page(
        Record(title=f"Beitrag {number}", lines=(Line(text=f"Wort{number} Büro Ablage {number * 7}"),))
    )
    for number in range(30)
}


@pytest.fixture
def program() -> Path:
    found = find_program()
    assert found, "pagefind-bin is among the packages for tests"
    return found


def made(pages: dict[str, str], program: Path, cache: Path) -> tuple[OutputFile, ...]:
    return index_files(pages, program, cache=cache, folder="suche/pagefind")


def failing(folder: Path) -> Path:
    """A program that complains and ends."""
    program = folder / "pagefind"
    program.write_text("#!/bin/sh\necho 'kaputt' >&2\nexit 3\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_the_same_words_give_the_same_bytes_in_whatever_order_they_come(tmp_path: Path, program: Path) -> None:
    assert_order_does_not_matter(program, tmp_path)


def test_nor_does_the_order_matter_where_another_disk_lists_files_otherwise(other_disk: Path, program: Path) -> None:
    assert_order_does_not_matter(program, other_disk)


def assert_order_does_not_matter(program: Path, folder: Path) -> None:
    one = made(PAGES, program, folder / "one")
    other = made(dict(reversed(PAGES.items())), program, folder / "other")
    assert [(file.path, file.digest) for file in one] == [(file.path, file.digest) for file in other]
    assert "suche/pagefind/pagefind.js" in {file.path for file in one}


def test_nothing_is_made_again_while_the_words_stay(tmp_path: Path, program: Path) -> None:
    first = made(PAGES, program, tmp_path)
    kept = {file.source: Path(file.source or "").stat().st_mtime_ns for file in first}
    again = made(PAGES, program, tmp_path)
    assert again == first
    assert {file.source: Path(file.source or "").stat().st_mtime_ns for file in again} == kept


def test_other_words_make_another_index_and_the_old_one_goes(tmp_path: Path, program: Path) -> None:
    made(PAGES, program, tmp_path)
    changed = {**PAGES, "neu/index.html": indexed_page(Record(title="Neu"))}
    made(changed, program, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_index_is_made_again(tmp_path: Path, program: Path) -> None:
    first = made(PAGES, program, tmp_path)
    damaged = next(file for file in first if file.path.endswith(".pf_index"))
    Path(damaged.source or "").write_bytes(b"kaputt")
    again = made(PAGES, program, tmp_path)
    assert again == first
    assert all(digest_of(Path(file.source or "").read_bytes()) == file.digest for file in again)


def test_only_what_the_search_page_asks_for_is_kept(tmp_path: Path, program: Path) -> None:
    names = {Path(file.path).name for file in made(PAGES, program, tmp_path)}
    assert {name for name in names if name.endswith((".js", ".css"))} == {"pagefind.js", "pagefind-worker.js"}


@pytest.mark.skipif(os.name == "nt", reason="the failing program is a shell script")
def test_a_program_that_fails_is_our_trouble_told(tmp_path: Path) -> None:
    with pytest.raises(SearchFailedError, match="kaputt"):
        made(PAGES, failing(tmp_path), tmp_path / "cache")
