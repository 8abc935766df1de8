"""Points in time of an export, as WordPress and PHP write them when they know them, and when they do not. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from sitegen.importers.wordpress.records import Comment, Item
from sitegen.text.moments import BERLIN

_WRITTEN: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?")
_FIRST_YEAR: Final = 1970
"""`0000-00-00` and `-0001-11-30` are PHP's words for „unknown“, and nothing was published before this year."""


def read_date(text: str) -> datetime | None:
    """`2019-03-01 09:30:00` without a zone; None for what is no date."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    try:
        moment = datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type] # noqa: DTZ001 -- the site's own time
    except ValueError:
        return None
    return moment if moment.year >= _FIRST_YEAR else None


def date_of(item: Item) -> datetime | None:
    """When an item was or will be published, in the site's own time, to the minute; None where nothing says it.

    A draft that was never dated has the day of its last change.
    """
    said = read_date(item.date) or in_berlin(read_date(item.date_gmt)) or rfc822(item.published)
    said = said or read_date(item.modified)
    return said.replace(second=0) if said else None


def changed_of(item: Item) -> datetime | None:
    """When it was last changed, if that was on a later day than its date."""
    date, changed = read_date(item.date), read_date(item.modified)
    return changed.replace(second=0) if date and changed and changed.date() > date.date() else None


def moment_of(comment: Comment) -> datetime | None:
    """When a comment was written, UTC."""
    gmt = read_date(comment.date_gmt)
    if gmt is not None:
        return gmt.replace(tzinfo=UTC)
    local = read_date(comment.date)
    return local.replace(tzinfo=BERLIN).astimezone(UTC) if local else None


def in_berlin(gmt: datetime | None) -> datetime | None:
    """A point in UTC without a zone → Berlin time without a zone."""
    return gmt.replace(tzinfo=UTC).astimezone(BERLIN).replace(tzinfo=None) if gmt else None


def rfc822(text: str) -> datetime | None:
    """The `pubDate` of a feed → Berlin time without a zone; WordPress writes „Mon, 30 Nov -0001“ for none."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(BERLIN).replace(tzinfo=None) if moment.year >= _FIRST_YEAR else None
