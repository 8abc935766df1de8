"""`sitegen new`: a new website. Asks nothing."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import console, wording
from sitegen.cli.german import GermanCommand, PathType
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import shown
from sitegen.scaffold.new_site import README, create_site


@click.command("new", cls=GermanCommand, help=wording.NEW_HELP)
@click.argument("name", type=PathType(), metavar="NAME")
def command(*, name: Path) -> int:
    """Exit code 1 and nothing touched when there is something already."""
    findings = create_site(name)
    if findings:
        return show_refusal(*findings)
    way = shown(name.absolute())
    readme = shown(name.absolute() / README)
    console.say(wording.SITE_CREATED.format(folder=way, path=_typed(way), readme=readme))
    return 0


def _typed(path: str) -> str:
    """As one types it in a shell; double quotes work in all of them."""
    return path if all(character.isalnum() or character in "._-/\\:" for character in path) else f'"{path}"'
