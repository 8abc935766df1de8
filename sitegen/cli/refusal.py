"""Why a command did not do its work, said once: a finding on standard error and exit code 1.

Also makes a finding of what the disk refuses. Findings of a build are shown by `commands.build`.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import IO, TYPE_CHECKING, Final

from sitegen.cli import console, wording
from sitegen.diagnostics import Diagnostic, Findings, Span

if TYPE_CHECKING:  # most builds have nothing to show
    from sitegen.diagnostics.present.terminal import Look

FAILED: Final = 1

_REASONS: Final = {
    errno.EACCES: wording.NO_RIGHT,
    errno.EPERM: wording.NO_RIGHT,
    errno.EROFS: wording.READ_ONLY,
    errno.ENOSPC: wording.NO_SPACE,
    getattr(errno, "EDQUOT", errno.ENOSPC): wording.NO_SPACE,
    errno.ENAMETOOLONG: wording.NAME_TOO_LONG,
    errno.ENOTDIR: wording.NOT_A_FOLDER,
    errno.EISDIR: wording.IS_A_FOLDER,
}


def look_of(stream: IO[str] | None) -> Look:
    """How wide and colourful `stream` may be written."""
    from sitegen.diagnostics.present.terminal import Look, coloured, unpainted

    paint = coloured if console.wants_colour(stream, os.environ) else unpainted
    return Look(width=console.line_width(stream), paint=paint)


def show_refusal(*findings: Diagnostic) -> int:
    """Print the findings to standard error; the exit code to return."""
    from sitegen.diagnostics.present.terminal import listing

    console.complain(listing(Findings.of(findings), lambda _: None, look=look_of(sys.stderr)))
    return FAILED


def finding_about(error: OSError) -> Diagnostic | None:
    """SG006 for what an owner can mend (rights, space, names); None for what must be our fault.

    A refusal without a file comes from printing.
    """
    reason = _REASONS.get(error.errno or 0)
    if reason is None:
        return None
    named = error.filename
    path = os.fsdecode(named) if isinstance(named, str | bytes) else wording.STANDARD_OUTPUT
    return Diagnostic(code="SG006", span=Span(file=""), facts={"path": path, "reason": reason})
