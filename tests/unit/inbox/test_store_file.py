"""What only a store in a file does: who may read it, backups, full disks, and others who read or write it."""

from __future__ import annotations

import resource
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from inbox_case import InboxCase
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.store.pool import Pool
from sitegen.inbox.store.schema import SQLITE_MIGRATIONS
from sitegen.inbox.store.sqlite import open_sqlite


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    case = InboxCase(tmp_path)
    case.comment()
    for path in tmp_path.glob("inbox.sqlite*"):
        assert path.stat().st_mode & 0o077 == 0, path
    case.close()


def test_a_backup_is_one_whole_file_that_can_be_opened(tmp_path: Path) -> None:
    case = InboxCase(tmp_path)
    item = case.comment()
    copy = tmp_path / "copy.sqlite"
    case.desk.store.backup(str(copy))
    case.desk.store.backup(str(copy))
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy.sqlite"]
    other = open_sqlite(str(copy))
    assert other.item(item.id) == item
    other.close()
    with pytest.raises(StoreUnavailableError):
        case.desk.store.backup(str(tmp_path / ("x" * 300)))
    case.close()


def test_a_file_that_cannot_be_used_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "damaged").write_bytes(b"no database at all, but long enough to be taken for one" * 100)
    (tmp_path / "folder").mkdir()
    for name in ("damaged", "folder", "damaged/below"):
        with pytest.raises(StoreUnavailableError):
            open_sqlite(str(tmp_path / name))


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite"
    open_sqlite(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(SQLITE_MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StoreUnavailableError, match="newer"):
        open_sqlite(str(path))


def test_a_full_disk_is_said_to_be_full_and_nothing_is_half_done(tmp_path: Path) -> None:
    case = InboxCase(tmp_path)
    kept = case.comment()
    pool = case.desk.store._engine._pool  # type: ignore[attr-defined]
    with pool.lent() as connection:
        ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
        connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    long = replace(kept, id=case.desk.new_id(), text="Sehr lang. " * 10_000)
    with pytest.raises(StoreUnavailableError, match="SQLITE_FULL"):
        case.desk.store.admit(long, duplicate_of="", jobs=())
    assert case.desk.store.count() == 1
    assert case.item(kept.id) == kept
    case.close()


def kept_until_it_fails(case: InboxCase, kept: list[str]) -> None:
    while len(kept) < 1000:
        kept.append(case.comment(text=f"{len(kept)} sehr lang. " * 300).id)


def test_when_the_kernel_refuses_to_write_what_was_answered_stays(tmp_path: Path) -> None:
    case = InboxCase(tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    kept: list[str] = []
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, before[1]))
        with pytest.raises(StoreUnavailableError):
            kept_until_it_fails(case, kept)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert kept
    assert {item.id for item in case.desk.store.items(limit=1000)} == set(kept)
    kept.append(case.comment(text="Jetzt geht es wieder.").id)
    assert case.desk.store.count() == len(kept)
    case.close()


def test_what_is_erased_is_not_called_gone_while_somebody_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.inbox.store.sqlite._PATIENCE", 0.1)
    case = InboxCase(tmp_path)
    case.desk.store.erase(case.comment().id)
    other = sqlite3.connect(tmp_path / "inbox.sqlite", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM inbox_item").fetchall()
    with pytest.raises(StoreUnavailableError, match="reads"):
        case.desk.store.compact()
    other.close()
    case.desk.store.compact()
    case.close()


def test_another_process_that_writes_for_too_long_is_not_waited_for_forever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.inbox.store.sqlite._PATIENCE", 0.1)
    case = InboxCase(tmp_path)
    other = sqlite3.connect(tmp_path / "inbox.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailableError, match="SQLITE_BUSY"):
        case.desk.store.check()
    assert case.desk.store.count() == 0
    other.execute("ROLLBACK")
    other.close()
    case.desk.store.check()
    case.close()


def test_a_connection_that_comes_back_after_the_end_is_closed(tmp_path: Path) -> None:
    case = InboxCase(tmp_path)
    pool = case.desk.store._engine._pool  # type: ignore[attr-defined]
    with pool.lent() as connection:
        case.close()
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_whoever_waits_too_long_for_a_connection_is_refused() -> None:
    pool = Pool(lambda: sqlite3.connect(":memory:"), limit=1, patience=0.01)
    with pool.lent(), pytest.raises(StoreUnavailableError), pool.lent():
        pytest.fail("there was no place")
    pool.close()
