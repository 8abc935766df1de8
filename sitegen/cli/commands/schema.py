"""`sitegen schema`: what may stand in `site.yaml` and in heads, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import console, wording
from sitegen.cli.german import GermanCommand, MisuseError, OneOf
from sitegen.cli.options import site_option
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import shown, site_of
from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.editors import SCHEMAS, schema_files, schema_text


@click.command("schema", cls=GermanCommand, help=wording.SCHEMA_HELP)
@click.argument("of", required=False, type=OneOf(list(SCHEMAS)), metavar=f"[{'|'.join(SCHEMAS)}]")
@click.option("--write", is_flag=True, help=wording.WRITE_OPTION)
@site_option
@click.pass_context
def command(context: click.Context, *, of: str | None, write: bool, site: Path | None) -> int:
    """Print one schema, `site` if none is named, or write all of them into the site."""
    if not write:
        console.hand_over(schema_text(of or "site"))
        return 0
    if of is not None:
        raise MisuseError(wording.WRITE_IS_FOR_ALL.format(of=of))
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    for file in schema_files():
        path = folder / file.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.content)
        console.say(wording.WRITTEN.format(path=shown(path)))
    return 0
