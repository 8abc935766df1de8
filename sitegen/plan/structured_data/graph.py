"""Which things stand on which page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.model.entries import Page, Post, Service
from sitegen.model.site import Term
from sitegen.plan.structured_data.business import professional_service, website
from sitegen.plan.structured_data.known import Known
from sitegen.plan.structured_data.people import owner, person
from sitegen.plan.structured_data.posts import blog_posting
from sitegen.plan.structured_data.services import service_thing
from sitegen.plan.structured_data.things import Thing, as_text, thing
from sitegen.plan.views import PageView

ABOUT: Final = frozenset({"content/ueber-mich.md", "content/ueber-uns.md"})


def structured_data(page: PageView, known: Known) -> str:
    """The JSON-LD document of a page; empty where there is nothing to say."""
    if page.kind in {"error", "redirect"}:
        return ""
    return as_text((*_home(page, known), *_entry(page, known), *_breadcrumb(page, known)))


def _home(page: PageView, known: Known) -> Iterator[Thing]:
    if page.url == known.home:
        yield website(known)
        yield from professional_service(known)


def _entry(page: PageView, known: Known) -> Iterator[Thing]:
    match page.entry:
        case Post() as post:
            yield blog_posting(post, known)
        case Service() as service:
            yield service_thing(service, known)
        case Term(taxonomy="author") as term:
            author = known.author(term.slug)
            if author and author.url:
                yield _page_about("ProfilePage", person(author, known), page, known)
        case Page(layout="contact"):
            yield from professional_service(known)
        case Page(source=source) if source in ABOUT:
            yield _page_about("AboutPage", owner(known), page, known)
        case _:
            pass


def _page_about(kind: str, whom: Thing | None, page: PageView, known: Known) -> Thing:
    url = known.absolute(page.url)
    return thing(kind, {"@id": url, "url": url, "name": page.title, "mainEntity": whom})


def _breadcrumb(page: PageView, known: Known) -> Iterator[Thing]:
    if page.crumbs:
        steps = [*((crumb.title, crumb.url) for crumb in page.crumbs), (page.title, page.url)]
        items = [
            thing("ListItem", {"position": number, "name": title, "item": known.absolute(url)})
            for number, (title, url) in enumerate(steps, 1)
        ]
        yield thing("BreadcrumbList", {"itemListElement": items})
