"""Files laid ready for a commit, in a folder of their own where nobody sees them.

Pages can be laid ready while it is still judged whether they will ever be published, and by several processes at once;
what is laid ready and not wanted is thrown away. Nothing here touches the output folder or decides what is written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Final, Self

import msgspec

from sitegen.output.faults import SourceChangedError
from sitegen.output.files import OutputFile, digest_of_file
from sitegen.output.manifest import Entry
from sitegen.output.moving import write_new
from sitegen.output.place import Place

__all__ = ["Laid", "Stage", "as_seen"]


class Laid(msgspec.Struct, frozen=True, array_like=True):
    """A file as it shall stand."""

    entry: Entry
    name: str = ""
    """What it is called in the stage; empty where it does not lie there."""


def as_seen(file: OutputFile) -> Laid:
    """What there is to say of `file`, for a build that shall write nothing."""
    return Laid(Entry(digest=file.digest, size=-1, mtime_ns=0))


class Stage:
    """The folder of one commit. Use it as a context: what no journal speaks of is gone in the end.

    Whoever is interrupted leaves at once, as after a kill: then the next command tidies up.
    """

    def __init__(self, place: Place) -> None:
        """Nothing is made before it is needed."""
        self.folder: Final = place.stages / os.urandom(4).hex()
        self._place = place
        self._laid: dict[str, Laid] = {}
        self._numbers = count()
        self._process = 0

    def lay_early(self, file: OutputFile, *, standing: Mapping[str, str]) -> Laid:
        """Lay a file ready before it is asked for, unless it stands; for `know`, also out of a copy of this process.

        `standing` are the digests of files in the output folder. Where the disk refuses, nothing is said yet: the
        commit will ask it again.
        """
        if file.content is not None and standing.get(file.path) != file.digest:
            try:
                return self._written(file, file.content)
            except OSError:
                pass
        return as_seen(file)

    def know(self, laid: Mapping[str, Laid]) -> None:
        """What was laid ready, by the path it shall have."""
        self._laid |= laid

    def lay(self, file: OutputFile) -> Laid:
        """A file laid ready. What is copied is compared with what was seen when it was read.

        Raises OSError where the disk refuses and SourceChangedError where a file is no longer what it was.
        """
        laid = self._laid.get(file.path)
        if laid is None or not laid.name or laid.entry.digest != file.digest:
            laid = self._laid[file.path] = self._laid_now(file)
        return laid

    def _laid_now(self, file: OutputFile) -> Laid:
        if file.content is not None:
            return self._written(file, file.content)
        if file.source is None:  # it stood when the build looked, and somebody has changed it since
            raise SourceChangedError(Path(file.path))
        name = self._free_name()
        _copy(Path(file.source), self.folder / name, digest=file.digest)
        return self._as_it_lies(file, name)

    def _written(self, file: OutputFile, content: bytes) -> Laid:
        name = self._free_name()
        write_new(f"{self.folder}/{name}", content)
        return self._as_it_lies(file, name)

    def _as_it_lies(self, file: OutputFile, name: str) -> Laid:
        status = os.lstat(f"{self.folder}/{name}")
        return Laid(Entry(digest=file.digest, size=status.st_size, mtime_ns=status.st_mtime_ns), name)

    def _free_name(self) -> str:
        """A name in the folder that this process has for itself: two that fill one folder wait for each other."""
        process = os.getpid()
        if process != self._process:
            (self.folder / str(process)).mkdir(parents=True, exist_ok=True)
            self._process = process
        return f"{process}/{next(self._numbers)}"

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """However it went."""
        is_interrupted = kind is not None and not issubclass(kind, Exception)
        if not is_interrupted and self.folder.exists() and not self._place.journal.exists():
            shutil.rmtree(self._place.stages, ignore_errors=True)


def _copy(source: Path, staged: Path, *, digest: str) -> None:
    try:
        stream = source.open("rb")
    except OSError as error:
        raise SourceChangedError(source) from error
    with stream, staged.open("wb") as target:
        shutil.copyfileobj(stream, target)
    if digest_of_file(staged) != digest:
        raise SourceChangedError(source)
