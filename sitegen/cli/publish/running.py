"""The course of `sitegen publish` and `sitegen publish --undo`: propose, show, ask, do, tell. Asks nothing twice."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
import msgspec

from sitegen.cli import console
from sitegen.cli import publish_wording as wording
from sitegen.cli.findings_out import FORM_KEY
from sitegen.cli.options import berlin_now
from sitegen.cli.progress import watched
from sitegen.cli.publish import report
from sitegen.cli.refusal import FAILED, look_of, show_refusal
from sitegen.cli.site_folder import lines_in, site_of
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.diagnostics.present import terminal
from sitegen.publish import addresses
from sitegen.publish.destination import Destination, Proposal, in_the_way
from sitegen.publish.opening import destination_for
from sitegen.publish.publishing import Said, build_for_publishing, said_about_publishing, version_of
from sitegen.publish.target import PublishError, refused
from sitegen.settings.publish import GitPushTarget, Publish


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the owner asked for."""

    dry_run: bool
    undo: bool
    yes: bool
    replace: bool


def run(context: click.Context, site: Path | None, wishes: Wishes) -> int:
    """The exit code."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    said = said_about_publishing(folder)
    if said.publish is None:
        return _show(said.findings, folder)
    now = berlin_now(None)
    try:
        act = go_back if wishes.undo else publish
        return act(folder, said, said.publish, wishes=wishes, now=now)
    except PublishError as error:
        return _show(Findings.of([error.finding]), folder)


def publish(folder: Path, said: Said, place: Publish, *, wishes: Wishes, now: datetime) -> int:
    """Build, propose, ask, send."""
    form_key = os.environ.get(FORM_KEY, "").strip().encode()
    with watched() as progress:
        result = build_for_publishing(folder, now=now, form_key=form_key, progress=progress)
    if result.findings:
        console.hand_over(terminal.report(result.findings, lines_in(folder), look=look_of(sys.stdout)) + "\n")
    if not result.written:
        console.say(wording.UNCHANGED)
        return FAILED
    wanted = version_of(folder, place, now=now)
    with _opened(folder, place) as destination:
        proposal = destination.propose(wanted)
        shown = _show_proposal(proposal, destination, said, wishes=wishes)
        if proposal.is_empty and not wishes.dry_run and not isinstance(place, GitPushTarget):
            addresses.record(folder)  # an earlier run may have been killed before it did
        if shown or not _is_wanted(proposal, destination, wishes, question=wording.ASK_PUBLISH):
            return 0
        with watched() as progress:
            destination.publish(now=now, tell=lambda done, total: progress("send", done, total))
    if isinstance(place, GitPushTarget):
        console.say(wording.PUSHED.format(url=said.url))
        return 0
    addresses.record(folder)
    console.say(wording.PUBLISHED.format(url=said.url))
    return 0


def go_back(folder: Path, said: Said, place: Publish, *, wishes: Wishes, now: datetime) -> int:
    """Propose the version before, ask, send. Builds nothing."""
    with _opened(folder, place) as destination:
        proposal = destination.propose_return()
        shown = _show_proposal(proposal, destination, said, wishes=wishes)
        if shown or not _is_wanted(proposal, destination, wishes, question=wording.ASK_RETURN):
            return 0
        with watched() as progress:
            destination.go_back(now=now, tell=lambda done, total: progress("send", done, total))
    console.say(wording.RETURNED.format(url=said.url))
    if not isinstance(place, GitPushTarget):
        console.say(wording.TEXTS_UNCHANGED)
    return 0


def _opened(folder: Path, place: Publish) -> Destination:
    return destination_for(folder, place, environment=os.environ, ask=_ask_password)


def _show_proposal(proposal: Proposal, destination: Destination, said: Said, *, wishes: Wishes) -> bool:
    """Say what would change; whether that was all there is to do."""
    sentence = wording.WILL_RETURN if wishes.undo else wording.WILL_CHANGE
    console.say(report.change_sentence(proposal, site=urlsplit(said.url).netloc, sentence=sentence))
    if proposal.is_empty and not proposal.notes:
        return True
    details = report.detail_lines(proposal.changes)
    if details:
        console.say("\n" + "\n".join(details) + "\n")
    if proposal.goes_on:
        console.say(wording.GOES_ON)
    if proposal.notes:
        notes = Findings.of(proposal.notes)
        console.hand_over(terminal.listing(notes, lambda _: None, look=look_of(sys.stdout)) + "\n")
    if not proposal.is_empty:
        console.say(report.travel_line(proposal, target=destination.name))
    if wishes.dry_run:
        for line in report.plan_lines(proposal):
            console.hand_over(line)
        console.say(wording.ONLY_SHOWN)
    return wishes.dry_run or proposal.is_empty


def _is_wanted(proposal: Proposal, destination: Destination, wishes: Wishes, *, question: str) -> bool:
    """Whether the owner agrees. Raises PublishError where nobody can be asked and nothing was said beforehand."""
    can_ask = console.is_terminal(sys.stdin)
    if proposal.foreign and not wishes.replace:
        if not can_ask:
            raise in_the_way(proposal, destination.name)
        console.say(wording.FOREIGN.format(files=", ".join(proposal.foreign[: report.NAMED])))
        if not _agrees(wording.ASK_REPLACE):
            return False
    if wishes.yes:
        return True
    if not can_ask:
        raise refused("SG667")
    return _agrees(question)


def _agrees(question: str) -> bool:
    answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ")
    if answer.strip().lower() in wording.YES:
        return True
    console.say(wording.NOT_PUBLISHED)
    return False


def _ask_password(account: str) -> str:
    """Typed without being shown; empty where nobody sits."""
    if not console.is_terminal(sys.stdin):
        return ""
    typed: str = click.prompt(
        wording.ASK_PASSWORD.format(account=account), hide_input=True, default="", show_default=False
    )
    return typed


def _show(findings: Findings, folder: Path) -> int:
    """Why nothing happened, with the line it is about, and that all is as it was."""
    console.complain(terminal.listing(findings, lines_in(folder), look=look_of(sys.stderr)))
    return FAILED
