"""The door: arguments in, German out, an exit code at the end.

0 is good, 1 means errors in the site (or that nobody read our output to its end), 2 misuse of a command, 70 a fault of
ours, 130 Ctrl-C. A wing's modules are imported only when its command runs. Nothing here knows how a site is built.
"""

from __future__ import annotations

import gc
from typing import Final

_FEW_IMPORTS: Final = 100_000
"""More values than most commands make before they do anything."""


def main() -> None:
    """Run the command that the process was called with, and exit."""
    # Imports make values that all stay. Python would look through them for garbage some two hundred times.
    gc.set_threshold(_FEW_IMPORTS)
    from sitegen.cli.entry import main as run_and_leave

    run_and_leave()
