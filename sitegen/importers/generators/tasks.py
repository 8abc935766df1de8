"""Entries of lists that can be ticked off (`- [ ]`, `- [x]`), as GitHub reads them (github.github.com/gfm, 5.3).

Ours, as the plugin of mdit-py-plugins looks back over the whole list at each entry.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BOX: Final = re.compile(r"\[([ xX])\]\s+")


def tasks(markdown: MarkdownIt) -> None:
    """A plugin of markdown-it."""
    markdown.core.ruler.after("inline", "tasks", _tick)


def _tick(state: StateCore) -> None:
    before = ""
    for paragraph, inline in pairwise(state.tokens):
        found = _BOX.match(inline.content) if paragraph.type == "paragraph_open" else None
        if found and before == "list_item_open" and inline.children:
            box = Token("html_inline", "", 0)
            box.content = f'<input type="checkbox" disabled{"" if found[1] == " " else " checked"}>'
            inline.children[0].content = inline.children[0].content[len("[ ]") :]
            inline.children.insert(0, box)
        before = paragraph.type
