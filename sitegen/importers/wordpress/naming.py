"""Names of files and addresses for items: the slug they had, made fit for ours, and no name twice. Pure."""

from __future__ import annotations

import html
import re
from datetime import datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from sitegen.importers.wordpress.records import Item
from sitegen.text.slugs import slugify

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_LONGEST: Final = 100
"""Characters of a slug: paths have to fit on every disk."""


def plain(text: str) -> str:
    """A title, name or excerpt as WordPress keeps it (HTML) → its words on one line."""
    return " ".join(html.unescape(_TAG.sub("", text)).replace("\u00ad", "").split())


def title_of(item: Item, date: datetime | None) -> str:
    """The title; without one, the words of its address, else its day."""
    title = plain(item.title)
    if title:
        return title
    words = unquote(item.slug).replace("-", " ").strip()
    if words:
        return words[0].upper() + words[1:]
    return f"Ohne Titel, {date:%d.%m.%Y}" if date else f"Ohne Titel ({item.id})"


def slug_of(item: Item) -> str:
    """The last part of its address as before, else of its title, else its number. Never empty, never long."""
    slug = slugify(unquote(item.slug)) or slugify(plain(item.title)) or slugify(_end_of(item.link))
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rstrip("-")
    return slug or f"nr-{slugify(item.id)}"


class Names:
    """Names that are taken; a second one gets a number behind it."""

    def __init__(self, taken: frozenset[str]) -> None:
        self._taken = {name.casefold() for name in taken}

    def free(self, name: str) -> bool:
        """Whether nobody has it."""
        return name.casefold() not in self._taken

    def take(self, name: str) -> str:
        """`name`, or `name-2` and so on where it is taken; it is taken from now on."""
        chosen, count = name, 1
        while not self.free(chosen):
            count += 1
            chosen = f"{name}-{count}"
        self._taken.add(chosen.casefold())
        return chosen


def _end_of(link: str) -> str:
    try:
        return unquote(urlsplit(link).path.rstrip("/").rpartition("/")[2])
    except ValueError:
        return ""
