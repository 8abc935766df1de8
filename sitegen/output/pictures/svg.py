"""Drawings (SVG) without anything that acts or reaches out: only elements and references that draw are let through.

An allow-list over the parsed tree; what is not named here does not go out. Document types that declare entities are
refused before they are parsed, so no entity is ever expanded. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final
from xml.etree import ElementTree as ET

import msgspec

from sitegen.output.pictures.faults import Fault, PictureError
from sitegen.text.patterns import later

LARGEST_SVG: Final = 4 * 2**20
"""Bytes; a drawing that is larger is a photograph in disguise, or hostile."""

_DEEPEST: Final = 100
_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_PLAIN_DOCTYPE: Final = later(r"<!DOCTYPE[^\[>]*>", re.IGNORECASE)
_DECLARATION: Final = later(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_OWN_REFERENCE: Final = later(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
_URL: Final = later(r"url\(\s*[\"']?\s*(?!\s*[\"']?#)", re.IGNORECASE)
_ACTIVE_CSS: Final = later(r"@import|expression\s*\(|-moz-binding|behavior\s*:|javascript:|\\", re.IGNORECASE)

_ELEMENTS: Final = frozenset(
    """
    svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath title desc
    style linearGradient radialGradient stop pattern clipPath mask marker image filter feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
    feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    """.split()  # noqa: SIM905 - words are read more easily without quotation marks
)
_SILENT: Final = frozenset({"metadata", "namedview", "a"})
"""Left out without a word: they neither draw nor act in a picture."""


class CleanDrawing(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing that may go out."""

    content: bytes
    """UTF-8."""
    was_active: bool
    """Whether something was left out that acts or reaches out."""


def clean_svg(content: bytes) -> CleanDrawing:
    """The drawing with what draws and nothing else.

    Raises PictureError for what is no SVG, declares entities or is vast.
    """
    root = _parsed(content)
    writer = _Writer()
    text = "".join(writer.element(root, depth=0))
    return CleanDrawing(content=f"{text}\n".encode(), was_active=writer.left_out)


def _parsed(content: bytes) -> ET.Element:
    if len(content) > LARGEST_SVG:
        raise PictureError(Fault.HOSTILE_DRAWING)
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = _PLAIN_DOCTYPE().sub("", content.decode(encoding), count=1)
        if _DECLARATION().search(text):
            raise PictureError(Fault.HOSTILE_DRAWING)
        root = ET.fromstring(text)  # noqa: S314 - nothing that could declare an entity comes this far
    except (UnicodeDecodeError, ET.ParseError, ValueError) as error:
        raise PictureError(Fault.UNREADABLE) from error
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise PictureError(Fault.UNREADABLE)
    return root


class _Writer:
    """Writes a tree as text, element by element, and remembers whether something was left out."""

    def __init__(self) -> None:
        self.left_out = False

    def element(self, element: ET.Element, *, depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            raise PictureError(Fault.HOSTILE_DRAWING)
        name = element.tag.removeprefix(_SVG)
        if name == "a":
            for child in element:
                yield from self._with_tail(child, depth=depth + 1)
            return
        if name not in _ELEMENTS or (name == "style" and self._is_active_style(element)):
            self.left_out = self.left_out or not _is_silent(element.tag)
            return
        namespace = ' xmlns="http://www.w3.org/2000/svg"' if depth == 0 else ""
        attributes = "".join(f' {key}="{escape(value)}"' for key, value in self._attributes(element))
        inner = escape(element.text or "", quote=False)
        children = [part for child in element for part in self._with_tail(child, depth=depth + 1)]
        yield f"<{name}{namespace}{attributes}>{inner}{''.join(children)}</{name}>"

    def _with_tail(self, element: ET.Element, *, depth: int) -> Iterator[str]:
        yield from self.element(element, depth=depth)
        yield escape(element.tail or "", quote=False)

    def _attributes(self, element: ET.Element) -> Iterator[tuple[str, str]]:
        written: set[str] = set()
        for name, value in element.attrib.items():
            short = "href" if name == _XLINK_HREF else name.replace(_XML, "xml:")
            if short.startswith("{") or short in written:
                continue
            if self._is_harmful(short, value):
                self.left_out = True
                continue
            written.add(short)
            yield short, value

    def _is_harmful(self, name: str, value: str) -> bool:
        if name.lower().startswith("on"):
            return True
        if name == "href":
            return _OWN_REFERENCE().match(value.strip()) is None
        return _URL().search(value) is not None or (name == "style" and _ACTIVE_CSS().search(value) is not None)

    @staticmethod
    def _is_active_style(element: ET.Element) -> bool:
        text = "".join(element.itertext())
        return _URL().search(text) is not None or _ACTIVE_CSS().search(text) is not None


def _is_silent(tag: str) -> bool:
    """Metadata, and the notes that drawing programs keep for themselves in their own namespaces."""
    return tag.removeprefix(_SVG) in _SILENT or (tag.startswith("{") and not tag.startswith(_SVG))
