"""A saved web page, or a Word document saved as one: its text as HTML, its pictures from the files beside it.

Never fetches anything, and never leaves the folder that the page lies in.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, unquote_to_bytes

from sitegen.importers.letters import Decoded, decoded
from sitegen.importers.refused import refuse
from sitegen.importers.word.draft import Source
from sitegen.importers.word.plain_text import MOST_TEXT

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_CHARSET: Final = re.compile(rb"""<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BYTES: Final = re.compile(r"(?:x-)?(?:iso[-_]?8859|windows|cp|latin|mac|koi8)[\w.-]*|us-ascii", re.ASCII)
"""Codes of one byte for a letter; whoever names another means UTF-8, or harm."""
_WINDOWS: Final = frozenset({"iso-8859-1", "latin1", "us-ascii"})
"""What browsers, too, read as Windows' letters (encoding.spec.whatwg.org)."""
_HEAD: Final = 4096
_DATA: Final = re.compile(r"data:image/[\w.+-]+((?:;[\w=.+-]+)*),(.*)", re.DOTALL | re.IGNORECASE)
_WITHIN: Final = re.compile(rb"data:image/[^\"'<>\s]++", re.IGNORECASE)
_RULE: Final = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_EMPHASIS: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*italic", re.IGNORECASE)
_LONGEST_SHEET: Final = 200_000
_LARGEST_PICTURE: Final = 60 << 20


def read_web_page(path: Path, raw: bytes) -> Source:
    """The page as HTML, its main part if it names one. Raises RefusedError: SG690 for no text, SG692 for too much."""
    from selectolax.lexbor import LexborHTMLParser

    pictures = sum(len(found[0]) for found in _WITHIN.finditer(raw))
    if len(raw) - pictures > MOST_TEXT:
        raise refuse("SG692", file=path.name)
    found = _decoded(raw)
    notes = (found.note,) if found.note else ()
    tree = LexborHTMLParser(found.text)
    heading = tree.css_first("title")
    title = " ".join(heading.text().split()) if heading else ""
    mains = tree.css("main, article")
    body = mains[0] if len(mains) == 1 else tree.body
    if body is None:
        return Source(html="", title=title, notes=notes)
    _style_by_class(tree, body)
    beside = {
        source: content
        for node in body.css("img")
        if (source := (node.attributes.get("src") or "").strip()) and (content := _picture(path.parent, source))
    }
    return Source(html=body.html or "", title=title, pictures=beside, notes=notes)


def _decoded(raw: bytes) -> Decoded:
    """The letters of the page, by its own word for how they are written, if that is a true one."""
    found = _CHARSET.search(raw[:_HEAD])
    said = found[1].decode("ascii", "replace").lower() if found else ""
    if _BYTES.fullmatch(said) and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        code = "cp1252" if said in _WINDOWS else said.removeprefix("x-")
        try:
            return Decoded(text=raw.decode(code).replace("\r\n", "\n").replace("\r", "\n"))
        except (LookupError, ValueError):  # no such code, or not the true one
            pass
    return decoded(raw, most=len(raw))


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


def _style_by_class(tree: LexborHTMLParser, body: LexborNode) -> None:
    """Google Docs says bold and italic by classes of a style sheet; put where the reader of HTML looks for them."""
    sheets = " ".join(node.text() for node in tree.css("style"))
    rules = {found[1]: found[2] for found in _RULE.finditer(sheets[:_LONGEST_SHEET]) if _EMPHASIS.search(found[2])}
    for node in body.css("span[class]") if rules else ():
        classes = (node.attributes.get("class") or "").split()
        styles = [rules[name] for name in classes if name in rules]
        if styles:
            node.attrs["style"] = ";".join([*styles, node.attributes.get("style") or ""])
