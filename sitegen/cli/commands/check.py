"""`sitegen check`: everything a build finds, judged as before publishing, and nothing written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.cli import check_wording, console, old_urls_wording
from sitegen.cli.check_report import check_end, listed_rules
from sitegen.cli.findings_out import Form, form_key, form_option, show_findings
from sitegen.cli.german import GermanCommand, MisuseError
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.progress import watched
from sitegen.cli.refusal import FAILED
from sitegen.cli.site_folder import SITE_FILE, site_of
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.legal.purpose import Purpose
from sitegen.legal.rules import RULES


def _show_rules(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 -- click's signature
    """The callback of `--rules`; click calls it with these."""
    if value and not context.resilient_parsing:
        console.hand_over(listed_rules(RULES.values(), width=console.line_width(sys.stdout)))
        context.exit()


@click.command("check", cls=GermanCommand, help=check_wording.HELP)
@click.argument("finished", required=False, type=click.Path(path_type=Path), metavar=check_wording.FOLDER_METAVAR)
@site_option
@form_option
@click.option("--strict", is_flag=True, help=check_wording.STRICT_OPTION)
@clock_option
@click.option("--links", "asks", is_flag=True, help=check_wording.LINKS_OPTION)
@click.option("--old-urls", is_flag=True, help=old_urls_wording.OPTION)
@click.option("--url", default="", metavar=check_wording.URL_METAVAR, help=check_wording.URL_OPTION)
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_rules,
    help=check_wording.RULES_OPTION,
)
@click.pass_context
def command(
    context: click.Context,
    *,
    finished: Path | None,
    site: Path | None,
    form: Form,
    strict: bool,
    at: datetime | None,
    asks: bool,
    old_urls: bool,
    url: str,
) -> int:
    """Exit code 0 when nothing stands against publishing, 1 when something does."""
    if finished and not (finished / SITE_FILE).is_file():
        if asks:
            raise MisuseError(check_wording.LINKS_WITHOUT_SITE)
        if old_urls:
            raise MisuseError(old_urls_wording.WITHOUT_SITE)
        return _judge_folder(finished, url, form=form, strict=strict, now=berlin_now(at))
    if url:
        raise MisuseError(check_wording.URL_WITHOUT_FOLDER)
    folder = site_of(context, finished or site)
    if isinstance(folder, Diagnostic):
        show_findings(Findings.of([folder]), Path.cwd(), form=form)
        return FAILED
    options = BuildOptions(
        now=berlin_now(at), strict=strict, purpose=Purpose.PUBLISH, writes=False, form_key=form_key()
    )
    with watched() as progress:
        result = build(folder, options, progress)
    found = result.findings + (_asked_abroad(folder, result, options.now) if asks else ())
    show_findings(found, folder, form=form)
    if form == "text":
        stops = result.findings.stops(strict=strict)
        console.say(check_end(found, result.court, RULES, strict=strict and stops))
    tell = console.say if form == "text" else console.complain
    failed = old_urls and not _keeps_old_urls(folder, result, tell=tell)
    return FAILED if failed or result.findings.stops(strict=strict) else 0


def _asked_abroad(folder: Path, result: BuildResult, now: datetime) -> tuple[Diagnostic, ...]:
    """What became of the links to others; none of it decides how the check ends."""
    from sitegen.linkcheck.answer import Link
    from sitegen.linkcheck.check import check_links_abroad

    links = [Link(address=address, source=source) for address, source in result.abroad]
    return check_links_abroad(folder, links, home=result.home, today=now.date())


def _keeps_old_urls(folder: Path, result: BuildResult, *, tell: Callable[[str], None]) -> bool:
    """Whether no address of a former site leads nowhere; what becomes of them is told."""
    from sitegen.cli.old_urls_report import old_urls_lines
    from sitegen.importers.proof.proof import prove
    from sitegen.model.old_urls import OLD_URLS_FILE, read_old_urls
    from sitegen.output.place import SERVER_FOLDER

    file = folder / OLD_URLS_FILE
    urls = read_old_urls(file.read_bytes()) if file.is_file() else ()
    if not urls or not result.out.is_dir():
        tell(old_urls_wording.NOT_BUILT if urls else old_urls_wording.NONE)
        return not urls
    proofs = prove(result.out, folder / SERVER_FOLDER, urls, base=result.base)
    tell("\n".join(old_urls_lines(proofs)))
    return not any(proof.failed for proof in proofs)


def _judge_folder(folder: Path, url: str, *, form: Form, strict: bool, now: datetime) -> int:
    """Finished pages that any program has made."""
    from sitegen.build.folder.judging import RULES as ASKED
    from sitegen.build.folder.judging import check_folder
    from sitegen.build.folder.whereabouts import home_of

    if not folder.is_dir():
        raise MisuseError(check_wording.NO_SUCH_FOLDER.format(folder=folder))
    if url and not home_of(url).origin:
        raise MisuseError(check_wording.NOT_AN_ADDRESS.format(url=url))
    result = check_folder(folder.absolute(), url=url, now=now)
    show_findings(result.findings, folder, form=form)
    if form == "text":
        court = result.court if result.pages else None
        rules = {id_: rule for id_, rule in RULES.items() if id_ in ASKED}
        console.say(check_end(result.findings, court, rules, strict=strict))
    return FAILED if result.findings.stops(strict=strict) else 0
