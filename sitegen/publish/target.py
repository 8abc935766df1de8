"""What a place can do to which files are sent: the contract between the order of a transfer and the clients.

A target is dumb. It never decides what travels, what is deleted or in which order; it keeps each single act whole: a
file is there as it was or as it shall be, never half. Every way in which it can fail is a `PublishError`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.publish.records import Stamp


class PublishError(Exception):
    """Publishing cannot go on; the finding says why and what to do. What is online stays whole."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(f"{finding.code} {finding.message}")
        self.finding = finding


def refused(code: str, **facts: str | int) -> PublishError:
    """The error with this code and these facts; about no file of the site."""
    return PublishError(Diagnostic(code=code, span=Span(file=""), facts=facts))


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """One file to send."""

    path: str
    """At the target, with forward slashes."""
    source: Path
    """Where its bytes lie on this machine; they do not change while it travels."""
    stamp: Stamp


class Beat(msgspec.Struct, frozen=True, kw_only=True):
    """A small record to be written anew every few seconds while files travel, so that others see us alive."""

    path: str
    content: Callable[[], bytes]
    seconds: float = 5.0


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """How files are sent."""

    since: int
    """The modification time they get, in seconds since 1970, where the target has one."""
    beat: Beat
    arrived: Callable[[Parcel], None]
    """Called for each file that lies in its place."""


class Target(Protocol):
    """A folder at some place. Every method may raise PublishError."""

    @property
    def key(self) -> str:
        """Names the place: the same for as long as files go to the same folder. Holds no secret."""

    @property
    def name(self) -> str:
        """As the owner calls it: „access-1.example (SFTP)“."""

    def __enter__(self) -> Self:
        """Connect."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""

    def write(self, path: str, content: bytes) -> None:
        """Replace one of our own records in one stroke; only we can read it, where the target knows rights."""

    def create(self, path: str, content: bytes) -> bool:
        """Write one of our own records unless it is there; False if it is. Of two who try at once one succeeds."""

    def existing(self, paths: Collection[str]) -> frozenset[str]:
        """Those of the paths at which there is something."""

    def arrived(self, parcels: Sequence[Parcel], *, since: int) -> frozenset[str]:
        """Paths at which the very bytes of the parcel lie, as sent at `since`; where that cannot be known, none."""

    def put(self, parcels: Sequence[Parcel], sending: Sending) -> None:
        """Send files, several at once where that is quicker, with the folders they need."""

    def delete(self, paths: Sequence[str]) -> None:
        """Delete files and the folders that they leave empty; what is gone already is no fault."""

    def sweep(self, folders: Collection[str]) -> None:
        """Delete what transfers that were cut off have left behind in these folders under temporary names."""
