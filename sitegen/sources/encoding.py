"""Bytes become text with one kind of line end, or are refused where they first make no sense.

UTF-8 only: guessing another encoding would put wrong letters on a website without a word.
"""

from __future__ import annotations

import codecs
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.quoted import UNPRINTABLE

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ASCII: Final = 128
_WITHOUT_CONTROLS: Final = bytes(
    ord(" ") if number < _ASCII and UNPRINTABLE.match(chr(number)) else number for number in range(256)
)
_BEFORE_MORE: Final = b"\xc2"
"""The first byte of all characters from U+0080 to U+00BF, of which the first half are controls."""
_MORE_CONTROLS: Final = range(0x80, 0xA0)
_LAST_OF_ALL: Final = b"\xef"
"""The first byte of all characters from U+F000 to U+FFFF."""


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a file."""

    text: str | None
    """Without byte order mark, lines ended by LF alone, control characters replaced by blanks; None if refused."""
    findings: tuple[Diagnostic, ...] = ()


def decoded(file: str, raw: bytes) -> Decoded:
    """The text of `raw`, the content of `file` (path relative to the site folder, for findings)."""
    if raw.startswith(_UTF_16) or _looks_like_utf_16(raw):
        return Decoded(text=None, findings=(Diagnostic(code="SG103", span=Span(file=file)),))
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return Decoded(text=None, findings=(Diagnostic(code="SG101", span=_place(file, raw, error.start)),))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _may_be_unprintable(raw) or UNPRINTABLE.search(text) is None:
        return Decoded(text=text)
    findings = tuple(
        Diagnostic(
            code="SG104",
            span=Span(file=file, line=number, column=match.start() + 1, end_column=match.end() + 1),
            facts={"character": f"U+{ord(match[0]):04X}"},
        )
        for number, line in enumerate(text.split("\n"), 1)
        if (match := UNPRINTABLE.search(line))
    )
    if "\0" in text:  # no text file at all: one finding is enough
        return Decoded(text=None, findings=findings[:1])
    return Decoded(text=UNPRINTABLE.sub(" ", text), findings=findings)


def _may_be_unprintable(raw: bytes) -> bool:
    """Whether UTF-8 could hold anything `UNPRINTABLE`: told in a sixth of the time that the expression takes."""
    if _LAST_OF_ALL in raw or raw.translate(_WITHOUT_CONTROLS) != raw:
        return True
    at = raw.find(_BEFORE_MORE)
    while at >= 0 and raw[at + 1] not in _MORE_CONTROLS:
        at = raw.find(_BEFORE_MORE, at + 1)
    return at >= 0


def _looks_like_utf_16(raw: bytes) -> bool:
    """Without a byte order mark, every other byte of German text is zero."""
    start = raw[:400]
    return len(start) > 1 and start.count(0) * 3 > len(start) and not (start[0::2].count(0) and start[1::2].count(0))


def _place(file: str, raw: bytes, offset: int) -> Span:
    before = raw[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode(errors="replace")) + 1
    return Span(file=file, line=before.count(b"\n") + 1, column=column)
