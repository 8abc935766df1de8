"""A saved web page, or a Word document saved as one: its text as HTML, its pictures from the files beside it.

Never fetches anything, and never leaves the folder that the page lies in.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote, unquote_to_bytes

from sitegen.importers.word.draft import Source
from sitegen.importers.word.plain_text import decoded_text

_CHARSET: Final = re.compile(rb"""<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD: Final = 4096
_DATA: Final = re.compile(r"data:image/[\w.+-]+((?:;[\w=.+-]+)*),(.*)", re.DOTALL | re.IGNORECASE)
_LARGEST_PICTURE: Final = 60 << 20


def read_web_page(path: Path, raw: bytes) -> Source:
    """The page as HTML, its main part if it names one."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_decoded(raw))
    heading = tree.css_first("title")
    title = " ".join(heading.text().split()) if heading else ""
    mains = tree.css("main, article")
    body = mains[0] if len(mains) == 1 else tree.body
    if body is None:
        return Source(html="", title=title)
    pictures = {
        source: content
        for node in body.css("img")
        if (source := (node.attributes.get("src") or "").strip()) and (content := _picture(path.parent, source))
    }
    return Source(html=body.html or "", title=title, pictures=pictures)


def _decoded(raw: bytes) -> str:
    """The letters of the page, by its own word for how they are written, if that is a true one."""
    found = _CHARSET.search(raw[:_HEAD])
    if found and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        said = found[1].decode("ascii", "replace").lower()
        try:
            return raw.decode("cp1252" if said in {"iso-8859-1", "latin1", "us-ascii"} else said, "replace")
        except LookupError:
            pass
    return decoded_text(raw)


def _picture(folder: Path, source: str) -> bytes | None:
    """The bytes of a picture within the page or in a file beside it."""
    if data := _DATA.fullmatch(source):
        try:
            return base64.b64decode(unquote(data[2])) if ";base64" in data[1].lower() else unquote_to_bytes(data[2])
        except (binascii.Error, ValueError):
            return None
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/", source):
        return None
    try:
        place = (folder / unquote(source.partition("?")[0].partition("#")[0]).replace("\\", "/")).resolve()
        is_beside = place.is_relative_to(folder.resolve()) and place.is_file()
        return place.read_bytes() if is_beside and place.stat().st_size <= _LARGEST_PICTURE else None
    except (OSError, ValueError):
        return None
