"""Items of the inbox as lines for people. Pure. What visitors typed is shown without anything a terminal would obey."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sitegen.cli import inbox_wording as wording
from sitegen.cli.inbox.desk import short_id
from sitegen.cli.telling import beginning, moment
from sitegen.inbox.desk import Desk, ManifestUnavailableError
from sitegen.inbox.records import Decision, Item
from sitegen.schema.quoted import UNPRINTABLE
from sitegen.text.plurals import counted

_HOOK: Final = "hook:"
_UNITS: Final = ((timedelta(days=1), wording.DAYS), (timedelta(hours=1), wording.HOURS))


def age(span: timedelta) -> str:
    """„3 Stunden“: the largest whole unit, as it stands behind „seit“ and „vor“."""
    for unit, names in _UNITS:
        if span >= unit:
            return counted(span // unit, *names)
    return counted(span // timedelta(minutes=1), *wording.MINUTES)


def name_of(item: Item) -> str:
    """Who sent it, or that nobody says."""
    return printable(item.name) or wording.WITHOUT_NAME


def entry(item: Item, *, post: str) -> str:
    """Two lines of a list: what it is, and how it begins."""
    first = wording.ENTRY.format(
        id=short_id(item),
        state=wording.STATES[item.state],
        kind=wording.KINDS[item.kind],
        date=moment(item.created),
        name=name_of(item),
    )
    about = wording.ABOUT.format(post=post) if post else ""
    begins = beginning(printable(item.text))
    return f"{first}{about}" + (f"\n        {begins}" if begins else "")


def whole(item: Item, *, post: str, reasons: tuple[str, ...]) -> str:
    """Everything about one item in two columns, then its text as it was typed."""
    rows = [
        (wording.KIND, wording.KINDS[item.kind]),
        (wording.STATE, wording.STATES[item.state]),
        (wording.ID, item.id),
        (wording.SITE, item.site),
        (wording.POST, post),
        (wording.PAGE, "" if post else item.page),
        (wording.DATE, moment(item.created)),
        (wording.NAME, item.name),
        (wording.MAIL, item.email),
        (wording.WEBSITE, item.website),
        (wording.ANSWER_TO, item.parent),
        *item.fields,
        (wording.SCORE, f"{item.score:g}".replace(".", ",") if item.score else ""),
        (wording.REASONS, ", ".join(reasons)),
        (wording.DECISION, decided(item.decision) if item.decision else ""),
    ]
    shown = [(printable(label), printable(value)) for label, value in rows if value]
    width = max(len(label) for label, _ in shown)
    lines = [f"  {label:{width}}  {value}" for label, value in shown]
    return "\n".join([*lines, "", *(f"    {line}".rstrip() for line in printable(item.text).split("\n"))]).rstrip()


def decided(decision: Decision) -> str:
    """„21. November 2026, 12:00 Uhr (über eine Mail)“."""
    return wording.DECIDED.format(date=moment(decision.at), by=decider(decision.by))


def decider(by: str) -> str:
    """Who decided, in German."""
    if by.startswith(_HOOK):
        return wording.BY_HOOK.format(name=by.removeprefix(_HOOK))
    return wording.BY.get(by, by)


def printable(text: str) -> str:
    """Without control characters: a terminal would obey them."""
    return UNPRINTABLE.sub("", text)


def post_title(desk: Desk, item: Item) -> str:
    """The title of the post an item is about, in quotation marks; its id where the site cannot say."""
    if not item.post:
        return ""
    try:
        post = desk.manifest(item.site).post(item.post)
    except (KeyError, ManifestUnavailableError):
        post = None
    return f"„{post.title}“" if post else item.post
