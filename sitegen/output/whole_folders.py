"""Which folders of the site can come into place as a whole, with all that lies in them.

A folder that does not stand yet needs no file moved into it one by one: where everything that it shall hold lies ready
in a folder of the stage, and nothing else does, that folder is moved instead; and of folders within one another the
topmost alone. So a site of ten thousand new pages moves in a few strokes. This module never looks at the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from sitegen.output.moving import folders_above

__all__ = ["is_within", "whole_folders"]


def whole_folders(missing: AbstractSet[str], at_home: Mapping[str, bool]) -> tuple[str, ...]:
    """The topmost ones of the folders `missing` in which all is at home, sorted.

    `at_home` has every path of a file that is wanted or that lies in such a folder of the stage, and whether it is
    both.
    """
    broken = set[str]()
    for path in (path for path, is_at_home in at_home.items() if not is_at_home):
        broken.update(folders_above(path))
    whole = missing - broken
    return tuple(sorted(folder for folder in whole if folder.rpartition("/")[0] not in whole))


def is_within(path: str, folders: AbstractSet[str]) -> bool:
    """Whether `path` lies somewhere in one of `folders`."""
    return bool(folders) and any(folder in folders for folder in folders_above(path))
