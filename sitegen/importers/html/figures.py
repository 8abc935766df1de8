"""Figures: what is shown together with its caption, galleries, and files to take along.

A picture with words below it is a picture with a title, as our Markdown has it; what a title cannot say stays
`<figure>` around Markdown. Never judges whether a picture is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sitegen.importers.html.inline_elements import link_target
from sitegen.importers.html.nodes import Node
from sitegen.importers.html.reader import BOUNDARY, Handler, Marks, Piece, Reader
from sitegen.importers.html.runs import plain
from sitegen.importers.html.tree import Block, Markup, Paragraph, Run, Runs

_CAPTIONS: Final = frozenset({"wp-caption-text", "gallery-caption", "wp-caption-dd"})
_FRAMES: Final = frozenset({"wp-caption", "gallery-item"})
"""The frames that WordPress put around a picture before there was `<figure>`."""
_GALLERIES: Final = frozenset({"wp-block-gallery", "blocks-gallery-grid", "gallery", "tiled-gallery"})
_FIGURE: Final = "<figure>"
_GALLERY: Final = '<figure class="gallery">'
_FILE: Final = "wp-block-file"
_ONLY_LOOKS: Final = frozenset({"strong", "em", "span"})
"""Marks that a caption loses as a title, and still says the same."""


def read_figure(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """What is shown, and the caption: of a single picture as its title, else within `<figure>`."""
    captions = [each for each in node.elements("figcaption", "p", "dd", "div") if _is_caption(each, node)]
    with reader.without(captions):
        blocks = reader.blocks(_without_lists(node) if _is_gallery(node) else node.children, marks)
    said = words_of(captions, marks, reader)
    is_twice = bool(said) and any(each not in captions for each in node.elements("figcaption"))
    picture, title = _single_picture(blocks), _as_title(said)
    yield BOUNDARY
    if picture is not None and title is not None and not is_twice:
        yield Paragraph(runs=(picture._replace(title=title or picture.title),))
    else:
        yield from _figure(blocks, said, is_gallery=_is_gallery(node))
    yield BOUNDARY


def words_of(captions: Iterable[Node], marks: Marks, reader: Reader) -> list[Block]:
    """What captions say, in paragraphs."""
    pieces = (reader.pieces(caption.children, marks) for caption in captions)
    return [block for each in pieces for block in reader.gathered(each, is_bare=False)]


def captioned(blocks: Sequence[Block], said: Sequence[Block], *, before: str = _FIGURE) -> Block:
    """A figure that shows `blocks` and says `said` below them."""
    caption = [Markup(before="<figcaption>", blocks=said, behind="</figcaption>")] if said else []
    return Markup(before=before, blocks=[*blocks, *caption], behind="</figure>")


def _figure(blocks: Sequence[Block], said: Sequence[Block], *, is_gallery: bool) -> Iterable[Block]:
    """What a figure comes to that is more than a picture; without words it only frames what it shows."""
    shown = [_is_shown(block) for block in blocks]
    if is_gallery:  # words stand where a picture is missing
        shows_several = any(shown) and all(isinstance(block, Paragraph | Markup) for block in blocks)
    else:
        shows_several = len(blocks) > 1 and all(shown)
    if shows_several:
        return [captioned(blocks, said, before=_GALLERY)]
    return [captioned(blocks, said)] if blocks and said else [*blocks, *said]


def _is_shown(block: Block) -> bool:
    """Whether a block is a picture, with its caption or without."""
    if isinstance(block, Markup):
        return block.before == _FIGURE and _single_picture(block.blocks[:1]) is not None
    return _single_picture([block]) is not None


def _single_picture(blocks: Sequence[Block]) -> Run | None:
    """The picture that is all of `blocks`."""
    runs: Runs = blocks[0].runs if len(blocks) == 1 and isinstance(blocks[0], Paragraph) else ()
    return runs[0] if len(runs) == 1 and runs[0].kind == "picture" else None


def _as_title(said: Sequence[Block]) -> str | None:
    """The words of a caption; None if it says more than a title can: links, formulas, lists."""
    words: list[str] = []
    for block in said:
        if not isinstance(block, Paragraph) or not all(map(_is_plain, block.runs)):
            return None
        words.append(plain(block.runs))
    return " ".join(words)


def _is_plain(run: Run) -> bool:
    return run.kind in {"text", "break"} and all(mark.kind in _ONLY_LOOKS for mark in run.marks)


def _is_caption(node: Node, figure: Node) -> bool:
    """Whether `node` is the caption of `figure` itself, not of one within it."""
    if node.tag != "figcaption" and not node.classes & _CAPTIONS:
        return False
    around = node.parent
    while around is not None and around is not figure:
        if around.tag == "figure" or around.classes & _FRAMES:
            return False
        around = around.parent
    return True


def _is_gallery(node: Node) -> bool:
    return bool(node.classes & _GALLERIES)


def _without_lists(node: Node) -> list[Node]:
    """What is in a gallery; older ones are lists of pictures."""
    found: list[Node] = []
    for child in node.children:
        found += _without_lists(child) if child.tag in {"ul", "li"} or _is_gallery(child) else [child]
    return found


def _file(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """A file and the button beside it that leads to the same: a block of ours."""
    links = [link for link in node.elements("a") if link.get("href").strip()]
    target = link_target(links[0].get("href").strip(), links[0], reader) if links else ""
    words = links[0].words() if links else ""
    is_one = len({link.get("href") for link in links}) == 1 and not any(True for _ in node.elements("img"))
    yield BOUNDARY
    if target and is_one and not set(target + words) & set('"“”{}\r\n'):
        title = f' title="{words}"' if words else ""
        yield Markup(before=f'::: file "{target}"{title}', behind=":::")
    else:
        with reader.without([*links[1:], *node.elements("object")] if is_one else ()):
            yield from reader.pieces(node.children, marks)
    yield BOUNDARY


def figure_elements(boxes: Mapping[str, Handler]) -> Mapping[str, Handler]:
    """The elements that can be figures; `boxes` read them where they are none."""
    return {"figure": read_figure, **{tag: _perhaps_figure(box) for tag, box in boxes.items()}}


def _perhaps_figure(box: Handler) -> Handler:
    def read(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
        if _FILE in node.classes:
            return _file(node, marks, reader)
        return read_figure(node, marks, reader) if node.classes & (_FRAMES | _GALLERIES) else box(node, marks, reader)

    return read
