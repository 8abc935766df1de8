"""The parser's token, made in half the time: a text has some two hundred of them.

Never anything but the library's token: whoever gets one need not know which of both it is.
"""

from __future__ import annotations

from typing import Literal

from markdown_it.token import Token


class NewToken(Token):
    """A token without attributes; the library's converts them, and makes each of its empty values anew by a call."""

    __slots__ = ()

    def __init__(self, kind: str, tag: str, nesting: Literal[-1, 0, 1], content: str = "") -> None:
        self.type = kind
        self.tag = tag
        self.nesting = nesting
        self.attrs = {}
        self.map = None
        self.level = 0
        self.children = None
        self.content = content
        self.markup = ""
        self.info = ""
        self.meta = {}
        self.block = False
        self.hidden = False
