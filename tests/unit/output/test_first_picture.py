"""The first picture that a process opens: what Pillow knows must not depend on what was opened before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plain_site import SITES

PICTURE = SITES / "pictures/content/pictures/weg.png"
PROGRAM = """
import sys
from pathlib import Path
from sitegen.output.pictures.opening import opened
with opened(Path(sys.argv[1])) as picture:
    picture.load()
    print(*picture.size)
"""


@pytest.mark.slow
def test_a_png_may_be_the_first_picture() -> None:
    """A kind that Pillow does not know stood before it in the list, and only JPEG was found."""
    command = [sys.executable, "-c", PROGRAM, str(PICTURE)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (found.stdout.strip(), found.stderr) == ("6 4", "")
