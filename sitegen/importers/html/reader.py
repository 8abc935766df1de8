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
        self.notes: Final[list[Note]] = []
        self.footnotes: Final = Footnotes(root)
        self.anchors: Final = Anchors(root, self.footnotes)
        self.abbreviations: Final[dict[str, str]] = {}
        self.shift: Final = int(any(root.elements("h1")))
        """By how much headings move down: the title of a page is its only one of level 1."""
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
        note = Note(kind=kind, excerpt=excerpt(about))
        if note not in self.notes:
            self.notes.append(note)

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
        return list(self.gathered(self.pieces(nodes, marks)))

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
        paragraphs = tidied(runs)
        for number, paragraph in enumerate(paragraphs):
            before, words, behind = _pictures_apart(paragraph)
            yield from (Paragraph(runs=(picture,)) for picture in before)
            if words:
                line = self._embedded(words)
                only = is_bare and len(paragraphs) == 1
                yield line or Paragraph(runs=words, is_bare=only, anchor="" if number else self.anchors.take())
            yield from (Paragraph(runs=(picture,)) for picture in behind)

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


def _pictures_apart(runs: Runs) -> tuple[list[Run], Runs, list[Run]]:
    """Pictures that stand for themselves: all if there are no words, else those made to stand at the sides."""
    pictures = [run for run in runs if run.kind == "picture"]
    if pictures and all(run.kind in {"picture", "break"} or not run.text.strip() for run in runs):
        return pictures, (), []
    start, end = 0, len(runs)
    before: list[Run] = []
    behind: list[Run] = []
    while start < end and _stands_apart(runs[start], before):
        before += [runs[start]] if runs[start].kind == "picture" else []
        start += 1
    while end > start and _stands_apart(runs[end - 1], behind):
        behind[:0] = [runs[end - 1]] if runs[end - 1].kind == "picture" else []
        end -= 1
    words = runs[start:end]
    tidy = tidied(words)
    return before, tidy[0] if tidy else (), behind


def _stands_apart(run: Run, others: Sequence[Run]) -> bool:
    is_gap = run.kind == "break" or (run.kind == "text" and not run.text.strip())
    return (run.kind == "picture" and run.is_block) or (is_gap and bool(others))
