"""The connection cut at random points: visitors see whole pages with their assets, and the next run completes."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self, cast
from urllib.parse import urlsplit

import msgspec
import pytest

from cutting_proxy import cut_after
from publish_case import BucketPlace, FolderPlace, Place, PublishCase
from s3_server import Bucket, s3_running
from sitegen.publish.target import PublishError, Target
from sitegen.publish.targets.login import Login
from sitegen.publish.targets.rsync import RsyncTarget
from sitegen.publish.targets.s3 import S3Target
from sitegen.publish.targets.sftp import SftpTarget
from sitegen.settings import publish as settings
from sshd import Sshd, sshd_running

pytestmark = pytest.mark.xdist_group("publishing")

SOAK = os.environ.get("SITEGEN_SOAK") == "1"
CUTS = {"sftp": 60 if SOAK else 3, "rsync": 30 if SOAK else 1, "s3": 60 if SOAK else 2}
SEED = 20261122
LARGEST_BUDGET = 60_000
"""Bytes; a whole transfer of these files takes about as many."""

Through = Callable[[int], Target]
"""A target that is reached by this port."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    with sshd_running(tmp_path_factory.mktemp("sshd")) as running:
        yield running


def site(version: int, chance: random.Random) -> dict[str, bytes]:
    """Pages that name the stylesheet and the page after them, with some ballast."""
    style = f"assets/style.{version:010x}.css"
    pages = {f"blog/{number}/index.html" for number in range(version, version + 12)}
    start = "".join(f'<a href="{page}">' for page in sorted(pages))
    body = chance.randbytes(400).hex()
    return {
        "index.html": f"<!-- {version} --><link href={style}>{start}".encode(),
        **{page: f"<!-- {version} --><link href={style}>{body}".encode() for page in pages},
        style: f"/* {version} */".encode(),
        "sitemap.xml": str(version).encode(),
    }


def assert_whole(files: dict[str, bytes], versions: list[dict[str, bytes]]) -> None:
    """Each file is as it was in some version, and whatever a page names is there."""
    for path, content in files.items():
        if ".sitegen-part-" in path or re.search(r"/?\.[^/]*\.\w{6}$", path):
            continue  # a temporary name, which nothing leads to
        assert any(version.get(path) == content for version in versions), path
        for named in re.findall(rb"(?:link href=|<a href=\")([^\">]+)", content):
            assert named.decode() in files, f"{path} leads to {named.decode()}"


def run_with_cuts(case: PublishCase, through: Through, port: int, *, cuts: int, seed: int) -> None:
    """Publish one version after another over a line that is cut, and after each cut over one that is not."""
    chance = random.Random(seed)
    versions = [site(0, chance)]
    case.publish(versions[0])
    for number in range(1, cuts + 1):
        versions.append(site(number, chance))
        budget = chance.randrange(LARGEST_BUDGET)
        try:
            with cut_after(port, budget) as cut_port:
                case.publish(versions[-1], target=through(cut_port))
        except PublishError as error:
            if error.finding.code != "SG656":
                raise
        assert_whole(case.place.files(), versions[-2:])
        if chance.random() < 0.3:
            versions.append(site(number + 1000, chance))  # somebody wrote on, meanwhile
        case.publish(versions[-1])
        assert case.place.files() == versions[-1], (seed, number)


def login_to(server: Sshd, folder: Path) -> Login:
    return Login(
        host="127.0.0.1",
        port=server.port,
        user=server.user,
        folder=str(folder),
        fingerprints=(server.fingerprint,),
        key_file=str(server.key_file),
    )


@pytest.mark.parametrize(("kind", "make"), [("sftp", SftpTarget), ("rsync", RsyncTarget)])
@pytest.mark.soak
def test_ssh_is_cut(kind: str, make: type[SftpTarget], server: Sshd, tmp_path: Path) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    login = login_to(server, folder)

    def through(port: int) -> Target:
        return same_key(make(msgspec.structs.replace(login, port=port)), make(login))

    case = PublishCase(tmp_path / "site", FolderPlace(folder, lambda: make(login)))
    run_with_cuts(case, through, server.port, cuts=CUTS[kind], seed=SEED)


@pytest.mark.soak
def test_s3_is_cut(tmp_path: Path) -> None:
    with s3_running() as endpoint:
        bucket = Bucket(endpoint, "geschnitten")
        port = urlsplit(endpoint).port
        assert port is not None

        def target(by: int) -> Target:
            return S3Target(settings.S3Target(bucket=bucket.name, endpoint=f"http://127.0.0.1:{by}"))

        place: Place = BucketPlace(bucket, lambda: target(port))
        case = PublishCase(tmp_path / "site", place)
        run_with_cuts(case, lambda by: same_key(target(by), target(port)), port, cuts=CUTS["s3"], seed=SEED)


def test_what_has_arrived_is_not_sent_again(server: Sshd, tmp_path: Path) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    login = login_to(server, folder)
    case = PublishCase(tmp_path / "site", FolderPlace(folder, lambda: SftpTarget(login)))
    chance = random.Random(SEED)
    files = {f"bilder/{number}.jpg": chance.randbytes(20_000) for number in range(40)}
    with cut_after(server.port, 400_000) as port, pytest.raises(PublishError, match="SG656"):
        case.publish(files, target=same_key(SftpTarget(msgspec.structs.replace(login, port=port)), SftpTarget(login)))
    arrived = case.place.files()
    whole = [path for path in files if path in arrived]
    assert 5 < len(whole) < 40
    proposal = case.publish(files)
    assert proposal.goes_on
    assert len(proposal.put) <= 40 - len(whole)
    assert case.place.files() == files


def same_key(way: Target, place: Target) -> Target:
    """`way`, reached by another port, as the place that it is."""
    return cast("Target", SameKey(way, place))


class SameKey:
    """A target that is reached another way, and is the same place all the same."""

    def __init__(self, way: Target, place: Target) -> None:
        self._way = way
        self.key = place.key
        self.name = place.name

    def __getattr__(self, name: str) -> object:
        return getattr(self._way, name)

    def __enter__(self) -> Self:
        self._way.__enter__()
        return self

    def __exit__(self, *raised: object) -> None:
        self._way.__exit__(*raised)  # type: ignore[arg-type]
