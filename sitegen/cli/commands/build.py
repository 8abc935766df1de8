"""`sitegen build`: builds a site and tells how it went, to people or to programs.

Never knows the stages of a build.
"""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import click

from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.cli import build_report, console, wording
from sitegen.cli.findings_out import Form, form_key, form_option, show_findings
from sitegen.cli.german import GermanCommand, PathType
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.progress import watched
from sitegen.cli.refusal import FAILED
from sitegen.cli.site_folder import shown, site_of
from sitegen.cli.trail import trail_of
from sitegen.diagnostics import Diagnostic, Findings


@click.command("build", cls=GermanCommand, help=wording.BUILD_HELP)
@site_option
@click.option("--out", type=PathType(), metavar=wording.FOLDER_METAVAR, help=wording.OUT_OPTION)
@form_option
@click.option("--strict", is_flag=True, help=wording.STRICT_OPTION)
@clock_option
@click.pass_context
def command(
    context: click.Context, *, site: Path | None, out: Path | None, form: Form, strict: bool, at: datetime | None
) -> int:
    """Exit code 0 when the site was written, 1 when findings stopped it."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        show_findings(Findings.of([folder]), Path.cwd(), form=form)
        return FAILED
    options = BuildOptions(
        now=berlin_now(at),
        out=out and out.absolute(),
        strict=strict,
        form_key=form_key(),
        held=trail_of(context).held,
    )
    return build_and_tell(folder, options, form=form)


def build_and_tell(folder: Path, options: BuildOptions, *, form: Form) -> int:
    """Build the site in `folder` and say how it went; the exit code."""
    began = time.perf_counter()
    with watched() as progress:
        result = build(folder, options, progress)
    seconds = time.perf_counter() - began
    show_findings(result.findings, folder, form=form)
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
