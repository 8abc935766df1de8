"""The walk through a text: nodes become runs and blocks, each element by the function that knows it.

Which function that is stands in `elements`; what an unknown element holds is read as if it were not there. Never writes
Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, Protocol

from sitegen.importers.html.anchors import Anchors
from sitegen.importers.html.footnotes import Footnotes
from sitegen.importers.html.lists import with_pasted_lists
from sitegen.importers.html.nodes import TEXT, Node
from sitegen.importers.html.notes import Note, Rewriter, excerpt
from sitegen.importers.html.runs import plain, tidied
from sitegen.importers.html.tree import Block, Footnote, Mark, MarkKind, Paragraph, Run, Runs, Verbatim

BOUNDARY: Final = Paragraph(runs=())
"""Where one paragraph ends and another begins."""

_WEB_ADDRESS: Final = re.compile(r"https?://\S+")

Piece = Run | Block
Marks = tuple[Mark, ...]


class Handler(Protocol):
    """Reads one kind of element."""

    def __call__(self, node: Node, marks: Marks, reader: Reader, /) -> Iterable[Piece]:
        """The runs and blocks of `node`, below `marks`."""
        ...


class Reader:
    """Reads one text. What it could not carry over stands in `notes` when it is done."""

    def __init__(self, root: Node, *, rewrite: Rewriter, handlers: Mapping[str, Handler]) -> None:
        self.rewrite: Final = rewrite
        self.notes: Final[dict[Note, None]] = {}
        self.footnotes: Final = Footnotes(root)
        self.anchors: Final = Anchors(root, self.footnotes)
        self.abbreviations: Final[dict[str, str]] = {}
        self.shift: Final = _shift(root)
        """By how much headings move down."""
        self._root = root
        self._handlers = handlers
        self._marks = 0
        self._left_out: set[int] = set()

    def text(self) -> list[Block]:
        """All of the text, footnotes at its end."""
        blocks = self.blocks(self._root.children)
        for label, node in self.footnotes.texts():
            self.footnotes.is_open = True
            blocks.append(Footnote(label=label, blocks=self.blocks(node.children)))
            self.footnotes.is_open = False
        return blocks

    def note(self, kind: str, about: str = "") -> None:
        """Remember what could not be carried over, once."""
        self.notes.setdefault(Note(kind=kind, excerpt=excerpt(about)))

    def mark(self, kind: MarkKind, data: str = "", title: str = "") -> Mark:
        """A mark like no other."""
        self._marks += 1
        return Mark(kind, self._marks, data, title)

    @contextmanager
    def without(self, nodes: Iterable[Node]) -> Iterator[None]:
        """Leave `nodes` out of what is read meanwhile."""
        before = self._left_out
        self._left_out = before | {id(node) for node in nodes}
        yield
        self._left_out = before

    def pieces(self, nodes: Iterable[Node], marks: Marks = ()) -> Iterator[Piece]:
        """The runs and blocks of `nodes` in order."""
        for node in nodes:
            if node.tag == TEXT:
                yield Run("text", node.text, marks)
                continue
            if self.footnotes.is_text(node) or id(node) in self._left_out:
                continue
            self.anchors.meet(node)
            if handler := self._handlers.get(node.tag):
                yield from handler(node, marks, self)
            else:
                yield from self.pieces(node.children, marks)

    def blocks(self, nodes: Iterable[Node], marks: Marks = ()) -> list[Block]:
        """`nodes` as blocks; letters that are in no paragraph make one that is bare."""
        return with_pasted_lists(list(self.gathered(self.pieces(nodes, marks))))

    def gathered(self, pieces: Iterable[Piece], *, is_bare: bool = True) -> Iterator[Block]:
        """Blocks from `pieces`: what is between two blocks is a paragraph."""
        runs: list[Run] = []
        for piece in pieces:
            if isinstance(piece, Run):
                runs.append(piece)
                continue
            yield from self._paragraphs(runs, is_bare=is_bare)
            runs = []
            if piece is not BOUNDARY:
                yield piece
        yield from self._paragraphs(runs, is_bare=is_bare)

    def runs(self, nodes: Iterable[Node], marks: Marks = ()) -> Runs | None:
        """`nodes` as one line of runs with breaks; None if they hold blocks."""
        pieces = list(self.pieces(nodes, marks))
        if any(not isinstance(piece, Run) for piece in pieces):
            return None
        paragraphs = tidied(piece for piece in pieces if isinstance(piece, Run))
        joined = [run for paragraph in paragraphs for run in (*paragraph, Run("break"))]
        return tuple(joined[:-1])

    def _paragraphs(self, runs: Sequence[Run], *, is_bare: bool) -> Iterator[Block]:
        paragraphs = [part for paragraph in tidied(runs) for part in _pictures_apart(paragraph)]
        for number, paragraph in enumerate(paragraphs):
            only = is_bare and len(paragraphs) == 1 and not _is_picture(paragraph)
            anchor = "" if number else self.anchors.take()
            yield self._embedded(paragraph) or Paragraph(runs=paragraph, is_bare=only, anchor=anchor)

    def _embedded(self, runs: Runs) -> Block | None:
        """What the caller puts for a paragraph that is nothing but an address."""
        words = plain(runs)
        is_verbatim = all(run.kind == "verbatim" for run in runs)
        if is_verbatim:
            return Verbatim(markdown=words) if len(runs) == 1 else None
        if not _WEB_ADDRESS.fullmatch(words) or any(run.kind != "text" for run in runs):
            return None
        line = self.rewrite.embed(words)
        return Verbatim(markdown=line) if line else None


def _shift(root: Node) -> int:
    """One level, if there is a heading of level 1, which only the title of a page has, and room for the deepest."""
    levels = {node.tag for node in root.elements("h1", "h6")}
    return int(levels == {"h1"})


def _pictures_apart(runs: Runs) -> Iterator[Runs]:
    """Pictures that stand on lines of their own, or were made to stand beside the words, apart from those."""
    words: list[Run] = []
    for line in _lines(runs):
        if all(run.kind in {"picture", "break"} or not run.text.strip() for run in line):
            yield from _sides_apart(words)
            yield from ((run,) for run in line if run.kind == "picture")
            words = []
        else:
            words += line
    yield from _sides_apart(words)


def _lines(runs: Runs) -> Iterator[list[Run]]:
    """Each line with the break before it."""
    line: list[Run] = []
    for run in runs:
        if run.kind == "break" and line:
            yield line
            line = []
        line.append(run)
    yield line


def _sides_apart(runs: Sequence[Run]) -> Iterator[Runs]:
    """The pictures at both ends of a paragraph that were made to stand beside it, and the rest."""
    start, end = 0, len(runs)
    while start < end and _stands_aside(runs[start]):
        start += 1
    while end > start and _stands_aside(runs[end - 1]):
        end -= 1
    yield from ((run,) for run in runs[:start] if run.kind == "picture")
    yield from tidied(runs[start:end])
    yield from ((run,) for run in runs[end:] if run.kind == "picture")


def _stands_aside(run: Run) -> bool:
    return (run.kind == "picture" and run.is_block) or run.kind == "break" or (run.kind == "text" and run.text == " ")


def _is_picture(runs: Runs) -> bool:
    return len(runs) == 1 and runs[0].kind == "picture"
