"""`sitegen add`: a new post, service or page as a draft. Asks for a title only where somebody can answer."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli import console, draft_wording, wording
from sitegen.cli.german import GermanCommand, MisuseError, OneOf, PathType
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import shown, site_of
from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.new_entry import Kind, add_entry, new_entry


@click.command("add", cls=GermanCommand, help=wording.ADD_HELP)
@click.argument("kind", type=OneOf(["post", "service", "page"]), metavar="post|service|page")
@click.argument("title", nargs=-1, metavar="[TITEL]")
@click.option("--from", "source", type=PathType(), metavar=draft_wording.FROM_METAVAR, help=draft_wording.FROM_OPTION)
@site_option
@clock_option
@click.pass_context
def command(
    context: click.Context,
    *,
    kind: Kind,
    title: tuple[str, ...],
    source: Path | None,
    site: Path | None,
    at: datetime | None,
) -> int:
    """Exit code 1 and nothing touched when the text is there already or the title gives no name."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    if source is not None:
        if kind != "post":
            raise MisuseError(draft_wording.ONLY_POSTS.format(file=source))
        from sitegen.cli.drafting import add_draft

        return add_draft(folder, source, title=" ".join(title), today=berlin_now(at).date())
    file = new_entry(kind, _title(title, kind), today=berlin_now(at).date())
    if isinstance(file, Diagnostic):
        return show_refusal(file)
    findings = add_entry(folder, kind, file=file)
    if findings:
        return show_refusal(*findings)
    console.say(wording.ENTRY_CREATED.format(path=shown(folder / file.path)))
    console.say(wording.ENTRY_NEXT[kind])
    return 0


def _title(words: tuple[str, ...], kind: Kind) -> str:
    """As typed, also where the quotes were forgotten. Raises MisuseError where there is none and nobody to ask."""
    if words:
        return " ".join(words)
    if not console.is_terminal(sys.stdin):
        raise MisuseError(wording.NO_TITLE.format(kind=kind))
    answer: str = click.prompt(wording.TITLE_PROMPT)
    return answer
