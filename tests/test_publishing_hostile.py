"""What a place that is not to be trusted, or a machine that is set up otherwise, can do to publishing: nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from s3_server import Bucket, s3_running
from sitegen.cli.publish.report import detail_lines
from sitegen.publish.destination import FileDestination
from sitegen.publish.records import MANIFEST, Entry, Facts, Journal, Stamp, Version, encoded, version_id
from sitegen.publish.store import Store
from sitegen.publish.target import Beat, Parcel, PublishError, Sending, Target
from sitegen.publish.targets import ssh_trust
from sitegen.publish.targets.folder import FolderTarget
from sitegen.publish.targets.login import Login
from sitegen.publish.targets.rsync import RsyncTarget
from sitegen.publish.targets.s3 import S3Target
from sitegen.settings import publish as settings
from sitegen.settings.load import load
from sshd import Sshd, sshd_running

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FIRST = {"index.html": b"<p>Start</p>", "blog/eins/index.html": b"<p>Eins</p>"}

pytestmark = pytest.mark.xdist_group("publishing")


def version_of(store: Store, files: Mapping[str, bytes], facts: Facts | None = None) -> Version:
    stamps = {path: store.keep_bytes(content) for path, content in files.items()}
    return Version(id=version_id(stamps), at=NOW.isoformat(), files=stamps, facts=facts or Facts())


def publish(store: Store, target: Target, files: Mapping[str, bytes]) -> None:
    with FileDestination(target, store, pause=lambda _seconds: None) as destination:
        destination.propose(version_of(store, files))
        destination.publish(now=NOW, tell=lambda _done, _total: None)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "online"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "site", key="ort")


def test_no_manifest_leads_to_a_file_of_this_machine(place: Path, store: Store, tmp_path: Path) -> None:
    """Going back deletes damaged bytes that were kept; a digest is never a way to other files."""
    diary = tmp_path / "tagebuch.txt"
    diary.write_text("geheim")
    hostile = Version(id="vorher", at=NOW.isoformat(), files={"alt.html": Stamp(str(diary), 6)})
    (place / MANIFEST).write_bytes(encoded(hostile))
    with pytest.raises(PublishError, match="SG659"):
        publish(store, FolderTarget(place), FIRST)
    assert diary.read_text() == "geheim"


@pytest.mark.parametrize("stamp", [Stamp("../" * 9 + "etc/passwd", 5), Stamp("zz" * 16, 5), Stamp("0" * 31, 5)])
@pytest.mark.parametrize("name", ["there", "put"])
def test_no_journal_does_either(place: Path, store: Store, name: str, stamp: Stamp) -> None:
    journal = Journal(base="", wanted="x", since=1)
    hostile = msgspec.structs.replace(journal, **{name: {"a.html": stamp}})
    (place / ".sitegen-journal.json").write_bytes(encoded(hostile))
    with pytest.raises(PublishError, match="SG659"):
        publish(store, FolderTarget(place), FIRST)


@pytest.mark.parametrize("since", [-1, 2**32, 2**62])
def test_a_time_that_no_clock_shows_is_no_record_of_ours(place: Path, store: Store, since: int) -> None:
    """SFTP knows seconds up to 2106, the system some more: beyond, every transfer would end in a crash."""
    (place / MANIFEST).write_bytes(encoded(Version(id="x", at=NOW.isoformat(), since=since)))
    with pytest.raises(PublishError, match="SG659"):
        publish(store, FolderTarget(place), FIRST)


@pytest.mark.parametrize("name", ["x" * 5000, "\u00e4" * 200, "../../x", "a/b"])
def test_a_version_of_any_name_is_remembered(place: Path, store: Store, name: str) -> None:
    """The name is the place's to choose; the file that it is kept in here is not."""
    (place / MANIFEST).write_bytes(encoded(Version(id=name, at=NOW.isoformat())))
    publish(store, FolderTarget(place), FIRST)
    assert store.before(store.history().ids[-1]) == name
    assert store.version(name) is not None


def test_what_comes_back_moves_no_cursor(place: Path, store: Store) -> None:
    """Titles are told to the owner in her terminal."""
    facts = Facts(posts={"x": Entry(title="\x1b]0;boese\x07Titel\u202e", url="/x/")})
    (place / MANIFEST).write_bytes(encoded(Version(id="x", at=NOW.isoformat(), facts=facts)))
    with FileDestination(FolderTarget(place), store) as destination:
        proposal = destination.propose(version_of(store, FIRST))
    (line,) = detail_lines(proposal.changes)
    assert "Titel" in line
    assert not [char for char in line if char < " " or char == "\u202e"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    with sshd_running(tmp_path_factory.mktemp("sshd")) as running:
        yield running


def rsync_to(server: Sshd, folder: Path) -> RsyncTarget:
    login = Login(
        host="127.0.0.1",
        port=server.port,
        user=server.user,
        folder=str(folder),
        fingerprints=(server.fingerprint,),
        key_file=str(server.key_file),
    )
    return RsyncTarget(login)


def parcels_of(store: Store, files: Mapping[str, bytes]) -> list[Parcel]:
    version = version_of(store, files)
    return [Parcel(path=path, source=store.blob(stamp.digest), stamp=stamp) for path, stamp in version.files.items()]


def sending(arrived: Callable[[Parcel], None] = lambda _parcel: None) -> Sending:
    return Sending(since=1, beat=Beat(path=".sitegen-lock.json", content=lambda: b"{}"), arrived=arrived)


def test_rsync_knows_what_has_arrived_in_any_language(
    server: Sshd, place: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under `LC_ALL=C`, as cron has it, rsync writes an umlaut as `\\#303\\#274`."""
    monkeypatch.setenv("LC_ALL", "C")
    names = {"Büro.html": b"1", "a\u2028b.html": b"2", "x\x85y.html": b"3", "da.html": b"4"}
    with rsync_to(server, place) as target:
        (place / "da.html").write_bytes(b"4")
        parcels = parcels_of(store, names)
        assert target.arrived(parcels, since=1) == {"da.html"}
        target.put(parcels, sending())
        assert target.arrived(parcels, since=1) == set(names)
        assert target.existing(names) == set(names)


def test_visitors_may_read_what_a_careful_owner_sends(server: Sshd, place: Path, store: Store) -> None:
    before = os.umask(0o077)
    try:
        with rsync_to(server, place) as target:
            target.put(parcels_of(store, FIRST), sending())
    finally:
        os.umask(before)
    assert (place / "blog/eins/index.html").stat().st_mode & 0o777 == 0o644
    assert (place / "blog").stat().st_mode & 0o777 == 0o755


class Lively:
    """Counts the signs of life."""

    def __init__(self, seconds: float) -> None:
        self.beats = 0
        self.sending = Sending(
            since=1,
            beat=Beat(path=".sitegen-lock.json", content=self._content, seconds=seconds),
            arrived=lambda _parcel: None,
        )

    def _content(self) -> bytes:
        self.beats += 1
        return b"{}"


def test_who_sends_without_a_pause_is_alive(place: Path, store: Store) -> None:
    """Others take a lock over after twenty seconds without a sign."""
    lively = Lively(0.0)
    FolderTarget(place).put(parcels_of(store, FIRST), lively.sending)
    assert lively.beats == len(FIRST)


def test_to_a_storage_too(store: Store) -> None:
    many = {f"seite-{number}.html": str(number).encode() for number in range(200)}
    lively = Lively(0.1)
    with s3_running() as endpoint:
        bucket = Bucket(endpoint, "mein-buero")
        with S3Target(settings.S3Target(bucket="mein-buero", endpoint=endpoint)) as target:
            target.put(parcels_of(store, many), lively.sending)
        listed = bucket.client.list_objects_v2(Bucket="mein-buero")["KeyCount"]
    assert listed == len(many) + 1
    assert lively.beats


@pytest.mark.parametrize("damaged", [b"kaputt\n", b"\xff\xfe\n", b"@unsinn x\n", b"|1|!|! ssh-rsa !\n"])
def test_a_damaged_line_hides_no_server(
    server: Sshd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bytes
) -> None:
    known = tmp_path / "known_hosts"
    known.write_bytes(damaged + server.known_hosts_line.encode() + damaged)
    monkeypatch.setattr(ssh_trust, "KNOWN_HOSTS", known)
    trusted, *_ = ssh_trust.Trust("127.0.0.1", server.port, fingerprints=()).known("127.0.0.1", "", server.port)
    assert len(trusted) == 1


@pytest.mark.parametrize("user", ["-oProxyCommand=x", "rsync://x", "a/b", "a:b", "a b", ""])
def test_no_user_turns_an_address_into_something_else(user: str) -> None:
    lines = "title: Büro\nurl: https://www.example.org/\npublish: {{to: rsync, host: a.example, user: '{}'}}\n"
    assert load(lines.format("u1@büro-1")).findings == ()
    assert load(lines.format(user)).findings
