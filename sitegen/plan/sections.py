"""Sections of landing pages and the rest of the site: where their links lead, what they show, what is missing.

Links and pictures are named as in a text: seen from the page's own file; a link also from `content/`. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.model.addresses import is_relative
from sitegen.model.entries import Entry, Page, Post, Service
from sitegen.model.sections import Button, Logo, Posts, Section, SectionPicture, Services
from sitegen.model.site import Site
from sitegen.plan.navigation import link_url
from sitegen.plan.pictures import PictureView
from sitegen.plan.references import Meaning, References, joined, meant
from sitegen.schema.places import Step
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.suggest import closest


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a section names."""

    path: tuple[Step, ...]
    """Where in the front matter."""
    target: str
    alt: str = ""
    """Of a picture."""


def sections_of(entry: object) -> tuple[Section, ...]:
    """The sections of what a page shows; only pages have any."""
    return entry.sections if isinstance(entry, Page) else ()


def section_link(target: str, source: str, urls: Mapping[str, str], base: str) -> str:
    """The address behind a link of a section in `source`; empty where there is none."""
    path, mark, fragment = target.partition("#")
    if not path or not is_relative(target):
        return link_url(target, urls, base) if path else target
    url = urls.get(joined(path, source), "")
    return f"{url}{mark}{fragment}" if url else link_url(target, urls, base)


def section_findings(
    site: Site,
    *,
    references: References,
    pictures: Mapping[tuple[str, str], PictureView],
    where: Whereabouts,
) -> Iterator[Diagnostic]:
    """Links and services that lead nowhere, pictures that are not there or have nothing to be read out."""
    slugs = [service.slug for service in site.services]
    for page in site.pages:
        for named in _links(page):
            yield from _link_findings(named, page.source, references, where)
        for named in _pictures(page):
            yield from _picture_findings(named, page.source, references, pictures=pictures, where=where)
        for named in _services(page):
            if named.target not in slugs:
                facts = {"service": named.target, "cure": meant(closest(named.target, slugs) or "")}
                yield Diagnostic(code="SG194", span=where.field(page.source, *named.path), facts=facts)
        yield from _category_findings(page, site, where)


def _category_findings(page: Page, site: Site, where: Whereabouts) -> Iterator[Diagnostic]:
    """A category in which nothing stands would leave the section empty."""
    for number, section in enumerate(page.sections):
        if not isinstance(section, Posts | Services) or not section.category:
            continue
        entries: tuple[Post | Service, ...] = site.posts if isinstance(section, Posts) else site.services
        known = sorted({entry.category for entry in entries if entry.category})
        if section.category not in known:
            facts = {"category": section.category, "cure": meant(closest(section.category, known) or "")}
            span = where.field(page.source, "sections", number, "category")
            yield Diagnostic(code="SG195", span=span, facts=facts)


def _link_findings(named: Named, source: str, references: References, where: Whereabouts) -> Iterator[Diagnostic]:
    target = named.target
    if not is_relative(target) or target.startswith("tel:"):
        return
    readings = (references.link(target, source), references.link(target.removeprefix("content/"), "content/"))
    meanings = {reading.meaning for reading in readings}
    if meanings & {Meaning.ENTRY, Meaning.FAULTY}:
        return
    span = where.field(source, *named.path)
    if Meaning.EXPIRED in meanings:
        yield Diagnostic(code="SG306", span=span, facts={"target": target})
        return
    if Meaning.WITHHELD in meanings:
        yield Diagnostic(code="SG302", span=span, facts={"target": target})
    else:
        yield Diagnostic(code="SG301", span=span, facts={"target": target, "cure": meant(readings[0].suggestion)})


def _picture_findings(
    named: Named,
    source: str,
    references: References,
    *,
    pictures: Mapping[tuple[str, str], PictureView],
    where: Whereabouts,
) -> Iterator[Diagnostic]:
    src = named.target
    if (source, src) not in pictures and "://" not in src:
        suggestion = references.picture(src, source).suggestion if is_relative(src) else ""
        facts = {"target": src, "cure": meant(suggestion)}
        yield Diagnostic(code="SG303", span=where.field(source, *named.path), facts=facts)
    if not named.alt:
        yield Diagnostic(code="SG314", span=where.field(source, *named.path), facts={"target": src})


def _links(page: Page) -> Iterator[Named]:
    for number, section in enumerate(page.sections):
        link = getattr(section, "link", "")
        if link:
            yield Named(path=("sections", number, "link"), target=link)
        for key in ("buttons", "items"):
            for place, item in enumerate(getattr(section, key, ())):
                if isinstance(item, Button | Logo) and item.link:
                    yield Named(path=("sections", number, key, place, "link"), target=item.link)


def _pictures(entry: Entry) -> Iterator[Named]:
    """A mark of somebody else is read out by name."""
    for number, section in enumerate(sections_of(entry)):
        image = getattr(section, "image", None)
        if isinstance(image, SectionPicture):
            yield Named(path=("sections", number, "image", "src"), target=image.src, alt=image.alt)
        for place, item in enumerate(getattr(section, "items", ())):
            if isinstance(item, Logo) and isinstance(item.image, SectionPicture):
                path = ("sections", number, "items", place, "image", "src")
                yield Named(path=path, target=item.image.src, alt=item.name)


def _services(page: Page) -> Iterator[Named]:
    for number, section in enumerate(page.sections):
        if isinstance(section, Services):
            for place, slug in enumerate(section.only):
                yield Named(path=("sections", number, "only", place), target=slug)
