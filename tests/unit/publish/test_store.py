"""Versions kept for going back, and twins packed once."""

from __future__ import annotations

from pathlib import Path

from sitegen.output.files import digest_of
from sitegen.publish import packing
from sitegen.publish.records import Stamp, Version, version_id
from sitegen.publish.store import KEPT, Store


def published(store: Store, content: bytes) -> Version:
    files = {"index.html": store.keep_bytes(content)}
    version = Version(id=version_id(files), at="", files=files)
    store.published(version, before=None)
    return version


def test_the_last_versions_are_kept_and_their_bytes(tmp_path: Path) -> None:
    store = Store(tmp_path, key="x")
    versions = [published(store, str(number).encode()) for number in range(KEPT + 2)]
    assert store.history().ids == tuple(version.id for version in versions[-KEPT:])
    assert not store.holds(versions[0].files["index.html"])
    assert store.holds(versions[2].files["index.html"])
    assert store.before(versions[-1].id) == versions[-2].id
    assert store.before(versions[2].id) == ""
    store.went_back_to(versions[-2])
    assert store.history().ids[-1] == versions[-2].id


def test_targets_do_not_take_each_others_bytes(tmp_path: Path) -> None:
    one, other = Store(tmp_path, key="one"), Store(tmp_path, key="other")
    version = published(one, b"a")
    for number in range(KEPT + 2):
        published(other, str(number).encode())
    assert one.missing(version.files) == ()


def test_damaged_bytes_are_not_sent(tmp_path: Path) -> None:
    store = Store(tmp_path, key="x")
    version = published(store, b"heil")
    store.blob(version.files["index.html"].digest).write_bytes(b"kaputt")
    source = tmp_path / "index.html"
    source.write_bytes(b"heil")
    assert store.keep(source, digest_of(b"heil")) == Stamp(digest_of(b"heil"), 4)
    assert store.missing(version.files) == ()


def test_equal_bytes_are_packed_once_and_alike(tmp_path: Path) -> None:
    source = tmp_path / "seite.html"
    source.write_bytes(b"Viel Text. " * 500)
    first = packing.packed(tmp_path, source, "abc")
    assert set(first) == {".gz", ".br"}
    source.write_bytes(b"anderes")
    assert packing.packed(tmp_path, source, "abc") == first
    packing.forget_all_but(tmp_path, set())
    assert list((tmp_path / packing.FOLDER).glob("*/*")) == []


def test_what_is_packed_already_gets_no_twin() -> None:
    assert not packing.is_worthwhile("bild.jpg", 9999)
    assert not packing.is_worthwhile("index.html", 10)
    assert packing.is_worthwhile("index.html", 9999)
