"""Raw HTML cut into pieces: tags, comments, text. One expression in one pass, linear in the text whatever it holds.

Only cuts. What HTML says about the elements is kept in `elements`; whether a tag belongs where it stands is judged in
`raw_html`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from sitegen.text.patterns import later

_PIECE: Final = later(
    r"""
      <!(?P<comment>--)
    | </(?P<end>[A-Za-z][^\s<>/]*)[^<>]*+>
    | <(?P<start>[A-Za-z][^\s<>/="']*+)
        (?P<attributes>(?:[\s/]++[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+)
        \s*+(?P<slash>/?)>
    | <[!?][^<>]*+>
    | <(?P<broken>[A-Za-z][^\s<>/="']*+|[/!?])
    """,
    re.VERBOSE,
)
_ATTRIBUTE: Final = later(r"""([^\s"'<>/=]++)(\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+""")


class Attribute(NamedTuple):
    """One attribute of a start tag. `value` is unescaped; None if it has none. `start` counts from the tag's `<`."""

    name: str
    value: str | None
    start: int
    length: int


class Piece(NamedTuple):
    """What was cut off: kind is "start", "end", "comment", "broken", "other" (`<!…>`, `<?…?>`) or "text"."""

    kind: str
    source: str
    at: int
    name: str = ""
    """The element, in small letters; of a broken piece what it seems to be."""
    is_closed: bool = False
    """A start tag ending in `/>`."""


def pieces(source: str) -> Iterator[Piece]:
    """All of `source` in order; nothing is left out."""
    done = 0
    last_comment_end = source.rfind("-->")
    while match := _PIECE().search(source, done):
        if match.start() > done:
            yield Piece("text", source[done : match.start()], done)
        piece = _piece(match)
        if piece.kind == "comment":
            # A comment may be as short as <!-->, and one that is never closed is none.
            end = source.find("-->", match.start() + 2) + 3 if last_comment_end > match.start() + 1 else 0
            piece = piece._replace(
                kind="comment" if end else "broken", source=source[match.start() : end or match.end()]
            )
        yield piece
        done = match.start() + len(piece.source)
    if done < len(source):
        yield Piece("text", source[done:], done)


def _piece(match: re.Match[str]) -> Piece:
    kind = next((kind for kind in ("comment", "end", "start", "broken") if match[kind] is not None), "other")
    name = match[kind].lower() if kind in {"start", "end", "broken"} else ""
    return Piece(kind, match[0], match.start(), name, match["slash"] == "/")


def attributes_of(tag: Piece) -> list[Attribute]:
    """The attributes of a start tag, names in small letters, repeated ones included."""
    return [
        Attribute(match[1].lower(), _value(match), match.start(), len(match[0]))
        for match in _ATTRIBUTE().finditer(tag.source.rstrip("/>"), len(tag.name) + 1)
    ]


def _value(match: re.Match[str]) -> str | None:
    raw = next((match[group] for group in (3, 4, 5) if match[group] is not None), None)
    return None if raw is None else unescape(raw)
