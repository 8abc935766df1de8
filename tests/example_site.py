"""The example site in a folder of its own. Its pictures are made once in a process, which its tests share.

So it is laid where it stays when a test is over: not in `tmp_path`.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

REPOSITORY: Final = Path(__file__).parents[1]
ON_ONE_WORKER: Final = pytest.mark.xdist_group("browser")  # which is shown the same pictures
_PICTURES: Final = Path(".sitegen/cache/pictures")
_laid: list[Path] = []


def lay_example(root: Path) -> None:
    """Copy it to `root`, with the pictures that an earlier build of it has made."""
    for folder in ("content", "static"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copyfile(REPOSITORY / "site.yaml", root / "site.yaml")
    made = next((earlier / _PICTURES for earlier in _laid if (earlier / _PICTURES).is_dir()), None)
    if made:
        shutil.copytree(made, root / _PICTURES)
    _laid.append(root)
