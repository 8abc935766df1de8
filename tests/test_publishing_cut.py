"""A machine that dies in the middle of publishing: what the next run makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import SiteCase
from sitegen.cli.entry import run
from sitegen.publish.destination import FileDestination
from sitegen.publish.opening import destination_for
from sitegen.publish.records import JOURNAL, Version, version_id
from sitegen.publish.store import Store
from sitegen.publish.targets.folder import FolderTarget
from sitegen.settings import publish as settings
from sshd import Sshd, sshd_running

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.xdist_group("publishing")


def version_of(store: Store, files: Mapping[str, bytes]) -> Version:
    stamps = {path: store.keep_bytes(content) for path, content in files.items()}
    return Version(id=version_id(stamps), at=NOW.isoformat(), files=stamps)


class Dying(FolderTarget):
    """Ends the program once the new manifest is there, before anything is written down here."""

    def delete(self, paths: Sequence[str]) -> None:
        if JOURNAL in paths:
            raise KeyboardInterrupt
        super().delete(paths)


def publish(store: Store, target: FolderTarget, files: Mapping[str, bytes]) -> None:
    with FileDestination(target, store, pause=lambda _seconds: None) as destination:
        if not destination.propose(version_of(store, files)).is_empty:
            destination.publish(now=NOW, tell=lambda _done, _total: None)


def test_what_was_online_as_the_power_went_can_be_undone(tmp_path: Path) -> None:
    place = tmp_path / "online"
    place.mkdir()
    store = Store(tmp_path / "site", key="ort")
    publish(store, FolderTarget(place), {"index.html": b"eins"})
    with pytest.raises(KeyboardInterrupt):
        publish(store, Dying(place), {"index.html": b"zwei"})
    assert (place / "index.html").read_bytes() == b"zwei"
    publish(store, FolderTarget(place), {"index.html": b"zwei"})
    with FileDestination(FolderTarget(place), store, pause=lambda _seconds: None) as destination:
        destination.propose_return()
        destination.go_back(now=NOW, tell=lambda _done, _total: None)
    assert (place / "index.html").read_bytes() == b"eins"


def test_addresses_are_kept_though_nothing_is_left_to_send(tmp_path: Path) -> None:
    """The promise was not written down when the power went; what is online is what would be sent."""
    (tmp_path / "web").mkdir()
    where = f"publish:\n  to: folder\n  folder: {tmp_path / 'web'}\n"
    site = SiteCase.of(tmp_path / "site", {}, settings=f"title: Büro\nurl: https://www.example.org/\n{QUIET}{where}")
    lay_plain_layouts(site.root)
    site.post("eins", "Der erste.", title="Eins")
    assert run(["publish", "--yes", "--site", str(site.root)]) == 0
    kept = (site.root / "published-urls.txt").read_text()
    site.remove("published-urls.txt")
    assert run(["publish", "--dry-run", "--site", str(site.root)]) == 0
    assert not (site.root / "published-urls.txt").exists()
    assert run(["publish", "--yes", "--site", str(site.root)]) == 0
    assert (site.root / "published-urls.txt").read_text() == kept


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Sshd]:
    with sshd_running(tmp_path / "sshd") as running:
        yield running


def test_what_is_laid_ready_lies_with_our_own_things(server: Sshd, tmp_path: Path) -> None:
    """A program that is killed cannot clear up; in the site's own folder it would be committed."""
    (tmp_path / "online").mkdir()
    site = tmp_path / "site"
    site.mkdir()
    said = settings.RsyncTarget(
        host="127.0.0.1",
        port=server.port,
        user=server.user,
        folder=str(tmp_path / "online"),
        host_key=(server.fingerprint,),
        key_file=str(server.key_file),
    )
    seen: list[str] = []
    with destination_for(site, said, environment={}, ask=str) as destination:
        destination.propose(version_of(Store(site, key="egal"), {"index.html": b"eins"}))
        destination.publish(now=NOW, tell=lambda _done, _total: seen.extend(path.name for path in site.iterdir()))
    assert seen == [".sitegen"]
    assert not list((site / ".sitegen").rglob("stage*"))
