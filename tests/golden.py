"""Expected results kept as files. `SITEGEN_UPDATE_GOLDEN=1 pytest …` writes what is instead of comparing."""

from __future__ import annotations

import os
from pathlib import Path

UPDATING = os.environ.get("SITEGEN_UPDATE_GOLDEN") == "1"


def assert_golden(actual: str, expected: Path) -> None:
    """Compare `actual` with the text of the file `expected`, or write it there when updating."""
    if UPDATING:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(actual, "utf-8")
    assert expected.exists(), f"{expected.name} is missing; see tests/golden.py"
    assert actual == expected.read_text("utf-8"), expected.name
