"""Remembers what was computed once: `remember(kind, key, compute)` asks the cache before it computes.

A key is the digest of everything the value depends on (`key_of`), so a hit is right by construction, wherever the site
lies and whoever filled the cache; a cache filled by other code is another file. A cache that is damaged, locked or not
writable costs time and leaves a note, never a wrong value and never an exception. No clock is part of a key.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

import msgspec

from sitegen.build.memory.stock import Since, Stock, kept_since, values_now
from sitegen.diagnostics import Diagnostic, Span
from sitegen.output.place import STATE_FOLDER

if TYPE_CHECKING:  # not imported before there is something to read or to write
    from sitegen.build.memory.memo_store import Store

__all__ = ["CACHE_FOLDER", "Memo", "key_of"]

CACHE_FOLDER: Final = f"{STATE_FOLDER}/cache"
"""Relative to the site: all that CI needs to keep."""
_KEPT_DAYS: Final = 60
_MARKED_AGAIN_AFTER_DAYS: Final = 7
"""A build that finds everything in the cache writes nothing, but once a week."""
_LARGEST: Final = 2 * 2**30
"""Bytes; 50,000 posts take a third of it. A larger file keeps only what the last full build used."""
_STOCK: Final = "stock"
_SINCE: Final = "since"
_LATEST: Final = "latest"
_CHANCES: Final = 2
"""The file that is there, and a new one if that is damaged."""
_WRITTEN_AT: Final = 16 * 2**20
"""Bytes waiting to be saved that are written early, so that a large site needs no large memory."""

S = TypeVar("S")
T = TypeVar("T")


def key_of(*parts: bytes | str) -> str:
    """The key for a value that depends on `parts`: 32 hexadecimal digits. Each part is set off by its length."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        content, mark = (part.encode(), b"s") if isinstance(part, str) else (part, b"b")
        digest.update(b"%b%d:" % (mark, len(content)))
        digest.update(content)
    return digest.hexdigest()


class Latest(msgspec.Struct, Generic[T], frozen=True, array_like=True):
    """A value, and what it belongs to."""

    key: str
    value: T


class Memo:
    """The cache of one site during one build, for one thread; workers look up and compute, their caller remembers."""

    def __init__(self, path: Path, *, today: int, wait: float, values: dict[str, Any] | None = None) -> None:
        self._path = path
        self._today = today
        self._wait = wait
        self._notes: dict[str, Diagnostic] = {}
        self._decoders: dict[object, msgspec.msgpack.Decoder[Any]] = {}
        self._encoder = msgspec.msgpack.Encoder()
        self._values = values
        self.is_new: Final = not values and not path.exists()
        """Whether no build of the site was remembered here before."""
        self._is_empty = self.is_new
        """Whether nothing was ever saved: the file of a first build is made when there is something to write."""
        self._used: set[str] = set()
        self._held: dict[str, object] = {}
        """What waits to be encoded: whoever gave it keeps it, too."""
        self._waiting: dict[str, bytes] = {}
        self._waiting_size = 0
        self._store: Store | None = None
        self._process = os.getpid()
        self._inherited: Store | None = None
        """What this process, a copy, must not even close: SQLite says so of connections."""
        self._chances = _CHANCES
        self._stocks: dict[str, tuple[Stock[Any], Since[Any]]] = {}
        """What is kept together, as it was when it was asked for."""

    @classmethod
    def open(
        cls, site_dir: Path, *, version: str, today: int, wait: float = 1.0, values: dict[str, Any] | None = None
    ) -> Self:
        """The cache of the site for the code `version` (see `code_version`).

        `today` is the day since 1970-01-01, which only tells what is old; `wait` how many seconds to bear another build
        that is writing; `values` is what earlier builds of this process have decoded, and gets what this one decodes.
        """
        return cls(site_dir / CACHE_FOLDER / f"memo-{version}.sqlite", today=today, wait=wait, values=values)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What there is to say about the cache: notes, each at most once."""
        return tuple(self._notes.values())

    def remember(self, kind: str, key: str, compute: Callable[[], T], *, type: type[T]) -> T:  # noqa: A002 - the name msgspec gives it
        """The value of `type` kept under `kind` and `key`; computed and kept if there is none."""
        found = self.get_many(kind, (key,), type=type)
        if key in found:
            return found[key]
        value = compute()
        self.put(kind, key, value)
        return value

    def remember_latest(self, kind: str, key: str, compute: Callable[[], T], *, type: type[T]) -> T:  # noqa: A002 - as above
        """The same for large values of which only the latest is kept."""
        latest = self.get_many(_LATEST, (kind,), type=Latest[type]).get(kind)  # type: ignore[valid-type] # known when it runs
        if latest is None or latest.key != key:
            latest = Latest(key, compute())
            self.put(_LATEST, kind, latest)
        value: T = latest.value
        return value

    def remember_here(self, kind: str, key: str, compute: Callable[[], T]) -> T:
        """The same for as long as this process lives, where it makes several builds; for values that cannot be kept."""
        name, known = f"{kind}/{key}", self._values or {}
        value: T = known[name] if name in known else compute()
        self._know(name, value)
        return value

    def remember_all(
        self,
        kind: str,
        wanted: Mapping[str, S],
        compute: Callable[[Sequence[S]], Iterable[T]],
        *,
        type: type[T],  # noqa: A002 - the name msgspec gives it
    ) -> dict[str, T]:
        """A value for each key of `wanted`; `compute` is called once, with what stands behind the keys not kept."""
        found = self.get_many(kind, wanted, type=type)
        missing = [key for key in wanted if key not in found]
        if missing:
            for key, value in zip(missing, compute([wanted[key] for key in missing]), strict=True):
                self.put(kind, key, value)
                found[key] = value
        return found

    def remember_together(
        self,
        kind: str,
        wanted: Mapping[str, S],
        compute: Callable[[Sequence[S]], Iterable[T]],
        *,
        type: type[T],  # noqa: A002 - the name msgspec gives it
    ) -> dict[str, T]:
        """The same for small values that every build needs: they are kept in one piece, those of the last build alone.

        Ten thousand of them are read in the time of a few hundred single ones.
        """
        before = self.known_together(kind, type)
        if before.keys() == wanted.keys():
            return before
        found = {key: before[key] for key in wanted if key in before}
        missing = [key for key in wanted if key not in found]
        if missing:
            found |= zip(missing, compute([wanted[key] for key in missing]), strict=True)
        self.keep_together(kind, found)
        return found

    def keep_together(self, kind: str, values: Mapping[str, object]) -> None:
        """Keep small values in one piece, whatever their keys mean; call `known_together` before."""
        stock, before = self._stocks.get(kind, (Stock(), Since()))
        stock, since = kept_since(values, stock, partial(self.put, _STOCK, kind))
        if since != before:
            self.put(_SINCE, kind, since)
            self._stocks[kind] = (stock, since)

    def known_together(self, kind: str, type: type[T]) -> dict[str, T]:  # noqa: A002 - as above
        """All values that the last build has kept in one piece, by key."""
        stock = self.get_many(_STOCK, (kind,), type=Stock[type]).get(kind, Stock())  # type: ignore[valid-type] # known when it runs
        since = self.get_many(_SINCE, (kind,), type=Since[type]).get(kind, Since())  # type: ignore[valid-type] # likewise
        values = values_now(stock, since)
        self._stocks[kind] = (Stock(), Since()) if values is None else (stock, since)
        return values or {}

    def get_many(self, kind: str, keys: Iterable[str], *, type: type[T]) -> dict[str, T]:  # noqa: A002 - the name msgspec gives it
        """The values of `type` that are kept, by key; those that are not are missing from the answer."""
        names = {key: f"{kind}/{key}" for key in keys}
        known: Mapping[str, Any] = self._held if self._values is None else self._values
        values: dict[str, T] = {key: known[name] for key, name in names.items() if name in known}
        self._used.update(names[key] for key in values)
        rest = [key for key in names if key not in values]
        kept = self._read(kind, rest) if rest else {}
        if not kept:  # a decoder takes up to some milliseconds to make, and a first build finds nothing
            return values
        decode = self._decoder(type).decode
        for key, content in kept.items():
            with suppress(msgspec.DecodeError, UnicodeDecodeError):
                values[key] = decode(content)
                self._know(names[key], values[key])
        return values

    def put(self, kind: str, key: str, value: object) -> None:
        """Keep `value`, made by somebody else for this key; any type that msgspec knows."""
        name = f"{kind}/{key}"
        self._know(name, value)
        self._keep(name, self._encoder.encode(value))

    def put_encoded(self, kind: str, key: str, content: bytes) -> None:
        """The same of a value that comes in MessagePack, and is decoded when somebody asks for it."""
        name = f"{kind}/{key}"
        self._used.add(name)
        self._keep(name, content)

    def keep_on(self, kind: str, key: str) -> None:
        """Count a value as used that was kept by an earlier build, without looking at it."""
        self._used.add(f"{kind}/{key}")

    def put_held(self, kind: str, values: Mapping[str, object]) -> None:
        """The same of many values that their caller holds anyway, and never changes: `save` encodes and writes them."""
        for key, value in values.items():
            name = f"{kind}/{key}"
            self._know(name, value)
            self._held[name] = value

    def _keep(self, name: str, content: bytes) -> None:
        self._waiting[name] = content
        self._waiting_size += len(content)
        if self._waiting_size > _WRITTEN_AT:
            self._write()

    def save(self) -> None:
        """Write what is new; call it at the end of every build, also of a failed one."""
        held, self._held = self._held, {}
        for name, value in held.items():
            self._keep(name, self._encoder.encode(value))
        self._write()

    def save_ahead(self) -> None:
        """The same in a first build while copies are at work: they find nothing here, so nobody waits for anybody."""
        if self.is_new:
            self.save()

    def _write(self) -> None:
        """What waits, in one transaction."""
        stale = self._today - _MARKED_AGAIN_AFTER_DAYS
        self._with_store(
            lambda store: store.write(self._waiting, used=self._used, day=self._today, stale=stale), otherwise=None
        )
        self._waiting, self._waiting_size = {}, 0

    def prune(self) -> None:
        """Drop what no build has used for 60 days, and all that this build did not use if the file grows too large.

        Call it after `save` in a full build only: one that stopped early has used too little. Files of other code go
        too, but the newest: switching to and fro between two versions stays fast.
        """
        self._with_store(self._forget_old, otherwise=None)
        for name in (self._values or {}).keys() - self._used:
            del (self._values or {})[name]
        others = {path: _changed_at(path) for path in self._path.parent.glob("memo-*.sqlite") if path != self._path}
        for path in sorted(others, key=lambda path: (others[path], path.name))[:-1]:
            _delete(path)

    def close(self) -> None:
        """Close the file; nothing that was not saved is kept."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _know(self, name: str, value: object) -> None:
        """Remember that a value has been used, and keep it for the next build of this process."""
        self._used.add(name)
        if self._values is not None:
            self._values[name] = value

    def _decoder(self, type: type[T]) -> msgspec.msgpack.Decoder[T]:  # noqa: A002 - the name msgspec gives it
        if type not in self._decoders:
            self._decoders[type] = msgspec.msgpack.Decoder(type)
        return self._decoders[type]

    def _read(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The bytes kept for `keys`, whether saved or still waiting."""
        names = {f"{kind}/{key}": key for key in keys}
        found = {key: self._waiting[name] for name, key in names.items() if name in self._waiting}
        rest = [name for name in names if name not in self._waiting]
        kept: dict[str, bytes] = {}
        if rest and not self._is_empty:
            kept = self._with_store(lambda store: store.read(rest), otherwise={})
        return found | {names[name]: content for name, content in kept.items()}

    def _forget_old(self, store: Store) -> None:
        store.forget(before=self._today - _KEPT_DAYS, unless=self._used)
        if store.size() > _LARGEST:
            store.forget(before=self._today + 1, unless=self._used)

    def _with_store(self, act: Callable[[Store], T], *, otherwise: T) -> T:
        """What `act` gives; where the file is damaged, once more with a new one; else `otherwise`, from then on."""
        from sitegen.build.memory.memo_store import Store, StoreError

        while self._chances:
            try:
                if self._process != os.getpid():
                    self._process, self._inherited, self._store = os.getpid(), self._store, None
                self._store = self._store or Store.open(self._path, wait=self._wait)
                self._is_empty = False
                return act(self._store)
            except StoreError as error:
                self.close()
                if error.damaged:
                    _delete(self._path)
                self._chances = self._chances - 1 if error.damaged else 0
                self._note("SG615" if error.damaged else "SG616")
        return otherwise

    def _note(self, code: str) -> None:
        self._notes.setdefault(
            code, Diagnostic(code=code, span=Span(file=CACHE_FOLDER), facts={"folder": CACHE_FOLDER})
        )


def _changed_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _delete(path: Path) -> None:
    for file in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            file.unlink(missing_ok=True)
