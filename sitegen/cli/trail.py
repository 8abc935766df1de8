"""What one run has found out so far, for the report in case it crashes, and what it leaves behind.

The only value of the command line that changes while it runs; click carries it as the object of its contexts.
"""

from __future__ import annotations

from pathlib import Path

import click


class Trail:
    """Filled step by step: the options before the command, then the site that was found."""

    def __init__(self) -> None:
        """A run of which nothing is known yet."""
        self.named_site: Path | None = None
        """What `--site` before the command says."""
        self.site: Path | None = None
        """The folder of the site the command works on."""
        self.held: list[object] = []
        """What nobody needs any more and nobody has to take apart: the run ends before the trail does."""


def trail_of(context: click.Context) -> Trail:
    """The trail of this run; click makes one where a command is called without our door."""
    return context.ensure_object(Trail)
