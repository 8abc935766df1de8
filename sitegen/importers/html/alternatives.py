"""Alternative texts of pictures in a finished Markdown: which are missing, and one put in.

Only looks at pictures as `writing` writes them.
"""

from __future__ import annotations

import re

from sitegen.importers.html.escaping import Piece, escaped_wholly


def without_alternative(markdown: str) -> list[str]:
    """The addresses of pictures without one, in order and each once."""
    return list(dict.fromkeys(re.findall(r"!\[\]\(([^\s()<>]+)", markdown)))


def with_alternative(markdown: str, address: str, words: str) -> str:
    """`markdown` in which the pictures at `address` that had none have `words`."""
    line = " ".join(words.split())
    signs = escaped_wholly([Piece(line, "text")]) if re.search(r"[\\`*_\[\]<>&{]", line) else line
    return re.sub(rf"!\[\](?=\({re.escape(address)}[\s)])", lambda _: f"![{signs}]", markdown)
