"""The file of a comment: one writer and one reader, each the inverse of the other.

A head of known keys between two lines `---`, then the raw text. The head looks like YAML and is read as far less: each
line is a key and a value, a value in double quotes is a string of JSON, any other stands for itself. A file is hostile
input: what does not fit is a finding, and the comment is not shown. No file ever holds an e-mail address; the writer
takes it out and the reader refuses it. Never reads or writes a disk.
"""

from __future__ import annotations

import json
import re
from datetime import UTC
from pathlib import PurePosixPath
from typing import Final
from unicodedata import normalize

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.comments.comment import FORMAT, LARGEST, NAME_LIMIT, WEBSITE_LIMIT, Comment
from sitegen.model.comments.head import FENCE, INVISIBLE, HeadRead, comment_of, is_website, read_head
from sitegen.schema.quoted import UNPRINTABLE
from sitegen.text.patterns import later
from sitegen.text.wording.comments import SENTENCES

_ADDRESS: Final = later(r"(?<![\w.%+@-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_](?:[\w-]*\w)")
"""Letters of any alphabet on both sides. `@name@server.example` is a name in the Fediverse and no address."""
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]*")


class CommentTooLargeError(ValueError):
    """The file would be larger than any that is read."""


class CommentRead(msgspec.Struct, frozen=True, kw_only=True):
    """The comment of a file, or what is wrong with it."""

    value: Comment | None
    findings: tuple[Diagnostic, ...] = ()


def holds_address(text: str) -> bool:
    """Whether an e-mail address stands in `text`."""
    return _ADDRESS().search(text) is not None


def without_addresses(text: str) -> str:
    """`text` with a remark in place of every e-mail address. Doing it twice changes nothing more."""
    return _ADDRESS().sub(SENTENCES["comment_address_removed"].text, text)


def cleaned(comment: Comment) -> Comment:
    """The comment as its file will give it back: no addresses, no control characters, a name on one line."""
    gone = comment.deleted
    return msgspec.structs.replace(
        comment,
        name="" if gone else _one_line(comment.name),
        website=comment.website if not gone and _is_fit(comment.website) else "",
        date=comment.date.astimezone(UTC),
        text="" if gone else _lines(comment.text),
    )


def comment_bytes(comment: Comment) -> bytes:
    """The file of a comment: `read_comment` gives `cleaned(comment)` back, whatever its name and text hold.

    Raises CommentTooLargeError for a text that no form takes.
    """
    kept = cleaned(comment)
    head = {
        "format": str(FORMAT),
        "id": kept.id,
        "post": kept.post,
        "parent": kept.parent,
        "name": kept.name,
        "website": kept.website,
        "date": kept.date.isoformat().replace("+00:00", "Z"),
        "type": kept.type,
        "source": kept.source,
        "deleted": "true" if kept.deleted else "",
    }
    lines = [FENCE, *(f"{key}: {_written(key, value)}" for key, value in head.items() if value), FENCE]
    raw = "".join(f"{line}\n" for line in (*lines, *((kept.text,) if kept.text else ()))).encode()
    if len(raw) > LARGEST:
        raise CommentTooLargeError(f"{len(raw)} bytes")
    return raw


def read_comment(path: str, raw: bytes) -> CommentRead:
    """The comment of the file `path` (`…/<post>/<ulid>.md`, relative to the site) that holds `raw`. Never raises."""
    text = _text_of(path, raw)
    if isinstance(text, Diagnostic):
        return CommentRead(value=None, findings=(text,))
    read = read_head(path, text)
    if read is None:
        return CommentRead(value=None, findings=(Diagnostic(code="SG742", span=Span(file=path)),))
    comment, findings = comment_of(read)
    if comment is None:
        return CommentRead(value=None, findings=findings)
    misplaced = _misplaced(comment, read, path)
    if misplaced is not None:
        return CommentRead(value=None, findings=(misplaced,))
    return CommentRead(value=msgspec.structs.replace(comment, text="" if comment.deleted else _lines(read.body)))


def _text_of(path: str, raw: bytes) -> str | Diagnostic:
    """The text of a file with LF alone, or why it is not read any further."""
    span = Span(file=path)
    if len(raw) > LARGEST:
        return Diagnostic(code="SG740", span=span, facts={"size": len(raw), "most": LARGEST})
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return Diagnostic(code="SG741", span=span)
    if UNPRINTABLE.search(text):
        return Diagnostic(code="SG741", span=span)
    address = _ADDRESS().search(text)
    if address:
        # Without a place: the excerpt would show the address once more wherever the report is read.
        return Diagnostic(code="SG751", span=span, facts={"line": text.count("\n", 0, address.start()) + 1})
    return text


def _misplaced(comment: Comment, read: HeadRead, path: str) -> Diagnostic | None:
    """That a file is not where what it says belongs."""
    file = PurePosixPath(path)
    if file.name != f"{comment.id}.md":
        return Diagnostic(code="SG748", span=read.span("id"), facts={"name": f"{comment.id}.md"})
    if normalize("NFC", file.parent.name) != normalize("NFC", comment.post):
        return Diagnostic(code="SG749", span=read.span("post"), facts={"folder": file.parent.name})
    return None


def _written(key: str, value: str) -> str:
    return value if key != "name" and _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _one_line(name: str) -> str:
    words = without_addresses(" ".join(INVISIBLE().sub("", UNPRINTABLE.sub(" ", name)).split()))
    return words if len(words) <= NAME_LIMIT else f"{words[: NAME_LIMIT - 1].rstrip()}…"


def _lines(text: str) -> str:
    visible = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return without_addresses(visible).strip()


def _is_fit(website: str) -> bool:
    return len(website) <= WEBSITE_LIMIT and is_website(website) and not holds_address(website)
