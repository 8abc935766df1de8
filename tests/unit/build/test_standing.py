"""Whether anything changed is seen by looking, and what cannot be seen for sure counts as changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec
import pytest

from sitegen.build.memory.standing import (
    Look,
    Standing,
    Statuses,
    keep_record,
    kept_record,
    look_at,
    still_the_same,
)

LATER = 10_000_000_000
"""Nanoseconds: long enough for every file to be believed."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not tell when a file was last touched")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in (("a.md", "Eins"), ("b.md", "Zwei"), ("fotos/c.jpg", "Bild")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def settled(site: Path) -> Look:
    """A look at a time when nothing is young."""
    return look_at([site], now_ns=time.time_ns() + LATER)


def test_what_nobody_touched_is_the_same(site: Path) -> None:
    assert still_the_same(settled(site), settled(site))
    assert settled(site).young == {}


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "a.md").write_text("Drei"),
        lambda site: (site / "neu.md").write_text(""),
        lambda site: (site / "b.md").unlink(),
        lambda site: (site / "b.md").rename(site / "d.md"),
        lambda site: (site / "fotos" / "c.jpg").rename(site / "c.jpg"),
        lambda site: (site / "leer").mkdir() or (site / "leer" / "x").touch(),
        lambda site: (site / "a.md").chmod(0o600),
    ],
    ids=["text", "new", "deleted", "renamed", "moved", "folder", "rights"],
)
def test_every_change_is_seen(site: Path, change: object) -> None:
    before = settled(site)
    change(site)  # type: ignore[operator]
    assert not still_the_same(before, settled(site))


def test_a_time_that_was_set_back_deceives_nobody(site: Path) -> None:
    path = site / "a.md"
    before, status = settled(site), path.stat()
    path.write_text("Zwei")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_mtime_ns == status.st_mtime_ns
    assert path.stat().st_size == status.st_size
    assert not still_the_same(before, settled(site))


def test_young_files_are_believed_by_their_bytes_alone(site: Path) -> None:
    before = look_at([site])
    assert set(before.young) == {str(site / name) for name in ("a.md", "b.md", "fotos/c.jpg")}
    assert still_the_same(before, look_at([site]))
    changed = msgspec.structs.replace(before, young={**before.young, str(site / "a.md"): "another digest"})
    assert not still_the_same(changed, look_at([site]))


def test_young_files_that_take_long_to_read_are_not_judged(site: Path) -> None:
    with (site / "film.mp4").open("wb") as film:
        film.truncate(2**40)  # a hole: nobody reads that in a test
    assert look_at([site]).stamp == ""
    assert settled(site).stamp


def test_links_are_not_judged(site: Path) -> None:
    (site / "link.md").symlink_to(site / "a.md")
    assert settled(site).stamp == ""
    assert not still_the_same(settled(site), settled(site))


def test_what_is_not_there_counts_as_nothing(tmp_path: Path) -> None:
    assert still_the_same(look_at([tmp_path / "a"]), look_at([tmp_path / "a"]))


def test_one_file_may_be_looked_at(site: Path) -> None:
    before = look_at([site / "a.md"], now_ns=time.time_ns() + LATER)
    (site / "b.md").write_text("anders")
    assert still_the_same(before, look_at([site / "a.md"], now_ns=time.time_ns() + LATER))
    (site / "a.md").write_text("anders")
    assert not still_the_same(before, look_at([site / "a.md"], now_ns=time.time_ns() + LATER))


def test_named_files_have_a_stamp_and_missing_ones_have_none(site: Path) -> None:
    first, second = Statuses(site), Statuses(site)
    assert first.stamp(["a.md"]) == second.stamp(["a.md"]) != first.stamp(["b.md"])
    assert first.stamp(["a.md", "fehlt.md"]) == ""


def test_a_file_is_asked_about_once_until_it_is_written(site: Path) -> None:
    statuses = Statuses(site)
    before = statuses.stamp(["a.md"])
    (site / "a.md").write_text("etwas ganz anderes", "utf-8")
    assert statuses.stamp(["a.md"]) == before != Statuses(site).stamp(["a.md"])
    statuses.forget(["a.md", "b.md"])
    assert statuses.stamp(["a.md"]) == Statuses(site).stamp(["a.md"])


def test_what_somebody_has_asked_before_is_not_asked_again(site: Path) -> None:
    told = Statuses(site).of(["a.md"])
    statuses = Statuses(site, lambda: dict(told))
    (site / "a.md").write_text("etwas ganz anderes", "utf-8")
    assert statuses.of(["a.md", "b.md", "fehlt.md"]) == told | Statuses(site).of(["b.md"])
    statuses.forget(["a.md"])
    assert statuses.of(["a.md"]) == Statuses(site).of(["a.md"])


def test_what_is_written_before_it_is_heard_of_is_looked_at_again(site: Path) -> None:
    told = Statuses(site).of(["a.md"])
    statuses = Statuses(site, lambda: dict(told))
    (site / "a.md").write_text("etwas ganz anderes", "utf-8")
    statuses.forget(["a.md"])
    assert statuses.of(["a.md"]) == Statuses(site).of(["a.md"])


STANDING = Standing(asked="x", since=1, until=2, look=Look(stamp="s"), made="m", told=msgspec.Raw(b"\xa1x"))


def test_a_record_is_read_as_it_was_kept(tmp_path: Path) -> None:
    keep_record(tmp_path / "standing", STANDING)
    assert kept_record(tmp_path / "standing", Standing) == STANDING


@pytest.mark.parametrize("position", [0, 20, -1])
def test_a_damaged_record_is_none(tmp_path: Path, position: int) -> None:
    path = tmp_path / "standing"
    keep_record(path, STANDING)
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)
    assert kept_record(path, Standing) is None


def test_no_record_is_none(tmp_path: Path) -> None:
    assert kept_record(tmp_path / "standing", Standing) is None
    (tmp_path / "standing").write_bytes(b"")
    assert kept_record(tmp_path / "standing", Standing) is None


def test_a_disk_that_refuses_is_no_harm(tmp_path: Path) -> None:
    keep_record(tmp_path / "no folder" / "standing", STANDING)
    assert not (tmp_path / "no folder").exists()
