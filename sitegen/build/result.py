"""What a build was asked for and what came of it: the only things the command line and the tests talk about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sitegen.diagnostics import Findings
from sitegen.legal.purpose import Purpose
from sitegen.model.visibility import Showing, Withheld

if TYPE_CHECKING:  # all rules of law hang on it, and a build that has nothing to do needs none of them
    from sitegen.legal.judging import Court

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage (a key, not a sentence), what is done and what there is in all."""


class BuildOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Everything from outside that a build depends on."""

    now: datetime
    """The instant the site is built for; aware."""
    out: Path | None = None
    """The output folder; None means `public/` in the site folder."""
    showing: Showing = Showing.PUBLISHED
    strict: bool = False
    """Warnings stop the build too."""
    purpose: Purpose = Purpose.WORK
    """What the site is built for: it decides how grave missing data are."""
    writes: bool = True
    """False to look only: everything is made and checked, and the output folder stays as it is."""
    workers: int | None = None
    """How many processes may share the work; None for as many as the machine has processors."""
    form_key: bytes = b""
    """What the sums on forms are signed with; the owner's inbox has the same. Empty: no form asks for a sum."""
    held: list[object] | None = None
    """Gets what the build was made of, for a process that ends right after it: no byte depends on it.

    Python would take apart value for value what the system takes back at one stroke.
    """


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each are published."""

    posts: int = 0
    pages: int = 0
    services: int = 0


class FileChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Paths below the output folder, sorted."""

    created: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0


class PriceChange(msgspec.Struct, frozen=True, kw_only=True):
    """A price that is not what it was at the last build."""

    title: str
    """The service, or the service and its package."""
    before: str
    """In words: „45 €“."""
    after: str
    pages: int
    """How many written pages show it."""


class Reason(Enum):
    """Why a page is made again."""

    NEW = "new"
    """It was not there, or nothing is known of it."""
    LAYOUTS = "layouts"
    """A layout or `site.yaml` is another."""
    SUBJECT = "subject"
    """What the page is about is another: its title, its date, its address."""
    BODY = "body"
    ANSWER = "answer"
    """Something that it shows of the rest of the site."""
    FILE = "file"
    """The file is gone or was changed by somebody else."""
    POLICY = "policy"
    """The site asks browsers for something else than before."""


class Remade(msgspec.Struct, frozen=True, kw_only=True):
    """A page that is made again."""

    output: str
    reason: Reason
    question: str = ""
    """For an answer: the question, as `neighbours(content/blog/rechnungen.md)`."""


class BuildResult(msgspec.Struct, frozen=True, kw_only=True):
    """The end of a build."""

    out: Path
    findings: Findings
    written: bool
    """False when findings stopped the build: the output folder is as it was before."""
    base: str = ""
    """The path below which the site lives on its host, without a slash at its end."""
    tally: Tally = Tally()
    changes: FileChanges = FileChanges()
    withheld: tuple[Withheld, ...] = ()
    price_changes: tuple[PriceChange, ...] = ()
    court: Court | None = None
    """What the findings were judged by; None where it never came to that."""
    home: str = ""
    """The address of the site."""
    abroad: tuple[tuple[str, str], ...] = ()
    """Addresses of others that links lead to, each with the text it stands in; an empty one for generated lists.

    Gathered by builds that only look.
    """
    remade: tuple[Remade, ...] = ()
    """Pages that were made again; all others stood."""
    until: datetime | None = None
    """The first instant at which the same site would come to something else; None where that is not known."""
