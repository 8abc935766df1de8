"""HTML compared as trees: blocks within blocks, and each letter with the marks upon it.

What is the typographer's (quotation marks, dashes, spaces that do not break) and what only looks counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import cast
from urllib.parse import quote

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
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "tr", "td", "th"),
        *("dl", "dt", "dd", "figure", "figcaption", "details", "summary", "caption"),
    }
)
BOXES = frozenset(
    {
        *("p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "address", "center"),
        *("fieldset", "legend", "form", "thead", "tbody", "tfoot"),
    }
)
"""Elements that only end the lines before and behind them; a paragraph is one or more lines between two blocks."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
UNSEEN = frozenset({"script", "style", "template", "head", "title"})
FOLDED = str.maketrans({**dict.fromkeys("„“”‚‘’«»‹›'`´", '"'), "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})
END: Tree = ()
"""Where a line ends."""


class Element:
    """An element, or text, which has the tag `-text`; to be changed as a test wants it."""

    def __init__(self, tag: str, *children: Element, text: str = "", **attributes: str) -> None:
        self.tag, self.text, self.attributes, self.children = tag, text, attributes, list(children)

    def get(self, name: str) -> str:
        """An attribute; empty for none."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> set[str]:
        """The names of its classes."""
        return set(self.get("class").split())

    def walk(self) -> Iterator[Element]:
        """All elements below it; those that are put into one later, too."""
        for child in self.children:
            yield child
            yield from child.walk()

    def elements(self, *tags: str) -> list[Element]:
        """Those below it with one of these tags."""
        return [each for each in self.walk() if each.tag in tags]

    def words(self) -> str:
        """All its text on one line."""
        return " ".join("".join(each.text for each in (self, *self.walk())).split())

    def replace(self, child: Element, *others: Element) -> None:
        """Put `others` where `child` is."""
        at = self.children.index(child)
        self.children[at : at + 1] = others


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
        words = " ".join(filter(None, (slot.html, escape(slot.credit))))
        return f"<figcaption>{words}</figcaption>" if words else ""
    return ""


def parsed(html: str) -> Element:
    """The body of `html`."""
    body = LexborHTMLParser(html).body
    return _element(body) if body else Element("body")


def _element(node: LexborNode) -> Element:
    made = Element(node.tag or "")
    made.attributes = {name: value or "" for name, value in node.attributes.items()}
    made.text = (node.text_content or "") if node.tag == "-text" else ""
    child = node.child
    while child is not None:
        made.children.append(_element(child))
        child = child.next
    return made


def tree(html: str | Element) -> list[Tree]:
    """The blocks of `html`, and between them its lines of letters and pictures."""
    return _blocks(parsed(html) if isinstance(html, str) else html)


def _blocks(node: Element) -> list[Tree]:
    done: list[Tree] = []
    letters: list[tuple[str, frozenset[str]]] = []
    for piece in _pieces(node, frozenset()):
        if len(piece) == 2 and isinstance(piece[1], frozenset):  # a letter
            letters.append((str(piece[0]), piece[1]))
            continue
        done += _line(letters)
        letters = []
        done += [piece] if piece else []
    return done + _line(letters)


def _pieces(node: Element, marks: frozenset[str]) -> Iterator[Tree]:
    for child in node.children:
        tag = SAME.get(child.tag, child.tag)
        if tag == "-text":
            yield from ((sign, marks) for sign in folded(child.text))
        elif tag in SINGLE:
            yield SINGLE[tag](child), marks
        elif tag == "pre":
            yield "pre", "".join("\n" if each.tag == "br" else each.text for each in child.walk()).strip("\n")
        elif tag in BLOCKS:
            yield from _block(child, tag, marks)
        elif tag in AROUND:
            around: Tree = (AROUND[tag], marks) if AROUND[tag] else END
            yield around
            yield from _pieces(child, marks)
            yield around
        elif tag not in UNSEEN:
            is_link = tag == "a" and "href" in child.attributes
            more = {tag} if tag in MARKS else {f"a {_address(child.get('href'))}"} if is_link else set()
            yield from _pieces(child, marks | more)


def _address(href: str) -> str:
    """As a browser writes it: signs that are none of an address's, in per cent (URL standard, 1.3)."""
    ascii_host = re.sub(r"(?<=//)[^/?#]+", lambda found: found[0].encode("idna").decode(), href.strip())
    return quote(ascii_host, safe="!#$%&'()*+,-./:;=?@_~")


def _picture(node: Element) -> str:
    return f"img {node.get('src')} {' '.join(folded(node.get('alt')).split())}"


def _player(node: Element) -> str:
    return f"{node.tag} {node.get('src')}"


SINGLE = {"br": lambda _: "\n", "img": _picture, **dict.fromkeys(("audio", "video", "iframe"), _player)}
AROUND = {"q": '"', **dict.fromkeys(BOXES, "")}
"""What is put before and behind some elements; for a box, the end of a line."""


def _block(node: Element, tag: str, marks: frozenset[str]) -> Iterator[Tree]:
    """A figure without a caption only frames what it shows, unless it is a gallery."""
    inner = tuple(_blocks(node))
    if tag == "figure" and "gallery" in node.classes:
        tag = "gallery"
    elif tag == "figure" and not any(each[0] == "figcaption" for each in inner):
        yield END
        yield from _pieces(node, marks)
        yield END
        return
    if tag in {"td", "th"}:
        inner = _joined(inner, "\n")
    elif tag in HEADINGS:
        inner = _joined(inner, " ")
    if inner or tag in {"hr", "td", "th"}:
        tag = "td" if tag == "th" and not inner else tag  # a heading that says nothing is none
        yield tag, node.get("start"), inner


def _joined(inner: tuple[Tree, ...], between: str) -> tuple[Tree, ...]:
    """A heading has no lines, and the paragraphs of a cell are lines."""
    if not inner or not all(name == "" for name, *_ in inner):
        return inner
    done: list[tuple[str, frozenset[str]]] = []
    for _, letters in cast("tuple[tuple[str, Letters], ...]", inner):
        done += [(between, frozenset())] if done else []
        done += [(between, frozenset()) if sign == "\n" else (sign, marks) for sign, marks in letters]
    return (("", tuple(done)),)


def _line(letters: list[tuple[str, frozenset[str]]]) -> list[Tree]:
    """White space as it is shown, and an empty line as the end of a paragraph; marks on spaces count for nothing."""
    lines: list[list[tuple[str, frozenset[str]]]] = [[]]
    for sign, marks in letters:
        done = lines[-1]
        if sign != "\n" and sign.isspace():
            if done and not done[-1][0].isspace():
                done.append((" ", frozenset()))
        elif sign == "\n":
            while done and done[-1][0] == " ":
                done.pop()
            if done and done[-1][0] == "\n":
                lines.append([])
            else:
                done += [("\n", frozenset())] if done else []
        else:
            if sign == "©" and done and done[-1][0] == " ":  # a credit stands apart from its caption
                done.pop()
            done.append((sign, marks))
    for done in lines:
        while done and done[-1][0].isspace():
            done.pop()
    return [("", tuple(done)) for done in lines if done]


def folded(text: str) -> str:
    """`text` without what the typographer decides."""
    apart = re.sub(r"(?<=\b[^\W\d]\.)\s+(?=[^\W\d]\.)", "", text)  # „i. e.“
    plain = re.sub("[\u00ad\u200b\ufeff]", "", apart).translate(FOLDED).replace("…", "...")
    return re.sub(r"-{2,3}", "-", re.sub(r"\s", " ", plain))
