"""What each site says of itself: `inbox.json`, read from a path or from the site, kept when it cannot be read.

A manifest that was good once outlives restarts, since the site may be down when the inbox is not. It is the owner's own
file at an address of the owner's; still it is read with limits, and only over https or from the same machine.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from sitegen.inbox.config import InboxSite
from sitegen.inbox.desk import ManifestUnavailableError
from sitegen.inbox.store.contract import Store, StoreUnavailableError
from sitegen.model.inbox_manifest import InboxManifest

READ_EVERY: Final = timedelta(seconds=60)
LARGEST: Final = 8 * 1024 * 1024
"""Bytes; a thousand posts take a quarter of one."""
_SECONDS: Final = 5.0
"""For each answer of the network."""
_SECONDS_IN_ALL: Final = 20.0
"""For the whole file, however slowly it drips."""


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The last good manifest, and when somebody last tried to get a newer one."""

    manifest: InboxManifest | None = None
    tag: str = ""
    """The ETag of an address, the time and size of a file."""
    tried: datetime | None = None


class _Unchanged(Exception):  # noqa: N818 - no fault: what we have is the newest
    """There is nothing newer."""


class _UnreadableError(Exception):
    """It could not be read; its text is a kind, no detail."""


class ManifestFiles:
    """`Manifests` from files and addresses; asks at most once a minute for each site."""

    def __init__(self, *, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._kept: dict[str, _Kept] = {}
        self._asking = threading.Lock()

    def of(self, site: InboxSite) -> InboxManifest:
        """As `Manifests.of`. While one thread asks the site, others go on with what there is."""
        kept = self._kept.get(site.id, _Kept())
        if self._is_due(kept) and self._asking.acquire(blocking=kept.manifest is None):
            try:
                kept = self._renewed(site)
            finally:
                self._asking.release()
        if kept.manifest is None:
            raise ManifestUnavailableError(site.id)
        return kept.manifest

    def _is_due(self, kept: _Kept) -> bool:
        """Also after a clock that ran ahead was set right: or nothing new would be read until it is that late again."""
        return kept.tried is None or not timedelta() <= self._clock() - kept.tried < READ_EVERY

    def _renewed(self, site: InboxSite) -> _Kept:
        kept = self._kept.get(site.id, _Kept())
        if not self._is_due(kept):  # another thread was here while we waited
            return kept
        kept = self._newest(site, kept)
        self._kept[site.id] = msgspec.structs.replace(kept, tried=self._clock())
        return self._kept[site.id]

    def _newest(self, site: InboxSite, kept: _Kept) -> _Kept:
        try:
            raw, tag = _read(site.manifest, tag=kept.tag)
            manifest = msgspec.json.decode(raw, type=InboxManifest)
        except _Unchanged:
            return kept
        except (_UnreadableError, msgspec.DecodeError, RecursionError):  # a ValidationError is a DecodeError
            return kept if kept.manifest else _Kept(manifest=self._remembered(site))
        self._remember(site, raw)
        return _Kept(manifest=manifest, tag=tag)

    def _remember(self, site: InboxSite, raw: bytes) -> None:
        try:
            if self._store.noted(_note(site)) != raw.decode():
                self._store.note(_note(site), raw.decode())
        except StoreUnavailableError:  # it is at hand; whoever has to write is told by the store itself
            return

    def _remembered(self, site: InboxSite) -> InboxManifest | None:
        try:
            raw = self._store.noted(_note(site))
            return msgspec.json.decode(raw, type=InboxManifest) if raw else None
        except (StoreUnavailableError, msgspec.DecodeError):
            return None


def is_address(manifest: str) -> bool:
    """Whether `manifest:` is an address rather than a path."""
    return "://" in manifest


def _note(site: InboxSite) -> str:
    return f"manifest:{site.id}"


def _read(place: str, *, tag: str) -> tuple[bytes, str]:
    """The bytes and their tag. Raises _Unchanged where `tag` is still right, _UnreadableError."""
    return _fetched(place, tag) if is_address(place) else _from_disk(Path(place), tag)


def _from_disk(path: Path, tag: str) -> tuple[bytes, str]:
    try:
        status = path.stat()
        new = f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"
        if new == tag:
            raise _Unchanged
        with path.open("rb") as file:
            return _limited((file.read(LARGEST + 1),)), new
    except OSError as error:
        raise _UnreadableError(type(error).__name__) from error


def _fetched(address: str, tag: str) -> tuple[bytes, str]:
    import httpx

    headers = {"If-None-Match": tag} if tag else {}
    try:
        with httpx.stream("GET", address, headers=headers, timeout=_SECONDS, follow_redirects=False) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED and tag:
                raise _Unchanged
            if response.status_code != httpx.codes.OK:
                raise _UnreadableError(str(response.status_code))
            return _limited(response.iter_bytes()), response.headers.get("etag", "")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _UnreadableError(type(error).__name__) from error


def _limited(parts: Iterable[bytes]) -> bytes:
    raw = bytearray()
    deadline = time.monotonic() + _SECONDS_IN_ALL
    for part in parts:
        raw += part
        if len(raw) > LARGEST or time.monotonic() > deadline:
            raise _UnreadableError("too large or too slow")
    return bytes(raw)
