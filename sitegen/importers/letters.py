"""The letters of a text that another program has written: UTF-8 as a rule, and what Windows made of it long ago.

Whatever is no UTF-8 is told, so that no wrong letter comes in without a word. Pure.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

import msgspec

from sitegen.importers.html.notes import Note

LARGEST: Final = 5_000_000
"""Bytes of a text; more is none."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 begins as UTF-16 does."""
_START: Final = 400
_LETTER: Final = "\ufdd0"
"""Stands behind each letter that was no UTF-8 while a text is decoded; no text has it (Unicode, 23.7)."""
_BLANK: Final = re.compile(r"\s")
_SHOWN: Final = 3
_LONGEST_WORD: Final = 30
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HANDLER: Final = "import-letters"


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """A text with one kind of line end."""

    text: str
    note: Note | None = None
    """What the owner should look at."""
    is_text: bool = True
    """Whether it is one at all, and no larger than texts are."""


def decoded(raw: bytes, *, most: int = LARGEST) -> Decoded:
    """The text of `raw`; what is none, or has more than `most` bytes, comes back empty, with a note that says so."""
    if len(raw) > most:
        return Decoded(text="", note=Note(kind="too_large"), is_text=False)
    text = _with_marks(raw)
    words = list(_mended(text))
    text = text.replace(_LETTER, "").replace("\r\n", "\n").replace("\r", "\n")
    controls = len(_CONTROLS.findall(text))
    if controls * 20 > len(text):
        return Decoded(text="", note=Note(kind="no_text"), is_text=False)
    note = Note(kind="letters", excerpt=", ".join(words)) if words else None
    return Decoded(text=_CONTROLS.sub("", text) if controls else text, note=note)


def _mended(text: str) -> Iterator[str]:
    """The first words with a letter that was no UTF-8."""
    at = text.find(_LETTER)
    for _ in range(_SHOWN):
        if at < 0:
            return
        before, behind = text[max(at - _LONGEST_WORD, 0) : at].split(), text[at : at + _LONGEST_WORD].split()
        yield f"{before[-1] if before else ''}{behind[0]}".replace(_LETTER, "")
        blank = _BLANK.search(text, at)
        at = text.find(_LETTER, blank.end()) if blank else -1


def _with_marks(raw: bytes) -> str:
    """By byte order mark, by where zeros stand, else UTF-8; each byte that is none is one of Windows' letters."""
    for mark, code in _MARKS:
        if raw.startswith(mark):
            return raw.decode(code, _HANDLER if code == "utf-8" else "replace").removeprefix("\ufeff")
    start = raw[:_START]
    if start.count(0) * 3 > len(start) > 1:
        if not start[0::2].count(0):
            return raw.decode("utf-16-le", "replace")
        if not start[1::2].count(0):
            return raw.decode("utf-16-be", "replace")
    return raw.decode("utf-8", _HANDLER)


def _as_letter(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 is a letter of Windows-1252, marked."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.start + 1]
    return f"{bad.decode('cp1252', 'replace')}{_LETTER}", error.start + 1


codecs.register_error(_HANDLER, _as_letter)
