"""Versions made of a few files, and places that they go to: folder, SFTP, rsync and S3, each looked at from behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from s3_server import Bucket
from sitegen.output.files import digest_of
from sitegen.publish.destination import FileDestination, Proposal
from sitegen.publish.records import MANIFEST, OURS, Entry, Facts, Version, version_id
from sitegen.publish.store import Store
from sitegen.publish.target import Target

BEGAN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

Files = Mapping[str, bytes]


class Place(Protocol):
    """What lies at a target, seen without it."""

    def target(self) -> Target:
        """A fresh one, not yet connected."""

    def files(self) -> dict[str, bytes]:
        """Everything that lies there, our records left out."""

    def put(self, path: str, content: bytes) -> None:
        """Somebody else puts a file there, or changes one of our records."""

    def remove(self, path: str) -> None:
        """Somebody else deletes a file."""


class FolderPlace:
    """A folder of this machine that is reached somehow."""

    def __init__(self, folder: Path, make: Callable[[], Target]) -> None:
        self.folder = folder
        self._make = make

    def target(self) -> Target:
        return self._make()

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.startswith(OURS)
        }

    def put(self, path: str, content: bytes) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def remove(self, path: str) -> None:
        (self.folder / path).unlink()


class BucketPlace:
    """A bucket."""

    def __init__(self, bucket: Bucket, make: Callable[[], Target]) -> None:
        self.bucket = bucket
        self._make = make

    def target(self) -> Target:
        return self._make()

    def files(self) -> dict[str, bytes]:
        return {path: content for path, content in self.bucket.files().items() if not path.startswith(OURS)}

    def put(self, path: str, content: bytes) -> None:
        self.bucket.put(path, content)

    def remove(self, path: str) -> None:
        self.bucket.client.delete_object(Bucket=self.bucket.name, Key=path)


class PublishCase:
    """A machine that publishes to a place."""

    def __init__(self, root: Path, place: Place) -> None:
        self.root = root
        self.place = place
        self.now = BEGAN
        self.sent: list[int] = []
        """How many files each transfer sent."""
        self.waited: list[float] = []

    def destination(self, target: Target | None = None) -> FileDestination:
        target = target or self.place.target()
        return FileDestination(target, Store(self.root, key=target.key), pause=self.waited.append)

    def version(self, files: Files, facts: Facts | None = None) -> Version:
        store = Store(self.root, key="")
        stamps = {path: store.keep_bytes(content) for path, content in files.items()}
        return Version(id=version_id(stamps), at=self.now.isoformat(), files=stamps, facts=facts or facts_of(files))

    def propose(self, files: Files) -> Proposal:
        with self.destination() as destination:
            return destination.propose(self.version(files))

    def publish(self, files: Files, *, target: Target | None = None) -> Proposal:
        """Publish, whatever is in the way."""
        self.now += timedelta(minutes=1)
        arrived: list[int] = []
        with self.destination(target) as destination:
            proposal = destination.propose(self.version(files))
            destination.publish(now=self.now, tell=lambda done, _total: arrived.append(done))
        self.sent.append(len(arrived))
        return proposal

    def undo(self) -> Proposal:
        self.now += timedelta(minutes=1)
        with self.destination() as destination:
            proposal = destination.propose_return()
            destination.go_back(now=self.now, tell=lambda _done, _total: None)
        return proposal


def facts_of(files: Files) -> Facts:
    """Every page is a post."""
    return Facts(
        posts={
            path: Entry(title=path, url=f"/{path}", digest=digest_of(content))
            for path, content in files.items()
            if path.endswith(".html")
        }
    )


def manifest_of(place: Place) -> bytes | None:
    """Our record at a place."""
    with place.target() as target:
        return target.read(MANIFEST)
