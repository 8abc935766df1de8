"""From a finished page to what can be found on it, and from there to the small HTML that the indexer reads.

A record holds the words of a page and nothing else, so that its digest changes only when the words do: not with the
theme, not with the address of a picture. Pure; it judges nothing.
"""

from __future__ import annotations

import html
import re
from typing import Final

import msgspec

from sitegen.features.search.folding import fold
from sitegen.text.patterns import later

IGNORED: Final = (
    "nav, aside, footer, form, dialog, script, style, template, noscript, svg, img, video, audio, "
    ".visually-hidden, .meta, .credit, .related, .neighbours, .contents, [hidden], [data-pagefind-ignore]"
)
"""What stands on a page without being about its subject."""
_INLINE: Final = later(
    r"a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
_HEADINGS: Final = frozenset(("h2", "h3", "h4"))
_TAG: Final = later(r"<(/?)([a-z][a-z0-9-]*)(?:\"[^\"]*\"|[^\">])*>|<!--.*?-->", re.DOTALL)
"""In HTML as the parser writes it: small letters, double quotes."""
_HEADING_MARK: Final = "\x00"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One block of text, with single spaces."""

    text: str
    heading: bool = False


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What can be found on one page."""

    title: str
    lines: tuple[Line, ...] = ()


def record_of(page: str) -> Record:
    """Read a finished page: the words in its `<main>`. A page without one has nothing to find."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    title = tree.css_first("main h1")
    main = tree.css_first("main")
    if main is None or title is None:
        return Record(title="")
    heading = single_spaced(title.text())
    title.decompose()
    for node in main.css(IGNORED):
        node.decompose()
    return Record(title=heading, lines=lines_of(main.html or ""))


def page_to_index(page: str) -> str:
    """What the indexer reads for a finished page; empty where there is nothing to find."""
    record = record_of(page)
    return indexed_page(record) if record.title else ""


def lines_of(markup: str) -> tuple[Line, ...]:
    """The blocks of text in `markup`, which comes from the parser's own writer."""
    text = html.unescape(_TAG().sub(broken, markup.replace("\n", " ")))
    lines = (line for line in text.split("\n") if single_spaced(line.removeprefix(_HEADING_MARK)))
    return tuple(
        Line(text=single_spaced(line.removeprefix(_HEADING_MARK)), heading=line.startswith(_HEADING_MARK))
        for line in lines
    )


def broken(tag: re.Match[str]) -> str:
    """What a tag is to a reader of words: nothing within a line, else the end of one."""
    end, name = tag[1], tag[2]
    if name is None or _INLINE().fullmatch(name):
        return ""
    return f"\n{_HEADING_MARK}" if name in _HEADINGS and not end else "\n"


def single_spaced(text: str) -> str:
    """`text` without soft hyphens and with one plain space wherever it has any kind of space."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())


def indexed_page(record: Record) -> str:
    """The page that the indexer reads: folded words to be found, and beside them the words to be shown.

    Both have the same words in the same order, so a place in the one is a place in the other.
    """
    shown = " ".join((record.title, *(line.text for line in record.lines)))
    blocks = "\n".join(
        f"<h2>{folded(line.text)}</h2>" if line.heading else f"<p>{folded(line.text)}</p>" for line in record.lines
    )
    return (
        '<!doctype html>\n<html lang="de">\n<meta charset="utf-8">\n'
        f'<body data-pagefind-body data-pagefind-meta="title[data-title], text[data-text]" '
        f'data-title="{html.escape(record.title)}" data-text="{html.escape(shown)}">\n'
        f"<h1>{folded(record.title)}</h1>\n{blocks}\n</body>\n</html>\n"
    )


def folded(text: str) -> str:
    """`text` as it is searched, escaped."""
    return html.escape(fold(text))
