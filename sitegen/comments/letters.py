"""What an owner pastes in, as plain text: a whole mail (`.eml`), its source with `=C3=BC`, or what a program shows.

Pure. Of the head of a mail only its date and its subject go any further.
"""

from __future__ import annotations

import email
import quopri
import re
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from typing import Final

import msgspec

from sitegen.model.comments.head import YEARS

LARGEST: Final = 1024 * 1024
"""Bytes of a mail that is still read; a comment has at most 16 KiB."""

_HEAD: Final = re.compile(rb"\A(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+\r?\n")
"""Header lines up to the first empty one (RFC 5322), as a file of a mail begins. A CR is part of its line: each line
matches in one way only, or a long text without an empty line would take for ever."""
_TECHNICAL: Final = re.compile(
    rb"(?:^|\n)(?:MIME-Version|Message-ID|Received|Content-Type|Return-Path):", re.IGNORECASE
)
"""What no mail lacks, and nobody types into a form."""
_PART: Final = re.compile(rb"^Content-Type[ \t]*:", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS: Final = 50
"""Parts of a mail that is still taken for one: nested a thousandfold, it would take minutes to read."""
_QUOTED_PRINTABLE: Final = re.compile(rb"=[C-F][0-9A-F]=[89AB][0-9A-F]|=(?:E4|F6|FC|C4|D6|DC|DF)(?![0-9A-F])|=\r?\n")
"""Umlauts as they stand in the source of a mail, in UTF-8 or Latin-1, or a line broken by its own rule (RFC 2045)."""

_UNSHOWN: Final = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*>?", re.DOTALL)
"""Comments and declarations of HTML. The parser of Python 3.11 breaks off at some (`<![if mso]>`), and looks for the
end of each comment anew: for minutes, if somebody opens a hundred thousand."""


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What was pasted in."""

    text: str
    """LF line ends."""
    subject: str = ""
    """Of a whole mail; the post may be named there. Never kept."""
    sent: datetime | None = None
    """UTC, where the head of a whole mail says so."""


def read_letter(raw: bytes) -> Letter:
    """The text of a mail, whatever its form; what cannot be read becomes U+FFFD."""
    head = _HEAD.match(raw)
    if head and _TECHNICAL.search(head[0]) and len(_PART.findall(raw)) <= _MOST_PARTS:
        return _from_mail(raw)
    unquoted = quopri.decodestring(raw) if _QUOTED_PRINTABLE.search(raw) else raw
    return Letter(text=_lines(_decoded(unquoted)))


def _from_mail(raw: bytes) -> Letter:
    message = email.message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return Letter(text="")
    content = part.get_payload(decode=True)
    text = _decoded(content if isinstance(content, bytes) else b"", str(part.get_content_charset() or "utf-8"))
    if part.get_content_type() == "text/html":
        text = _Visible.of(text)
    return Letter(text=_lines(text), subject=str(message["Subject"] or ""), sent=_sent(message))


def _sent(message: EmailMessage) -> datetime | None:
    """The date of the head, if it is one on which somebody may have written a comment."""
    try:
        date = message["Date"].datetime
        sent = date.astimezone(UTC) if date is not None and date.tzinfo else None
    except (AttributeError, TypeError, ValueError, OverflowError):
        return None
    return sent if sent is not None and sent.year in YEARS else None


def _decoded(raw: bytes, charset: str = "utf-8") -> str:
    """In the charset that is named, else as UTF-8, else as Windows writes it."""
    for name in (charset, "utf-8-sig"):
        try:
            return raw.decode(name).removeprefix("\ufeff")
        except (LookupError, ValueError):  # the name may be anything, even `undefined`, or hold a NUL
            continue
    return raw.decode("windows-1252", "replace")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").strip("\n")


class _Visible(HTMLParser):
    """The text that a browser would show, each block and each cell of a table on a line of its own."""

    _BREAKS: Final = frozenset(
        {"address", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol"}
        | {"p", "pre", "table", "td", "th", "tr", "ul"}
    )
    _HIDDEN: Final = frozenset({"head", "script", "style", "title"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._hidden = 0

    @classmethod
    def of(cls, html: str) -> str:
        """The visible text of `html`, without empty lines in a row."""
        parser = cls()
        parser.feed(_UNSHOWN.sub(" ", html))
        parser.close()
        lines = (" ".join(line.split()) for line in "".join(parser._parts).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's signature
        """A block begins on a new line."""
        self._hidden += tag in self._HIDDEN
        self._parts.append("\n" * (tag in self._BREAKS))

    def handle_endtag(self, tag: str) -> None:
        """And ends one."""
        self._hidden = max(0, self._hidden - (tag in self._HIDDEN))
        self._parts.append("\n" * (tag in self._BREAKS))

    def handle_data(self, data: str) -> None:
        """Blanks in a row are one, as browsers have it."""
        if not self._hidden:
            self._parts.append(re.sub(r"\s+", " ", data))
