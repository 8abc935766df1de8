"""Entries and sites made from texts, without a folder: what tests of the model and the plan begin with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from sitegen.diagnostics import Diagnostic
from sitegen.model.assemble import Assembled, Entries, assemble
from sitegen.model.author import author_from
from sitegen.model.entries import Author, Page, Post, Service
from sitegen.model.made import EntryOptions, Made
from sitegen.model.page import page_from
from sitegen.model.post import post_from
from sitegen.model.services.service import service_from
from sitegen.model.site import Site
from sitegen.plan.questions.site import Files, SiteView
from sitegen.settings.settings import Permalinks, Settings
from sitegen.sources.document import Document, read_document
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.locales import Language
from sitegen.text.moments import BERLIN, Moment

OPTIONS = EntryOptions(base="", permalinks=Permalinks(), language=Language.DE, author="")
NOON = Moment.of(datetime(2026, 11, 21, 12, tzinfo=BERLIN), "minute")
PLAIN = Settings(title="Büro Test")

T = TypeVar("T")


def document_of(path: str, text: str) -> Document:
    """The document in a file of this text."""
    document, findings = read_document(path, text.encode())
    assert document is not None, findings
    return document


def only(made: Made[T]) -> T:
    """The entry, which must be there and without a fault."""
    assert made.entry is not None, made.findings
    assert not made.findings, made.findings
    return made.entry


def codes_of(findings: Iterable[Diagnostic]) -> list[str]:
    """The codes of findings, in order."""
    return [found.code for found in findings]


def text_of(body: str, **fields: str) -> str:
    """A file with this front matter and body."""
    head = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\n{head}---\n{body}\n"


def made_post(name: str, body: str = "Text.", *, options: EntryOptions = OPTIONS, **fields: str) -> Made[Post]:
    """What becomes of a post `content/blog/NAME.md`."""
    head = {"title": name.title(), "date": "2026-11-01", **fields}
    return post_from(document_of(f"content/blog/{name}.md", text_of(body, **head)), options)


def post(name: str, body: str = "Text.", *, options: EntryOptions = OPTIONS, **fields: str) -> Post:
    """A post without a fault."""
    return only(made_post(name, body, options=options, **fields))


def made_page(path: str, body: str = "Text.", *, options: EntryOptions = OPTIONS, **fields: str) -> Made[Page]:
    """What becomes of a page `content/PATH`."""
    return page_from(document_of(f"content/{path}", text_of(body, **{"title": "Seite", **fields})), options)


def page(path: str, body: str = "Text.", *, options: EntryOptions = OPTIONS, **fields: str) -> Page:
    """A page without a fault."""
    return only(made_page(path, body, options=options, **fields))


def made_service(name: str, *, options: EntryOptions = OPTIONS, **fields: str) -> Made[Service]:
    """What becomes of a service `content/services/NAME.md`."""
    head = {"title": name.title(), **fields}
    return service_from(document_of(f"content/services/{name}.md", text_of("Text.", **head)), options)


def service(name: str, *, options: EntryOptions = OPTIONS, **fields: str) -> Service:
    """A service without a fault."""
    return only(made_service(name, options=options, **fields))


def made_author(name: str, *, options: EntryOptions = OPTIONS, **fields: str) -> Made[Author]:
    """What becomes of an author `content/authors/NAME.md`."""
    head = {"title": name.title(), **fields}
    return author_from(document_of(f"content/authors/{name}.md", text_of("Text.", **head)), options)


def author(name: str, *, options: EntryOptions = OPTIONS, **fields: str) -> Author:
    """An author without a fault."""
    return only(made_author(name, options=options, **fields))


def assembled(*entries: Post | Page | Service | Author, settings: Settings = PLAIN, now: Moment = NOON) -> Assembled:
    """These entries put together."""
    sorted_out = Entries(
        posts=tuple(entry for entry in entries if isinstance(entry, Post)),
        pages=tuple(entry for entry in entries if isinstance(entry, Page)),
        services=tuple(entry for entry in entries if isinstance(entry, Service)),
        authors=tuple(entry for entry in entries if isinstance(entry, Author)),
    )
    return assemble(sorted_out, settings, options=OPTIONS, data={}, now=now, where=Whereabouts({}))


def site_of(*entries: Post | Page | Service | Author, settings: Settings = PLAIN, now: Moment = NOON) -> Site:
    """The site of these entries."""
    return assembled(*entries, settings=settings, now=now).site


def view_of(*entries: Post | Page | Service | Author, settings: Settings = PLAIN) -> SiteView:
    """The questions to the site of these entries."""
    return SiteView(site_of(*entries, settings=settings), Files())
