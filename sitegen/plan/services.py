"""What layouts ask about services beyond a price, and what about services only the whole site can say.

Pure functions over the frozen site; questions and checks share them. Never renders.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.model.entries import Entry, Post, Service
from sitegen.model.naming import bare_name
from sitegen.model.site import Site
from sitegen.plan.navigation import link_url
from sitegen.plan.prices import in_force, terms_of
from sitegen.plan.references import meant
from sitegen.settings.business import Audience, Vat
from sitegen.settings.load import SITE_FILE
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.locales import Language
from sitegen.text.moments import long_date
from sitegen.text.suggest import closest


class ServiceCallView(msgspec.Struct, frozen=True, kw_only=True):
    """The call to action of a service, ready to show; `url` is empty where the owner names no page that is there."""

    title: str = ""
    text: str = ""
    url: str = ""
    label: str = ""


def call_view(service: Service, entry_urls: Mapping[str, str], base: str) -> ServiceCallView:
    """The service's own call to action; empty where it has none."""
    call = service.call
    if call is None:
        return ServiceCallView()
    url = link_url(call.link, entry_urls, base) if call.link else ""
    return ServiceCallView(title=call.title, text=call.text, url=url, label=call.label)


def posts_for(service: Service, posts: Mapping[str, Post]) -> tuple[Post, ...]:
    """The posts that a service names, in its order; unknown ones are left out."""
    return tuple(posts[name] for name in service.related_posts if name in posts)


def service_findings(site: Site, where: Whereabouts, base: str) -> Iterator[Diagnostic]:
    """What is wrong with services as part of this site, on this day."""
    if site.settings.business.vat is Vat.NET and site.settings.business.audience is not Audience.BUSINESS:
        yield Diagnostic(code="SG177", span=where.field(SITE_FILE, "business", "vat"))
    entries: tuple[Entry, ...] = (*site.posts, *site.pages, *site.services, *site.authors)
    urls = {entry.source: entry.url for entry in entries if entry.source}
    posts = {post.id for post in site.posts} | {bare_name(entry.source) for entry in site.withheld}
    today = terms_of(site.settings, site.now).today
    for service in site.services:
        yield from unknown_posts(service, posts, where)
        yield from dead_link(service, urls, where, base)
        new = in_force(service, today)
        if new:
            facts = {"date": long_date(new.start, Language.DE)}
            yield Diagnostic(code="SG178", span=where.field(service.source, "price_next"), facts=facts)


def unknown_posts(service: Service, posts: Collection[str], where: Whereabouts) -> Iterator[Diagnostic]:
    """Names behind `related_posts:` that no post has; one that is still to come appears by itself."""
    for number, name in enumerate(service.related_posts):
        if name not in posts:
            cure = meant(closest(name, tuple(posts), cutoff=0.6) or "")
            span = where.field(service.source, "related_posts", number)
            yield Diagnostic(code="SG176", span=span, facts={"name": name, "cure": cure})


def dead_link(service: Service, urls: Mapping[str, str], where: Whereabouts, base: str) -> Iterator[Diagnostic]:
    """A call to action that leads to a file which is not published."""
    call = service.call
    if call and call.link and not link_url(call.link, urls, base):
        known = [url.removeprefix("content/") for url in urls]
        cure = meant(closest(call.link, known, cutoff=0.6) or "")
        yield Diagnostic(
            code="SG179", span=where.field(service.source, "cta", "link"), facts={"target": call.link, "cure": cure}
        )
