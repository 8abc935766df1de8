"""`sitegen inbox new`, `keys` and `check`: settings, secrets, and whether both are right. Opens no store."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import Final

import click

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand, MisuseError, PathType
from sitegen.cli.inbox.desk import config_option, require_extra, settings_findings, show_findings
from sitegen.cli.refusal import FAILED, show_refusal
from sitegen.cli.site_folder import shown
from sitegen.diagnostics import Findings
from sitegen.inbox.config_file import CONFIG_FILE
from sitegen.inbox.environment import EXPORT_TOKEN, FORM_KEY, KEY_BYTES, KEYS
from sitegen.scaffold.new_file import NewFile, make_files

_KID: Final = re.compile(r"[a-z0-9]{1,8}")
_TEMPLATE: Final = Path(__file__).with_name("inbox.yaml")
"""The settings with their explanations."""


@click.command("new", cls=GermanCommand, help=wording.NEW_HELP)
@click.argument("file", required=False, type=PathType(), default=CONFIG_FILE, metavar=f"[{wording.FILE_METAVAR}]")
def new_command(*, file: Path) -> int:
    """Exit code 1 and nothing touched when the file is there already."""
    target = file.absolute()
    findings = make_files(target.parent, (NewFile(path=target.name, content=_TEMPLATE.read_bytes()),))
    if findings:
        return show_refusal(*findings)
    console.say(wording.CREATED.format(path=shown(target)))
    return 0


@click.command("keys", cls=GermanCommand, help=wording.KEYS_HELP)
@click.option("--name", default="k1", metavar=wording.NAME_METAVAR, help=wording.KID_OPTION)
@click.pass_context
def keys_command(context: click.Context, *, name: str) -> int:
    """Lines on standard output and a hint on standard error, so that the lines can go straight into a file."""
    if not _KID.fullmatch(name):
        raise MisuseError(wording.BAD_KID.format(name=name), ctx=context)
    console.hand_over(f"{KEYS}={name}:{secrets.token_urlsafe(KEY_BYTES)}")
    console.hand_over(f"{FORM_KEY}={secrets.token_urlsafe(KEY_BYTES)}")
    console.hand_over(f"{EXPORT_TOKEN}={secrets.token_urlsafe(KEY_BYTES)}")
    console.complain(wording.KEYS_HINT)
    return 0


@click.command("check", cls=GermanCommand, help=wording.CHECK_HELP)
@config_option
def check_command(*, config_path: Path) -> int:
    """Exit code 1 when the inbox would not start."""
    require_extra()
    findings = settings_findings(config_path)
    show_findings(findings, config_path)
    if Findings.of(findings).stops(strict=False):
        return FAILED
    console.say(wording.CHECKED.format(path=shown(config_path.absolute())))
    return 0
