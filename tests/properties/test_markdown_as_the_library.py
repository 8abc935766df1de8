"""What is read in a quicker way than the library reads it becomes the library's very tokens, whatever is typed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from markdown_texts import TEXTS
from sitegen.render.markdown.containers import add_containers
from sitegen.render.markdown.inline_rules import add_inline_rules
from sitegen.render.markdown.parser import MAX_NESTING, PLAIN_ADDRESS, Parser, parser_for
from sitegen.render.markdown.targets import Leads, leads
from sitegen.render.markdown.usual_inlines import read_usual

INLINE = st.lists(
    st.sampled_from(
        [
            *("*", "**", "_", "__", "`", "``", "[", "]", "](", "(", ")", "![", "!", "\n", "  \n", " ", "a", "ö", "1"),
            *("*x*", "**y**", "_z_", "`c`", "[l](m.md)", '![p](q.png "r")', "[*k*](https://a.example/?b=ü)", "„", "“"),
            *(".", ",", "-", "–", "&", "&amp;", "~", "~~", "\\", "<", "{", "}", "\t", "\u00a0", "\u2028", "\x1c", "€"),
        ]
    ),
    max_size=14,
).map("".join)
LINES = st.lists(
    st.sampled_from(
        [
            *("- ", "* ", "+ ", "-", "*", "1. ", "2. ", "10) ", "1.", "> ", ">", "# ", "## x #", "---", "===", "***"),
            *("- a\n", "- b\n", "  - c\n", "1. d\n", "2. e\n", "   f\n", "* * *\n", "-\n", "- [ ] g\n", "- \n"),
            *("    ", "  ", "   ", " ", "\t", "\n", "\n\n", "a", "b\n", "c\n\n", ": ", "~ ", "x\n: y\n", "```"),
            *("| a | b |\n", "|---|:-:|\n", "| c |", "|", "<div>", "</div>\n", "<!--", "[r]: x", "[^n]: y\n"),
            *("~~~\n", "::: note\n", ":::\n"),
        ]
    ),
    max_size=16,
).map("".join)


def library() -> Parser:
    """Our parser with the library's own way of reading blocks."""
    md = Parser("commonmark", {"maxNesting": MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    add_containers(md)
    add_inline_rules(md)
    return md


LIBRARY = library()


def seen(tokens: list[Token] | None) -> list[dict[str, Any]] | None:
    """What anybody looks at of inline tokens: not how deep each stands, by which sign it came, nor texts of nothing."""
    if tokens is None:
        return None
    looked_at = ("type", "tag", "nesting", "attrs", "content", "meta")
    return [
        {name: getattr(token, name) for name in looked_at} | {"in": seen(token.children)}
        for token in tokens
        if token.type != "text" or token.content
    ]


def blocks(md: MarkdownIt, text: str) -> tuple[list[Any], dict[str, Any]]:
    tokens: list[Token] = []
    env: dict[str, Any] = {}
    md.block.parse(text, md, env, tokens)
    return [token.as_dict() for token in tokens], env


@given(INLINE)
@example("*a*, **b** und `c`: [d *e*](f.md)!  \ng")
def test_a_usual_inline_text_has_the_tokens_of_the_library(text: str) -> None:
    text = text.strip()
    usual = read_usual(text, LIBRARY.normalizeLink)
    if usual is not None:
        assert seen(usual) == seen(LIBRARY.inline.parse(text, LIBRARY, {}, []))


@pytest.mark.parametrize(
    "text",
    [
        *("Wort", "Hallo! Meyer & Söhne", "*a*", "(**b**),", "„_c_“.", "`d` und `e f`", "a\nb  \nc", "[x](y.md)"),
        *("![a](b.png)", '![](c.png "d")', "**[x](y.md)**", "[**x** `y`](z.md)".replace("`", ""), "*a\nb* - *c*"),
    ],
)
def test_what_is_usual_is_read_without_the_library(text: str) -> None:
    assert read_usual(text, str) is not None


@given(st.one_of(LINES, TEXTS))
@example("- a\n- b\n\n  c\n1. d\n   - e\n\n> f\ng\n")
def test_blocks_have_the_tokens_of_the_library(text: str) -> None:
    text = text.replace("\0", "").replace("\r", "")
    assert blocks(parser_for(text), text) == blocks(LIBRARY, text)


@given(st.from_regex(PLAIN_ADDRESS, fullmatch=True))
def test_a_plain_address_is_one_in_which_the_library_has_nothing_to_encode(address: str) -> None:
    assert MarkdownIt().normalizeLink(address) == address
    assert leads(address) is Leads.OUTSIDE
