"""Takes out of a picture file what nobody shall read in it: where and when it was taken, with what, by whom, previews.

Without loss: the pixels are the bytes they were, colour profiles stay, and an orientation that is not upright stays as
the one thing in an EXIF block. Gone too is all that follows the end of the picture (films of "live" photos). Pure; what
is not built as its kind demands is answered with None.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

_JPEG_START: Final = b"\xff\xd8"
_PNG_START: Final = b"\x89PNG\r\n\x1a\n"
_MARKER: Final = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
_END_OF_IMAGE: Final = 0xD9
_START_OF_SCAN: Final = 0xDA
_COMMENT: Final = 0xFE
_APPLICATIONS: Final = range(0xE0, 0xF0)
_KEPT_APPLICATIONS: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}

_PNG_KEPT: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST sPLT acTL fcTL fdAT".split()
)
_WEBP_KEPT: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_EXIF_FLAG: Final = 0x08
_WEBP_XMP_FLAG: Final = 0x04

Stripper = Callable[[bytes, int], bytes]


class _MalformedError(Exception):
    """The file is not built as its kind demands."""


def stripped(content: bytes, *, orientation: int) -> bytes | None:
    """The JPEG, PNG, WebP or GIF `content` without metadata; None for other kinds and malformed files.

    `orientation` is the one its EXIF block gives (1 to 8), which stays in force.
    """
    strip = _stripper_for(content)
    if strip is None:
        return None
    try:
        return strip(content, orientation)
    except (_MalformedError, struct.error, IndexError):
        return None


def _stripper_for(content: bytes) -> Stripper | None:
    if content.startswith(_JPEG_START):
        return _jpeg
    if content.startswith(_PNG_START):
        return _png
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp
    return _gif if content[:6] in (b"GIF87a", b"GIF89a") else None


def _exif(orientation: int) -> bytes:
    """A TIFF block that says nothing but the orientation (TIFF 6.0, tag 274)."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 274, 3, 1, orientation, 0, 0)


# JPEG: ITU-T T.81, annex B


def _jpeg(content: bytes, orientation: int) -> bytes:
    parts = [_JPEG_START]
    if orientation != 1:
        block = b"Exif\0\0" + _exif(orientation)
        parts.append(b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block)
    parts.extend(_jpeg_parts(content))
    return b"".join(parts)


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        found = _MARKER.match(content, at)
        if found is None:
            raise _MalformedError
        marker, start = content[found.end() - 1], found.end()
        if marker == _END_OF_IMAGE:
            yield b"\xff\xd9"
            return
        end = start + struct.unpack_from(">H", content, start)[0]
        if end > len(content):
            raise _MalformedError
        if _is_kept(marker, content[start + 2 : end]):
            yield b"\xff" + bytes((marker,)) + content[start:end]
        at = end
        if marker == _START_OF_SCAN:
            following = _MARKER.search(content, end)
            if following is None:
                raise _MalformedError
            at = following.start()
            yield content[end:at]


def _is_kept(marker: int, payload: bytes) -> bool:
    if marker in _APPLICATIONS:
        name = _KEPT_APPLICATIONS.get(marker)
        return name is not None and payload.startswith(name)
    return marker != _COMMENT


# PNG: W3C Recommendation, third edition, section 5


def _png(content: bytes, orientation: int) -> bytes:
    parts, at = [_PNG_START], len(_PNG_START)
    kind = b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise _MalformedError
        if kind in _PNG_KEPT:
            parts.append(content[at:end])
        if kind == b"IHDR" and orientation != 1:
            parts.append(_png_chunk(b"eXIf", _exif(orientation)))
        at = end
    return b"".join(parts)


def _png_chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


# WebP: RFC 9649, section 2


def _webp(content: bytes, orientation: int) -> bytes:
    end = min(len(content), 8 + struct.unpack_from("<I", content, 4)[0])
    parts, at = [], 12
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", content, at)
        following = at + 8 + length + length % 2
        if at + 8 + length > len(content):
            raise _MalformedError
        if kind == b"VP8X":
            flags = content[at + 8] & ~(_WEBP_EXIF_FLAG | _WEBP_XMP_FLAG)
            flags |= _WEBP_EXIF_FLAG if orientation != 1 else 0
            parts.append(content[at : at + 8] + bytes((flags,)) + content[at + 9 : following])
        elif kind in _WEBP_KEPT:
            parts.append(content[at:following])
        at = following
    if orientation != 1:
        block = _exif(orientation)
        parts.append(b"EXIF" + struct.pack("<I", len(block)) + block)
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


# GIF89a, sections 18 to 26

_GIF_EXTENSION: Final = 0x21
_GIF_IMAGE: Final = 0x2C
_GIF_END: Final = 0x3B
_GIF_COMMENT: Final = 0xFE
_GIF_APPLICATION: Final = 0xFF
_GIF_LOOPS: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _gif(content: bytes, _orientation: int) -> bytes:
    at = 13 + _gif_colours(content[10])
    parts = [content[:at]]
    while content[at] != _GIF_END:
        start = at
        if content[at] == _GIF_EXTENSION:
            at = _after_blocks(content, at + 2)
            if _is_shown_extension(content[start:at]):
                parts.append(content[start:at])
        elif content[at] == _GIF_IMAGE:
            at = _after_blocks(content, at + 11 + _gif_colours(content[at + 9]))
            parts.append(content[start:at])
        else:
            raise _MalformedError
    return b"".join((*parts, b";"))


def _gif_colours(flags: int) -> int:
    """Bytes of a colour table."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


def _is_shown_extension(extension: bytes) -> bool:
    if extension[1] == _GIF_APPLICATION:
        return extension[3:14] in _GIF_LOOPS
    return extension[1] != _GIF_COMMENT
