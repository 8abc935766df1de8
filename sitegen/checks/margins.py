"""What stands before `<main>` and behind it: the same on many pages, so it is parsed and walked through once.

A page may be taken apart there only if both sides come to the same elements by themselves as together. That holds where
`main` stands in the body itself, and nothing begins on one side of its tags and ends on the other: no element, no
comment, no quotation, no form. Two forms say so, each of which stands only where nothing is open. What is in doubt is
one piece. Judges nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final, Self

import msgspec

from sitegen.checks.elements import Elements, elements_among, raw_text
from sitegen.checks.gist import gist_of_margin
from sitegen.checks.waited_for import found_in

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_ATTRIBUTES: Final = rb'(?:\s+[a-z]+(?:-[a-z]+)*(?:="[^"<>]*")?)*\s*>'
_OPENING: Final = re.compile(rb"(?i:<!doctype html>)\s*<html" + _ATTRIBUTES + rb"\s*(?=<head\s*>)")
_BODY: Final = re.compile(rb"<body" + _ATTRIBUTES)
_MAIN: Final = b"<main"
_END: Final = b"</main>"
_TOKEN: Final = os.urandom(8).hex()
"""No page holds it."""
_PROBE: Final = b'<form id="%b">x</form>' % _TOKEN.encode()
"""Inside another form it would be none, and its text would bear all else that is still open."""
_ONCE: Final = (b"<html", b"<body", _MAIN)
"""Tags of which a second one, be it in a comment, would make it hard to say what belongs where."""
_GAP: Final = b"\0"
"""Where a policy will stand, be it in a text."""
KEPT: Final = 64


Gist = tuple[bytes | str, ...]


class Parts(msgspec.Struct, frozen=True, gc=False):
    """A page cut around its `main`."""

    opening: bytes
    """Up to its head."""
    head: bytes
    """From there up to its body."""
    body: bytes
    """The tag."""
    before: bytes
    main: bytes
    """With its tags."""
    behind: bytes

    @classmethod
    def of(cls, html: bytes) -> Self | None:
        """None where there is no page with a `main`."""
        opening = _OPENING.match(html)
        body = _BODY.match(html, html.find(b"<body")) if opening else None
        if opening is None or body is None:
            return None
        start, end = html.find(_MAIN, body.end()), html.rfind(_END)
        if start < 0 or end < start:
            return None
        end += len(_END)
        head = html[opening.end() : body.start()]
        return cls(opening[0], head, body[0], html[body.end() : start], html[start:end], html[end:])


class Margins(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on both sides of some `main`."""

    before: Elements
    behind: Elements
    texts_before: Sequence[str]
    """What can be read there, as by `raw_text`."""
    texts_behind: Sequence[str]
    around: Sequence[Mapping[str, str | None]]
    """The attributes of `html` and `body`."""
    words: frozenset[str]
    """Those of `WORDS` that stand there."""
    gist: tuple[str, str]
    """All on each side that facts follow from."""


class Apart(msgspec.Struct, frozen=True):
    """A page that was taken apart."""

    parts: Parts
    margins: Margins
    above: Elements
    """`html`, the head and all within, `body`."""
    main: LexborNode
    within: Elements
    """`main` and all within."""

    @property
    def gist(self) -> Gist:
        """What its facts follow from."""
        return _gist(self.parts, self.margins)

    @property
    def elements(self) -> tuple[Elements, ...]:
        """All of them, in document order."""
        return self.above, self.margins.before, self.within, self.margins.behind


def taken_apart(html: bytes) -> Apart | None:
    """The parts of a page; None where it is one piece."""
    parts = Parts.of(html)
    margins = margins_of(parts) if parts else None
    if parts is None or margins is None:
        return None
    tree = _parsed(b"".join((parts.opening, parts.head, parts.body, _PROBE, parts.main, _PROBE)))
    root, head, body = tree.root, tree.head, tree.body
    if root is None or head is None or body is None or [root.attributes, body.attributes] != margins.around:
        return None
    match _children(body):
        case [first, main, last] if main.tag == "main" and _is_probe(first) and _is_probe(last):
            above = elements_among(chain((root,), head.traverse(), (body,)))
            return Apart(parts, margins, above, main, elements_among(main.traverse()))
    return None


def gist_of(html: bytes) -> Gist | None:
    """What the facts of a page follow from if it can be taken apart: so are all pages with this gist, or none is.

    None where there is no telling.
    """
    parts = Parts.of(html)
    margins = margins_of(parts) if parts else None
    return _gist(parts, margins) if parts and margins else None


def _gist(parts: Parts, margins: Margins) -> Gist:
    return parts.opening, parts.head, parts.body, parts.main, *margins.gist


def margins_of(parts: Parts) -> Margins | None:
    """What is around `main`; None where it cannot be had without what is in it, or too many others are kept."""
    key = (parts.opening, parts.body, parts.before, parts.behind)
    if key not in _margins and len(_margins) < KEPT:
        _margins[key] = _margins_in(parts)
    return _margins.get(key)


_margins: Final[dict[tuple[bytes, ...], Margins | None]] = {}
"""Those that came up first: no page with something else around it drives them out."""


def _margins_in(parts: Parts) -> Margins | None:
    html = b"".join((parts.opening, parts.body, parts.before, _MAIN, b">", _PROBE, _END, parts.behind))
    tree = _parsed(html)
    root, body = tree.root, tree.body
    if root is None or body is None or any(html.lower().count(tag) != 1 for tag in _ONCE) or _GAP in html:
        return None
    sides = _children(body)
    at = next((number for number, node in enumerate(sides) if node.tag == "main"), -1)
    if at < 0 or len(within := _children(sides[at])) != 1 or not _is_probe(within[0]):
        return None
    before, behind = sides[:at], sides[at + 1 :]
    texts_before, texts_behind = [*map(raw_text, before)], [*map(raw_text, behind)]
    return Margins(
        before=elements_among(chain.from_iterable(node.traverse() for node in before)),
        behind=elements_among(chain.from_iterable(node.traverse() for node in behind)),
        texts_before=texts_before,
        texts_behind=texts_behind,
        around=[root.attributes, body.attributes],
        words=frozenset[str]().union(*map(found_in, (*texts_before, *texts_behind))),
        gist=(gist_of_margin(before), gist_of_margin(behind)),
    )


def _parsed(html: bytes) -> LexborHTMLParser:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(html)


def _children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True, skip_empty=True))


def _is_probe(node: LexborNode) -> bool:
    """Whether it was parsed as if nothing stood before it."""
    return node.attributes == {"id": _TOKEN} and [one.tag for one in _children(node)] == ["-text"]
