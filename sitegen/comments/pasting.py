"""From the fields of a mail to a comment, or why there is none. Pure: clock, chance and posts are given.

What may not be kept is dropped here: the comment that leaves this module holds no e-mail address, also none that
somebody wrote into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

import msgspec

from sitegen.comments.labels import Fields, fields_of
from sitegen.comments.letters import Letter
from sitegen.comments.posts import KnownPost, can_be_folder, post_called, posts_mentioned
from sitegen.model.comments.comment import TEXT_LIMIT, Comment
from sitegen.model.comments.file import cleaned, holds_address
from sitegen.text.ulids import is_ulid

Dropped = Literal["email", "private", "head", "address-in-text", "name", "website"]
"""What was left out: fields, addresses in the text, a name that is an address, a website that is none."""

_BARE_WEBSITE: Final = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:/\S*)?")


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """A comment as the mail has it."""

    comment: Comment
    dropped: frozenset[Dropped] = frozenset()


class Unclear(msgspec.Struct, frozen=True, kw_only=True):
    """Why no comment could be made of it."""

    reason: Literal["no-text", "too-long", "no-post", "unknown-post", "unfit-post", "several-posts"]
    named: str = ""
    """How the post is called in the mail."""
    posts: tuple[KnownPost, ...] = ()
    """Those that may be meant."""


def understand(
    letter: Letter, *, posts: Sequence[KnownPost], post: str, new_id: str, now: datetime, name: str = ""
) -> Understood | Unclear:
    """The comment in a mail. `post` and `name` are as the owner says; empty if the mail shall say so."""
    fields = fields_of(letter.text)
    if not fields.text:
        return Unclear(reason="no-text")
    if len(fields.text) > TEXT_LIMIT:
        return Unclear(reason="too-long")
    meant = _post_of(fields, letter.subject, named=post, posts=posts)
    if isinstance(meant, Unclear):
        return meant
    if not can_be_folder(meant.id):
        return Unclear(reason="unfit-post", named=meant.id)
    comment = Comment(
        id=new_id,
        post=meant.id,
        parent=fields.parent if is_ulid(fields.parent) else "",
        name=name or ("" if holds_address(fields.name) else fields.name),
        website=_with_scheme(fields.website),
        date=min(letter.sent or now, now),
        source="manual",
        text=fields.text,
    )
    kept = cleaned(comment)
    return Understood(comment=kept, dropped=_dropped(fields, letter, kept))


def _dropped(fields: Fields, letter: Letter, kept: Comment) -> frozenset[Dropped]:
    so: dict[Dropped, bool] = {
        "email": "email" in fields.dropped,
        "private": "private" in fields.dropped,
        "head": "head" in fields.dropped or letter.sent is not None,
        "address-in-text": holds_address(fields.text),
        "name": bool(fields.name) and not kept.name,
        "website": bool(fields.website) and not kept.website,
    }
    return frozenset(name for name, is_so in so.items() if is_so)


def _post_of(fields: Fields, subject: str, *, named: str, posts: Sequence[KnownPost]) -> KnownPost | Unclear:
    """As the owner says, else as the form says, else the one whose address or title stands in the mail."""
    for words in filter(None, (named, fields.post, fields.page)):
        found = post_called(words, posts)
        if found or named:
            return found or Unclear(reason="unknown-post", named=words)
    for text in (f"{subject}\n{fields.post}\n{fields.around}", fields.text):
        mentioned = posts_mentioned(text, posts)
        if len(mentioned) == 1:
            return mentioned[0]
        if mentioned:
            return Unclear(reason="several-posts", posts=mentioned)
    return Unclear(reason="unknown-post" if fields.post else "no-post", named=fields.post)


def _with_scheme(website: str) -> str:
    """People write `www.anna.example`, and mail programs put it in angle brackets."""
    address = website.strip("<>")
    return f"https://{address}" if _BARE_WEBSITE.fullmatch(address) else address
