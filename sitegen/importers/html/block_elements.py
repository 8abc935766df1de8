"""Elements that are blocks: paragraphs, headings, lists, quotes, code, terms, and boxes that only hold others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sitegen.importers.html.lists import with_pasted_lists, without_bullet
from sitegen.importers.html.nodes import TEXT, Node
from sitegen.importers.html.raw import raw_html
from sitegen.importers.html.reader import BOUNDARY, Handler, Marks, Piece, Reader
from sitegen.importers.html.runs import on_one_line, tidied
from sitegen.importers.html.tree import (
    Block,
    Code,
    Definition,
    Definitions,
    Entry,
    Heading,
    List,
    Markup,
    Paragraph,
    PastedEntry,
    Quote,
    Rule,
    Run,
    Runs,
)

_HIGHEST: Final = 2
_LANGUAGE: Final = re.compile(r"(?:^|\s)(?:language-|lang-|brush:\s*)([\w+#-]+)")
_WORD_LEVEL: Final = re.compile(r"mso-list\s*:\s*l\d+ level([1-9])", re.IGNORECASE)
_WORD_SIGN: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_ENTRY_NUMBER: Final = re.compile(r"\(?(?:\d+\.)*(\d{1,9}|[a-z]|[A-Z]|[ivxlIVXL]{2,6})[.)]")
_NUMBER: Final = re.compile(r"-?\d{1,9}")
_MOST: Final = 999_999_999
"""CommonMark reads numbers of nine digits (5.2)."""


def _paragraph(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    yield BOUNDARY
    level = _WORD_LEVEL.search(node.get("style"))
    for block in reader.gathered(reader.pieces(node.children, marks), is_bare=False):
        if level and isinstance(block, Paragraph):
            yield PastedEntry(runs=block.runs, level=int(level[1]), number=_word_number(node))
        else:
            yield block
    yield BOUNDARY


def _word_number(node: Node) -> int | None:
    """The number that Word wrote before a paragraph of a list; None for a bullet."""
    signs = next((each.words() for each in node.elements("span") if _WORD_SIGN.search(each.get("style"))), "")
    found = _ENTRY_NUMBER.fullmatch(signs)
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else 1


def _box(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    yield BOUNDARY
    yield from reader.pieces(node.children, marks)
    yield BOUNDARY


def _heading(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """Never of level 1, which is the title's; pictures within it stand before it."""
    level = max(int(node.tag[1]) + reader.shift, _HIGHEST)
    runs: list[Run] = []
    yield BOUNDARY
    for piece in reader.pieces(node.children, marks):
        if isinstance(piece, Paragraph):
            runs += [Run("break"), *piece.runs]
        elif not isinstance(piece, Run):
            yield piece
        elif piece.kind == "picture":
            yield Paragraph(runs=(piece,))
        else:
            runs.append(piece)
    words = _without_whole_emphasis([run for paragraph in tidied(runs) for run in (*paragraph, Run("break"))][:-1])
    if words:
        yield Heading(level=level, runs=on_one_line(words), anchor=reader.anchors.take())


def _without_whole_emphasis(runs: Sequence[Run]) -> Runs:
    """A heading that is bold as a whole only looks so."""
    first = runs[0].marks[:1] if runs else ()
    if first and first[0].kind == "strong" and all(run.marks[:1] == first for run in runs):
        return tuple(run._replace(marks=run.marks[1:]) for run in runs)
    return tuple(runs)


def _list(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """A list; one whose entries give numbers of their own goes on as a new list there."""
    yield BOUNDARY
    start = _number(node.get("start")) if node.tag == "ol" else None
    start = 1 if node.tag == "ol" and start is None else start
    if node.get("type") in {"a", "A", "i", "I"} or "reversed" in node.attributes:
        reader.note("list_numbers", node.words())
    entries: list[Entry] = []
    for child in node.children:
        value = _number(child.get("value")) if start is not None and child.tag == "li" else None
        if start is not None and value is not None and value != start + len(entries):
            yield from _list_of(entries, start)
            entries, start = [], value
        entry = _entry(child, marks, reader)
        if entry.blocks and child.tag in {"ul", "ol"} and entries:
            entries[-1] = Entry(blocks=[*entries[-1].blocks, *entry.blocks], is_done=entries[-1].is_done)
        elif entry.blocks:
            entries.append(entry)
    yield from _list_of(entries, start)
    yield BOUNDARY


def _list_of(entries: Sequence[Entry], start: int | None) -> Iterator[Piece]:
    if entries:
        yield List(entries=entries, start=start)


def _entry(node: Node, marks: Marks, reader: Reader) -> Entry:
    if node.tag != "li":
        return Entry(blocks=reader.blocks([node], marks))
    reader.anchors.meet(node)
    box = next((each for each in node.elements("input") if each.get("type").lower() == "checkbox"), None)
    read = list(reader.gathered(reader.pieces(node.children, marks)))
    blocks = _without_needless_paragraph(with_pasted_lists([*map(without_bullet, read[:1]), *read[1:]]))
    return Entry(blocks=blocks, is_done="checked" in box.attributes if box else None)


def _without_needless_paragraph(blocks: Sequence[Block]) -> Sequence[Block]:
    """An entry that is one paragraph, perhaps with lists below, needs none; Google Docs puts one into each."""
    first, *rest = blocks or [Rule()]
    if isinstance(first, Paragraph) and all(isinstance(block, List) for block in rest):
        return [Paragraph(runs=first.runs, is_bare=True, anchor=first.anchor), *rest]
    return blocks


def _number(typed: str) -> int | None:
    return max(0, min(int(typed), _MOST)) if _NUMBER.fullmatch(typed.strip()) else None


def _quote(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """What is in it is in paragraphs, as Markdown has it."""
    blocks = [_with_paragraph(block) for block in reader.blocks(node.children, marks)]
    yield BOUNDARY
    if blocks:
        yield Quote(blocks=blocks)
    yield BOUNDARY


def _with_paragraph(block: Block) -> Block:
    return Paragraph(runs=block.runs, anchor=block.anchor) if isinstance(block, Paragraph) else block


def _preformatted(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """Code keeps its signs and lines; a verse, and what holds links or pictures, keeps its lines."""
    yield BOUNDARY
    if "wp-block-verse" in node.classes or any(node.elements("a", "img", "iframe")):
        yield from reader.gathered(_lines_apart(reader.pieces(node.children, marks)), is_bare=False)
    else:
        text = node.text_within().replace("\u00a0", " ").strip("\n")
        if text.strip():
            yield Code(text=text, language=_language(node))
    yield BOUNDARY


def _lines_apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if not isinstance(piece, Run) or piece.kind != "text":
            yield piece
            continue
        for index, line in enumerate(piece.text.split("\n")):
            if index:
                yield Run("break", "", piece.marks)
            yield piece._replace(text=line)


def _language(node: Node) -> str:
    """The language of code as far as its classes name one that can be highlighted."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    for each in (node, *node.elements("code")):
        if found := _LANGUAGE.search(each.get("class")):
            try:
                get_lexer_by_name(found[1])
            except ClassNotFound:
                return ""
            return found[1].lower()
    return ""


def _rule(_node: Node, _marks: Marks, _reader: Reader) -> Iterable[Piece]:
    return [Rule()]


def _terms(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """Terms with what is said of them; with its tags where several terms share one text."""
    parts = [part for child in node.children for part in (child.children if child.tag == "div" else [child])]
    parts = [part for part in parts if part.tag in {"dt", "dd"} and part.words()]
    tags = "".join(part.tag[1] for part in parts)
    yield BOUNDARY
    if not re.fullmatch(r"(?:td+)+", tags):
        if any(True for _ in node.elements("img")) or not tags:
            yield from reader.pieces(node.children, marks)
        else:
            yield Markup(before=raw_html(node, reader))
        yield BOUNDARY
        return
    entries: list[Definition] = []
    for part in parts:
        if part.tag == "dt":
            runs = reader.runs(part.children, marks)
            term = runs if runs is not None else tuple(tidied([Run("text", part.words())])[0])
            entries.append(Definition(term=term, texts=()))
        else:
            texts = [*entries[-1].texts, reader.blocks(part.children, marks)]
            entries[-1] = Definition(term=entries[-1].term, texts=texts)
    yield Definitions(entries=entries)
    yield BOUNDARY


def _folded(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """Text behind a line to click: Markdown has no sign for it."""
    from html import escape

    summary = next((child for child in node.children if child.tag == "summary"), None)
    rest = [child for child in node.children if child is not summary]
    title = escape(summary.words(), quote=False).replace("{{", "{&#123;") if summary else ""
    yield BOUNDARY
    blocks = [_with_paragraph(block) for block in reader.blocks(rest, marks)]
    head = f"<details>\n<summary>{title}</summary>" if title else "<details>"
    yield Markup(before=head, blocks=blocks, behind="</details>")
    yield BOUNDARY


def _verbatim(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
    """Markdown that the caller wrote, if it is the caller's and not somebody else's."""
    from sitegen.importers.html.verbatim import is_own

    if not is_own(node):
        return reader.pieces(node.children, marks)
    return [Run("verbatim", "".join(child.text for child in node.children if child.tag == TEXT), marks)]


_BOXES: Final = (
    *(
        "div",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "main",
        "nav",
        "address",
        "center",
        "fieldset",
        "hgroup",
    ),
    *("legend", "figcaption", "summary", "dialog", "search", "li", "dt", "dd", "caption", "tr", "td", "th", "body"),
    *("menu", "dir"),
)

BLOCKS: Final[Mapping[str, Handler]] = {
    **dict.fromkeys(_BOXES, _box),
    "p": _paragraph,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "blockquote": _quote,
    **dict.fromkeys(("pre", "listing", "xmp"), _preformatted),
    "hr": _rule,
    "dl": _terms,
    "details": _folded,
    "sitegen-markdown": _verbatim,
}
