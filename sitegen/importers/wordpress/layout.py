"""Where each item of an export goes, decided once for all: by what follows, links, pictures and old addresses are led.

Values only; `placing` decides them. Nothing here reads or writes.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from sitegen.importers.wordpress.records import Channel, Item

State = Literal["published", "scheduled", "draft", "left_out"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one item that is a text."""

    item: Item
    """Without content, excerpt and comments."""
    kind: Literal["post", "page", "none"]
    state: State
    path: str = ""
    """Its content file, below the site's folder; empty for what is left out."""
    instead: str = ""
    """The owner's own page that has its address; then `path` is a draft beside it."""
    url: str = ""
    """Its address on the new site, with the site's base path; empty for what is left out."""
    slug: str = ""
    id: str = ""
    """By which comments know it; empty for none."""
    title: str = ""
    date: datetime | None = None
    origin: str = ""
    """What `document_text` writes as its origin."""
    notes: tuple[str, ...] = ()
    """Keys of sentences in `importers.wording.NOTES`."""


class File(msgspec.Struct, frozen=True, kw_only=True):
    """An attachment."""

    item: Item
    upload: str
    """Below `wp-content/uploads/`: `2019/03/foto.jpg`; empty where the address does not say."""
    path: str
    """Where it is kept: `content/pictures/2019/03/foto.jpg`, `static/wp-content/uploads/2019/03/preise.pdf`."""
    url: str = ""
    """Its address on the new site, for files that keep theirs; empty for pictures, which get sizes."""
    there: bool = False
    """Whether the file itself was found."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A category, tag or author with a list of posts on the new site."""

    name: str
    url: str = ""
    """Of its list; empty where it has none."""


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    channel: Channel
    places: dict[str, Place]
    """Texts by the id of their item; what is no text (menus, revisions) is not here."""
    files: dict[str, File]
    """Attachments by the id of their item."""
    terms: dict[tuple[str, str], Known]
    """By taxonomy (`category`, `post_tag`) and slug, as it stood in the export."""
    nowhere: tuple[Item, ...] = ()
    """Attachments of which the export does not say where they are."""
    authors: dict[str, Known]
    """By login."""
    home_url: str = "/"
    blog_url: str = ""
    """The list of posts; empty for none."""
