"""A fault of ours: a German sentence, a report in a file, and never a bare traceback.

The report holds the call, versions and the traceback; nothing is sent anywhere.
"""

from __future__ import annotations

import platform
import shlex
import tempfile
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from sitegen.about import VERSION
from sitegen.cli import wording

STATE_FOLDER: Final = ".sitegen"
TRACEBACK_OPTION: Final = "--traceback"


def report_text(error: BaseException, *, args: Sequence[str], at: datetime) -> str:
    """What somebody who looks for the fault needs to know."""
    return wording.CRASH_REPORT.format(
        version=VERSION,
        python=platform.python_version(),
        system=platform.platform(),
        at=at.isoformat(timespec="seconds"),
        command=shlex.join(["sitegen", *args]),
        traceback=traceback_text(error),
    )


def traceback_text(error: BaseException) -> str:
    """The whole traceback, as Python would print it."""
    return "".join(traceback.format_exception(error))


def keep_report(text: str, *, site: Path | None, at: datetime) -> Path | None:
    """Write the report to the site's state folder, or to the system's temporary folder; None where neither works."""
    folders = [site / STATE_FOLDER] if site else []
    for folder in [*folders, Path(tempfile.gettempdir())]:
        report = folder / f"crash-{at:%Y%m%d-%H%M%S}.txt"
        try:
            folder.mkdir(exist_ok=True)
            report.write_text(text, encoding="utf-8", errors="replace")
        except OSError:
            continue
        return report
    return None


def apology(report: Path | None, *, args: Sequence[str]) -> str:
    """What the owner reads: it was not her, where the report lies, and how to see the details."""
    happened = wording.CRASH.format(path=report) if report else wording.CRASH_WITHOUT_REPORT
    if TRACEBACK_OPTION in args:
        return happened
    return "\n".join([happened, wording.CRASH_DETAILS.format(command=shlex.join(["sitegen", TRACEBACK_OPTION, *args]))])
