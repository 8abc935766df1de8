"""What every command of `sitegen inbox` begins with: the settings, the secrets, the store, and which item is meant."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TypeVar

import click

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import PathType
from sitegen.cli.refusal import FAILED, look_of
from sitegen.cli.site_folder import lines_in
from sitegen.cli.stopping import stop, stop_for
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.diagnostics.present.terminal import report
from sitegen.inbox.config import InboxConfig
from sitegen.inbox.config_checks import missing_variables
from sitegen.inbox.config_file import CONFIG_FILE, load_config
from sitegen.inbox.desk import Desk, ManifestUnavailableError
from sitegen.inbox.environment import read_secrets
from sitegen.inbox.records import Item
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.text.ulids import meant_by, short_of

Command = TypeVar("Command", bound=Callable[..., int])

CONFIG_VARIABLE: Final = "SITEGEN_INBOX_CONFIG"

_EXTRA: Final = ("httpx", "itsdangerous", "standardwebhooks", "starlette", "uvicorn")


def config_option(command: Command) -> Command:
    """`--config DATEI`."""
    return click.option(
        "--config",
        "config_path",
        type=PathType(),
        default=CONFIG_FILE,
        envvar=CONFIG_VARIABLE,
        metavar=wording.FILE_METAVAR,
        help=wording.CONFIG_OPTION,
    )(command)


@contextmanager
def open_inbox(config_path: Path) -> Iterator[Desk]:
    """The desk of a command. Stops with a German sentence where settings, secrets, libraries or store are missing."""
    require_extra()
    config = _settings(config_path)
    read = read_secrets(os.environ)
    if read.secrets is None:
        stop_for(*read.findings)
    from sitegen.inbox.opening import open_desk

    try:
        desk = open_desk(config, read.secrets)
        try:
            yield desk
        finally:
            desk.store.close()
    except StoreUnavailableError:
        stop(wording.STORE_UNAVAILABLE)
    except ManifestUnavailableError:
        stop(wording.MANIFEST_UNAVAILABLE)


def settings_findings(path: Path) -> tuple[Diagnostic, ...]:
    """Everything that is to be said of the settings and of what the environment lacks for them, warnings too."""
    loaded = load_config(path)
    lacking = missing_variables(loaded.config, os.environ) if loaded.config else ()
    return (*loaded.findings, *read_secrets(os.environ).findings, *lacking)


def show_findings(findings: tuple[Diagnostic, ...], path: Path) -> None:
    """Findings about the file `path`, with its lines, on standard error."""
    if findings:
        folder = path.absolute().parent
        console.complain(report(Findings.of(findings), lines_in(folder), look=look_of(sys.stderr)))


def _settings(path: Path) -> InboxConfig:
    """The settings; stops where they cannot be used. What is only a warning is for `check` and `serve` to say."""
    loaded = load_config(path)
    if loaded.config is None:
        show_findings(loaded.findings, path)
        raise click.exceptions.Exit(FAILED)
    return loaded.config


def require_extra() -> None:
    """Stop where the libraries of the inbox are not installed."""
    if any(find_spec(name) is None for name in _EXTRA):
        stop(wording.EXTRA_MISSING)


def item_meant(desk: Desk, word: str) -> Item:
    """The item whose id is `word` or begins or ends so; stops where there is none, or several."""
    whole = desk.store.item(word.upper())
    if whole:
        return whole
    known = {item.id: item for item in desk.store.items()}
    found = meant_by(word, known)
    if len(found) != 1:
        stop((wording.AMBIGUOUS if found else wording.NOT_FOUND).format(word=word))
    return known[found[0]]


def items_meant(desk: Desk, words: tuple[str, ...]) -> tuple[Item, ...]:
    """All items that are meant, each once, found before any is touched."""
    found = [item_meant(desk, word) for word in words]
    return tuple({item.id: item for item in found}.values())


def sites_meant(desk: Desk, site: str) -> tuple[str, ...]:
    """The site of that id, or all; stops where there is none of that id."""
    known = tuple(one.id for one in desk.config.sites)
    if site and site not in known:
        stop(wording.NO_SUCH_SITE.format(site=site, sites=", ".join(known)))
    return (site,) if site else known


def short_id(item: Item) -> str:
    """The end of its id, as lists show it."""
    return short_of(item.id)
