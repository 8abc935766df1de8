"""A first look through an export: every item without its text, and what the owner has to be asked. Flat in memory.

The second reading makes the texts. Nothing is decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from sitegen.importers.wordpress.fields import TEXTS
from sitegen.importers.wordpress.kinds import TABLE, is_working
from sitegen.importers.wordpress.naming import is_mailbox, plain, title_of, without_mailbox
from sitegen.importers.wordpress.reading import Damage, Export
from sitegen.importers.wordpress.records import Author, Channel, Item
from sitegen.importers.wordpress.tables import table_html, table_number

_NO_NAMES: Final = frozenset({"admin", "administrator", "root", "webmaster", "wpadmin", "wp-admin", "user", "editor"})
"""Whom WordPress calls so has not said who it is."""
_LEFT_OUT: Final = frozenset({"trash", "auto-draft"})


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """What is in an export."""

    channel: Channel
    items: tuple[Item, ...]
    """Attachments keep their captions; all others are without content, excerpt and comments."""
    reusable: Mapping[str, str]
    """Contents of reusable blocks, by id."""
    tables: Mapping[str, str] = {}
    """HTML of the tables of TablePress, by the number that texts name."""
    damages: tuple[Damage, ...]
    nameless: tuple[str, ...]
    """Logins like `admin`, and e-mail addresses, that wrote something and go by no other name."""
    described: tuple[str, ...] = ()
    """Titles of attachments with a description that only their own page showed."""
    discussed: Mapping[str, int] = {}
    """Titles of attachments with comments on their own page, and how many."""
    special: Mapping[str, int]
    """Types that are neither posts nor pages nor workings of WordPress, with how many there are."""


def survey(export: Export) -> Survey:
    """Read the export once. Raises as `Export.items` does."""
    reusable: dict[str, str] = {}
    tables: dict[str, str] = {}
    items: list[Item] = []
    described: list[str] = []
    discussed: Counter[str] = Counter()
    for item in export.items():
        if item.type == "wp_block":
            reusable[item.id] = item.content
        elif item.type == TABLE:
            tables[table_number(item)] = table_html(item.content)
        elif item.type == "attachment":
            described += [title_of(item, None)] if _is_described(item) else []
            discussed += Counter({title_of(item, None): len(item.comments)}) if item.comments else Counter()
        items.append(_light(item))
    channel = export.channel
    texts = [item for item in items if item.type != "attachment" and not is_working(item)]
    return Survey(
        channel=channel,
        items=tuple(items),
        reusable=reusable,
        tables=tables,
        damages=export.damages,
        nameless=_nameless(texts, channel),
        described=tuple(dict.fromkeys(described)),
        discussed=dict(discussed),
        special=_special(texts),
    )


def name_of(login: str, channel: Channel) -> str:
    """What somebody is called: by display name, else first and last name, else login; never by an e-mail address."""
    author = next((one for one in channel.authors if one.login == login), Author(login=login))
    names = (plain(author.name), plain(f"{author.first_name} {author.last_name}"))
    return next((name for name in names if name and not is_mailbox(name)), without_mailbox(login))


def _is_described(item: Item) -> bool:
    """Whether an attachment says more in its description than WordPress puts there of itself."""
    said = plain(item.content)
    return said not in {"", plain(item.title), plain(item.excerpt), item.attachment_url}


def _light(item: Item) -> Item:
    excerpt = item.excerpt if item.type == "attachment" else ""
    meta = {key: value for key, value in item.meta.items() if key not in TEXTS}
    return msgspec.structs.replace(item, content="", excerpt=excerpt, comments=(), meta=meta)


def _nameless(texts: Iterable[Item], channel: Channel) -> tuple[str, ...]:
    wrote = dict.fromkeys(item.author for item in texts if item.type == "post" and item.status not in _LEFT_OUT)
    return tuple(login for login in wrote if _is_nameless(login, name_of(login, channel)))


def _is_nameless(login: str, name: str) -> bool:
    return name.casefold() in _NO_NAMES or (is_mailbox(login) and name == without_mailbox(login))


def _special(texts: Iterable[Item]) -> dict[str, int]:
    return dict(Counter(item.type for item in texts if item.type not in {"post", "page"}))
