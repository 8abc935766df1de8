"""Blank lines are added where they are missing, and not one other byte changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.scaffold.mend import Mended, mend_file, mended
from sitegen.sources.encoding import decoded
from sitegen.sources.paragraphs import pasted_paragraphs

LONG = (
    "Ein Absatz, der länger ist als jede Zeile, die jemand von Hand umbrechen würde, "
    "weil er aus einem Schreibprogramm eingefügt ist."
)
HEAD = "---\ntitle: x\nsummary: y\n---\n"


def content(raw: bytes) -> bytes:
    """The mended bytes."""
    result = mended(raw, file="a.md")
    assert isinstance(result, Mended)
    return result.content


def test_blank_lines_are_counted() -> None:
    result = mended(f"{HEAD}{LONG}\n{LONG}\n{LONG}\n".encode(), file="a.md")
    assert isinstance(result, Mended)
    assert result.inserted == 2
    assert result.content == f"{HEAD}{LONG}\n\n{LONG}\n\n{LONG}\n".encode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_kind_of_line_end_stays(end: str) -> None:
    raw = f"{HEAD}{LONG}\n{LONG}".replace("\n", end).encode()
    assert content(raw) == f"{HEAD}{LONG}\n\n{LONG}".replace("\n", end).encode()


def test_mixed_line_ends_stay_each_as_they_are() -> None:
    raw = f"---\r\ntitle: x\n---\r\n{LONG}\r\n{LONG}\n".encode()
    assert content(raw) == f"---\r\ntitle: x\n---\r\n{LONG}\r\n\r\n{LONG}\n".encode()


def test_byte_order_mark_and_head_stay() -> None:
    head = b"\xef\xbb\xbf---\ntitle:   x  \n\n\n---  \n"
    assert content(head + f"{LONG}\n{LONG}\n".encode()) == head + f"{LONG}\n\n{LONG}\n".encode()


def test_a_text_without_head_is_all_body() -> None:
    assert content(f"{LONG}\n{LONG}\n".encode()) == f"{LONG}\n\n{LONG}\n".encode()


def test_nothing_is_touched_where_the_head_does_not_end() -> None:
    result = mended(f"---\ntitle: x\n\n{LONG}\n{LONG}\n".encode(), file="a.md")
    assert not isinstance(result, Mended)
    assert "SG122" in [finding.code for finding in result]


def test_what_is_no_text_is_refused() -> None:
    result = mended("Büro".encode("utf-16"), file="a.md")
    assert not isinstance(result, Mended)
    assert [finding.code for finding in result] == ["SG103"]


LINES = st.lists(
    st.sampled_from([LONG, "kurz.", "", "- Punkt", "• Punkt", "## Titel", "```", "\x0bx", "a\u2028b"]), max_size=9
)


@given(lines=LINES, ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=9, max_size=9))
def test_only_blank_lines_are_added_and_all_at_once(lines: list[str], ends: list[str]) -> None:
    raw = (HEAD + "".join(line + end for line, end in zip(lines, ends, strict=False))).encode()
    once = content(raw)
    assert content(once) == once
    assert [line for line in once.splitlines() if line.strip()] == [line for line in raw.splitlines() if line.strip()]
    text, fixed = decoded("a.md", raw).text, decoded("a.md", once).text
    assert text is not None
    body = text.removeprefix(HEAD)
    starts = pasted_paragraphs(body)
    assert fixed == HEAD + "\n".join(
        f"\n{line}" if number in starts else line for number, line in enumerate(body.split("\n"), 1)
    )


def test_a_file_is_replaced_in_one_step_with_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{LONG}\n{LONG}\n", encoding="utf-8")
    path.chmod(0o640)
    mend_file(path, file="a.md")
    assert path.read_text(encoding="utf-8") == f"{LONG}\n\n{LONG}\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_needs_nothing_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Nichts.\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    mend_file(path, file="a.md")
    assert path.stat().st_mtime_ns == 1


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{LONG}\n{LONG}\n", encoding="utf-8")
    (tmp_path / "b.md").symlink_to("a.md")
    mend_file(tmp_path / "b.md", file="b.md")
    assert (tmp_path / "b.md").is_symlink()
    assert "\n\n" in (tmp_path / "a.md").read_text(encoding="utf-8")
