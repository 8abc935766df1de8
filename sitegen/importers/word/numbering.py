"""The numbers that Word shows before the paragraphs of a list, which its file nowhere says but lets one count.

A list that goes on behind a paragraph, or begins at 5, does so on the website. By ECMA-376, part 1, 17.9. Each numbered
paragraph gets a bookmark that carries its number through the conversion to HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

MARK: Final = "sitegen-number-"
_MARKED: Final = re.compile(rf'<li>((?:<(?!/?li\b)[^<>]*>)*?)<a id="{MARK}(\d+)"></a>')
_STRAY: Final = re.compile(rf'<a id="{MARK}\d+"></a>')
_LEVELS: Final = 9
_PLAIN: Final = frozenset({"decimal", "decimalZero", "bullet", "none"})
_MOST: Final = 999_999_999


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace: Word has two, of the same names."""
    return tag.rpartition("}")[2]


def child(element: Element | None, *names: str) -> Element | None:
    """The first element below `element` on the way of `names`."""
    for name in names:
        element = next((each for each in element if local(each.tag) == name), None) if element is not None else None
    return element


def value(element: Element | None, name: str = "val") -> str:
    """An attribute; empty for none."""
    given = element.attrib if element is not None else {}
    return next((text for key, text in given.items() if local(key) == name), "")


class _Level(NamedTuple):
    start: int
    format: str


class Numbers:
    """Counts through one document."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self.is_lettered = False
        """Whether a list was met that counts with letters or Roman numbers."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._seen: set[tuple[str, int]] = set()
        self._style_lists = dict(_lists_of_styles(styles))
        if numbering is not None:
            self._read(numbering)

    def mark(self, body: Element) -> None:
        """Give each numbered paragraph of `body` the bookmark that says its number."""
        for paragraph in [each for each in body.iter() if local(each.tag) == "p"]:
            properties = child(paragraph, "pPr")
            number = self._next(properties) if properties is not None else None
            if number is None or properties is None:
                continue
            namespace = paragraph.tag[: -len("p")]
            start = SubElement(paragraph, f"{namespace}bookmarkStart", {f"{namespace}name": f"{MARK}{number}"})
            paragraph.remove(start)
            paragraph.insert(list(paragraph).index(properties) + 1, start)

    def _next(self, properties: Element) -> int | None:
        """The number of the paragraph to come; None for one without, or with a bullet."""
        given = child(properties, "numPr")
        style = value(child(properties, "pStyle"))
        identity = value(child(given, "numId")) or self._style_lists.get(style, "")
        level = _whole(value(child(given, "ilvl")), most=_LEVELS - 1)
        abstract = self._list_of.get(identity)
        if abstract is None:
            return None
        found = self._levels[abstract].get(level, _Level(1, "decimal"))
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        restart = self._overrides.get((identity, level))
        if restart is not None and (identity, level) not in self._seen:
            counts[level] = None
        self._seen.add((identity, level))
        before = counts[level]
        start = found.start if restart is None else restart
        counts[level] = number = start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        self.is_lettered = self.is_lettered or found.format not in _PLAIN
        return None if found.format in {"bullet", "none"} else number

    def _read(self, numbering: Element) -> None:
        for element in numbering:
            if local(element.tag) == "abstractNum":
                levels = (each for each in element if local(each.tag) == "lvl")
                self._levels[value(element, "abstractNumId")] = {
                    _whole(value(each, "ilvl"), most=_LEVELS - 1): _level(each) for each in levels
                }
        for element in numbering:
            abstract = value(child(element, "abstractNumId"))
            if local(element.tag) != "num" or abstract not in self._levels:
                continue
            identity = value(element, "numId")
            self._list_of[identity] = abstract
            for override in element:
                start = child(override, "startOverride")
                if start is not None:
                    level = _whole(value(override, "ilvl"), most=_LEVELS - 1)
                    self._overrides[identity, level] = _whole(value(start))


def with_numbers(html: str) -> str:
    """`html` with the number of each entry that had a bookmark."""
    return _STRAY.sub("", _MARKED.sub(r'<li value="\2">\1', html))


def _level(element: Element) -> _Level:
    start = child(element, "start")
    return _Level(_whole(value(start)) if start is not None else 1, value(child(element, "numFmt")) or "decimal")


def _lists_of_styles(styles: Element | None) -> Iterator[tuple[str, str]]:
    for style in styles if styles is not None else ():
        if identity := value(child(style, "pPr", "numPr", "numId")):
            yield value(style, "styleId"), identity


def _whole(text: str, *, most: int = _MOST) -> int:
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) <= len(str(_MOST)) else 0
