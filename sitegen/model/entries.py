"""The entries of a site: posts, pages, services and authors, as every later room sees them.

Values only, ready to be shown: titles and summaries are typeset, addresses final (with the site's base path). Bodies
are kept apart, so that an edited body leaves every list alone. Nothing here reads a file.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from sitegen.model.sections import Section, pictures_in
from sitegen.model.services.parts import NextPrice, Package, Question, ServiceCall, Unit
from sitegen.settings.forms import Form
from sitegen.text.moments import Moment
from sitegen.text.tone import Tone

__all__ = ["Author", "Entry", "Image", "Page", "Post", "Service", "Unit"]


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """The picture of an entry. `src` is as written; `alt`, `caption` and `credit` are typeset."""

    src: str
    alt: str = ""
    credit: str = ""
    caption: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What all entries have in common."""

    id: str
    """Stays when the file is renamed; front matter or the file's name without its date."""
    source: str
    """File path below the site folder, with forward slashes."""
    body_line: int
    """1-based line of the file on which the body begins."""
    url: str
    """URL path with base path, ending in a slash."""
    slug: str
    title: str
    summary: str = ""
    """For lists, feeds and search engines: as typed, else the beginning of the text."""
    search_title: str = ""
    """For search engines and the browser's tab; empty for the title."""
    is_summarised: bool = False
    """Whether the summary was typed."""
    image: Image | None = None
    aliases: tuple[str, ...] = ()
    """URL paths that lead here, with base path."""
    tone: Tone | None = None
    layout: str = ""
    """Name of a layout without `.html`; empty for the layout of its kind."""
    form: Form | str | None = None
    """The form below its text: the name of one of `site.yaml`, or one of its own; as typed."""

    @property
    def lead(self) -> str:
        """The summary as typed and nothing else: above its own text, the beginning of the text would stand twice."""
        return self.summary if self.is_summarised else ""

    @property
    def pictures(self) -> tuple[str, ...]:
        """The pictures of the front matter, as written."""
        return (self.image.src,) if self.image else ()


class Post(Entry, frozen=True, kw_only=True):
    """A blog post."""

    date: Moment
    updated: Moment | None = None
    expires: Moment | None = None
    draft: bool = False
    authors: tuple[str, ...] = ()
    """Slugs of authors."""
    category: str = ""
    """As typed and typeset; empty for none."""
    tags: tuple[str, ...] = ()
    series: str = ""
    ad: str = ""
    """Empty, or what is advertised („Anzeige“ when no more is said)."""
    ai: Literal["no", "assisted", "generated"] = "no"
    comments: bool = True
    minutes: int = 1
    """Reading time."""

    @property
    def shape(self) -> Post:
        """All but its words: what decides where it stands and beside whom, and what its text refers to."""
        return msgspec.structs.replace(
            self, title="", summary="", search_title="", is_summarised=False, minutes=1, body_line=1
        )


class Page(Entry, frozen=True, kw_only=True):
    """A page by its path."""

    draft: bool = False
    noindex: bool = False
    sections: tuple[Section, ...] = ()
    """Typeset."""
    data: str = ""
    """The file below `content/data/` that the page shows, without ending."""

    @property
    def pictures(self) -> tuple[str, ...]:
        """The picture of the page, and those of its sections."""
        return (*((self.image.src,) if self.image else ()), *pictures_in(self.sections))


class Service(Entry, frozen=True, kw_only=True):
    """Something the VA sells."""

    category: str = ""
    audience: str = ""
    included: tuple[str, ...] = ()
    not_included: tuple[str, ...] = ()
    price: Decimal | None = None
    """None means on request; 0 means free of charge."""
    unit: Unit | None = None
    starting: bool = False
    """The price is the lowest of several („ab“)."""
    billing_step: int = 0
    """Minutes; 0 when nothing is said about it."""
    setup_fee: Decimal | None = None
    price_next: NextPrice | None = None
    minimum: str = ""
    """The least that can be booked, in words: „2 Stunden“."""
    packages: tuple[Package, ...] = ()
    delivery_time: str = ""
    faq: tuple[Question, ...] = ()
    related_posts: tuple[str, ...] = ()
    """Ids of posts, as typed."""
    call: ServiceCall | None = None
    order: int = 0
    draft: bool = False


class Author(Entry, frozen=True, kw_only=True):
    """Who wrote a post; `title` is the name. Authors without a file of their own have an empty `source`."""

    role: str = ""
    website: str = ""
