"""`sitegen build`: builds a site and tells how it went, to people or to programs.

Never knows the stages of a build.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import click

from sitegen.about import VERSION
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.cli import build_report, console, wording
from sitegen.cli.german import GermanCommand, OneOf, PathType
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.progress import watched
from sitegen.cli.refusal import FAILED, look_of
from sitegen.cli.site_folder import lines_in, shown, site_of
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.diagnostics.present.machine import as_github, as_json, as_sarif
from sitegen.diagnostics.present.terminal import report

Form = Literal["text", "json", "github", "sarif"]

FORM_KEY: Final = "SITEGEN_FORM_KEY"
"""The variable of the environment that holds the key of sums on forms; never an option, since others can read those."""

_FORMS: Final = ("text", "json", "github", "sarif")


@click.command("build", cls=GermanCommand, help=wording.BUILD_HELP)
@site_option
@click.option("--out", type=PathType(), metavar=wording.FOLDER_METAVAR, help=wording.OUT_OPTION)
@click.option(
    "--format",
    "form",
    type=OneOf(_FORMS),
    default="text",
    metavar=wording.FORM_METAVAR,
    help=wording.FORMAT_OPTION.format(forms=", ".join(_FORMS)),
)
@click.option("--strict", is_flag=True, help=wording.STRICT_OPTION)
@clock_option
@click.pass_context
def command(
    context: click.Context, *, site: Path | None, out: Path | None, form: Form, strict: bool, at: datetime | None
) -> int:
    """Exit code 0 when the site was written, 1 when findings stopped it."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        _show(Findings.of([folder]), Path.cwd(), form=form)
        return FAILED
    options = BuildOptions(now=berlin_now(at), out=out and out.absolute(), strict=strict, form_key=form_key())
    return build_and_tell(folder, options, form=form)


def form_key() -> bytes:
    """What the sums on forms are signed with, from the environment; empty where there is none."""
    return os.environ.get(FORM_KEY, "").strip().encode()


def build_and_tell(folder: Path, options: BuildOptions, *, form: Form) -> int:
    """Build the site in `folder` and say how it went; the exit code."""
    began = time.perf_counter()
    with watched() as progress:
        result = build(folder, options, progress)
    seconds = time.perf_counter() - began
    _show(result.findings, folder, form=form)
    if form == "text":
        console.say(_end(result, options, seconds=seconds))
    return 0 if result.written else FAILED


def _end(result: BuildResult, options: BuildOptions, *, seconds: float) -> str:
    """The last lines for people."""
    start_page = result.out / "index.html"
    if result.written:
        return build_report.good_end(result, seconds=seconds, start_page=shown(start_page))
    return build_report.stopped_end(
        result, out=shown(result.out), strict=options.strict, has_good_site=start_page.exists()
    )


def _show(findings: Findings, site: Path, *, form: Form) -> None:
    """The findings in the form that was asked for, to standard output; text is parted from what follows."""
    lines_of = lines_in(site)
    match form:
        case "text":
            if findings:
                console.hand_over(report(findings, lines_of, look=look_of(sys.stdout)) + "\n")
        case "json":
            console.hand_over(as_json(findings, lines_of))
        case "github":
            if findings:
                console.hand_over(as_github(findings, prefix=_prefix(site)))
        case "sarif":
            console.hand_over(as_sarif(findings, lines_of, prefix=_prefix(site), version=VERSION))


def _prefix(site: Path) -> str:
    """The way from where the command runs, in a pipeline the top of the repository, to the site."""
    way = Path(os.path.relpath(site)).as_posix()
    return "" if way == "." or way.startswith("..") else f"{way}/"
