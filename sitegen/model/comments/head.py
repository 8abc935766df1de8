"""The head of a comment's file, lines of keys and values, as hostile input: every key is known, every value judged.

Reads less than YAML on purpose: no nesting, no types, nothing that a value could do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, get_args
from urllib.parse import urlsplit

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.diagnostics.catalogue.comments import WANTED
from sitegen.model.comments.comment import FORMAT, NAME_LIMIT, WEBSITE_LIMIT, Comment, CommentType
from sitegen.schema.quoted import UNPRINTABLE
from sitegen.text.patterns import later
from sitegen.text.ulids import is_ulid

FENCE: Final = "---"
KEYS: Final = ("format", "id", "post", "parent", "name", "website", "date", "type", "source", "deleted")
REQUIRED: Final = ("format", "id", "post", "date")
_ENTRY: Final = later(r"([A-Za-z_]{1,40}):(?:[ \t]+(.*?))?[ \t]*")
_SOURCE: Final = later(r"[a-z][a-z0-9-]{0,39}(?::[A-Za-z0-9._-]{1,100})?")
INVISIBLE: Final = later("[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""What no name needs: marks of direction, breaks, and characters without width."""
_DATE: Final = later(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
YEARS: Final = range(1970, 3000)
"""In which somebody may have written a comment."""
_SHOWN: Final = 60
"""Characters of a refused value that a finding repeats."""
_WEBSITE: Final = later(r"https?://[^\s\"'<>`\\^{|}]+", re.IGNORECASE)


class Entry(msgspec.Struct, frozen=True):
    """One value of the head, decoded, and its 1-based line."""

    value: str
    line: int


class HeadRead(msgspec.Struct, frozen=True, kw_only=True):
    """The head as it stands, and the text below it."""

    path: str
    entries: Mapping[str, Entry]
    body: str
    findings: tuple[Diagnostic, ...]

    def span(self, key: str) -> Span:
        """The line of a key; the file as a whole where it is not there."""
        entry = self.entries.get(key)
        return Span(file=self.path, line=entry.line) if entry else Span(file=self.path)


def read_head(path: str, text: str) -> HeadRead | None:
    """The two parts of a file with LF line ends; None if it has no head."""
    first, _, rest = text.partition("\n")
    inside, fence, body = f"\n{rest}\n".partition(f"\n{FENCE}\n")
    if first != FENCE or not fence:
        return None
    entries: dict[str, Entry] = {}
    findings: list[Diagnostic] = []
    for number, line in enumerate(inside.split("\n")[1:], 2):
        match = _ENTRY().fullmatch(line)
        value = _decoded(match[2] or "") if match else None
        span = Span(file=path, line=number)
        if match is None or value is None:
            findings.append(Diagnostic(code="SG743", span=span))
        elif match[1] not in KEYS:
            # Without a place: what stands behind an unknown key may be an IP address, and reports are kept in logs.
            facts = {"key": match[1], "known": ", ".join(KEYS)}
            findings.append(Diagnostic(code="SG744", span=Span(file=path), facts=facts))
        elif match[1] in entries:
            findings.append(Diagnostic(code="SG745", span=span, facts={"key": match[1]}))
        else:
            entries[match[1]] = Entry(value, number)
    return HeadRead(path=path, entries=entries, body=body, findings=tuple(findings))


def comment_of(read: HeadRead) -> tuple[Comment | None, tuple[Diagnostic, ...]]:
    """The comment that a head describes, without its text; none where anything in it is wrong."""
    findings = [*read.findings]
    values: dict[str, Any] = {}
    for key, entry in read.entries.items():
        if entry.value:
            values[key] = _READERS[key](entry.value)
            if values[key] is None:
                findings.append(_refusal(key, entry.value, read.span(key)))
    missing = [key for key in REQUIRED if key not in values]
    if missing:
        findings.append(Diagnostic(code="SG746", span=Span(file=read.path), facts={"keys": ", ".join(missing)}))
    if findings:
        return None, tuple(findings)
    values.pop("format")
    if values.get("deleted"):
        values |= {"name": "", "website": ""}
    return Comment(**values), ()


def is_post_id(text: str) -> bool:
    """Whether comments may lie in a folder of that name: none that leads elsewhere, is hidden or is the queue's."""
    return not (text.startswith((".", "_")) or re.search(r"[/\\]", text) or UNPRINTABLE.search(text) or not text)


def is_website(text: str) -> bool:
    """Whether `text` is an address with http or https, and with nothing that names a user."""
    if not _WEBSITE().fullmatch(text) or INVISIBLE().search(text) or UNPRINTABLE.search(text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc


def _decoded(typed: str) -> str | None:
    """What a value says; None for a string that is none."""
    if not typed.startswith('"'):
        return typed
    try:
        value: str = json.loads(typed)
    except ValueError:
        return None
    return value


def _refusal(key: str, value: str, span: Span) -> Diagnostic:
    """Why a value is not taken. What no terminal should be given is not repeated."""
    if key == "name" and len(value) <= NAME_LIMIT:
        return Diagnostic(code="SG750", span=span)
    shown = INVISIBLE().sub("", UNPRINTABLE.sub("", value))
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return Diagnostic(code="SG747", span=span, facts={"key": key, "value": shown, "wanted": WANTED[key]})


def _date(value: str) -> datetime | None:
    if not _DATE().fullmatch(value):
        return None
    try:
        date = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return date if date.year in YEARS else None


def _name(value: str) -> str | None:
    wrong = len(value) > NAME_LIMIT or UNPRINTABLE.search(value) or INVISIBLE().search(value) or "\n" in value
    return None if wrong else value


def _post(value: str) -> str | None:
    return value if is_post_id(value) else None


def _ulid(value: str) -> str | None:
    return value if is_ulid(value) else None


def _website(value: str) -> str | None:
    return value if len(value) <= WEBSITE_LIMIT and is_website(value) else None


def _one_of(*values: str) -> Callable[[str], str | None]:
    return lambda value: value if value in values else None


def _source(value: str) -> str | None:
    return value if _SOURCE().fullmatch(value) else None


def _truth(value: str) -> bool | None:
    return {"true": True, "false": False}.get(value)


_READERS: Final[dict[str, Callable[[str], object]]] = {
    "format": _one_of(str(FORMAT)),
    "id": _ulid,
    "post": _post,
    "parent": _ulid,
    "name": _name,
    "website": _website,
    "date": _date,
    "type": _one_of(*get_args(CommentType)),
    "source": _source,
    "deleted": _truth,
}
