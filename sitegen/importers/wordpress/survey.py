"""A first look through an export: every item without its text, and what the owner has to be asked. Flat in memory.

The second reading makes the texts. Nothing is decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from sitegen.importers.wordpress.kinds import is_working
from sitegen.importers.wordpress.naming import plain
from sitegen.importers.wordpress.reading import Damage, Export
from sitegen.importers.wordpress.records import Channel, Item

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
    damages: tuple[Damage, ...]
    nameless: tuple[str, ...]
    """Logins like `admin` that wrote something and go by no other name."""
    special: Mapping[str, int]
    """Types that are neither posts nor pages nor workings of WordPress, with how many there are."""


def survey(export: Export) -> Survey:
    """Read the export once. Raises as `Export.items` does."""
    reusable: dict[str, str] = {}
    items: list[Item] = []
    for item in export.items():
        if item.type == "wp_block":
            reusable[item.id] = item.content
        items.append(_light(item))
    channel = export.channel
    texts = [item for item in items if item.type != "attachment" and not is_working(item)]
    return Survey(
        channel=channel,
        items=tuple(items),
        reusable=reusable,
        damages=export.damages,
        nameless=_nameless(texts, channel),
        special=_special(texts),
    )


def name_of(login: str, channel: Channel) -> str:
    """What somebody is called: by display name, else first and last name, else login."""
    author = next((one for one in channel.authors if one.login == login), None)
    if author is None:
        return login
    return plain(author.name) or plain(f"{author.first_name} {author.last_name}") or login


def _light(item: Item) -> Item:
    excerpt = item.excerpt if item.type == "attachment" else ""
    return msgspec.structs.replace(item, content="", excerpt=excerpt, comments=())


def _nameless(texts: Iterable[Item], channel: Channel) -> tuple[str, ...]:
    wrote = dict.fromkeys(item.author for item in texts if item.type == "post" and item.status not in _LEFT_OUT)
    return tuple(login for login in wrote if name_of(login, channel).casefold() in _NO_NAMES)


def _special(texts: Iterable[Item]) -> dict[str, int]:
    return dict(Counter(item.type for item in texts if item.type not in {"post", "page"}))
