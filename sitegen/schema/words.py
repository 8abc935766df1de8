"""What a plain text says where it is no text: a word, behind which a comment may stand. Pure."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from sitegen.diagnostics import Span
from sitegen.schema.nodes import Node, Scalar

_COMMENT: Final = re.compile(r"(?:^|\s)#.*", re.DOTALL)


def word_of(node: Scalar) -> str:
    """The text without a comment behind it."""
    text = node.text
    if node.plain and "#" in text:
        text = _COMMENT.sub("", text)
    return text.strip()


def span_of_word(node: Node, word: str) -> Span:
    """Where `word` stands if it is what a plain text begins with; else the whole node."""
    span = node.span
    if not (word and span.end_column and isinstance(node, Scalar) and node.plain and node.text.startswith(word)):
        return span
    return msgspec.structs.replace(span, end_column=min(span.end_column, span.column + len(word)))
