"""What is to become of the files of comments: from items to acts on files. Pure; git and folders carry the acts out.

A path is made of a ULID and of a post's id that is a harmless name for a folder, and of nothing that a visitor typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from sitegen.inbox.records import PUBLIC, Item
from sitegen.model.comments.comment import FOLDER, Comment
from sitegen.model.comments.file import comment_bytes, read_comment
from sitegen.text.ulids import is_ulid

_POST: Final = re.compile(r"[^\W_](?:[\w .-]{0,118}\w)?")


class PublishingError(Exception):
    """Nothing could be handed over now. `sentence` says why, for `status`."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence: Final = sentence


class ContestedError(PublishingError):
    """Somebody else was quicker each time."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One comment as the site is to have it."""

    id: str
    post: str
    content: bytes | None
    """The whole file; None where the comment is to be withdrawn."""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.id}.md"

    @property
    def path(self) -> str:
        """Its file, relative to the site."""
        return f"{FOLDER}/{self.post}/{self.file}"


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """Write a file, or delete it where `content` is None."""

    path: str
    content: bytes | None


FilesOf = Callable[[str], Mapping[str, bytes]]
"""Id of a post → the comment files that are in its folder now, name → bytes."""


def is_fit(comment_id: str, post: str) -> bool:
    """Whether these two make a path that stays where comments are: no `..`, nothing hidden, nothing absolute."""
    safe_post = _POST.fullmatch(post) is not None and ".." not in post
    return is_ulid(comment_id) and safe_post and unicodedata.normalize("NFC", post) == post


def change_for(comment_id: str, post: str, item: Item | None) -> Change:
    """What the site is to hold of a comment, as its item is now; None for an item that has been erased.

    Raises CommentTooLargeError.
    """
    is_public = item is not None and item.state in PUBLIC
    return Change(id=comment_id, post=post, content=comment_bytes(comment_of(item)) if item and is_public else None)


def comment_of(item: Item) -> Comment:
    """The public part of an item: never an e-mail address."""
    return Comment(
        id=item.id,
        post=item.post,
        parent=item.parent,
        name=item.name,
        website=item.website,
        date=item.created,
        type=item.type,
        text=item.text,
    )


def acts_for(changes: Sequence[Change], files_of: FilesOf) -> tuple[Act, ...]:
    """What is to be done with the files that are there. A withdrawn comment that others answer leaves a tombstone."""
    posts = dict.fromkeys(change.post for change in changes)
    return tuple(
        act
        for post in posts
        for act in _acts_in([change for change in changes if change.post == post], dict(files_of(post)))
    )


def _acts_in(changes: Sequence[Change], files: dict[str, bytes]) -> Iterator[Act]:
    """The acts in the folder of one post; `files` keeps up with them."""
    for change in changes:
        if change.content is not None and files.get(change.file) != change.content:
            files[change.file] = change.content
            yield Act(path=change.path, content=change.content)
    withdrawn = [change for change in changes if change.content is None and change.file in files]
    while withdrawn:
        answered = _answered(f"{FOLDER}/{withdrawn[0].post}", files)
        # Answers go before what they answer, so that a thread withdrawn as a whole leaves nothing.
        leaving = [change for change in withdrawn if change.id not in answered] or withdrawn
        for change in leaving:
            yield from _withdraw(change, files, answered)
        withdrawn = [change for change in withdrawn if change not in leaving]


def _withdraw(change: Change, files: dict[str, bytes], answered: Collection[str]) -> Iterator[Act]:
    content = _tombstone(change, files) if change.id in answered else None
    if files.pop(change.file) != content:
        yield Act(path=change.path, content=content)
    if content is not None:
        files[change.file] = content


def _answered(folder: str, files: Mapping[str, bytes]) -> frozenset[str]:
    """The ids that some comment answers."""
    comments = (read_comment(f"{folder}/{name}", raw).value for name, raw in files.items())
    return frozenset(comment.parent for comment in comments if comment)


def _tombstone(change: Change, files: Mapping[str, bytes]) -> bytes | None:
    """What stays of a withdrawn comment; None where its file cannot be read."""
    comment = read_comment(change.path, files[change.file]).value
    if comment is None:
        return None
    return comment_bytes(msgspec.structs.replace(comment, name="", website="", text="", deleted=True))
