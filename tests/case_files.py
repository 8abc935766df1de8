"""Cases as single files: the files of a small site one after another, and what is expected of it at the end."""

from __future__ import annotations

import re
from pathlib import Path

CASES_OF_CODES = sorted((Path(__file__).parent / "findings").glob("*.case"))
CASES_OF_RULES = sorted((Path(__file__).parent / "rules").glob("*.case"))
_SECTION = re.compile(r"^=== (\S+)(?: \[(.+)\])?\n", re.MULTILINE)
"""A path, and an encoding where it is not UTF-8: `=== content/alt.md [windows-1252]`."""


def sections(case: Path) -> dict[str, bytes]:
    """The files of a case by path, and the expected report under `report`."""
    parts = _SECTION.split(case.read_bytes().decode())
    return {
        name: text.encode(encoding or "utf-8")
        for name, encoding, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    }
