"""What a commit still has to do, written down before it begins, and the doing of it.

From the moment the journal stands, the commit is decided: whoever finds it carries it out, as often as needed, always
with the same end. This module never compares and never stages.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

import msgspec

from sitegen.output.carrying_off import carry_off
from sitegen.output.files import is_clean_path
from sitegen.output.letting_go import LettingGo
from sitegen.output.manifest import decoded
from sitegen.output.moving import make_folder, move_folder, patiently, put_in_place, take_away
from sitegen.output.place import Place
from sitegen.output.swapping import swapper
from sitegen.output.whole_folders import is_within

__all__ = ["Journal", "Move", "carry_out", "read_journal", "spare_of"]


class Move(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One staged file on its way."""

    staged: str
    """Its name in the stage."""
    path: str
    """Relative to the output folder."""
    digest: str


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """A commit from its first move to its end."""

    key: str
    """Of the output folder, see `Place.key`."""
    stage: str
    """The name of the folder with the staged files and the new manifest."""
    blocking: tuple[str, ...]
    """Deleted before the moves: they stand in their way."""
    moves: tuple[Move, ...]
    removed: tuple[str, ...]
    """Deleted after the moves."""


def read_journal(path: Path) -> Journal | None:
    """The journal in the file `path`; None where it is damaged or names a path outside its folder.

    Raises OSError where it cannot be read.
    """
    journal = decoded(path.read_bytes(), type=Journal)
    if journal is None:
        return None
    moved = (path for move in journal.moves for path in (move.staged, move.path, move.digest))
    paths = (journal.stage, *journal.blocking, *journal.removed, *moved)
    return journal if all(is_clean_path(path) for path in paths) else None


def spare_of(journal: Journal, move: Move, *, place: Place) -> str:
    """Where the bytes wait beside their target if the stage lies on another file system."""
    folder, slash, _ = move.path.rpartition("/")
    return f"{place.out}/{folder}{slash}.sitegen-{journal.stage}-{move.digest}"


def carry_out(
    journal: Journal,
    *,
    place: Place,
    whole: Mapping[str, str] | None = None,
    standing: AbstractSet[str] = frozenset(),
) -> Iterator[str]:
    """Do all that `journal` says and then forget it. Each `yield` is a moment at which a kill must be harmless.

    `whole` are folders of the site, each with the name in the stage of one that holds all its files and nothing else;
    where they cannot be moved, and in a recovery, these files move one by one. Folders that were just seen `standing`
    are not looked at again. What is done already is passed over, so a second run completes a first; but it must leave
    out what lies in the stage with other bytes than the journal says, which may be what was replaced. Raises OSError
    where the disk refuses; then the journal stands and can be carried out later.
    """
    out, stage = place.out, place.stages / journal.stage
    for path in journal.blocking:
        yield from take_away(out, path)
    left = yield from _moved(journal, place, whole=whole or {}, standing=standing)
    for path in journal.removed:
        yield from take_away(out, path)
    staged, target = stage / place.manifest.name, place.manifest
    yield from put_in_place(str(staged), str(target), spare=str(target.with_suffix(".new")))
    yield "manifest in place"
    patiently(lambda: place.journal.unlink(missing_ok=True))
    yield "journal closed"
    carry_off(stage, files=left, place=place)
    with suppress(OSError):
        place.stages.rmdir()
    yield "stage cleared"


def _moved(
    journal: Journal, place: Place, *, whole: Mapping[str, str], standing: AbstractSet[str]
) -> Generator[str, None, int]:
    """Move everything; in the end, how many files that were replaced lie in the stage now."""
    out, stage, known, arrived = place.out, place.stages / journal.stage, set(standing), set[str]()
    for folder, staged in whole.items():
        make_folder(out, folder.rpartition("/")[0], known=known)
        if move_folder(f"{stage}/{staged}", f"{out}/{folder}"):
            arrived.add(folder)
            yield f"in place: {folder}/"
    moves = [move for move in journal.moves if not is_within(move.path, arrived)]
    swap, left = swapper(len(moves)), 0
    with LettingGo(len(moves)) as old:
        for move in moves:
            staged, path = f"{stage}/{move.staged}", f"{out}/{move.path}"
            is_new = make_folder(out, move.path.rpartition("/")[0], known=known)
            if swap and not is_new and swap(staged, path):
                left += 1
            else:
                if not is_new:
                    old.hold(path)
                yield from put_in_place(staged, path, spare=spare_of(journal, move, place=place))
            yield f"in place: {move.path}"
    return left
