"""Markdown carried through HTML: a shortcode that a caller has translated before the rest is.

Carries a sign that changes with each run, so that no text from elsewhere can bring Markdown of its own.
"""

from __future__ import annotations

import secrets
from html import escape
from typing import Final

from sitegen.importers.html.nodes import Node

ELEMENT: Final = "sitegen-markdown"
_OWN: Final = secrets.token_hex(8)


def verbatim(markdown: str) -> str:
    """HTML for `markdown`, one line; a paragraph of its own if nothing else stands in its paragraph."""
    return f'<{ELEMENT} data-own="{_OWN}">{escape(markdown)}</{ELEMENT}>'


def is_own(node: Node) -> bool:
    """Whether `node` was made by `verbatim` in this run."""
    return node.get("data-own") == _OWN
