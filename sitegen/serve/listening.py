"""A port of this machine to answer at, and the right to be the one preview of a site.

What is refused is a finding. Never answers anything itself.
"""

from __future__ import annotations

import errno
import socket
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.lock import SiteLock, lock_on, stand_in_for
from sitegen.diagnostics import Diagnostic, Span
from sitegen.output.place import STATE_FOLDER

USUAL_PORT: Final = 8000
_TRIES: Final = 20
_LOCK: Final = f"{STATE_FOLDER}/preview.lock"
_ADDRESS: Final = f"{STATE_FOLDER}/preview.address"
_TAKEN: Final = frozenset({errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)})
_ANYWHERE: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 -- named in order to show another address


class Listening(msgspec.Struct, frozen=True, kw_only=True):
    """A socket that waits for requests."""

    socket: socket.socket
    host: str
    port: int

    @property
    def address(self) -> str:
        """What to type into a browser on this machine."""
        host = "127.0.0.1" if self.host in _ANYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def listen(host: str, port: int | None) -> Listening | Diagnostic:
    """Listen at `host` on just this port, 0 for any; with None on the usual port or the next free one above it.

    Refused with SG641 (the port is taken), SG642 (no such address here) or SG643 (the system keeps the port).
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    ports = range(USUAL_PORT, USUAL_PORT + _TRIES) if port is None else (port,)
    for number in ports:
        try:
            waiting = socket.create_server((host, number), family=family)
        except OSError as error:
            if error.errno not in _TAKEN:
                return _refusal(error, host=host, port=number)
        else:
            waiting.setblocking(False)
            return Listening(socket=waiting, host=host, port=waiting.getsockname()[1])
    facts = {"port": ports[0], "next": ports[0] + 1}
    return Diagnostic(code="SG641", span=Span(file=""), facts=facts)


def _refusal(error: OSError, *, host: str, port: int) -> Diagnostic:
    if isinstance(error, PermissionError):
        return Diagnostic(code="SG643", span=Span(file=""), facts={"port": port})
    return Diagnostic(code="SG642", span=Span(file=""), facts={"host": host})


def only_preview(root: Path) -> SiteLock | Diagnostic:
    """The right to show the site in `root`, or SG640 where a preview of it runs already."""
    (root / STATE_FOLDER).mkdir(exist_ok=True)
    try:
        lock = lock_on(root / _LOCK)
    except OSError:  # a disk that knows no locks
        lock = lock_on(stand_in_for(root / _LOCK))
    if lock is not None:
        return lock
    return Diagnostic(code="SG640", span=Span(file=""), facts={"address": running_address(root)})


def note_address(root: Path, address: str) -> None:
    """Write down where the preview answers, for whoever finds it running."""
    (root / _ADDRESS).write_text(f"{address}\n", "utf-8")


def running_address(root: Path) -> str:
    """Where the preview that runs already answers; empty where nobody knows."""
    try:
        return (root / _ADDRESS).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
