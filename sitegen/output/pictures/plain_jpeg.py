"""How large a JPEG is that nothing turns, read from its head: what goes out as it is needs no library that decodes it.

Pillow takes as long to import as a small site's pages to make. Speaks for heads alone in which everything is usual, and
says of these what Pillow says; for any other picture it says nothing.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from sitegen.output.pictures.opening import LARGEST

_ENDINGS: Final = frozenset({".jpg", ".jpeg", ".jpe"})
_HEAD: Final = 65_536
"""Bytes; a plain head is rarely longer than one."""
_START: Final = b"\xff\xd8"
_QUANTIZATION: Final = 0xDB
_START_OF_SCAN: Final = 0xDA
_UNREAD: Final = frozenset({0xC4, 0xDD, 0xFE})
"""Huffman tables, restart intervals, comments: nobody looks at them before the picture is decoded."""
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_PLAIN_APPLICATIONS: Final = {0xE0: (b"JFIF\0", 14), 0xE2: (b"ICC_PROFILE\0", 14), 0xEE: (b"Adobe", 12)}
"""How their content begins, and how long it is at least. EXIF and XMP, which may turn a picture, are not among them."""
_COMPONENTS: Final = frozenset({1, 3, 4})
_BITS: Final = 8
"""Of one sample, in every picture that browsers show."""


def plain_size(path: Path) -> tuple[int, int] | None:
    """Width and height in pixels of the picture at `path`; None for what is no plain JPEG."""
    if path.suffix.lower() not in _ENDINGS:
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    size = _size_in(head) if head.startswith(_START) else None
    return size if size and size[0] * size[1] <= LARGEST else None


def _size_in(head: bytes) -> tuple[int, int] | None:
    """The same of the first bytes of a JPEG (ITU-T T.81, annex B)."""
    size, at = None, len(_START)
    while at + 4 <= len(head):
        sign, marker, length = struct.unpack_from(">BBH", head, at)
        content = head[at + 4 : at + 2 + length]
        if sign != 0xFF or len(content) != length - 2:  # noqa: PLR2004 - two bytes tell the length
            return None
        if marker == _START_OF_SCAN:
            return size
        if marker in _FRAMES and size is None:
            size = _size_of_frame(content)
            if size is None:
                return None
        elif not _is_plain(marker, content):
            return None
        at += 2 + length
    return None


def _size_of_frame(content: bytes) -> tuple[int, int] | None:
    if len(content) < 6:  # noqa: PLR2004 - before the components
        return None
    precision, height, width, components = struct.unpack_from(">BHHB", content)
    usual = precision == _BITS and components in _COMPONENTS and len(content) == 6 + 3 * components
    return (width, height) if usual and width and height else None


def _is_plain(marker: int, content: bytes) -> bool:
    if marker == _QUANTIZATION:
        return _are_quantization_tables(content)
    if marker in _PLAIN_APPLICATIONS:
        begins, least = _PLAIN_APPLICATIONS[marker]
        return content.startswith(begins) and len(content) >= least
    return marker in _UNREAD


def _are_quantization_tables(content: bytes) -> bool:
    """Whether they are whole: 64 numbers each, of one byte or of two."""
    at = 0
    while at < len(content):
        at += 1 + (64 if content[at] < 0x10 else 128)  # noqa: PLR2004 - the upper half tells it
    return at == len(content)
