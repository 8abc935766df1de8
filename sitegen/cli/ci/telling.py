"""`sitegen ci report` and `issue`: what a run has to say, as a summary and as the one issue."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final, Literal, get_args

import click
import msgspec

from sitegen.cli import ci_wording as wording
from sitegen.cli import console
from sitegen.cli.ci.desk import open_desk
from sitegen.cli.german import GermanCommand, OneOf, PathType
from sitegen.cli.options import site_option
from sitegen.cli.refusal import FAILED
from sitegen.publish.reporting import wording as reporting
from sitegen.publish.reporting.forge import Forge, forge_of
from sitegen.publish.reporting.issue import IssueError, Told, settle, tell
from sitegen.publish.reporting.report import Outcome, as_markdown, outcome_of, read_report

REPORT: Final = "SITEGEN_REPORT"
"""The variable with the line of `sitegen ci report`."""

Kind = Literal["findings", "proposal"]

_FORMS: Final = ("summary", "line")
_TITLES: Final = {
    "findings": (reporting.ISSUE_TITLE, reporting.ISSUE_DONE),
    "proposal": (reporting.PROPOSAL_TITLE, reporting.PROPOSAL_DONE),
}


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What one job hands to the next: never more than a line, whatever the files hold."""

    good: bool
    text: str


@click.command("report", cls=GermanCommand, help=wording.REPORT_HELP)
@click.argument("file", type=PathType(), metavar=wording.REPORT_METAVAR)
@click.option(
    "--format",
    "form",
    type=OneOf(_FORMS),
    default=_FORMS[0],
    help=wording.REPORT_FORMAT_OPTION.format(forms=", ".join(_FORMS)),
)
@click.option("--first", is_flag=True, help=wording.FIRST_OPTION)
@site_option
@click.pass_context
def report_command(
    context: click.Context, *, file: Path, form: Literal["summary", "line"], first: bool, site: Path | None
) -> int:
    """Exit code 0, also for a build that failed: telling of it has worked."""
    desk = open_desk(context, site)
    report = read_report(file.read_bytes() if file.is_file() else b"")
    outcome = outcome_of(report)
    text = as_markdown(report, outcome=outcome, forge=desk.forge, folder=desk.folder, online=not first)
    if form == "line":
        _hand_over(Line(good=outcome == "good", text=text))
    else:
        console.hand_over(text)
    return 0


@click.command("proposal", cls=GermanCommand, help=wording.PROPOSAL_HELP)
@click.argument("file", type=PathType(), metavar=wording.REPORT_METAVAR)
def proposal_command(*, file: Path) -> int:
    """Exit code 0; the line says good where there is nothing to propose."""
    from sitegen.cli.commands.update import Trial, proposal

    trial = msgspec.json.decode(file.read_bytes(), type=Trial)
    _hand_over(Line(good=trial.old == trial.new, text=proposal(trial)))
    return 0


@click.command("issue", cls=GermanCommand, help=wording.ISSUE_HELP)
@click.option(
    "--outcome", type=OneOf(get_args(Outcome)), help=wording.OUTCOME_OPTION.format(forms=", ".join(get_args(Outcome)))
)
@click.option(
    "--kind",
    type=OneOf(get_args(Kind)),
    default="findings",
    help=wording.KIND_OPTION.format(forms=", ".join(get_args(Kind))),
)
def issue_command(*, outcome: Outcome | None, kind: Kind) -> int:
    """Exit code 1 where the forge refused. Without a token nothing is told, and that is said."""
    forge = forge_of(os.environ)
    if forge is None or not forge.token or not forge.issues:
        console.complain(reporting.NO_KEY)
        return 0
    try:
        told = _told(forge, kind=kind, line=_line(), outcome=outcome)
    except IssueError as error:
        console.complain(reporting.NOT_TOLD.format(reason=error))
        return FAILED
    console.say(_SAID[told.done].format(url=told.url))
    return 0


_SAID: Final = {
    "opened": reporting.ISSUE_OPENED,
    "changed": reporting.ISSUE_CHANGED,
    "closed": reporting.ISSUE_CLOSED,
    "nothing": reporting.NOTHING_TO_TELL,
}


def _told(forge: Forge, *, kind: Kind, line: Line | None, outcome: Outcome | None) -> Told:
    """The findings speak for themselves, save where the build was good and what came after it was not."""
    title, done = _TITLES[kind]
    good = (line is not None and line.good) if outcome is None else outcome == "good"
    if good:
        return settle(forge, title=title, comment=done)
    if line is not None and not line.good:
        text = line.text
    else:
        text = as_markdown(None, outcome=outcome or "unknown", forge=forge)
    return tell(forge, title=title, body=f"{text}\n{reporting.CLOSES_ITSELF}\n" if kind == "findings" else text)


def _hand_over(line: Line) -> None:
    """As ASCII alone: no line break of Unicode gets through."""
    console.hand_over(json.dumps(msgspec.to_builtins(line)))


def _line() -> Line | None:
    try:
        return msgspec.json.decode(os.environ.get(REPORT, ""), type=Line)
    except msgspec.DecodeError:
        return None
