"""Writing a site: all is laid ready, then a journal says what is to move, then it moves, in one short loop.

The stage lies in `.sitegen/`. Where the output folder is on another file system, each file is first copied beside its
target and replaces it from there; that loop is slower, but every file is as whole as before. A kill before the journal
stands changes nothing; a kill after it is completed by `finish_interrupted`. Nobody waits for the disk but for what a
recovery reads: a page that a power cut has taken is found by its size, as whatever somebody changed in the output
folder, and the next command that builds writes it anew. Nothing here decides what is written, and
nothing here runs at the same time as another build: the caller holds the site's lock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.output.compare import Changes, plan_changes
from sitegen.output.faults import SourceChangedError, finding_about
from sitegen.output.journal import Journal, Move, carry_out
from sitegen.output.manifest import Manifest, encode_manifest
from sitegen.output.moving import patiently, write_and_flush
from sitegen.output.place import Place
from sitegen.output.staging import HOME, Laid, Stage
from sitegen.output.whole_folders import whole_folders

__all__ = ["Changes", "commit", "commit_steps", "plan_changes"]


def commit(changes: Changes, *, place: Place, stage: Stage | None = None) -> tuple[Diagnostic, ...]:
    """Make the output folder what `changes` says; empty when done, else why not.

    `stage` is where some of it may lie ready.

    With findings about `changes` itself, or when laying ready fails, nothing has changed. When moving fails, the
    journal stands and the next command completes it.
    """
    if changes.findings:
        return changes.findings
    with stage or Stage(place) as own:
        try:
            for _ in commit_steps(changes, place=place, stage=own):
                pass
        except (OSError, SourceChangedError) as error:
            return (finding_about(error, place=place),)
    return ()


def commit_steps(changes: Changes, *, place: Place, stage: Stage | None = None) -> Iterator[str]:
    """The same as a sequence of small acts, with their names: at each `yield` a kill must be harmless.

    Raises OSError where the disk refuses and SourceChangedError where a file to be copied is no longer what it was.
    A journal that nobody has finished raises RuntimeError: every command begins with `finish_interrupted`.
    """
    if place.journal.exists():
        raise RuntimeError("an interrupted commit was not finished first")
    if not changes.written and not changes.removed:
        yield from _renew_manifest(changes, place)
        return
    place.out.mkdir(parents=True, exist_ok=True)
    stage = stage or Stage(place)
    folder = stage.folder
    folder.mkdir(parents=True, exist_ok=True)
    yield "stage made"
    laid: dict[str, Laid] = {}
    for file in changes.written:
        laid[file.path] = stage.lay(file, missing=changes.missing)
        yield f"laid ready: {file.path}"
    entries = changes.unchanged | {path: one.entry for path, one in laid.items()}
    write_and_flush(folder / place.manifest.name, encode_manifest(Manifest(files=entries)))
    yield "manifest laid ready"
    journal = _journal_of(changes, laid, place.key, folder.name)
    write_and_flush(folder / place.journal.name, msgspec.json.encode(journal))
    yield "journal laid ready"
    patiently(lambda: (folder / place.journal.name).replace(place.journal))
    yield "journal stands"
    whole = whole_folders(changes.missing, stage.at_home(laid.keys())) if changes.missing else ()
    homes = {folder: f"{HOME}/{folder}" for folder in whole}
    standing = frozenset[str]() if changes.blocking else changes.standing  # what goes first may leave a folder empty
    yield from carry_out(journal, place=place, whole=homes, standing=standing)


def _renew_manifest(changes: Changes, place: Place) -> Iterator[str]:
    """Write down what was learned by looking, if anything: no file of the site moves."""
    if changes.unchanged == changes.before.files:
        return
    place.state.mkdir(parents=True, exist_ok=True)
    fresh = place.manifest.with_suffix(".new")
    write_and_flush(fresh, encode_manifest(Manifest(files=changes.unchanged)))
    yield "manifest laid ready"
    patiently(lambda: fresh.replace(place.manifest))
    yield "manifest renewed"


def _journal_of(changes: Changes, laid: Mapping[str, Laid], key: str, stage: str) -> Journal:
    blocking = frozenset(changes.blocking)
    return Journal(
        key=key,
        stage=stage,
        blocking=changes.blocking,
        moves=tuple(Move(staged=one.name, path=path, digest=one.entry.digest) for path, one in laid.items()),
        removed=tuple(path for path in changes.removed if path not in blocking),
    )
