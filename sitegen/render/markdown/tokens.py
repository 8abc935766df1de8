"""The pieces of a text on its way to HTML.

The library's tokens have the same fields and methods and are as welcome, but for blocks of nothing but text, which are
one piece here and three there (`parser` folds them); and theirs come with the whole library, which takes longer to
import than many texts take to read. Never knows what a piece means.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

FRAMELESS: Final = "inline"
"""The type of a text that stands in no element of its own."""


class Token(msgspec.Struct, eq=False):
    """A block, its beginning or end, a block of text, or a piece of such a text.

    Whoever finishes it changes it in place. `nesting` is 1 where something begins, -1 where it ends; `map` are the
    first line and the one behind it.
    """

    type: str
    tag: str
    nesting: int
    content: str = ""
    map: list[int] | None = None
    children: list[Any] | None = None
    """The pieces of the text of a block of text, or of what stands for a picture; None for anything else."""
    meta: dict[str, Any] = {}
    attrs: dict[str, str | int | float] = {}
    info: str = ""
    markup: str = ""
    level: int = 0
    hidden: bool = False
    html: str = ""
    """What of a block of text is finished; its pieces follow."""

    def attrSet(self, name: str, value: str | float) -> None:  # noqa: N802 -- the library's name
        """Give it an attribute, in the place of one it has."""
        self.attrs[name] = value

    def attrJoin(self, name: str, value: str) -> None:  # noqa: N802 -- the library's name
        """Add a value to an attribute, behind a space if there is one already."""
        self.attrs[name] = f"{self.attrs[name]} {value}" if name in self.attrs else value
