"""The library's parser, for whatever is not usual: all of CommonMark, tables, footnotes, blocks and inlines of ours.

Imported with the first text that needs it. Instances serve all texts of a process; they hold no state of a text.
Typography and linkifying of the library stay off, as ours knows German. Never renders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, cast

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from sitegen.render.markdown.containers import add_containers
from sitegen.render.markdown.inline_rules import add_inline_rules
from sitegen.render.markdown.structure import MAX_NESTING
from sitegen.render.markdown.targets import Leads, leads
from sitegen.render.markdown.tokens import Token

_SIGNS: Final[dict[str, tuple[str, ...]]] = {
    "code": ("    ", "\t"),
    "container": (":::",),
    "fence": ("```", "~~~"),
    "blockquote": (">",),
    "html_block": ("<",),
    "heading": ("#",),
    "table": ("|",),
    "reference": ("]:",),
    "footnote_def": ("]:",),
}
"""Block rules, and what must occur in a text for them to match anywhere."""

_UNDERLINE: Final = re.compile(r"\n[ \t>]*(?:=+|-+)[ \t]*(?:\n|\Z)")


class Parser(MarkdownIt):
    """markdown-it with our view of addresses."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- the library's name
        """Percent-encode what leads outside; what stays inside is a path to a file and kept as written."""
        return super().normalizeLink(url) if leads(url) is Leads.OUTSIDE else url

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 -- the library's name
        """Accept every address: a dangerous one is refused later, with a finding instead of silence."""
        return True


def parse_blocks(text: str, env: dict[str, Any]) -> list[Token]:
    """The block tokens of a text; what it defines for its inline texts is put into `env`."""
    tokens: list[Any] = []
    md = parser_for(text)
    md.block.parse(text, md, env, tokens)
    return folded(tokens)


def folded(tokens: Iterable[Any]) -> list[Token]:
    """Block tokens of the library; those of each text, its element's beginning and its end become one."""
    done: list[Token] = []
    rest = iter(tokens)
    for token in rest:
        if token.type != "inline":
            done.append(token)
            continue
        opening = done.pop()
        next(rest)
        whole = Token(opening.type.removesuffix("_open"), opening.tag, 0, token.content, token.map, [])
        whole.attrs, whole.meta, whole.markup = opening.attrs, opening.meta, opening.markup
        whole.level, whole.hidden = opening.level, opening.hidden
        done.append(whole)
    return done


def parse_inline(text: str, env: dict[str, Any]) -> list[Token]:
    """The tokens of an inline text of a body whose blocks left `env`."""
    md = parser_for("")
    return cast("list[Token]", md.inline.parse(text, md, env, []))


def parser_for(text: str) -> Parser:
    """The parser of this process for `text`; rules that cannot match in it are not asked, which saves a third."""
    idle = [rule for rule, signs in _SIGNS.items() if not any(sign in text for sign in signs)]
    if not _UNDERLINE.search(text):
        idle.append("lheading")
    return _parser(tuple(idle))


@lru_cache(maxsize=64)
def _parser(idle: tuple[str, ...]) -> Parser:
    md = Parser("commonmark", {"maxNesting": MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    add_containers(md)
    add_inline_rules(md)
    md.block.ruler.disable(list(idle))
    return md
