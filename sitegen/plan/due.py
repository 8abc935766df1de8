"""The instants at which time alone changes a site, and what changes: without rendering anything.

Whatever in `model`, `plan` or `features` reads the clock is named here, with the same rules: days begin at midnight in
Berlin, a time of day counts where one is given. From one of these instants to the next a site stays the same to the
byte; whether anything changes at one of them is for its layouts, too. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal

import msgspec

from sitegen.model.addresses import base_path
from sitegen.model.assemble import Entries
from sitegen.model.comments.closing import closes_at
from sitegen.model.entries import Post, Service
from sitegen.model.site import Site
from sitegen.plan.forms import SiteForms
from sitegen.plan.prices import PriceTerms, day_of, price_text, terms_of
from sitegen.settings.business import Closed, Notice
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import Settings
from sitegen.text.moments import BERLIN, Moment

Kind = Literal[
    "post-appears",
    "post-expires",
    "comments-close",
    "price-changes",
    "notice-begins",
    "notice-ends",
    "closing-days-announced",
    "closing-days-over",
    "year-begins",
    "security-txt-renewed",
]

_DAY: Final = timedelta(days=1)
_HALF_YEARS: Final = (1, 7)
"""The months in whose first night `security.txt` gets its next date, see `features.security_txt`."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that time alone changes."""

    at: datetime
    """The first instant at which the site is another; aware, in Berlin."""
    kind: Kind
    title: str = ""
    """Of the post or service; the text of a notice; the reason of closing days; the year that begins."""
    source: str = ""
    """The file that says so, relative to the site; empty where only the calendar does."""
    before: str = ""
    after: str = ""
    """Prices in words: „45 €“."""
    first: Moment | None = None
    last: Moment | None = None
    """Closing days."""


_EVER: Final = datetime(1, 1, 2, tzinfo=BERLIN)
"""Before anything that can be typed."""


def changes_of(
    entries: Entries, settings: Settings, *, form_key: bytes = b"", after: datetime = _EVER
) -> tuple[Change, ...]:
    """All that the texts and `site.yaml` bring about later than `after`, by time; the calendar's own is left out.

    `form_key` as in a build: where sums on forms cannot be signed, no comments are taken either.
    """
    since = after.astimezone(UTC)  # two instants of one zone are compared in a fifth of the time
    now = Moment.of(datetime(2000, 1, 1, tzinfo=BERLIN), "day")
    site = Site(settings=settings, now=now)
    takes_comments = SiteForms(site, urls={}, key=form_key).comments_open
    found = (
        *(change for post in entries.posts for change in _of_post(post, settings, takes_comments, after=since)),
        *_of_prices(entries.services, terms_of(settings, now)),
        *_of_notice(settings.notice),
        *(change for days in settings.business.closed for change in _of_closed(days)),
    )
    later = (change for change in found if change.at > after)
    return tuple(sorted(later, key=lambda change: (change.at, change.kind, change.source, change.title)))


def calendar_changes(settings: Settings, *, after: datetime, until: datetime) -> Iterator[Change]:
    """What the calendar alone brings about later than `after` and not later than `until`, by time."""
    for year in range(after.astimezone(BERLIN).year, until.astimezone(BERLIN).year + 1):
        for month in _HALF_YEARS:
            at = midnight(date(year, month, 1))
            if not after < at <= until:
                continue
            if month == 1:
                yield Change(at=at, kind="year-begins", title=str(year))
            if settings.business.email and not base_path(settings.url):
                yield Change(at=at, kind="security-txt-renewed")


def midnight(day: date) -> datetime:
    """The first instant of a day in Berlin."""
    return datetime.combine(day, time(), BERLIN)


def _of_post(post: Post, settings: Settings, takes_comments: bool, *, after: datetime) -> Iterator[Change]:  # noqa: FBT001 -- a fact
    if post.draft:
        return
    goes = post.expires.at if post.expires else None
    if post.date.instant > after:  # of thousands of posts most have appeared long since
        yield Change(at=post.date.at, kind="post-appears", title=post.title, source=post.source)
    if goes is not None:
        yield Change(at=goes, kind="post-expires", title=post.title, source=post.source)
    end = closes_at(post, settings.comments) if takes_comments and post.comments else None
    if end is not None and (goes is None or end < goes):
        yield Change(at=end.astimezone(BERLIN), kind="comments-close", title=post.title, source=post.source)


def _of_prices(services: Iterable[Service], terms: PriceTerms) -> Iterator[Change]:
    for service in services:
        new = service.price_next
        if new is not None and not service.draft:
            yield Change(
                at=midnight(day_of(new.start)),
                kind="price-changes",
                title=service.title,
                source=service.source,
                before=price_text(service.price, terms, starting=service.starting),
                after=price_text(new.price, terms, starting=service.starting),
            )


def _of_notice(notice: Notice | None) -> Iterator[Change]:
    if notice is None:
        return
    first = _start(notice.first) if notice.first else None
    last = _end(notice.last) if notice.last else None
    if first is not None and last is not None and last <= first:
        return
    if first is not None:
        yield Change(at=first, kind="notice-begins", title=notice.text, source=SITE_FILE)
    if last is not None:
        yield Change(at=last, kind="notice-ends", title=notice.text, source=SITE_FILE)


def _start(moment: Moment) -> datetime:
    return moment.at if moment.precision == "minute" else midnight(day_of(moment))


def _end(moment: Moment) -> datetime:
    """When something is over that holds up to `moment`: the last day counts, a time of day ends it."""
    return moment.at if moment.precision == "minute" else midnight(day_of(moment) + _DAY)


def _of_closed(days: Closed) -> Iterator[Change]:
    from sitegen.plan.business import ANNOUNCED

    last = days.last or days.first
    begins, ends = midnight(day_of(days.first) - ANNOUNCED), midnight(day_of(last) + _DAY)
    if begins < ends:
        about = {"title": days.note, "source": SITE_FILE, "first": days.first, "last": last}
        yield Change(at=begins, kind="closing-days-announced", **about)  # type: ignore[arg-type]
        yield Change(at=ends, kind="closing-days-over", **about)  # type: ignore[arg-type]
