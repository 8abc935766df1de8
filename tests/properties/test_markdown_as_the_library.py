"""What is read in a quicker way than the library reads it becomes the library's very tokens, whatever is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS

from markdown_texts import TEXTS
from sitegen.render.markdown.inlines import finish_inlines
from sitegen.render.markdown.options import MarkdownOptions
from sitegen.render.markdown.parser import folded, parse_inline, parser_for
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.straight import straight_html
from sitegen.render.markdown.targets import Leads, leads
from sitegen.render.markdown.tokens import Token
from sitegen.render.markdown.usual_blocks import BLANKS, read_usual_blocks
from sitegen.render.markdown.usual_inlines import PLAIN_ADDRESS, read_usual_inline
from sitegen.render.markdown.writer import write

TABLES = {"table", "thead", "tbody", "tr"}
"""Elements whose lines the library tells only in part, and nobody asks for."""

INLINE = st.lists(
    st.sampled_from(
        [
            *("*", "**", "_", "__", "`", "``", "[", "]", "](", "(", ")", "![", "!", "\n", "  \n", " ", "a", "ö", "1"),
            *("*x*", "**y**", "_z_", "`c`", "[l](m.md)", '![p](q.png "r")', "[*k*](https://a.example/?b=ü)", "„", "“"),
            *(
                ".",
                ",",
                "-",
                "–",
                "&",
                "&amp;",
                "~",
                "~~",
                "\\",
                "<",
                "{",
                "}",
                '{{ x "y" }}',
                "{{",
                "}}",
                "\t",
                "\u00a0",
                "\u2028",
                "\x1c",
                "€",
            ),
        ]
    ),
    max_size=14,
).map("".join)
USUAL = st.lists(
    st.sampled_from(
        [
            *(
                "*x*",
                "**y *z***",
                "**a *b* c**",
                '_d "e"_',
                "`f - g`",
                '`` "h" ``',
                "[i](j.md)",
                '[*k* "l"](../m.md#n)',
            ),
            *(
                "[o](https://p.example/q/)",
                "![r](s.png)",
                '"t',
                'u"',
                '"v"',
                "„w",
                "x“",
                "-",
                "--",
                "...",
                "z. B.",
                "10",
            ),
            *(
                "€",
                "\n",
                " \n",
                "&",
                ">",
                "(*y*)",
                "**z**,",
                "Wort",
                "größer",
                "beispiel.de/a--b",
                "'n",
                "[](a.md)",
                "*",
            ),
        ]
    ),
    max_size=9,
).map(" ".join)
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


BLOCKS = st.lists(
    st.sampled_from(
        [
            *("", "", "", "text", "Wort mehr  ", "- a", "- b", "  - d", "    - f", "  mehr", "1. x", "2. y", "   - q"),
            *("> zitat", "> - in", ">", "# H", "## I ##", "```", "``` sh", "---", "***", "**fett** x", "| a | b |"),
            *("|---|--:|", "| c | d |", "| e |", "`c` x", "[l](m)", "2024 war", "2. Mai", "  ```", "   ", "10. n"),
            *("\u00a0x", "x\u00a0", "- # h", "- - n", "-", "> > v", ">w", "_x_ y", "#tag", "1.", ": x", "    tief"),
            *("= =", "- ```", "* k", "a|b", "# h |", "- l |", "--", "|-"),
        ]
    ),
    max_size=9,
).map("\n".join)

EVERY = parser_for("    ```:::>#|<]:\n---\n")
"""The library with all of its rules and ours."""


def seen(tokens: Sequence[Any]) -> list[dict[str, Any]]:
    """What anybody looks at of tokens: not how deep each stands, where it ends, nor inline texts of nothing."""
    return [
        {
            **{name: getattr(token, name) for name in ("type", "tag", "nesting", "attrs", "content", "meta", "hidden")},
            "markup": token.markup if token.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else "",
            "info": token.info if token.type == "fence" else "",
            "line": token.map[0] if token.map and token.nesting >= 0 and token.tag not in TABLES else None,
            "in": seen(token.children or ()),
        }
        for token in tokens
        if token.type != "text" or token.content
    ]


@given(INLINE)
@example("*a*, **b** und `c`: [d *e*](f.md)!  \ng")
def test_a_usual_inline_text_has_the_tokens_of_the_library(text: str) -> None:
    text = text.strip()
    usual = read_usual_inline(text)
    if usual is not None:
        assert seen(usual) == seen(parse_inline(text, {}))


@given(st.one_of(LINES, BLOCKS, TEXTS))
@example("- a\n- b\n\n  c\n\n> d\n\n1. e\n   - f\n")
def test_usual_blocks_have_the_tokens_of_the_library(text: str) -> None:
    text = text.replace("\0", "").replace("\r", "")
    usual = read_usual_blocks(text)
    if usual is not None:
        tokens: list[Any] = []
        env: dict[str, Any] = {}
        EVERY.block.parse(text, EVERY, env, tokens)
        assert seen(usual) == seen(folded(tokens))
        assert not env


@given(st.one_of(USUAL, INLINE))
@example('*"a* b" [c](d.md) `e "f"`  \n[g - *h*](i.md) & ...')
def test_what_goes_straight_to_html_is_what_the_pieces_of_the_library_become(text: str) -> None:
    text = text.strip()
    source = f"> {text}"
    at_once, by_pieces = Sheet(source, MarkdownOptions()), Sheet(source, MarkdownOptions())
    html = straight_html(text, 0, at_once)
    if html is not None:
        paragraph = Token("paragraph", "p", 0, text, [0, 1], parse_inline(text, {}))
        finish_inlines([paragraph], by_pieces, None)
        assert write([paragraph], by_pieces) == f"<p>{html}</p>\n"
        assert at_once.slots == by_pieces.slots
        assert not by_pieces.findings


@pytest.mark.parametrize(
    "text", ["Wort", "*a* „b“ - **c *d* e**", "`e` & [f](g.md)", "[*h*](https://i.example/)\nj  \nk"]
)
def test_a_usual_paragraph_goes_straight_to_html(text: str) -> None:
    assert straight_html(text, 0, Sheet(text, MarkdownOptions())) is not None


@pytest.mark.parametrize(
    "text", ["![a](b.png)", "[](c.md)", "[d](javascript:e)", "[f](g.md 'h')", "<b>", "{{ x }}", "[^1]"]
)
def test_more_than_usual_is_left_to_the_tokens_without_a_trace(text: str) -> None:
    sheet = Sheet(text, MarkdownOptions())
    assert straight_html(f"[a](b.md) {text}", 0, sheet) is None
    assert not sheet.slots


@pytest.mark.parametrize(
    "text",
    [
        *("Wort", "Hallo! Meyer & Söhne", "*a*", "(**b**),", "„_c_“.", "`d` und `e f`", "a\nb  \nc", "[x](y.md)"),
        *("![a](b.png)", '![](c.png "d")', "**[x](y.md)**", "[**x**](z.md)", "*a\nb* - *c*", "[a](https://b.example/)"),
        *('{{ kbd "a+b" }}', "[a {{ b }}](c)"),
    ],
)
def test_what_is_usual_in_a_line_is_read_without_the_library(text: str) -> None:
    assert read_usual_inline(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("a\nb\n\nc", "# a\n## b ##\nc", "- a\n- b\n  - c\n\n  d\n\ne", "2. a\n3. b", "a:\n- b", "> a\n>\n> - b"),
        *("| a | b |\n|---|:-:|\n| c |", "``` python\n- a\n\n    b\n```\nc", "a\n\n---\n\n*b* c\n[d](e)\n2024 f", ""),
    ],
)
def test_usual_blocks_are_read_without_the_library(text: str) -> None:
    assert read_usual_blocks(text) is not None


@given(st.from_regex(PLAIN_ADDRESS, fullmatch=True))
def test_a_plain_address_is_one_in_which_the_library_has_nothing_to_encode(address: str) -> None:
    assert MarkdownIt().normalizeLink(address) == address
    assert leads(address) is Leads.OUTSIDE


def test_the_ends_of_texts_are_bare_of_the_same_characters() -> None:
    assert set(BLANKS) == set(MD_TRIM_CHARS)
