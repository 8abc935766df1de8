"""Which post is meant by an id, an address or a title, as people and forms write them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

from sitegen.model.comments.head import is_post_id
from sitegen.sources.scan import is_taken

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"“”„]+")
_ADDRESS_END: Final = ".,;:!?)]}'"
_SHORTEST_TITLE: Final = 8
"""Characters; shorter titles turn up in any text."""
_LONGEST_NAME: Final = 255
"""Bytes of the name of a folder, on every disk of today."""


class KnownPost(msgspec.Struct, frozen=True, kw_only=True):
    """A post of the site."""

    id: str
    title: str
    url: str
    """Full address."""


def can_be_folder(post_id: str) -> bool:
    """Whether comments can lie in a folder of that name: one that stays where comments are, and that a build reads."""
    return is_post_id(post_id) and is_taken(post_id) and len(post_id.encode()) <= _LONGEST_NAME


def post_called(words: str, posts: Sequence[KnownPost]) -> KnownPost | None:
    """The post of that id, address (whole or its path) or title; None for none or several."""
    wanted = words.strip()
    found = [post for post in posts if wanted in {post.id, post.url}]
    found = found or [post for post in posts if _path(wanted) == _path(post.url)]
    found = found or [post for post in posts if _folded(wanted) == _folded(post.title)]
    return found[0] if len(found) == 1 else None


def posts_mentioned(text: str, posts: Sequence[KnownPost]) -> tuple[KnownPost, ...]:
    """The posts whose address stands in a text; without any, those whose title does."""
    paths = {_path(address.rstrip(_ADDRESS_END)) for address in _ADDRESS.findall(text)}
    linked = tuple(post for post in posts if _path(post.url) in paths)
    folded = _folded(text)
    return linked or tuple(
        post for post in posts if len(post.title) >= _SHORTEST_TITLE and _folded(post.title) in folded
    )


def _path(address: str) -> str:
    """`/blog/hallo` of an address in any spelling; what is no address is no path of a post."""
    try:
        path = urlsplit(address).path
    except ValueError:  # `http://[`, say
        return address
    return "/" + unquote(path).strip("/")


def _folded(text: str) -> str:
    """Without what a mail program or a keyboard makes different: capitals, quotation marks, blanks, dashes."""
    words = re.sub(r"[\s\u00ad„“”»«‚‘’'\"–—-]+", " ", text.replace("\u00ad", ""))
    return words.strip().casefold()
