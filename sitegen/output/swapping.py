"""What a move replaces can change places with it: then its blocks are given up later, and by somebody else.

To give up the blocks of a file takes most disks longer than the move itself. Linux can have two names change places
in one stroke (renameat2), as safely as one is replaced by the other, and then the old file lies in the stage, to be
carried off with it (`carrying_off`). Where that cannot be done, files are replaced as ever. Never decides what moves.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import Final

from sitegen.output.carrying_off import can_carry_off

__all__ = ["Swap", "swapper"]

Swap = Callable[[str, str], bool]
"""Given the paths of a staged file and of the file to replace, absolute; says whether they have changed places."""

_HERE: Final = -100
"""AT_FDCWD, which absolute paths make no use of."""
_EXCHANGE: Final = 2
"""RENAME_EXCHANGE."""


def swapper(number: int) -> Swap | None:
    """How to have `number` files change places; None where that does not pay or is not possible."""
    if not can_carry_off(number):
        return None
    try:
        import ctypes

        rename = ctypes.CDLL(None).renameat2
    except (ImportError, OSError, AttributeError):  # the C library is another, or older than 2018
        return None

    def swap(staged: str, target: str) -> bool:
        ours, theirs = os.fsencode(staged), os.fsencode(target)
        if rename(_HERE, ours, _HERE, theirs, _EXCHANGE) != 0:
            return False
        if not stat.S_ISDIR(os.lstat(staged).st_mode):
            return True
        rename(_HERE, ours, _HERE, theirs, _EXCHANGE)  # a folder that came there meanwhile is nobody's to carry off
        return False

    return swap
