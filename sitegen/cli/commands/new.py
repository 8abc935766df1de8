"""`sitegen new`: a new website, after eight questions where somebody can answer them."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import console, setup_wording, wording
from sitegen.cli.asking import asked, somebody_answers
from sitegen.cli.german import GermanCommand, PathType
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import shown
from sitegen.scaffold.new_file import NewFile
from sitegen.scaffold.new_site import (
    README,
    create_site,
    example_files,
    refusal_of,
    starter_files,
    starter_settings,
)


@click.command("new", cls=GermanCommand, help=wording.NEW_HELP)
@click.argument("name", type=PathType(), metavar="NAME")
@click.option("--example", is_flag=True, help=setup_wording.EXAMPLE_OPTION)
def command(*, name: Path, example: bool) -> int:
    """Exit code 1 and nothing touched when there is something already; asked and answered before a file is made."""
    refused = refusal_of(name)
    if refused:
        return show_refusal(refused)
    findings = create_site(name, tuple(example_files()) if example else _own_files())
    if findings:
        return show_refusal(*findings)
    way = shown(name.absolute())
    readme = shown(name.absolute() / README)
    created = setup_wording.EXAMPLE_CREATED if example else wording.SITE_CREATED
    console.say(created.format(folder=way, path=_typed(way), readme=readme))
    return 0


def _own_files() -> tuple[NewFile, ...]:
    settings = starter_settings()
    if somebody_answers():
        console.say(f"{setup_wording.NEW_INTRODUCTION}\n")
        settings = asked(settings)
        console.say("")
    return tuple(starter_files(settings))


def _typed(path: str) -> str:
    """As one types it in a shell; double quotes work in all of them."""
    return path if all(character.isalnum() or character in "._-/\\:" for character in path) else f'"{path}"'
