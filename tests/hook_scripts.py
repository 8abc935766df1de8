"""Little programs that behave in every way a hook can."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ARRIVAL: Final = "comment.submitted.d"


def write_hook(folder: Path, key: str, script: str) -> Path:
    """An executable shell script at `FOLDER/KEY`."""
    path = folder / key
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path
