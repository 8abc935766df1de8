"""`sitegen why`: what made a page rebuild or not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console, why_wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import site_of
from sitegen.diagnostics import Diagnostic, Findings

if TYPE_CHECKING:
    from sitegen.build.lists.why import Why
    from sitegen.build.result import Remade

_UNREPEATABLE = "?()"


@click.command("why", cls=GermanCommand, help=why_wording.HELP)
@click.argument("page", metavar=why_wording.PAGE_METAVAR)
@site_option
@clock_option
@click.pass_context
def command(context: click.Context, *, page: str, site: Path | None, at: datetime | None) -> int:
    """Exit code 1 where there is no such page, or where the site cannot be built."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    from sitegen.build.lists.why import why
    from sitegen.build.result import BuildOptions
    from sitegen.cli.findings_out import form_key

    found = why(folder, page, BuildOptions(now=berlin_now(at), form_key=form_key()))
    if isinstance(found, Findings):
        return show_refusal(*found)
    console.hand_over("\n".join(lines_of(found)))
    return 0


def lines_of(found: Why) -> tuple[str, ...]:
    """What is said about a page."""
    if found.next and found.next.reason.value == "new" and not found.last:
        return (why_wording.NEVER.format(output=found.output), why_wording.NEXT_MADE.format(reason=reason(found.next)))
    last = (
        why_wording.LAST_MADE.format(output=found.output, reason=reason(found.last))
        if found.last
        else why_wording.LAST_STOOD.format(output=found.output)
    )
    following = why_wording.NEXT_MADE.format(reason=reason(found.next)) if found.next else why_wording.NEXT_STANDS
    asked = (named(question) for question in found.asked)
    return (
        *(last, following, ""),
        why_wording.ASKED if found.asked else why_wording.ASKED_NOTHING,
        *(f"  {question}" for question in asked),
    )


def reason(remade: Remade) -> str:
    """Why, as a sentence."""
    return why_wording.REASONS[remade.reason.value].format(question=named(remade.question))


def named(question: str) -> str:
    """A question as layouts write it."""
    return why_wording.UNNAMED if question == _UNREPEATABLE else f"site.{question.removesuffix('()')}"
