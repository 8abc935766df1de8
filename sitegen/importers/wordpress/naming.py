"""Names of files and addresses for items: the slug they had, made fit for ours, and no name twice. Pure."""

from __future__ import annotations

import html
import re
from datetime import datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from sitegen.importers.file_names import safe_path
from sitegen.importers.wordpress.records import Item
from sitegen.text.slugs import slugify

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_MAILBOX: Final = re.compile(r"[^\s@]@[^\s@]+\.[^\s@]")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LONGEST: Final = 100
"""Characters of a slug: paths have to fit on every disk."""


def plain(text: str) -> str:
    """A title, name or excerpt as WordPress keeps it (HTML) → its words on one line."""
    return " ".join(html.unescape(_TAG.sub("", text)).replace("\u00ad", "").split())


def is_mailbox(text: str) -> bool:
    """Whether a login or a name is the e-mail address of somebody."""
    return _MAILBOX.search(text) is not None


def without_mailbox(text: str) -> str:
    """`eva.mueller@web.example` → `Eva Mueller`: nobody's address is shown for a name. Other words stay."""
    if not is_mailbox(text):
        return text
    words = re.split(r"[._+-]+|\d+", text.strip().partition("@")[0])
    return " ".join(word[:1].upper() + word[1:] for word in words if word)


def nicename(login: str) -> str:
    """The login as the address of an author's list shows it (WordPress' `sanitize_title_with_dashes`)."""
    letters = login.lower().translate(_UMLAUTS).replace(".", "-")
    return re.sub(r"[\s-]+", "-", re.sub(r"[^a-z0-9 _-]", "", letters)).strip("-")


def title_of(item: Item, date: datetime | None) -> str:
    """The title; without one, the words of its address, else its day."""
    title = plain(item.title)
    if title:
        return title
    words = unquote(item.slug).replace("-", " ").strip()
    # A text without a title and without a name has its number for one.
    if words and not words.isdigit():
        return words[0].upper() + words[1:]
    return f"Ohne Titel, {date:%d.%m.%Y}" if date else f"Ohne Titel ({item.id})"


def slug_of(item: Item) -> str:
    """The last part of its address as before, else of its title, else its number. Never empty, never long."""
    slug = slugify(unquote(item.slug)) or slugify(plain(item.title)) or slugify(_end_of(item.link))
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rstrip("-")
    return safe_path(slug) if slug else f"nr-{slugify(item.id)}"


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
