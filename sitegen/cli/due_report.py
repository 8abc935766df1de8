"""When a site changes by itself, in German for people and as JSON for programs. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Final

from sitegen.build.lists.due import Due
from sitegen.cli import preview_wording as wording
from sitegen.plan.due import Change
from sitegen.text.locales import Language
from sitegen.text.moments import Moment, long_date

_VERSION: Final = 1
"""Raised when a program that reads our JSON would have to change."""
_INNER_QUOTES: Final = str.maketrans("„“", "‚‘")

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def as_text(changes: Iterable[Change]) -> str:
    """Each instant with what changes then, a line each."""
    return "\n".join(
        line
        for at, some in groupby(changes, key=lambda change: change.at)
        for line in (_when(at), *(f"  {sentence(change)}" for change in some))
    )


def as_json(due: Due, *, now: datetime, since: datetime | None) -> dict[str, Json]:
    """`version` (1), `now`, `since` (or null), `due`, `next` (the first instant ahead, or null) and `instants`.

    With `since`, `instants` are those that fell due between the two and `due` says whether there are any; without it
    they lie ahead and `due` is false. Each has `at` and `changes` with `kind`, `text`, `title`, `source`, `before` and
    `after`. Instants are RFC 3339.
    """
    changes = due.ahead if since is None else due.past
    return {
        "version": _VERSION,
        "now": _iso(now),
        "since": _iso(since) if since else None,
        "due": since is not None and bool(due.past),
        "next": _iso(due.ahead[0].at) if due.ahead else None,
        "instants": [
            {"at": _iso(at), "changes": [_json_change(change) for change in some]}
            for at, some in groupby(changes, key=lambda change: change.at)
        ],
    }


def sentence(change: Change) -> str:
    """What changes: `Beitrag „Rechnungen schreiben“ erscheint (content/blog/rechnungen.md)`."""
    facts = {
        "title": change.title.translate(_INNER_QUOTES),
        "before": change.before,
        "after": change.after,
        "source": change.source,
        "days": _days(change),
    }
    return wording.CHANGES[change.kind].format(**facts)


def _days(change: Change) -> str:
    if change.first is None or change.last is None:
        return ""
    first, last = long_date(change.first, Language.DE), long_date(change.last, Language.DE)
    return wording.ONE_DAY.format(first=first) if first == last else wording.DAYS.format(first=first, last=last)


def _json_change(change: Change) -> Json:
    return {
        "kind": change.kind,
        "text": sentence(change),
        "title": change.title,
        "source": change.source,
        "before": change.before,
        "after": change.after,
    }


def _when(at: datetime) -> str:
    moment = Moment.of(at, "minute")
    return wording.AT.format(date=long_date(moment, Language.DE), time=f"{moment.at:%H:%M}")


def _iso(at: datetime) -> str:
    return Moment.of(at, "minute").at.isoformat(timespec="seconds")
