"""A well-formed export, by the parser of Python's own library (expat).

Entities that a file declares are refused, whatever they hold: no export has any, and some are bombs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from sitegen.importers.refused import refuse
from sitegen.importers.wordpress.building import Builder
from sitegen.importers.wordpress.records import Item
from sitegen.importers.wordpress.source import Source

DEEPEST: Final = 64
"""Elements within one another; an export has five."""


class NotWellFormedError(Exception):
    """The file breaks the rules of XML in `line`."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def read_strictly(source: Source, builder: Builder) -> Iterator[Item]:
    """The items, each as soon as it is complete; the head grows in `builder` meanwhile.

    Raises NotWellFormedError at the first fault, RefusedError for a file that declares entities.
    """
    parser = _parser(source, builder)
    try:
        for piece in source.pieces():
            parser.Parse(piece, False)
            yield from _drained(builder)
        parser.Parse("", True)
    except ExpatError as error:
        raise NotWellFormedError(error.lineno) from error
    yield from _drained(builder)


def _drained(builder: Builder) -> Iterator[Item]:
    items, builder.items = builder.items, []
    yield from items


def _parser(source: Source, builder: Builder) -> XMLParserType:
    # Pieces come as text, so what the file says of its encoding is settled already.
    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NotWellFormedError(parser.CurrentLineNumber)
        builder.start(name, attributes, parser.CurrentLineNumber)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end()

    def entity(*_said: object) -> None:
        raise refuse("SG682", file=source.name, line=parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.text
    parser.EntityDeclHandler = entity
    return parser
