from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sitegen.output.pictures.store import Kept, Store

DAY = 20_000


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "bilder", day=DAY)


def keep(store: Store, key: str, content: bytes) -> Kept:
    return store.keep(key, Kept(width=1, variants=(store.file(content, "webp", width=1, height=1),)))


def test_what_was_kept_is_found(store: Store) -> None:
    kept = keep(store, "a", b"Bytes")
    assert store.read("a") == kept
    assert (store.folder / kept.variants[0].name).read_bytes() == b"Bytes"
    assert store.read("b") is None


def test_a_record_counts_only_with_all_its_files_whole(store: Store) -> None:
    kept = keep(store, "a", b"Bytes")
    (store.folder / kept.variants[0].name).write_bytes(b"Byt")
    assert store.read("a") is None


def test_a_damaged_record_is_none(store: Store) -> None:
    keep(store, "a", b"Bytes")
    (store.folder / "a.json").write_bytes(b'{"width": "')
    assert store.read("a") is None


def aged(store: Store, key: str, days: int) -> None:
    at = (DAY - days) * 86_400
    os.utime(store.folder / f"{key}.json", (at, at))


def test_what_nobody_asked_for_in_sixty_days_goes_with_its_files(store: Store) -> None:
    old, young = keep(store, "alt", b"alt"), keep(store, "jung", b"jung")
    aged(store, "alt", 61)
    aged(store, "jung", 59)
    store.prune()
    assert store.read("alt") is None
    assert store.read("jung") == young
    assert not (store.folder / old.variants[0].name).exists()


def test_asking_keeps(store: Store) -> None:
    keep(store, "alt", b"alt")
    aged(store, "alt", 61)
    store.read("alt")
    store.prune()
    assert store.read("alt") is not None


def test_a_file_of_two_records_stays_while_one_is_young(store: Store) -> None:
    keep(store, "alt", b"gleich")
    young = keep(store, "jung", b"gleich")
    aged(store, "alt", 61)
    aged(store, "jung", 1)
    store.prune()
    assert store.read("jung") == young


def test_nothing_to_prune_is_no_fault(store: Store) -> None:
    store.prune()


def test_the_same_bytes_may_be_kept_by_many_at_once(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        files = set(pool.map(lambda _: store.file(b"gleich" * 9999, "webp"), range(64)))
    assert len(files) == 1
    assert [path.suffix for path in store.folder.iterdir()] == [".webp"]
