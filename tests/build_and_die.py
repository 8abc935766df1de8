"""A process that builds a site and kills itself after the step of the commit with the given number.

Run by test_interrupted.py, never imported.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

from sitegen.build import pipeline, stages
from sitegen.build.lock import take_lock
from sitegen.build.result import BuildOptions
from sitegen.diagnostics import Diagnostic
from sitegen.output.commit import Changes, commit_steps
from sitegen.output.place import Place
from sitegen.output.staging import Stage


def end_here() -> None:
    """Die at once, without a chance to tidy up."""
    if sys.platform == "win32":
        os._exit(9)
    os.kill(os.getpid(), signal.SIGKILL)


def main(root: str, now: str, step: str) -> None:
    """Build, and die on the way."""

    def deadly_commit(changes: Changes, *, place: Place, stage: Stage | None = None) -> tuple[Diagnostic, ...]:
        for number, _ in enumerate(commit_steps(changes, place=place, stage=stage), start=1):
            if number == int(step):
                end_here()
        return changes.findings

    # On a busy machine, whoever comes last waits for the others longer than our users are asked to.
    pipeline.take_lock = partial(take_lock, wait=60.0)  # type: ignore[attr-defined] # imported there
    stages.commit = deadly_commit  # type: ignore[attr-defined] # likewise
    pipeline.build(Path(root), BuildOptions(now=datetime.fromisoformat(now)))


if __name__ == "__main__":
    main(*sys.argv[1:])
