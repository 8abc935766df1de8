"""How a command ends early: a sentence or findings on standard error, then exit code 1 from wherever it is noticed."""

from __future__ import annotations

from typing import NoReturn

import click

from sitegen.cli import console
from sitegen.cli.refusal import FAILED, show_refusal
from sitegen.diagnostics import Diagnostic


def stop(sentence: str) -> NoReturn:
    """Say why nothing was done."""
    console.complain(sentence)
    raise click.exceptions.Exit(FAILED)


def stop_for(*findings: Diagnostic) -> NoReturn:
    """Show what stands in the way."""
    raise click.exceptions.Exit(show_refusal(*findings))
