"""From the process's arguments to its exit code: the only place that catches everything.

Misuse, Ctrl-C, a refusing disk and our own faults each end in a German sentence. Never does a command's work.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

import click

from sitegen.cli import console, wording
from sitegen.cli.root import root
from sitegen.cli.trail import Trail

ERRORS: Final = 1
MISUSE: Final = 2
CRASH: Final = 70
"""EX_SOFTWARE of BSD's sysexits.h."""
INTERRUPTED: Final = 130
"""128 and SIGINT, as shells count."""


def main() -> None:
    """Run the command that the process was called with, and exit."""
    console.speak_utf8()
    trail = Trail()
    code = run(sys.argv[1:], trail)
    leave(code if console.finish_output() else ERRORS)


def leave(code: int) -> NoReturn:
    """End the process with this exit code, after what others want done at its end.

    Python would take apart value for value what the system takes back at one stroke: a tenth of the time of a small
    build. Where threads are still at work or a profiler watches, Python ends as it always does.
    """
    if threading.active_count() > 1 or sys.getprofile() or sys.gettrace():
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 -- as multiprocessing does before its own `os._exit`
    console.finish_output()
    os._exit(code)


def run(args: Sequence[str], trail: Trail | None = None) -> int:
    """The exit code of `sitegen ARGS`: 0 good, 1 errors, 2 misuse, 70 our own fault, 130 Ctrl-C.

    `trail` is for who ends with the run, and has nothing taken apart before.
    """
    trail = trail or Trail()
    try:
        code = root.main(args=_expanded(args), prog_name="sitegen", standalone_mode=False, obj=trail)
    except click.exceptions.NoArgsIsHelpError as error:
        console.complain(error.message)
        return MISUSE
    except click.UsageError as error:
        from sitegen.cli.misuse import misuse_text

        console.complain(misuse_text(error))
        return MISUSE
    except (click.Abort, KeyboardInterrupt) as error:
        if error.__cause__ is None:  # click has ended the line otherwise
            console.complain("")
        console.complain(wording.ABORTED)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the last stop before the owner
        return _failed(error, args=args, trail=trail)
    return code if isinstance(code, int) else 0


def _expanded(args: Sequence[str]) -> list[str] | None:
    """The arguments for click. Where they are the process's own, click expands `*.md` as shells elsewhere do."""
    return None if list(args) == sys.argv[1:] else list(args)


def _failed(error: Exception, *, args: Sequence[str], trail: Trail) -> int:
    """A disk that refuses is a finding; anything else is a crash."""
    from sitegen.cli.refusal import finding_about, show_refusal

    finding = finding_about(error) if isinstance(error, OSError) else None
    if finding:
        return show_refusal(finding)
    return _crashed(error, args=args, trail=trail)


def _crashed(error: Exception, *, args: Sequence[str], trail: Trail) -> int:
    from datetime import datetime

    from sitegen.cli import crash
    from sitegen.cli.site_folder import nearest_site

    at = datetime.now().astimezone()
    site = trail.site or nearest_site(Path.cwd())
    report = crash.keep_report(crash.report_text(error, args=args, at=at), site=site, at=at)
    if crash.TRACEBACK_OPTION in args:
        console.complain(crash.traceback_text(error))
    console.complain(crash.apology(report, args=args))
    return CRASH
