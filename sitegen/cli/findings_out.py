"""What `build` and `check` have in common: findings in the form that was asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, Literal

import click

from sitegen.about import VERSION
from sitegen.cli import console, wording
from sitegen.cli.german import OneOf
from sitegen.cli.options import Command
from sitegen.cli.refusal import look_of
from sitegen.cli.site_folder import lines_in
from sitegen.diagnostics import Findings

Form = Literal["text", "json", "github", "sarif"]

FORM_KEY: Final = "SITEGEN_FORM_KEY"
"""The variable of the environment that holds the key of sums on forms; never an option, since others can read those."""

_FORMS: Final = ("text", "json", "github", "sarif")


def form_option(command: Command) -> Command:
    """`--format FORM`, as `form`."""
    return click.option(
        "--format",
        "form",
        type=OneOf(_FORMS),
        default="text",
        metavar=wording.FORM_METAVAR,
        help=wording.FORMAT_OPTION.format(forms=", ".join(_FORMS)),
    )(command)


def form_key() -> bytes:
    """The key of sums on forms; empty where the environment has none."""
    return os.environ.get(FORM_KEY, "").strip().encode()


def show_findings(findings: Findings, folder: Path, *, form: Form) -> None:
    """The findings to standard output; their files lie below `folder`. Text is parted from what follows."""
    lines_of = lines_in(folder)
    match form:
        case "text":
            if findings:
                from sitegen.diagnostics.present.terminal import report

                console.hand_over(report(findings, lines_of, look=look_of(sys.stdout)) + "\n")
        case "json":
            from sitegen.diagnostics.present.machine import as_json

            console.hand_over(as_json(findings, lines_of))
        case "github":
            from sitegen.diagnostics.present.machine import as_github

            if findings:
                console.hand_over(as_github(findings, prefix=_prefix(folder)))
        case "sarif":
            from sitegen.diagnostics.present.machine import as_sarif

            console.hand_over(as_sarif(findings, lines_of, prefix=_prefix(folder), version=VERSION))


def _prefix(folder: Path) -> str:
    """The way from where the command runs, in a pipeline the top of the repository, to the site."""
    way = Path(os.path.relpath(folder)).as_posix()
    return "" if way == "." or way.startswith("..") else f"{way}/"
