"""The file of an export as text in pieces, whatever it is wrapped in: plain, gzip, or a ZIP with one or several files.

Bytes that are no UTF-8 are read as Windows' letters, since that is what they are on German sites, and characters that
XML does not know are left out; both are counted, so that they can be told. Never holds more than a piece in memory.
"""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from sitegen.importers import wording
from sitegen.importers.refused import refuse

PIECE: Final = 1 << 18
_ENDINGS: Final = frozenset({".xml", ".gz", ".zip"})
"""Of exports in a folder."""
LARGEST: Final = 4 << 30
"""Bytes after unpacking; more is no export but a bomb."""

_HARMLESS: Final = 50 << 20
_MOST_PACKED: Final = 200
"""How often as large a file may become when unpacked; texts come to ten, what comes to a thousand is a bomb."""
_UNKNOWN_TO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SINGLE_BYTES: Final = re.compile(r"(?:iso-?8859|windows|cp|latin)[\w.-]*", re.IGNORECASE)
_GZIP: Final = b"\x1f\x8b"
_LETTERS: Final = "wordpress-letters"


class Source:
    """One export; `pieces` can be asked again, and `mended` says what the last time had to be mended."""

    def __init__(self, path: Path, *, member: str = "") -> None:
        self.path = path
        self.name = f"{path.name}/{member}" if member else path.name
        self.mended: dict[str, int] = {}
        self._member = member

    def pieces(self) -> Iterator[str]:
        """The text in order. Raises RefusedError where it cannot be unpacked or is too large, OSError from the disk."""
        self.mended = {}
        decoder: codecs.IncrementalDecoder | None = None
        for raw in self._raw():
            if decoder is None:
                decoder = codecs.getincrementaldecoder(_encoding_of(raw))(_LETTERS)
            yield self._clean(decoder.decode(raw))
        if decoder is not None:
            yield self._clean(decoder.decode(b"", final=True))

    def _clean(self, text: str) -> str:
        if "\ufdd0" in text:
            self._count("letters", text.count("\ufdd0"))
            text = text.replace("\ufdd0", "")
        if not _UNKNOWN_TO_XML.search(text):
            return text
        clean, count = _UNKNOWN_TO_XML.subn("", text)
        self._count("characters", count)
        return clean

    def _count(self, what: str, count: int) -> None:
        self.mended[what] = self.mended.get(what, 0) + count

    def _raw(self) -> Iterator[bytes]:
        total, packed = 0, self.path.stat().st_size
        try:
            with self._open() as stream:
                for piece in self._unpacked(stream):
                    total += len(piece)
                    if total > LARGEST:
                        raise refuse("SG683", file=self.name, most=wording.MOST_BYTES.format(most=LARGEST >> 30))
                    if total > max(_HARMLESS, packed * _MOST_PACKED):
                        raise refuse("SG683", file=self.name, most=wording.MOST_PACKED)
                    yield piece
        except (EOFError, zlib.error):
            # What was unpacked so far is all there is: the reader tells where it breaks off.
            self._count("packed", 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise refuse("SG684", file=self.name) from error

    def _unpacked(self, stream: IO[bytes]) -> Iterator[bytes]:
        """Pieces of the file itself. A packed one that ends too early gives all it holds, then raises EOFError."""
        piece = stream.read(PIECE)
        if self._member or not piece.startswith(_GZIP):
            while piece:
                yield piece
                piece = stream.read(PIECE)
            return
        unpacker = zlib.decompressobj(wbits=31)
        while piece and not unpacker.eof:
            yield unpacker.decompress(piece, PIECE)
            piece = unpacker.unconsumed_tail or stream.read(PIECE)
        if not unpacker.eof:
            raise EOFError

    def _open(self) -> IO[bytes]:
        return zipfile.ZipFile(self.path).open(self._member) if self._member else self.path.open("rb")


def sources_of(path: Path) -> tuple[Source, ...]:
    """The exports in a file: one, or those that a ZIP holds (WordPress.com packs large sites so); or in a folder.

    Raises RefusedError for a ZIP that cannot be opened, and where there is none, OSError from the disk.
    """
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS and file.is_file())
        if not files:
            raise refuse("SG680", file=path.name, cure=wording.NO_EXPORT["folder"])
        return tuple(source for file in files for source in sources_of(file))
    with path.open("rb") as stream:
        if stream.read(4) != b"PK\x03\x04":
            return (Source(path),)
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(
                name for name in archive.namelist() if name.lower().endswith(".xml") and "__MACOSX" not in name
            )
    except (zipfile.BadZipFile, ValueError) as error:
        raise refuse("SG684", file=path.name) from error
    if not names:
        raise refuse("SG680", file=path.name, cure=wording.NO_EXPORT["zip"])
    return tuple(Source(path, member=name) for name in names)


def _encoding_of(beginning: bytes) -> str:
    """By mark, else by what the first line says, if Python knows it and it is not plainly wrong; else UTF-8."""
    for mark, name in _MARKS:
        if beginning.startswith(mark):
            return name
    declared = _DECLARED.search(beginning[:200])
    name = declared[1].decode() if declared else "utf-8"
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    return known if _SINGLE_BYTES.fullmatch(known) and not _is_utf8(beginning) else "utf-8"


def _is_utf8(beginning: bytes) -> bool:
    """Whether letters beyond ASCII stand there as UTF-8 has them, and all of them do."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return False
    return not text.isascii()


def _as_letters(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 is a letter of Windows-1252, marked so that it can be counted; else it is left out."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.start + 1]
    return f"{bad.decode('cp1252', 'ignore')}\ufdd0", error.start + 1


codecs.register_error(_LETTERS, _as_letters)
