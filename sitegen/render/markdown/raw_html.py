"""Raw HTML in a text: it passes, but every element must begin and end where one can.

Runs over all tokens of a body, so that a `<div>` may be opened in one place and closed in another with Markdown between
them. What is wrong is reported and put right: surplus end tags are left out, missing ones are added. So the output is
well formed whatever an author wrote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sitegen.render.markdown.elements import (
    BANNED,
    BLOCKS,
    ENDED_BY,
    FOREIGN,
    HOLDS_BLOCKS,
    MISPLACED,
    NEVER_IN_THEMSELVES,
    VOID,
)
from sitegen.render.markdown.embeds import FRAME, foreign_address, write_frame
from sitegen.render.markdown.passages import READY
from sitegen.render.markdown.places import Stretch, TextPlaces
from sitegen.render.markdown.raw_addresses import checked_tag
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.tags import Piece, pieces
from sitegen.render.markdown.tokens import Token

_RAW: Final = frozenset({"html_block", "html_inline"})


class _Open(NamedTuple):
    """An element that is open. `at` is None for one that Markdown made, which only Markdown closes."""

    name: str
    at: Stretch | None = None
    length: int = 0


def check_raw_html(tokens: Sequence[Token], sheet: Sheet) -> list[Token]:
    """The tokens with their raw HTML checked, completed and its addresses made slots."""
    if not any(_is_raw(token) for token in tokens):
        return list(tokens)
    checker = _Checker(sheet)
    checked: list[Token] = []
    for token in tokens:
        if token.children is not None:
            checker.step_through(token, _places(token, sheet) if _is_raw(token) else None)
            checked.append(token)
        else:
            checked.extend(checker.step(token, _places(token, sheet) if token.type in _RAW else None))
    checked.extend(checker.at_end())
    return checked


def _is_raw(token: Token) -> bool:
    """Whether a token of a body holds raw HTML."""
    return token.type == "html_block" or any(child.type == "html_inline" for child in token.children or ())


def _places(token: Token, sheet: Sheet) -> TextPlaces:
    return TextPlaces(sheet.lines, content=token.content, first=token.map[0] if token.map else 0)


class _Checker:
    """Walks through a body and remembers which elements are open."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._open: list[_Open] = []
        self._around: Counter[str] = Counter()
        self._closed_early: Counter[str] = Counter()

    def step(self, token: Token, places: TextPlaces | None) -> Iterator[Token]:
        """One token; before an end tag that Markdown makes come the end tags that are missing."""
        if token.type in _RAW and places:
            token.content = "".join(self._raw(token.content, Stretch(places, token.meta.get("at", 0))))
        elif token.nesting > 0 and not token.hidden:
            self._begin(_Open(token.tag))
        elif token.nesting < 0 and not token.hidden:
            yield from self._closers(self._unclosed())
            self._finish()
        yield token

    def step_through(self, text: Token, places: TextPlaces | None) -> None:
        """A block of text; missing end tags are put at its end, unless it has no element of its own."""
        has_element = text.tag and not text.hidden
        if has_element:
            self._begin(_Open(text.tag))
        text.children = [done for child in text.children or () for done in self.step(child, places)]
        if has_element:
            text.children += self._closers(self._unclosed())
            self._finish()

    def _begin(self, element: _Open) -> None:
        self._open.append(element)
        self._around[element.name] += 1

    def _finish(self) -> _Open:
        element = self._open.pop()
        self._around[element.name] -= 1
        return element

    def at_end(self) -> Iterator[Token]:
        """The end tags that are missing at the end of the body."""
        return self._closers(self._unclosed())

    def _closers(self, unclosed: list[_Open]) -> Iterator[Token]:
        if unclosed:
            html = "".join(f"</{element.name}>" for element in unclosed)
            yield Token(READY, "", 0, html)

    def _unclosed(self) -> list[_Open]:
        """Take off and report the raw elements that are open in the innermost element of Markdown's."""
        unclosed: list[_Open] = []
        while self._open and self._open[-1].at:
            unclosed.append(self._finish_early())
        return unclosed

    def _finish_early(self) -> _Open:
        """Close an element before its end tag has come; a finding, unless HTML lets authors leave that out."""
        element = self._finish()
        if element.at and element.name not in ENDED_BY:
            self._sheet.report("SG281", element.at.span(0, element.length), tag=element.name)
            self._closed_early[element.name] += 1
        return element

    def _raw(self, source: str, at: Stretch) -> Iterator[str]:
        """The raw HTML `source`, piece by piece, as it may stand in the page."""
        skipped = ""
        for piece in pieces(source):
            if skipped:
                skipped = "" if piece.kind == "end" and piece.name == skipped else skipped
            elif piece.kind == "start" and piece.name in BANNED:
                self._report("SG285", piece, at)
                skipped = piece.name
            elif piece.kind == "start" and piece.name == FRAME and (address := foreign_address(piece)):
                yield self._frame(piece, address, at)
                skipped = FRAME
            elif piece.kind == "start":
                yield from self._start(piece, at)
            elif piece.kind == "end":
                yield from self._end(piece, at)
            elif piece.kind != "comment":
                yield self._rest(piece, at)

    def _start(self, piece: Piece, at: Stretch) -> Iterator[str]:
        if piece.name in MISPLACED:
            self._report("SG287", piece, at)
            return
        name = piece.name
        if name == "h1":
            name = "h2"
            self._sheet.report("SG231", at.span(piece.at, len(piece.source)))
        while self._open and self._open[-1].at and name in ENDED_BY.get(self._open[-1].name, ()):
            yield f"</{self._finish().name}>"
        self._check_surroundings(piece, at)
        is_foreign = name in FOREIGN or any(self._around[foreign] for foreign in FOREIGN)
        tag = checked_tag(piece, name, at=at, sheet=self._sheet)
        if name in VOID or (piece.is_closed and is_foreign):
            yield tag
            return
        yield f"{tag[:-2]}>" if piece.is_closed else tag  # a slash closes nothing in HTML
        self._begin(_Open(name, Stretch(at.places, at.offset + piece.at), len(piece.source)))

    def _frame(self, piece: Piece, address: str, at: Stretch) -> str:
        """What stands for the frame of a third party: a block, so there must be room for one."""
        self._closed_early[FRAME] += 1  # its end tag may stand in a token of its own
        if self._open and self._open[-1].name not in HOLDS_BLOCKS:
            self._report("SG812", piece, at)
            return ""
        return write_frame(piece, address, at=at, sheet=self._sheet)

    def _check_surroundings(self, piece: Piece, at: Stretch) -> None:
        """A block in a paragraph, a link in a link: a browser would tear them apart."""
        inside = "p" if piece.name in BLOCKS and self._around["p"] else piece.name
        if self._around[inside] and (inside == "p" or piece.name in NEVER_IN_THEMSELVES):
            self._sheet.report("SG283", at.span(piece.at, len(piece.source)), tag=piece.name, inside=inside)

    def _end(self, piece: Piece, at: Stretch) -> Iterator[str]:
        """An end tag, with those it implies; nothing if no such element is open."""
        name = "h2" if piece.name == "h1" else piece.name
        if name in BANNED or name in MISPLACED:
            return
        depth = len(self._open) - 1 if self._around[name] else -1
        while depth >= 0 and self._open[depth].at and self._open[depth].name != name:
            depth -= 1
        if depth < 0 or not self._open[depth].at:
            if self._closed_early[name]:  # the other half of a fault that is reported already
                self._closed_early[name] -= 1
            else:
                self._report("SG282", piece, at)
            return
        while len(self._open) > depth + 1:
            yield f"</{self._finish_early().name}>"
        yield f"</{self._finish().name}>"

    def _rest(self, piece: Piece, at: Stretch) -> str:
        """Text, and what only looks like a tag."""
        if piece.kind == "text":
            shortcode = piece.source.find("{{")
            if shortcode >= 0:
                self._sheet.report("SG207", at.span(piece.at + shortcode, len("{{")))
            return piece.source.replace("<", "&lt;")
        if piece.kind == "broken":
            self._report("SG288", piece, at)
            self._closed_early[piece.name] += 1
            return piece.source.replace("<", "&lt;")
        name = piece.source.split()[0].strip("<>")
        self._sheet.report("SG287", at.span(piece.at, len(piece.source)), tag=name)
        return ""

    def _report(self, code: str, piece: Piece, at: Stretch) -> None:
        self._sheet.report(code, at.span(piece.at, len(piece.source)), tag=piece.name)
