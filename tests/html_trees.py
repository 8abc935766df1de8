"""HTML compared as trees: blocks within blocks, and each letter with the marks upon it.

What is the typographer's (quotation marks, dashes, spaces that do not break) and what only looks counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.model.body import Body, CaptionSlot, LinkSlot, PictureSlot
from sitegen.render.markdown import MarkdownOptions, render_body
from sitegen.render.markdown.fill import fill

Letters = tuple[tuple[str, frozenset[str]], ...]
Tree = tuple[object, ...]

WORDS = [
    *("Wort", "Büro", "Freund*innen", "snake_case_name", "1.", "2024.", "3)", "#", "##", "*", "**", "_", "__", "~~"),
    *("`", "``", "[x]", "[ ]", "[a](b)", "[a]{.b}", "[^1]", "(c)", "!", "![", "]", "[", "{", "}", "{{ x }}", "{#a}"),
    *(
        "<b>",
        "</p>",
        "<!-- x -->",
        "&amp;",
        "&copy;",
        "&",
        "|",
        "\\",
        "\\*",
        "-",
        "+",
        ">",
        ":::",
        ":",
        "~",
        "=",
        "===",
    ),
    *(
        "***",
        "a*b",
        "*a*",
        "_a_",
        "~~a~~",
        "`a`",
        "http://a.example/b_c_d*e",
        "*[VA]:",
        "[a]:",
        "Ja!",
        "„Ja“",
        "€",
        "😀",
    ),
]
"""What means something in Markdown, in our dialect or in HTML, and words beside it."""

SAME = {"b": "strong", "i": "em", "s": "del", "strike": "del", "acronym": "abbr", "tt": "code", "samp": "code"}
MARKS = frozenset({"strong", "em", "del", "code", "sub", "sup", "cite", "ins", "mark", "kbd", "small", "dfn", "var"})
BLOCKS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "tr", "td"),
        *("th", "dl", "dt", "dd", "figure", "figcaption", "section", "details", "summary", "caption"),
    }
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FOLDED = str.maketrans({**dict.fromkeys("„“”‚‘’«»‹›'`´", '"'), "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})


def rendered(markdown: str) -> str:
    """What our renderer makes of `markdown`, links and pictures as they were written."""
    body = render_body(markdown, MarkdownOptions())
    return fill(body.html, [_answer(body, index) for index in range(len(body.slots))])


def _answer(body: Body, index: int) -> str:
    slot = body.slots[index]
    if isinstance(slot, LinkSlot):
        return slot.target.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    if isinstance(slot, PictureSlot):
        alt = slot.alt.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        return f'<img src="{slot.src.replace("&", "&amp;")}" alt="{alt}">'
    if isinstance(slot, CaptionSlot):
        return f"<figcaption>{slot.html}{slot.credit}</figcaption>" if slot.html or slot.credit else ""
    return ""


def tree(html: str) -> list[Tree]:
    """The blocks of `html`; letters that are in no block of their own stand in one without a name."""
    body = LexborHTMLParser(html).body
    return _blocks(body) if body else []


def _blocks(node: LexborNode) -> list[Tree]:
    done: list[Tree] = []
    letters: list[tuple[str, frozenset[str]]] = []
    for piece in _pieces(node, frozenset()):
        if len(piece) == 2 and isinstance(piece[1], frozenset):  # a letter
            letters.append((str(piece[0]), piece[1]))
            continue
        done += _line(letters)
        letters = []
        done.append(piece)
    return done + _line(letters)


def _pieces(node: LexborNode, marks: frozenset[str]) -> Iterator[Tree]:
    child = node.child
    while child is not None:
        tag = SAME.get(child.tag or "", child.tag or "")
        if tag == "-text":
            yield from ((sign, marks) for sign in folded(child.text_content or ""))
        elif tag == "br":
            yield "\n", marks
        elif tag == "img":
            alt = " ".join(folded(child.attributes.get("alt") or "").split())
            yield f"img {child.attributes.get('src')} {alt}", marks
        elif tag == "pre":
            yield "pre", (child.text() or "").strip("\n")
        elif tag in BLOCKS:
            inner = tuple(_blocks(child))
            if tag == "li" and inner and inner[0][0] == "p" and all(each[0] in {"ul", "ol"} for each in inner[1:]):
                inner = (*cast("tuple[Tree, ...]", inner[0][2]), *inner[1:])
            if inner or tag in {"hr", "td", "th"}:
                yield tag, str(child.attributes.get("start") or ""), _on_one_line(inner) if tag in HEADINGS else inner
        else:
            more = {tag} if tag in MARKS else {f"a {child.attributes.get('href')}"} if tag == "a" else set()
            yield from _pieces(child, marks | more)
        child = child.next


def _on_one_line(inner: tuple[Tree, ...]) -> tuple[Tree, ...]:
    """A heading has no lines."""
    (name, letters), *_ = inner
    assert isinstance(letters, tuple)
    return ((name, tuple((" ", marks) if sign == "\n" else (sign, marks) for sign, marks in letters)),)


def _line(letters: list[tuple[str, frozenset[str]]]) -> list[Tree]:
    """White space as it is shown; what marks lie upon a space counts for nothing."""
    done: list[tuple[str, frozenset[str]]] = []
    for sign, marks in letters:
        if sign != "\n" and sign.isspace():
            if done and not done[-1][0].isspace():
                done.append((" ", frozenset()))
        elif sign == "\n":
            while done and done[-1][0] == " ":
                done.pop()
            done += [("\n", frozenset())] if done else []
        else:
            done.append((sign, marks))
    while done and done[-1][0].isspace():
        done.pop()
    return [("", tuple(done))] if done else []


def folded(text: str) -> str:
    """`text` without what the typographer decides."""
    plain = re.sub("[\u00ad\u200b\ufeff]", "", text).translate(FOLDED).replace("…", "...")
    return re.sub(r"-{2,3}", "-", re.sub(r"\s", " ", plain))
