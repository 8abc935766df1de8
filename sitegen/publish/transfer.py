"""The order of a transfer to any target. The one place that knows it.

Lock, journal, phase by phase, deletions, manifest, end. Cut off anywhere, visitors see whole pages with their assets,
and the next transfer knows from the journal what may lie there, asks the target what has arrived, and sends the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from sitegen.publish.difference import Difference, difference, farewells, folders_above, phases
from sitegen.publish.records import (
    JOURNAL,
    MANIFEST,
    UNKNOWN,
    Journal,
    Stamp,
    UnreadableError,
    Version,
    encoded,
    read_journal,
    read_version,
)
from sitegen.publish.remote_lock import RemoteLock
from sitegen.publish.store import Store
from sitegen.publish.target import Parcel, Sending, Target, refused

_DELETED_AT_ONCE: Final = 500

Tell = Callable[[int, int], None]
"""Called with how many files have arrived and how many there are in all."""


class Remote(msgspec.Struct, frozen=True, kw_only=True):
    """What lies at a target, as far as it is ours."""

    version: Version | None = None
    """The last whole version."""
    files: dict[str, Stamp] = {}
    """Every file of ours, with what is known of its bytes."""
    is_broken_off: bool = False
    """Whether a transfer was cut off."""

    @property
    def id(self) -> str:
        """Of the last whole version; empty for none."""
        return self.version.id if self.version else ""

    @property
    def since(self) -> int:
        """The newest modification time that files of ours may have."""
        return self.version.since if self.version else 0


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done to bring a version online."""

    wanted: Version
    remote: Remote
    difference: Difference
    foreign: tuple[str, ...] = ()
    """Files of others that are in the way."""


def look(target: Target, store: Store) -> Remote:
    """What of ours lies at the target. Raises PublishError (SG659) for a manifest that is none of ours.

    Without a manifest what this machine knows counts, but for the bytes: somebody may have emptied the folder.
    """
    try:
        manifest = target.read(MANIFEST)
        version = read_version(manifest) if manifest is not None else None
        written = target.read(JOURNAL)
        journal = read_journal(written) if written is not None else None
    except UnreadableError as error:
        raise refused("SG659", target=target.name) from error
    if version is None and journal is None:
        newest = store.newest()
        return Remote(files=dict.fromkeys(newest.files, UNKNOWN) if newest else {})
    if journal is None or (version is not None and journal.wanted == version.id and journal.base != version.id):
        return Remote(version=version, files=version.files if version else {})
    return Remote(version=version, files=_lying_there(target, store, version, journal), is_broken_off=True)


def plan_for(wanted: Version, remote: Remote, target: Target) -> Plan:
    """What would be done now, and what of others is in the way."""
    found = difference(wanted.files, remote.files)
    foreign = target.existing(found.new - _folders_of(remote.files))
    return Plan(wanted=wanted, remote=remote, difference=found, foreign=tuple(sorted(foreign)))


def send(plan: Plan, target: Target, store: Store, *, lock: RemoteLock, now: int, tell: Tell) -> Version:
    """Carry out the plan while `lock` is held; the version as it is online then.

    `now` is in seconds since 1970. Raises PublishError; then what is online is whole, and sending again goes on.
    """
    here = look(target, store)
    if here.id != plan.remote.id:
        raise refused("SG660", target=target.name)
    todo = difference(plan.wanted.files, here.files)
    since = max(now, here.since + 1, _since_of_journal(target) + 1)
    version = msgspec.structs.replace(plan.wanted, since=since)
    base = here.version.files if here.version else {}
    left = {path: stamp for path, stamp in here.files.items() if base.get(path) != stamp}
    journal = Journal(
        base=here.id, wanted=version.id, since=since, there=left, put=todo.put, gone=todo.gone + _lost(base, here.files)
    )
    if here.is_broken_off:
        target.sweep(_folders_of({**here.files, **todo.put}))
    target.write(JOURNAL, encoded(journal))
    target.delete(todo.blocking)
    _send_phases(todo, target, store, lock=lock, since=since, tell=tell)
    for paths in farewells(path for path in todo.gone if path not in todo.blocking):
        _delete(paths, target, lock=lock)
    lock.check()
    target.write(MANIFEST, encoded(version))
    target.delete((JOURNAL,))
    return version


def parcels_of(paths: tuple[str, ...], put: Mapping[str, Stamp], store: Store) -> Iterator[Parcel]:
    """The parcels for these paths, in their order."""
    for path in paths:
        yield Parcel(path=path, source=store.blob(put[path].digest), stamp=put[path])


def save_foreign(plan: Plan, target: Target, folder: Path) -> None:
    """Copy the files of others that will be replaced into `folder`, so that nothing is lost."""
    for path in plan.foreign:
        content = target.read(path)
        if content is not None:
            saved = folder / path
            saved.parent.mkdir(parents=True, exist_ok=True)
            saved.write_bytes(content)


def _send_phases(todo: Difference, target: Target, store: Store, *, lock: RemoteLock, since: int, tell: Tell) -> None:
    done, total = 0, len(todo.put)

    def arrived(_parcel: Parcel) -> None:
        nonlocal done
        done += 1
        tell(done, total)

    for _, paths in phases(todo.put, todo.new):
        lock.check()
        sending = Sending(since=since, beat=lock.beat, arrived=arrived)
        target.put(tuple(parcels_of(paths, todo.put, store)), sending)


def _delete(paths: tuple[str, ...], target: Target, *, lock: RemoteLock) -> None:
    """A few at a time, each after a sign of life: thousands take longer than others wait for one."""
    for part in batched(paths, _DELETED_AT_ONCE):
        lock.check()
        target.delete(part)


def batched(paths: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    """`paths` in their order, `size` of them at a time."""
    for begin in range(0, len(paths), size):
        yield paths[begin : begin + size]


def _lying_there(target: Target, store: Store, version: Version | None, journal: Journal) -> dict[str, Stamp]:
    """What lies there after a transfer was cut off: certain where nothing was touched or the target says so."""
    files = dict(version.files) if version else {}
    files.update(journal.there)
    known = [path for path in journal.put if store.blob(journal.put[path].digest).is_file()]
    arrived = target.arrived(tuple(parcels_of(tuple(known), journal.put, store)), since=journal.since)
    files.update({path: stamp if path in arrived else UNKNOWN for path, stamp in journal.put.items()})
    there = target.existing([path for path, stamp in files.items() if stamp == UNKNOWN or path in journal.gone])
    return {
        path: stamp for path, stamp in files.items() if path in there or not (stamp == UNKNOWN or path in journal.gone)
    }


def _lost(base: Mapping[str, Stamp], there: Mapping[str, Stamp]) -> tuple[str, ...]:
    """What the manifest names and an earlier transfer has deleted already."""
    return tuple(path for path in base if path not in there)


def _folders_of(files: Mapping[str, Stamp]) -> frozenset[str]:
    """The folders in which files lie, all above them, and the top."""
    return frozenset((*(above for path in files for above in folders_above(path)), ""))


def _since_of_journal(target: Target) -> int:
    written = target.read(JOURNAL)
    return read_journal(written).since if written is not None else 0
