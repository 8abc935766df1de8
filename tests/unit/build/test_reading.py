"""Files are not read again where they cannot have changed unseen, and only there."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sitegen.build.memory.memo import Memo
from sitegen.build.texts import reading
from sitegen.build.texts.reading import TextsRead, read_texts
from sitegen.output.faults import SourceChangedError
from sitegen.sources.scan import scan

PATH = "content/kontakt.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / PATH).write_text("eins", "utf-8")
    return tmp_path


def texts(root: Path) -> TextsRead:
    with Memo.open(root, version="test", today=1) as memo:
        found = read_texts(root, scan(root, "content"), memo)
        memo.save()
    return found


def was_read(found: TextsRead) -> bool:
    """Whether its bytes are there already."""
    return found.texts[PATH].known is not None


def test_a_young_file_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SETTLED", 10**18)  # young for longer than a busy machine may take
    assert was_read(texts(root))
    assert was_read(texts(root))


def test_a_settled_file_is_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SETTLED", -(10**18))
    first = texts(root)
    again = texts(root)
    assert (was_read(first), was_read(again)) == (True, False)
    assert again.texts[PATH].digest == first.texts[PATH].digest
    assert again.texts[PATH].raw == b"eins"


def test_size_and_time_of_the_content_are_not_enough(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can set the time of change of the inode."""
    monkeypatch.setattr(reading, "SETTLED", -(10**18))
    first = texts(root)
    rewrite(root / PATH, "zwei")
    again = texts(root)
    assert was_read(again)
    assert again.texts[PATH].digest != first.texts[PATH].digest


def test_another_file_of_the_same_size_and_time_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SETTLED", -(10**18))
    texts(root)
    status = (root / PATH).stat()
    fresh = root / "fresh"
    fresh.write_text("drei", "utf-8")
    os.utime(fresh, ns=(status.st_atime_ns, status.st_mtime_ns))
    fresh.replace(root / PATH)
    assert texts(root).texts[PATH].raw == b"drei"


def test_bytes_that_are_held_no_longer_are_read_again(root: Path) -> None:
    text = texts(root).texts[PATH]
    text.forget()
    assert text.raw == b"eins"
    text.forget()
    rewrite(root / PATH, "zwei")
    with pytest.raises(SourceChangedError):
        _ = text.raw


def test_what_changes_after_it_was_seen_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SETTLED", -(10**18))
    texts(root)
    seen = texts(root)
    (root / PATH).write_text("vier", "utf-8")
    with pytest.raises(SourceChangedError):
        _ = seen.texts[PATH].raw


def test_linked_files_are_read_always(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SETTLED", -(10**18))
    (root / PATH).rename(root / "anderswo.md")
    (root / PATH).symlink_to(root / "anderswo.md")
    first, again = texts(root), texts(root)
    assert not first.texts or (was_read(first) and was_read(again))


def rewrite(path: Path, text: str) -> None:
    """Other bytes with the same size and time; the clock of the file system has to tick in between."""
    status = path.stat()
    end = time.monotonic() + 5
    while path.stat().st_ctime_ns == status.st_ctime_ns and time.monotonic() < end:
        path.write_text(text, "utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)
