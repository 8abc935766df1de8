"""Files laid ready for a commit, in a folder of their own where nobody sees them.

Pages can be laid ready while it is still judged whether they will ever be published, and by several processes at once;
what is laid ready and not wanted is thrown away. A file whose folder will be new as well is laid *at home*: at the path
that it shall have, so that folders can be moved as a whole (see `whole_folders`). Nothing here touches the output
folder or decides what is written.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final, Self

import msgspec

from sitegen.output.carrying_off import carry_off
from sitegen.output.faults import SourceChangedError
from sitegen.output.files import OutputFile, digest_of_file
from sitegen.output.manifest import Entry
from sitegen.output.moving import write_new
from sitegen.output.place import Place

__all__ = ["HOME", "Laid", "Stage", "as_seen"]

HOME: Final = "new"
"""The folder of the stage that new folders lie in."""


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
        self._made = set[str]()

    def lay_early(self, file: OutputFile, *, standing: Mapping[str, str]) -> Laid:
        """Lay a file ready before it is asked for, unless it stands; for `know`, also out of a copy of this process.

        `standing` are the digests of files in the output folder. Where the disk refuses, nothing is said yet: the
        commit will ask it again.
        """
        if file.content is not None and standing.get(file.path) != file.digest:
            with suppress(OSError):
                return self._written(file, file.content, is_new=file.path not in standing)
        return as_seen(file)

    def know(self, laid: Mapping[str, Laid]) -> None:
        """What was laid ready, by the path it shall have."""
        self._laid |= laid

    def lay(self, file: OutputFile, *, missing: AbstractSet[str] = frozenset()) -> Laid:
        """A file laid ready; `missing` are folders that do not stand yet.

        What is copied is compared with what was seen when it was read. Raises OSError where the disk refuses and
        SourceChangedError where a file is no longer what it was.
        """
        laid = self._laid.get(file.path)
        if laid is None or not laid.name or laid.entry.digest != file.digest:
            laid = self._laid[file.path] = self._laid_now(file, is_new=file.path.rpartition("/")[0] in missing)
        return laid

    def at_home(self, wanted: AbstractSet[str]) -> dict[str, bool]:
        """Every path of which is known what lies ready, and whether it is one of `wanted` and its file lies at home."""
        return {path: path in wanted and one.name == f"{HOME}/{path}" for path, one in self._laid.items()}

    def _laid_now(self, file: OutputFile, *, is_new: bool) -> Laid:
        if file.content is not None:
            return self._written(file, file.content, is_new=is_new)
        if file.source is None:  # it stood when the build looked, and somebody has changed it since
            raise SourceChangedError(Path(file.path))
        return self._laid_by(partial(_copy, Path(file.source), digest=file.digest), file, is_new=is_new)

    def _written(self, file: OutputFile, content: bytes, *, is_new: bool) -> Laid:
        return self._laid_by(partial(write_new, content=content), file, is_new=is_new)

    def _laid_by(self, write: Callable[[str], None], file: OutputFile, *, is_new: bool) -> Laid:
        """At home where it `is_new` and that can be: its path may be too long here, or one with that of another."""
        if is_new:
            with suppress(OSError):
                return self._lying(write, file, self._name_at_home(file.path))
        return self._lying(write, file, self._free_name())

    def _lying(self, write: Callable[[str], None], file: OutputFile, name: str) -> Laid:
        path = f"{self.folder}/{name}"
        write(path)
        status = os.lstat(path)
        return Laid(Entry(digest=file.digest, size=status.st_size, mtime_ns=status.st_mtime_ns), name)

    def _name_at_home(self, path: str) -> str:
        name = f"{HOME}/{path}"
        self._make(name.rpartition("/")[0])
        return name

    def _make(self, folder: str) -> None:
        """Make a folder of the stage with all above it; another process may be doing the same."""
        if folder in self._made:
            return
        if folder == HOME:
            self.folder.mkdir(parents=True, exist_ok=True)
        else:
            self._make(folder.rpartition("/")[0])
        with suppress(FileExistsError):
            os.mkdir(f"{self.folder}/{folder}")  # noqa: PTH102 - a site has thousands
        self._made.add(folder)

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
            carry_off(self.folder, files=len(self._laid), place=self._place)
            shutil.rmtree(self._place.stages, ignore_errors=True)


def _copy(source: Path, staged: str, *, digest: str) -> None:
    try:
        stream = source.open("rb")
    except OSError as error:
        raise SourceChangedError(source) from error
    with stream, Path(staged).open("xb") as target:
        shutil.copyfileobj(stream, target)
    if digest_of_file(Path(staged)) != digest:
        raise SourceChangedError(source)
