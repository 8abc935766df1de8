"""Which site a command works on: the one named, or the nearest above the current folder.

Never reads the site.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import click

from sitegen.cli import console, wording
from sitegen.cli.trail import trail_of
from sitegen.diagnostics import Diagnostic, Span
from sitegen.diagnostics.present import LinesOf

SITE_FILE: Final = "site.yaml"


def site_of(context: click.Context, named: Path | None) -> Path | Diagnostic:
    """The site's folder, absolute, or SG001.

    `named` is `--site` after the command; before the command it counts, too. Without both, the current folder and those
    above it are searched, and a find above is said on standard error.
    """
    trail = trail_of(context)
    named = named or trail.named_site
    start = (named or Path.cwd()).absolute()
    found = _here(start) if named else nearest_site(start)
    if found is None:
        return Diagnostic(code="SG001", span=Span(file=""), facts={"folder": str(named or start)})
    if found != start:
        console.complain(wording.SITE_FOUND_ABOVE.format(folder=found))
    trail.site = found
    return found


def nearest_site(start: Path) -> Path | None:
    """`start` or the nearest folder above it that holds a `site.yaml`."""
    return next((folder for folder in (start, *start.parents) if _here(folder)), None)


def lines_in(site: Path) -> LinesOf:
    """The lines of the site's files, for excerpts; each file is read once."""

    @cache
    def lines_of(file: str) -> Sequence[str] | None:
        try:
            text = (site / file).read_bytes().decode("utf-8-sig", errors="replace")
        except OSError:
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    return lines_of


def shown(path: Path) -> str:
    """`path` as short as it can be typed from here: relative where it lies below the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _here(folder: Path) -> Path | None:
    return folder if (folder / SITE_FILE).is_file() else None
