"""What the block parser knows while it reads: the library's state, with tokens that are made faster.

Never reads a text itself; that is what the rules do.
"""

from __future__ import annotations

from typing import Final, Literal

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from sitegen.render.markdown.tokens import NewToken

CODE_INDENT: Final = 4
"""Columns further in than its surroundings, from which on a line is code."""


class State(StateBlock):
    """See the module."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a new token. The names are the library's."""
        token = NewToken(ttype, tag, nesting)
        token.block = True
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


def push_text(state: StateBlock, kind: str, tag: str, content: str, *, lines: tuple[int, int]) -> tuple[Token, Token]:
    """Append a block that holds nothing but text, and go behind its `lines`: its first and its last token."""
    opening = state.push(f"{kind}_open", tag, 1)
    text = state.push("inline", "", 0)
    text.content, text.map, text.children = content.strip(MD_TRIM_CHARS), [*lines], []
    opening.map, state.line = [*lines], lines[1]
    return opening, state.push(f"{kind}_close", tag, -1)
