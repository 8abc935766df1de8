"""A folder that this machine sees: a mounted drive, or the document root on the server itself.

Links within the folder are never followed, so nothing outside of it is written or deleted.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from sitegen.output.files import digest_of_file
from sitegen.output.moving import is_real_way, make_folder, take_away
from sitegen.publish.pulse import Pulse
from sitegen.publish.target import Parcel, PublishError, Sending, refused

TEMPORARY: Final = ".sitegen-part-"
_FULL: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})

T = TypeVar("T")


class FolderTarget:
    """The folder `folder`, which must be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def key(self) -> str:
        """The folder's path."""
        return f"folder:{self._folder.absolute().as_posix()}"

    @property
    def name(self) -> str:
        """The folder's path."""
        return str(self._folder)

    def __enter__(self) -> Self:
        if not self._folder.is_dir():
            raise refused("SG657", target=self.name, folder=str(self._folder))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to let go of."""

    def read(self, path: str) -> bytes | None:
        """The bytes; None for what is no file, or behind a link."""
        if not is_real_way(self._folder, path.rpartition("/")[0]) or not (self._folder / path).is_file():
            return None
        return self._safely((self._folder / path).read_bytes)

    def write(self, path: str, content: bytes) -> None:
        """By way of a temporary name."""

        def replace() -> None:
            fresh = self._folder / f"{TEMPORARY}{os.urandom(4).hex()}"
            fresh.write_bytes(content)
            fresh.chmod(0o600)
            fresh.replace(self._folder / path)

        self._safely(replace)

    def create(self, path: str, content: bytes) -> bool:
        """With O_EXCL."""

        def make() -> bool:
            try:
                descriptor = os.open(self._folder / path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                return False
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
            return True

        return self._safely(make)

    def existing(self, paths: Collection[str]) -> frozenset[str]:
        """By a look at each."""
        return frozenset(path for path in paths if os.path.lexists(self._folder / path))

    def arrived(self, parcels: Sequence[Parcel], *, since: int) -> frozenset[str]:  # noqa: ARG002 -- bytes say more than times
        """By their digests."""
        return frozenset(parcel.path for parcel in parcels if self._is_there(parcel))

    def put(self, parcels: Sequence[Parcel], sending: Sending) -> None:
        """One after another: each is copied beside its place and moved there."""
        known: set[str] = set()
        pulse = Pulse(sending.beat, self.write)
        for parcel in parcels:
            self._safely(lambda parcel=parcel: self._put(parcel, sending, known))  # type: ignore[misc]
            sending.arrived(parcel)
            pulse.keep()

    def delete(self, paths: Sequence[str]) -> None:
        """Files, and folders left empty."""
        for path in paths:
            self._safely(lambda path=path: list(take_away(self._folder, path)))  # type: ignore[misc]

    def sweep(self, folders: Collection[str]) -> None:
        """By a look into each."""
        for folder in folders:
            place = self._folder / folder
            if is_real_way(self._folder, folder) and place.is_dir():
                for left_behind in place.glob(f"{TEMPORARY}*"):
                    self._safely(lambda path=left_behind: path.unlink(missing_ok=True))  # type: ignore[misc]

    def _is_there(self, parcel: Parcel) -> bool:
        place = self._folder / parcel.path
        if not is_real_way(self._folder, parcel.path.rpartition("/")[0]) or not place.is_file():
            return False
        return place.stat().st_size == parcel.stamp.size and digest_of_file(place) == parcel.stamp.digest

    def _put(self, parcel: Parcel, sending: Sending, known: set[str]) -> None:
        make_folder(self._folder, parcel.path.rpartition("/")[0], known=known)
        place = self._folder / parcel.path
        fresh = place.with_name(f"{TEMPORARY}{os.urandom(4).hex()}")
        shutil.copyfile(parcel.source, fresh)
        os.utime(fresh, (sending.since, sending.since))
        fresh.replace(place)

    def _safely(self, act: Callable[[], T]) -> T:
        try:
            return act()
        except OSError as error:
            raise self._fault(error) from error

    def _fault(self, error: OSError) -> PublishError:
        if error.errno in _FULL:
            return refused("SG665", target=self.name)
        return refused("SG657", target=self.name, folder=str(error.filename or self._folder))
