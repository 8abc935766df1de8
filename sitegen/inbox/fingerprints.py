"""What the inbox remembers of people and texts it has judged: fingerprints, never the values themselves.

A fingerprint is an HMAC over one trait, for one site, under a key of the inbox: nobody without the key can tell what it
was made of, and what is learnt for one site says nothing on another. New ones are made with the first key; whoever
looks one up asks with all keys, so history outlives a rotation.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from sitegen.inbox.records import Item
from sitegen.inbox.secrets import Key

SPAM: Final = "spam"
KNOWN: Final = "known"
BLOCKED: Final = "blocked"

_PURPOSE: Final = b"fingerprint"
_TELLING_TEXT: Final = 40
"""Characters from which on a text is told apart from any other; „Danke!“ says nothing about who wrote it."""


def sender_traits(item: Item) -> tuple[str, ...]:
    """Who sent it: the e-mail address, else name and website together; empty where nothing tells people apart."""
    if item.email:
        return email_traits(item.email)
    if item.name and item.website:
        return (f"name {_folded(item.name)} {_host(item.website)}",)
    return ()


def email_traits(email: str) -> tuple[str, ...]:
    """Who has this address, whatever was sent."""
    return (f"email {_folded(email)}",)


def content_traits(item: Item) -> tuple[str, ...]:
    """What spam is known by: sender, host of the website, and the text if it is long enough."""
    text = _folded(item.text)
    return (
        *sender_traits(item),
        *((f"host {_host(item.website)}",) if item.website else ()),
        *((f"text {text}",) if len(text) >= _TELLING_TEXT else ()),
    )


def fingerprints(traits: Iterable[str], *, site: str, keys: Sequence[Key]) -> frozenset[str]:
    """The fingerprint of each trait under each key: the first key alone to remember, all of them to look up."""
    return frozenset(_fingerprint(trait, site=site, key=key) for trait in traits for key in keys)


def duplicate_fingerprint(item: Item, *, key: Key) -> str:
    """The same for two items that say the same in the same place: what `Store.admit` knows a repetition by."""
    said = (item.form, item.post, item.parent, item.email, item.name, item.website, item.text)
    more = tuple(part for field in item.fields for part in field)
    return _fingerprint("\0".join(("item", *said, *more)), site=item.site, key=key)


def _fingerprint(trait: str, *, site: str, key: Key) -> str:
    own = hmac.digest(key.secret, _PURPOSE, hashlib.sha256)
    return hmac.new(own, f"{site}\0{trait}".encode(), hashlib.sha256).hexdigest()


def _folded(text: str) -> str:
    """Without what a sender varies at no cost: case, spaces, look-alikes of compatibility."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _host(website: str) -> str:
    try:
        host = urlsplit(website).hostname or ""
    except ValueError:
        host = website
    return host.casefold().removeprefix("www.")
