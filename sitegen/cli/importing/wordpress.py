"""`sitegen import wordpress`: reads an export, asks what only the owner knows, writes, and tells of each text."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli import import_wording as wording
from sitegen.cli.asking import somebody_answers
from sitegen.cli.german import GermanCommand, PathType
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.refusal import FAILED, show_refusal
from sitegen.cli.site_folder import site_of
from sitegen.diagnostics import Diagnostic, Span
from sitegen.importers.refused import RefusedError
from sitegen.importers.report import report_lines
from sitegen.importers.wordpress.moving import Wishes, here_of, move
from sitegen.importers.wordpress.naming import plain, without_mailbox
from sitegen.importers.wordpress.placing import Here, Wanted
from sitegen.importers.wordpress.reading import open_exports
from sitegen.importers.wordpress.settled import known_types, settled_names, settled_pages
from sitegen.importers.wordpress.survey import Survey, survey
from sitegen.settings.load import SITE_FILE, load
from sitegen.settings.settings import Settings
from sitegen.text.plurals import counted


@click.command("wordpress", cls=GermanCommand, help=wording.WORDPRESS_HELP)
@click.argument("exports", type=PathType(), nargs=-1, required=True, metavar=wording.WORDPRESS_METAVAR)
@click.option("--uploads", type=PathType(), metavar=wording.FOLDER_METAVAR, help=wording.UPLOADS_OPTION)
@click.option("--download", is_flag=True, help=wording.DOWNLOAD_OPTION)
@click.option("--author", default="", metavar=wording.NAME_METAVAR, help=wording.AUTHOR_OPTION)
@click.option("--pages", multiple=True, metavar=wording.TYPE_METAVAR, help=wording.PAGES_OPTION)
@click.option("--without", multiple=True, metavar=wording.TYPE_METAVAR, help=wording.WITHOUT_OPTION)
@click.option("--sitemap", type=PathType(), multiple=True, metavar=wording.FILE_METAVAR, help=wording.SITEMAP_OPTION)
@click.option("--restore", is_flag=True, help=wording.RESTORE_OPTION)
@click.option("--all", "whole", is_flag=True, help=wording.ALL_OPTION)
@site_option
@clock_option
@click.pass_context
def command(
    context: click.Context,
    *,
    exports: tuple[Path, ...],
    uploads: Path | None,
    download: bool,
    author: str,
    pages: tuple[str, ...],
    without: tuple[str, ...],
    sitemap: tuple[Path, ...],
    restore: bool,
    whole: bool,
    site: Path | None,
    at: datetime | None,
) -> int:
    """Exit code 1 when nothing could be imported, or when a text was lost; the report names it."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    settings = _settings(folder)
    if isinstance(settings, tuple):
        return show_refusal(*settings)
    missing = [
        *_not_files((*(path for path in exports if not path.is_dir()), *sitemap)),
        *_not_folders((uploads,) if uploads else ()),
    ]
    if missing:
        return show_refusal(*missing)
    try:
        export = open_exports(exports)
        looked = survey(export)
    except RefusedError as error:
        return show_refusal(error.finding)
    here = here_of(folder, settings, berlin_now(at))
    types = Wanted(pages=frozenset(pages), without=frozenset(without))
    wishes = Wishes(
        names=_names(folder, looked, here, author),
        types=_types(folder, looked, here, types),
        uploads=_uploads(folder, looked, uploads, download=download),
        seen=_seen(sitemap),
        restore=restore,
    )
    moved = move(folder, export, looked=looked, here=here, wishes=wishes)
    shows_all = whole or not console.is_terminal(sys.stdout)
    console.say("\n".join(report_lines(moved.report, moved.written, whole=shows_all)))
    return FAILED if moved.report.lost else 0


def _settings(folder: Path) -> Settings | tuple[Diagnostic, ...]:
    loaded = load((folder / SITE_FILE).read_text("utf-8-sig", errors="replace"))
    return loaded.settings or loaded.findings


def _not_files(paths: Sequence[Path]) -> list[Diagnostic]:
    return [_absent("SG681", path) for path in paths if not path.is_file()]


def _not_folders(paths: Sequence[Path]) -> list[Diagnostic]:
    return [_absent("SG685", path) for path in paths if not path.is_dir()]


def _absent(code: str, path: Path) -> Diagnostic:
    return Diagnostic(code=code, span=Span(file=""), facts={"path": str(path)})


def _names(folder: Path, looked: Survey, here: Here, author: str) -> Mapping[str, str]:
    """What nameless authors are called: as said, as an earlier import was told, as answered, else as the owner."""
    names = dict(settled_names(folder, looked, here))
    for login in looked.nameless:
        owner = here.settings.business.owner or here.settings.author
        if plain(author):
            names[login] = plain(author)
        elif login not in names and somebody_answers():
            names[login] = click.prompt(
                wording.ASK_AUTHOR.format(login=login), default=owner or without_mailbox(login), prompt_suffix=" "
            )
        elif login not in names and owner:
            names[login] = owner
    return names


def _types(folder: Path, looked: Survey, here: Here, said: Wanted) -> Wanted:
    """What becomes of types that are neither posts nor pages; asked once, where somebody answers."""
    without = set(said.without)
    pages = {*said.pages, *(settled_pages(folder, looked, here) - without)}
    for kind, count in looked.special.items():
        if kind in pages | without | known_types(looked, here) or not somebody_answers():
            continue
        question = wording.ASK_TYPE.format(count=counted(count, "Text", "Texte"), type=kind)
        answer = str(click.prompt(question, default="", show_default=False, prompt_suffix=" ")).strip().lower()
        pages |= {kind} if answer.startswith("j") else set()
        without |= {kind} if answer.startswith("n") else set()
    return Wanted(pages=frozenset(pages), without=frozenset(without))


def _uploads(folder: Path, looked: Survey, uploads: Path | None, *, download: bool) -> tuple[Path, ...]:
    """The folders that hold files of the old site: the one that was named, and what was fetched, now or before."""
    from sitegen.importers.wordpress.downloading import FETCHED, fetch

    named = (uploads,) if uploads else ()
    if download:
        for sentence in fetch(folder, looked, named, tell=console.say):
            console.complain(sentence)
    fetched = folder / FETCHED
    return (*named, fetched) if fetched.is_dir() else named


def _seen(sitemaps: Sequence[Path]) -> tuple[str, ...]:
    from sitegen.importers.sitemaps import read_sitemap

    return tuple(address for path in sitemaps for address in read_sitemap(path).addresses)
