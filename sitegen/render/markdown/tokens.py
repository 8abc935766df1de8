"""The pieces of a text on its way to HTML.

The library's tokens have the same fields and methods and are as welcome; but theirs come with the whole library, which
takes longer to import than many texts take to read. Never knows what a piece means.
"""

from __future__ import annotations

from typing import Any


class Token:
    """A block, its beginning or end, or a piece of an inline text. Whoever finishes it changes it in place."""

    __slots__ = (
        "attrs",
        "children",
        "content",
        "hidden",
        "info",
        "level",
        "map",
        "markup",
        "meta",
        "nesting",
        "tag",
        "type",
    )

    def __init__(
        self,
        kind: str,
        tag: str,
        nesting: int,
        content: str = "",
        *,
        lines: list[int] | None = None,
        meta: dict[str, Any] | None = None,
    ) -> None:
        """`nesting` is 1 where something begins, -1 where it ends; `lines` are the first one and the one behind it."""
        self.type = kind
        self.tag = tag
        self.nesting = nesting
        self.content = content
        self.map = lines
        self.meta: dict[str, Any] = {} if meta is None else meta
        self.attrs: dict[str, str | int | float] = {}
        self.children: list[Token] | None = None
        self.info = self.markup = ""
        self.level = 0
        self.hidden = False

    def attrSet(self, name: str, value: str | float) -> None:  # noqa: N802 -- the library's name
        """Give it an attribute, in the place of one it has."""
        self.attrs[name] = value

    def attrJoin(self, name: str, value: str) -> None:  # noqa: N802 -- the library's name
        """Add a value to an attribute, behind a space if there is one already."""
        self.attrs[name] = f"{self.attrs[name]} {value}" if name in self.attrs else value
