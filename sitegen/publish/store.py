"""The versions that this machine has published, with the bytes of their files: what `--undo` brings back.

Below `.sitegen/published/`: `blobs/` holds each content once, named by its digest; for each target a folder with its
versions and their order. A blob is copied, never linked, so that nothing that happens to `public/` reaches it, and its
digest is looked at again before it travels. What no kept version names is deleted.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec

from sitegen.output.files import digest_of_file
from sitegen.output.place import STATE_FOLDER
from sitegen.publish.records import Stamp, UnreadableError, Version, encoded, read_version

FOLDER: Final = f"{STATE_FOLDER}/published"
KEPT: Final = 5
"""Versions that can be gone back through."""
_NAME_LENGTH: Final = 16
_LONGEST_ID: Final = 64
"""Ids of ours have 24 characters, those of git's commits 40 or 64; what a target says may be of any length."""


class History(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of versions as they were published, the newest last; and the token of a transfer that has not ended."""

    ids: tuple[str, ...] = ()
    token: str = ""


class Store:
    """What is kept in the site folder `root` about the target named `key`."""

    def __init__(self, root: Path, *, key: str) -> None:
        """`key` names the target: the same for as long as files go to the same place."""
        self._root = root / FOLDER
        self._blobs = self._root / "blobs"
        name = hashlib.blake2b(key.encode(), digest_size=_NAME_LENGTH // 2).hexdigest()
        self._folder = self._root / name

    @property
    def lock_file(self) -> Path:
        """The file that is locked while this machine publishes."""
        return self._root / "lock"

    @property
    def work(self) -> Path:
        """A folder for what is needed during one transfer only."""
        return self._folder / "work"

    @property
    def replaced(self) -> Path:
        """Where files of others are saved before they are replaced."""
        return self._root / "replaced"

    def blob(self, digest: str) -> Path:
        """Where the bytes with this digest are kept, if they are."""
        return self._blobs / digest[:2] / digest

    def keep(self, source: Path, digest: str) -> Stamp:
        """Keep the bytes of the file `source`, which was seen to have `digest`; the stamp that they really have."""
        kept = self.blob(digest)
        if kept.is_file() and digest_of_file(kept) == digest:
            return Stamp(digest, kept.stat().st_size)
        fresh = self._fresh()
        shutil.copyfile(source, fresh)
        return self._take_in(fresh)

    def keep_bytes(self, content: bytes) -> Stamp:
        """Keep these bytes."""
        fresh = self._fresh()
        fresh.write_bytes(content)
        return self._take_in(fresh)

    def holds(self, stamp: Stamp) -> bool:
        """Whether the bytes are here, and still what they were."""
        kept = self.blob(stamp.digest)
        return kept.is_file() and kept.stat().st_size == stamp.size and digest_of_file(kept) == stamp.digest

    def missing(self, files: Mapping[str, Stamp]) -> tuple[str, ...]:
        """The paths whose bytes are not here, sorted; a damaged blob is deleted, so that it is made anew."""
        lost = sorted(path for path, stamp in files.items() if not self.holds(stamp))
        for path in lost:
            self.blob(files[path].digest).unlink(missing_ok=True)
        return tuple(lost)

    def history(self) -> History:
        """What was published to this target from here; damaged or absent: nothing."""
        try:
            return msgspec.json.decode((self._folder / "history.json").read_bytes(), type=History)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return History()

    def version(self, version_id: str) -> Version | None:
        """A version by its id; None where it is not kept here."""
        try:
            return read_version(self._version_file(version_id).read_bytes())
        except (OSError, UnreadableError):
            return None

    def newest(self) -> Version | None:
        """What this machine knows to have been published last."""
        ids = self.history().ids
        return self.version(ids[-1]) if ids else None

    def begin(self, token: str) -> None:
        """Note that a transfer with this token is under way."""
        self._write_history(msgspec.structs.replace(self.history(), token=token))

    def published(self, version: Version, *, before: Version | None) -> None:
        """Note what is online now, and what was before if it is not known here yet."""
        ids = [*self.history().ids]
        if before is not None and before.id not in ids:
            self._write(self._version_file(before.id), encoded(before))
            ids.append(before.id)
        self._write(self._version_file(version.id), encoded(version))
        if version.id not in ids[-1:]:
            ids.append(version.id)
        self._end_with(ids)

    def went_back_to(self, version: Version) -> None:
        """Note that this earlier version is online again: what came after it is gone."""
        ids = self.history().ids
        self._write(self._version_file(version.id), encoded(version))
        self._end_with([*ids[: _last(ids, version.id) + 1]])

    def before(self, version_id: str) -> str:
        """The id of the version that was online before this one; empty where none is known."""
        ids = self.history().ids
        position = _last(ids, version_id)
        return ids[position - 1] if position > 0 else ""

    def _end_with(self, ids: list[str]) -> None:
        self._write_history(History(ids=tuple(ids[-KEPT:])))
        self._prune()

    def _prune(self) -> None:
        """Delete versions and blobs that no target's history leads to any more."""
        for folder in self._targets():
            kept = {_file_name(id_) for id_ in _ids_in(folder)}
            for path in (folder / "versions").iterdir():
                if path.name not in kept:
                    path.unlink()
        needed = {stamp.digest for version in self._versions() for stamp in version.files.values()}
        for blob in self._blobs.glob("??/*"):
            if blob.name not in needed:
                blob.unlink()

    def _targets(self) -> list[Path]:
        return sorted(path.parent for path in self._root.glob("*/versions"))

    def _versions(self) -> Iterable[Version]:
        for folder in self._targets():
            for path in (folder / "versions").glob("*.json"):
                try:
                    yield read_version(path.read_bytes())
                except UnreadableError:
                    continue

    def _version_file(self, version_id: str) -> Path:
        return self._folder / "versions" / _file_name(version_id)

    def _write_history(self, history: History) -> None:
        self._write(self._folder / "history.json", msgspec.json.encode(history))

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.new")
        fresh.write_bytes(content)
        fresh.replace(path)

    def _fresh(self) -> Path:
        self._blobs.mkdir(parents=True, exist_ok=True)
        return self._blobs / f"new-{os.urandom(6).hex()}"

    def _take_in(self, fresh: Path) -> Stamp:
        stamp = Stamp(digest_of_file(fresh), fresh.stat().st_size)
        kept = self.blob(stamp.digest)
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh.replace(kept)
        return stamp


def _file_name(version_id: str) -> str:
    is_name = version_id.isascii() and version_id.isalnum() and len(version_id) <= _LONGEST_ID
    safe = version_id if is_name else hashlib.blake2b(version_id.encode(), digest_size=8).hexdigest()
    return f"{safe}.json"


def _last(ids: tuple[str, ...], version_id: str) -> int:
    return max((index for index, id_ in enumerate(ids) if id_ == version_id), default=-1)


def _ids_in(folder: Path) -> tuple[str, ...]:
    try:
        return msgspec.json.decode((folder / "history.json").read_bytes(), type=History).ids
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ()
