"""The words of an inline text without its markup: for contents lists, anchors and alternative texts.

Never escapes: the result is text, not HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sitegen.render.markdown.tokens import Token

_AS_WRITTEN: Final = frozenset({"text", "text_special", "code_inline", "address", "shortcode"})
_BREAKS: Final = frozenset({"softbreak", "hardbreak"})


def plain_text(children: Sequence[Token]) -> str:
    """What a reader hears. A picture counts with its alternative text, a finished token with what it says of itself."""
    return "".join([_plain(child) for child in children]).strip()


def _plain(token: Token) -> str:
    if token.type in _AS_WRITTEN:
        return token.content
    if token.type in _BREAKS:
        return " "
    if token.type == "image":
        return plain_text(token.children or ())
    return str(token.meta.get("plain", ""))
