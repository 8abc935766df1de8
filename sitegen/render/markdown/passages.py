"""One inline text on its way to HTML: its tokens, and where each of them stands in the source.

Handed to whoever finishes a token of it, so that slots and findings get their places. Never changes anything itself.
"""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics import Span
from sitegen.render.markdown.places import Stretch, TextPlaces
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.tokens import Token

READY: Final = "ready"
"""The type of a token whose `content` is finished HTML."""


class Passage:
    """An inline text of the body. Places are worked out when the first one is asked for."""

    def __init__(self, text: Token, sheet: Sheet, *, after: int | None = None) -> None:
        """`after` is given for a table cell: the 0-based column behind the cell before it."""
        self.text = text
        self.sheet = sheet
        self._after = after
        self._places: TextPlaces | None = None

    @property
    def places(self) -> TextPlaces:
        """The places of this text."""
        if self._places is None:
            first = self.text.map[0] if self.text.map else 0
            self._places = TextPlaces(self.sheet.lines, content=self.text.content, first=first, after=self._after)
        return self._places

    @property
    def end(self) -> int | None:
        """The 0-based column behind a text of one line, if its place has been worked out."""
        return self._places.column + len(self.text.content) if self._places else None

    def stretch(self, offset: int) -> Stretch:
        """The piece of this text that begins at `offset`."""
        return Stretch(self.places, offset)

    def span(self, token: Token) -> Span:
        """Where a token of this text begins, and its whole length if it is on one line."""
        source = token.meta.get("source") or token.content
        return self.places.span(token.meta.get("at", 0), len(source))

    def target_span(self, token: Token, target: str) -> Span:
        """Where the address of a link or picture stands; its beginning if it is defined elsewhere."""
        source: str = token.meta.get("source", "")
        behind = source.rfind("](") + 2
        found = source.find(target, behind) if behind > 1 else -1
        if found < 0:
            return self.span(token)
        return self.places.span(token.meta["at"] + found, len(target))


def ready(token: Token, html: str) -> None:
    """Make `token` one that is written as `html`."""
    token.type, token.content, token.nesting, token.hidden = READY, html, 0, False
