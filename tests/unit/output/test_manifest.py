"""The manifest costs time when it is wrong, never a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.output.manifest import Entry, Manifest, encode_manifest, read_manifest
from sitegen.output.place import Place, place_for

ENTRY = Entry(digest="d", size=1, mtime_ns=2)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = place_for(tmp_path, tmp_path / "public")
    assert isinstance(place, Place)
    place.state.mkdir(parents=True)
    return place


def test_equal_manifests_give_equal_bytes() -> None:
    one = Manifest(files={"b": ENTRY, "a": ENTRY})
    other = Manifest(files={"a": ENTRY, "b": ENTRY})
    assert encode_manifest(one) == encode_manifest(other) == b'{"files":{"a":["d",1,2],"b":["d",1,2]}}'


def test_what_was_written_is_read_again(place: Place) -> None:
    manifest = Manifest(files={"ä/index.html": ENTRY})
    place.manifest.write_bytes(encode_manifest(manifest))
    assert read_manifest(place) == (manifest, ())


def test_a_missing_manifest_is_empty_and_no_news(place: Place) -> None:
    assert read_manifest(place) == (Manifest(), ())


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe", b'{"files":{"a":["d","x",2]}}', b"[]", b'{"files":{"\xff":1}}']
)
def test_a_damaged_manifest_is_empty_and_noted(place: Place, damage: bytes) -> None:
    place.manifest.write_bytes(damage)
    manifest, findings = read_manifest(place)
    assert manifest == Manifest()
    assert [finding.code for finding in findings] == ["SG614"]
    assert "„public“" in findings[0].message


def test_an_unreadable_manifest_is_empty_and_noted(place: Place) -> None:
    place.manifest.mkdir()
    assert [finding.code for finding in read_manifest(place)[1]] == ["SG614"]
