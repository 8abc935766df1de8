"""A process that commits the files given on standard input and kills itself after the step with the given number.

Run by test_commit.py, never imported. With the step 0 it commits again and again, to be killed from outside; it ends by
itself after a while, so that a test that fails leaves no process behind. With a further argument even few files change
places with what replaces them.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from sitegen.output import carrying_off
from sitegen.output.commit import commit_steps
from sitegen.output.compare import plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_for

TURNS = 500


def end_here() -> None:
    """Die at once, without a chance to tidy up."""
    if sys.platform == "win32":
        os._exit(9)
    os.kill(os.getpid(), signal.SIGKILL)


def files_of(texts: dict[str, str]) -> list[OutputFile]:
    """One file for each path."""
    return [OutputFile.holding(path, text.encode()) for path, text in texts.items()]


def main(site: str, out: str, after: str, swaps: str = "") -> None:
    """Commit, and die on the way."""
    if swaps:
        carrying_off._FEW = 0  # type: ignore[misc]
    place = place_for(Path(site), Path(out))
    assert isinstance(place, Place)
    versions: list[dict[str, str]] = json.load(sys.stdin)
    for _ in range(TURNS if after == "0" else 1):
        for version in versions:
            changes = plan_changes(files_of(version), read_manifest(place)[0], place=place)
            for number, _ in enumerate(commit_steps(changes, place=place), start=1):
                if number == int(after):
                    end_here()


if __name__ == "__main__":
    main(*sys.argv[1:])
