"""The parser: CommonMark with tables, strikethrough, definition lists, footnotes, `:::` blocks and our inlines.

Instances serve all texts of a process; they hold no state of a text. Typography and linkifying of the library stay
off, as ours knows German. Never renders.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from sitegen.render.markdown.block_parser import BlockParser
from sitegen.render.markdown.containers import add_containers
from sitegen.render.markdown.inline_rules import add_inline_rules
from sitegen.render.markdown.targets import Leads, leads

MAX_NESTING: Final = 100
"""Blocks within blocks. The library's own limit for CommonMark, 20, ends in the tenth level of a list."""

_BELOW: Final = re.compile(r"\n[ \t>]*(?:(?:=+|-+)[ \t]*(?:\n|\Z)|[:~][ \t])")
"""A line that makes something of the line above: the underline of a heading, the explanation of a word."""


PLAIN_ADDRESS: Final = re.compile(
    r"(?:https?://[a-z0-9.-]{1,200}(?![^/#])|mailto:[A-Za-z0-9._-]+@[a-z0-9.-]+|tel:\+?[0-9-]+)"
    r"(?:/[A-Za-z0-9/._~-]*)?(?:#[A-Za-z0-9_-]*)?"
)
"""Addresses that lead outside, in which there is nothing to percent-encode."""


class Parser(MarkdownIt):
    """markdown-it with our view of addresses."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- the library's name
        """Percent-encode what leads outside; what stays inside is a path to a file and kept as written."""
        if PLAIN_ADDRESS.fullmatch(url) or leads(url) is not Leads.OUTSIDE:
            return url
        return super().normalizeLink(url)

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 -- the library's name
        """Accept every address: a dangerous one is refused later, with a finding instead of silence."""
        return True


def parser_for(text: str) -> Parser:
    """The parser of this process for `text`, without the rules that would ask every line and match nowhere in it."""
    idle: list[str] = []
    if "    " not in text and "\t" not in text:
        idle.append("code")
    if "|" not in text:
        idle.append("table")
    if not _BELOW.search(text):
        idle += ("lheading", "deflist")
    return _parser(tuple(idle))


@lru_cache(maxsize=8)
def _parser(idle: tuple[str, ...]) -> Parser:
    md = Parser("commonmark", {"maxNesting": MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    add_containers(md)
    add_inline_rules(md)
    md.block = BlockParser(md.block)
    md.block.ruler.disable(idle)
    return md
