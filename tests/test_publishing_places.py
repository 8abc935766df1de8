"""What holds for every place that files go to, over real servers: OpenSSH for SFTP and rsync, moto for S3."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publish_case import BucketPlace, FolderPlace, Place, PublishCase, manifest_of
from s3_server import Bucket, s3_running
from sitegen.publish.records import JOURNAL, LOCK, MANIFEST, Lock, encoded
from sitegen.publish.remote_lock import WATCHED
from sitegen.publish.target import PublishError, Target
from sitegen.publish.targets.folder import FolderTarget
from sitegen.publish.targets.login import Login
from sitegen.publish.targets.rsync import RsyncTarget
from sitegen.publish.targets.s3 import S3Target
from sitegen.publish.targets.sftp import SftpTarget
from sitegen.settings import publish as settings
from sshd import Sshd, sshd_running

pytestmark = pytest.mark.xdist_group("publishing")

FIRST = {
    "index.html": b"<p>Start</p>",
    "blog/eins/index.html": b"<p>Eins</p>",
    "blog/zwei/index.html": b"<p>Zwei</p>",
    "assets/stil.1a2b3c4d5e.css": b"p {}",
    "sitemap.xml": b"<urlset/>",
    "bilder/Büro im „Hof“, 'a' $b.jpg": b"\xff\xd8",
}
SECOND = {
    **{
        path: content
        for path, content in FIRST.items()
        if path not in {"blog/zwei/index.html", "assets/stil.1a2b3c4d5e.css"}
    },
    "index.html": b"<p>Start mit drei</p>",
    "blog/drei/index.html": b"<p>Drei</p>",
    "assets/stil.ffffffffff.css": b"p { color: red }",
}

KINDS = ("folder", "sftp", "rsync", "s3")
by_records = pytest.mark.parametrize("place", ["folder", "sftp", "s3"], indirect=True)
"""What only our own records decide; rsync's go over SFTP."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    with sshd_running(tmp_path_factory.mktemp("sshd")) as running:
        yield running


@pytest.fixture(scope="module")
def storage() -> Iterator[str]:
    with s3_running() as endpoint:
        yield endpoint


def login_to(server: Sshd, folder: Path, *, port: int | None = None) -> Login:
    return Login(
        host="127.0.0.1",
        port=port or server.port,
        user=server.user,
        folder=str(folder),
        fingerprints=(server.fingerprint,),
        key_file=str(server.key_file),
    )


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place of each kind."""
    folder = tmp_path / "web"
    folder.mkdir()
    kind: str = request.param
    if kind == "s3":
        endpoint: str = request.getfixturevalue("storage")
        bucket = Bucket(endpoint, f"b{abs(hash(str(tmp_path))):x}")
        return BucketPlace(bucket, lambda: S3Target(settings.S3Target(bucket=bucket.name, endpoint=endpoint)))
    if kind == "folder":
        return FolderPlace(folder, lambda: FolderTarget(folder))
    running: Sshd = request.getfixturevalue("server")
    makers: dict[str, Callable[[], Target]] = {
        "sftp": lambda: SftpTarget(login_to(running, folder)),
        "rsync": lambda: RsyncTarget(login_to(running, folder)),
    }
    return FolderPlace(folder, makers[kind])


@pytest.fixture
def case(tmp_path: Path, place: Place) -> PublishCase:
    return PublishCase(tmp_path / "site", place)


def test_a_site_goes_online_changes_and_comes_back(case: PublishCase, place: Place) -> None:
    assert case.publish(FIRST).is_first
    assert place.files() == FIRST
    proposal = case.publish(SECOND)
    assert place.files() == SECOND
    assert [item.path for item in proposal.put] == [
        "assets/stil.ffffffffff.css",
        "blog/drei/index.html",
        "index.html",
    ]
    assert proposal.gone == ("assets/stil.1a2b3c4d5e.css", "blog/zwei/index.html")
    assert case.sent == [6, 3]
    assert case.propose(SECOND).is_empty
    case.undo()
    assert place.files() == FIRST
    with pytest.raises(PublishError, match="SG661"):
        case.undo()


def test_files_of_others_stay_and_are_not_replaced_unasked(case: PublishCase, place: Place) -> None:
    place.put("index.html", b"Hier entsteht eine Website")
    place.put("logos/kunde.png", b"png")
    place.put("blog/notizen.txt", b"Notizen")
    assert case.propose(FIRST).foreign == ("index.html",)
    case.publish(FIRST)
    assert (case.root / ".sitegen/published/replaced/index.html").read_bytes() == b"Hier entsteht eine Website"
    case.publish({"neu.html": b"Alles neu"})
    assert place.files() == {"logos/kunde.png": b"png", "blog/notizen.txt": b"Notizen", "neu.html": b"Alles neu"}


@by_records
def test_what_another_machine_has_published_is_known(case: PublishCase, place: Place, tmp_path: Path) -> None:
    case.publish(FIRST)
    other = PublishCase(tmp_path / "elsewhere", place)
    other.now = case.now
    proposal = other.publish(SECOND)
    assert [(change.fate, change.title) for change in proposal.changes] == [
        ("new", "blog/drei/index.html"),
        ("changed", "index.html"),
        ("gone", "blog/zwei/index.html"),
    ]
    assert place.files() == SECOND
    with pytest.raises(PublishError, match="SG662"):
        case.undo()
    assert place.files() == SECOND


@pytest.mark.parametrize("place", ["folder"], indirect=True)
@pytest.mark.parametrize("path", ["../fremd.html", "/etc/passwd", "a/../../b", "a\\b", ".sitegen-x", "a//b", "a\nb"])
def test_a_hostile_manifest_is_not_obeyed(case: PublishCase, place: Place, path: str) -> None:
    case.publish(FIRST)
    manifest = manifest_of(place)
    assert manifest is not None
    quoted = encoded(Lock(token=path)).split(b'"token":')[1].split(b',"beat"')[0]
    place.put(MANIFEST, manifest.replace(b'"sitemap.xml"', quoted))
    with pytest.raises(PublishError, match="SG659"):
        case.publish({"index.html": b"x"})
    assert place.files() == FIRST


def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(case: PublishCase, place: Place) -> None:
    case.publish({"a": b"Datei", "b/c/d.html": b"Ordner"})
    after = {"a/index.html": b"Ordner", "b": b"Datei"}
    case.publish(after)
    assert place.files() == after


@by_records
def test_two_at_once_do_not_mix(case: PublishCase, place: Place) -> None:
    case.publish(FIRST)
    with case.destination() as destination, place.target() as target:
        destination.propose(case.version(SECOND))
        assert target.create(LOCK, encoded(Lock(token="another")))
        beats = iter(range(2, 1000))
        destination._pause = lambda _: target.write(LOCK, encoded(Lock(token="another", beat=next(beats))))
        with pytest.raises(PublishError, match="SG660"):
            destination.publish(now=case.now, tell=lambda _done, _total: None)
    assert place.files() == FIRST


@by_records
def test_a_lock_whose_holder_is_gone_is_taken_over(case: PublishCase, place: Place) -> None:
    case.publish(FIRST)
    with place.target() as target:
        assert target.create(LOCK, encoded(Lock(token="dead")))
    case.publish(SECOND)
    assert sum(case.waited) == WATCHED
    assert place.files() == SECOND
    with place.target() as target:
        assert target.read(LOCK) is None
        assert target.read(JOURNAL) is None


@by_records
def test_whoever_was_overtaken_stops(case: PublishCase, place: Place) -> None:
    case.publish(FIRST)
    with case.destination() as destination:
        destination.propose(case.version(SECOND))
        other = PublishCase(case.root.parent / "other", place)
        other.publish({**FIRST, "index.html": b"Von woanders"})
        with pytest.raises(PublishError, match="SG660"):
            destination.publish(now=case.now, tell=lambda _done, _total: None)
    assert place.files()["index.html"] == b"Von woanders"


@by_records
def test_a_place_that_was_emptied_is_filled_again(case: PublishCase, place: Place) -> None:
    case.publish(FIRST)
    for path in (*FIRST, MANIFEST):
        place.remove(path)
    assert case.publish(FIRST).is_first
    assert place.files() == FIRST


@by_records
def test_without_its_manifest_what_lies_there_is_still_known_here(case: PublishCase, place: Place) -> None:
    case.publish(FIRST)
    place.remove(MANIFEST)
    assert case.propose(SECOND).foreign == ()
    case.publish(SECOND)
    assert place.files() == SECOND
