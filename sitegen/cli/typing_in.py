"""Where an owner's words come from: the standard input, or the editor that opens where somebody sits at a terminal.

Never judges them, and never puts them anywhere but into the value that is returned.
"""

from __future__ import annotations

import sys

import click

from sitegen.cli import console, wording


class NoEditorError(Exception):
    """No editor could be opened."""


def typed_text(*, hint: str, begin: str = "") -> str:
    """What is piped in, else what is left in the editor above `hint`; empty if nothing was saved.

    Raises NoEditorError.
    """
    if not console.is_terminal(sys.stdin):
        return sys.stdin.read() if sys.stdin is not None else ""
    try:
        edited = click.edit(f"{begin}\n\n{wording.SCISSORS}\n{hint}\n", extension=".md")
    except click.ClickException as error:
        raise NoEditorError from error
    return (edited or "").partition(wording.SCISSORS)[0].strip()
