"""Writing a site: all is laid ready, then a journal says what is to move, then it moves, in one short loop.

The stage lies in `.sitegen/`. Where the output folder is on another file system, each file is first copied beside its
target and replaces it from there; that loop is slower, but every file is as whole as before. A kill before the journal
stands changes nothing; a kill after it is completed by `finish_interrupted`. Nothing here decides what is written, and
nothing here runs at the same time as another build: the caller holds the site's lock.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.output.compare import Changes, plan_changes
from sitegen.output.faults import SourceChangedError, finding_about
from sitegen.output.files import OutputFile, digest_of_file
from sitegen.output.journal import Journal, Move, carry_out
from sitegen.output.manifest import Entry, Manifest, encode_manifest
from sitegen.output.moving import flush_to_disk, patiently, write_and_flush, write_new
from sitegen.output.place import Place

__all__ = ["Changes", "commit", "commit_steps", "plan_changes"]


def commit(changes: Changes, *, place: Place) -> tuple[Diagnostic, ...]:
    """Make the output folder what `changes` says; empty when done, else why not.

    With findings about `changes` itself, or when laying ready fails, nothing has changed. When moving fails, the
    journal stands and the next command completes it.
    """
    if changes.findings:
        return changes.findings
    try:
        for _ in commit_steps(changes, place=place):
            pass
    except (OSError, SourceChangedError) as error:
        if not place.journal.exists():
            shutil.rmtree(place.stages, ignore_errors=True)
        return (finding_about(error, place=place),)
    return ()


def commit_steps(changes: Changes, *, place: Place) -> Iterator[str]:
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
    stage = place.stages / os.urandom(4).hex()
    stage.mkdir(parents=True)
    yield "stage made"
    files, entries = changes.written, dict(changes.unchanged)
    for number, file in enumerate(files):
        entries[file.path] = _lay_ready(file, f"{stage}/{number}")
        yield f"laid ready: {file.path}"
    flush_to_disk([f"{stage}/{number}" for number in range(len(files))])
    write_and_flush(stage / place.manifest.name, encode_manifest(Manifest(files=entries)))
    yield "manifest laid ready"
    journal = _journal_of(changes, place.key, stage.name)
    write_and_flush(stage / place.journal.name, msgspec.json.encode(journal))
    yield "journal laid ready"
    patiently(lambda: (stage / place.journal.name).replace(place.journal))
    yield "journal stands"
    yield from carry_out(journal, place=place)


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


def _lay_ready(file: OutputFile, staged: str) -> Entry:
    """Write the bytes of `file` to `staged`; what is copied is compared with what was seen when it was read."""
    if file.content is not None:
        write_new(staged, file.content)
    elif file.source is None:  # it stood when the build looked, and somebody has changed it since
        raise SourceChangedError(Path(file.path))
    else:
        _copy(Path(file.source), Path(staged), digest=file.digest)
    status = os.lstat(staged)
    return Entry(digest=file.digest, size=status.st_size, mtime_ns=status.st_mtime_ns)


def _copy(source: Path, staged: Path, *, digest: str) -> None:
    try:
        stream = source.open("rb")
    except OSError as error:
        raise SourceChangedError(source) from error
    with stream, staged.open("wb") as target:
        shutil.copyfileobj(stream, target)
    if digest_of_file(staged) != digest:
        raise SourceChangedError(source)


def _journal_of(changes: Changes, key: str, stage: str) -> Journal:
    blocking = frozenset(changes.blocking)
    return Journal(
        key=key,
        stage=stage,
        blocking=changes.blocking,
        moves=tuple(
            Move(staged=str(number), path=file.path, digest=file.digest) for number, file in enumerate(changes.written)
        ),
        removed=tuple(path for path in changes.removed if path not in blocking),
    )
