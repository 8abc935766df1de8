"""The door: arguments in, German out, an exit code at the end.

0 is good, 1 means errors in the site (or that nobody read our output to its end), 2 misuse of a command, 70 a fault of
ours, 130 Ctrl-C. A wing's modules are imported only when its command runs. Nothing here knows how a site is built.
"""

from sitegen.cli.entry import main

__all__ = ["main"]
