from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sitegen.build.memory import seen
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.seen import digest_of_seen
from sitegen.output.files import digest_of, digest_of_file

LARGE = b"x" * 200_000


@pytest.fixture
def memo(tmp_path: Path) -> Memo:
    return Memo.open(tmp_path, version="1", today=1)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read."""
    paths: list[Path] = []

    def reading(path: Path) -> str:
        paths.append(path)
        return digest_of_file(path)

    monkeypatch.setattr(seen, "digest_of_file", reading)
    return paths


def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 3_000_000_000)


def test_a_large_file_at_rest_is_read_once(
    tmp_path: Path, memo: Memo, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "f").write_bytes(LARGE)
    settled(monkeypatch)
    with memo:
        assert {digest_of_seen(tmp_path / "f", memo) for _ in range(3)} == {digest_of(LARGE)}
    assert len(read) == 1


def test_a_file_that_changed_a_moment_ago_is_read_again(
    tmp_path: Path, memo: Memo, read: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "f").write_bytes(LARGE)
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now)
    with memo:
        digest_of_seen(tmp_path / "f", memo)
        digest_of_seen(tmp_path / "f", memo)
    assert len(read) == 2


def test_a_time_stamp_put_back_hides_nothing(tmp_path: Path, memo: Memo, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f"
    path.write_bytes(LARGE)
    settled(monkeypatch)
    with memo:
        digest_of_seen(path, memo)
        before = path.stat()
        time.sleep(0.02)
        path.write_bytes(LARGE.replace(b"x", b"y"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert digest_of_seen(path, memo) == digest_of(LARGE.replace(b"x", b"y"))
