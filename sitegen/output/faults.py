"""What the disk may refuse, turned into findings: full, without rights, held by another program.

Never hides a refusal: one that is not known by name is reported in the operating system's own words.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from sitegen.diagnostics import Diagnostic, Span
from sitegen.output.place import Place

__all__ = ["SourceChangedError", "finding_about"]

_FULL: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NO_RIGHT: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_HELD: Final = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows."""


class SourceChangedError(Exception):
    """A file to be copied vanished or changed since it was read."""

    def __init__(self, source: Path) -> None:
        super().__init__(str(source))
        self.source = source


def finding_about(error: OSError | SourceChangedError, *, place: Place) -> Diagnostic:
    """The finding for what went wrong while writing to `place`."""
    if isinstance(error, SourceChangedError):
        source = _shown(error.source, place)
        return Diagnostic(code="SG611", span=Span(file=source), facts={"source": source})
    path = _shown(Path(error.filename), place) if isinstance(error.filename, str) else place.key
    if error.errno in _FULL:
        return Diagnostic(code="SG605", span=Span(file=path), facts={"path": path})
    if getattr(error, "winerror", None) in _HELD:
        return Diagnostic(code="SG610", span=Span(file=path), facts={"path": path})
    if error.errno in _NO_RIGHT:
        return Diagnostic(code="SG604", span=Span(file=path), facts={"path": path})
    reason = error.strerror or type(error).__name__
    return Diagnostic(code="SG618", span=Span(file=path), facts={"path": path, "reason": reason})


def _shown(path: Path, place: Place) -> str:
    """Relative to the site folder where it lies inside."""
    return path.relative_to(place.site).as_posix() if path.is_relative_to(place.site) else path.as_posix()
