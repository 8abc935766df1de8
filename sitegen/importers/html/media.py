"""Pictures, figures, and what is shown by others: videos, maps, sounds, frames, forms, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sitegen.importers.html.inline_elements import link_target
from sitegen.importers.html.nodes import Node
from sitegen.importers.html.reader import BOUNDARY, Handler, Marks, Piece, Reader
from sitegen.importers.html.runs import plain
from sitegen.importers.html.tree import Block, Paragraph, Run, Verbatim

_SMILEYS: Final = frozenset({"wp-smiley", "emoji", "wp-emoji"})
_APART: Final = frozenset({"alignleft", "alignright", "aligncenter", "alignnone"})
_CAPTIONS: Final = frozenset({"wp-caption-text", "gallery-caption", "wp-caption-dd"})
_LATE: Final = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
"""Where plugins put the address of a picture that is to be loaded later."""


def _picture(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
    alt = " ".join(node.get("alt").split())
    if node.classes & _SMILEYS and alt:
        return [Run("text", alt, marks)]
    source = _source(node)
    if not source:
        return []
    if {node.get("width"), node.get("height")} <= {"0", "1"}:
        reader.note("tracker_dropped", source)
        return []
    address = reader.rewrite.picture(source)
    if not address:
        reader.note("picture_dropped", f"{alt} ({source})" if alt else source)
        return [Run("text", alt, marks)] if alt else []
    is_block = bool(node.classes & _APART) or any(name.startswith("size-") for name in node.classes)
    is_block = is_block or node.get("align").lower() in {"left", "right"}
    return [Run("picture", alt, marks, address=address, title=_caption_in(node), is_block=is_block)]


def _caption_in(node: Node) -> str:
    """A title is a caption, unless it says the same as the alternative text or the name of the file."""
    title = " ".join(node.get("title").split())
    name = _source(node).rpartition("/")[2].rpartition(".")[0]
    said = {node.get("alt").strip().lower(), name.lower(), name.replace("-", " ").replace("_", " ").lower()}
    return "" if title.lower() in said else title


def _source(node: Node) -> str:
    """The address of the picture; of one that is loaded later, the one that is loaded then."""
    given = node.get("src").strip()
    late = next((node.get(name).strip() for name in _LATE if node.get(name).strip()), "")
    if late and (not given or given.startswith("data:") or "placeholder" in given or "blank.gif" in given):
        return late
    return given or late


def _figure(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """What is shown, and the caption: below a single picture as its title, else as a paragraph."""
    captions = [each for each in node.elements("figcaption", "p", "dd", "div") if _is_caption(each, node)]
    with reader.without(captions):
        blocks = reader.blocks(node.children, marks)
    yield BOUNDARY
    title = _plain_caption(captions, reader)
    single = _single_picture(blocks)
    if single is not None and title is not None:
        picture = single.runs[0]
        yield Paragraph(runs=(picture._replace(title=title or picture.title),))
    else:
        yield from blocks
        for caption in captions:
            yield from reader.gathered(reader.pieces(caption.children, marks), is_bare=False)
    yield BOUNDARY


def _is_caption(node: Node, figure: Node) -> bool:
    """Whether `node` is the caption of `figure` itself, not of one within it."""
    if node.tag != "figcaption" and not node.classes & _CAPTIONS:
        return False
    around = node.parent
    while around is not None and around is not figure:
        if around.tag == "figure" or is_captioned(around):
            return False
        around = around.parent
    return True


def is_captioned(node: Node) -> bool:
    """Whether an element is the frame that WordPress put around a picture before there was `<figure>`."""
    return bool(node.classes & {"wp-caption", "gallery-item"})


def _plain_caption(captions: list[Node], reader: Reader) -> str | None:
    """The words of the captions; None if they hold links, which no title can."""
    if any(True for caption in captions for _ in caption.elements("a", "img", "ul", "ol", "table")):
        return None
    words = [plain(run) for caption in captions if (run := reader.runs(caption.children)) is not None]
    return " ".join(word for word in words if word)


def _single_picture(blocks: list[Block]) -> Paragraph | None:
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        return None
    runs = blocks[0].runs
    return blocks[0] if len(runs) == 1 and runs[0].kind == "picture" else None


def _box_with_caption(box: Handler) -> Handler:
    """A `<div>`, or the older kind of figure."""

    def read(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
        return _figure(node, marks, reader) if is_captioned(node) else box(node, marks, reader)

    return read


def _embed(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """A frame, video or sound: as the caller embeds it, else as a link."""
    address = _media_address(node)
    yield BOUNDARY
    if not address or address.startswith(("about:", "data:", "javascript:")):
        if node.words():
            yield from reader.pieces(node.children, marks)
    elif line := reader.rewrite.embed(address):
        yield Verbatim(markdown=line)
    else:
        target = link_target(f"https:{address}" if address.startswith("//") else address, node, reader)
        if target:
            reader.note("embed_kept_as_link", address)
            words = " ".join(node.get("title").split()) or _name(address)
            yield Paragraph(runs=(Run("text", words, (reader.mark("link", target),)),))
    yield BOUNDARY


def _media_address(node: Node) -> str:
    for each in (node, *node.elements("source", "embed", "iframe")):
        for name in ("src", "data-src", "data-lazy-src", "data"):
            if each.get(name).strip() and not each.get(name).startswith("about:"):
                return each.get(name).strip()
    return ""


def _name(address: str) -> str:
    """What a link to `address` is called: a file by its name, anything else by its address."""
    path = re.sub(r"^(?:[a-z]+:)?//[^/]*", "", address.partition("?")[0])
    name = path.rpartition("/")[2]
    if "." in name:
        return name
    return f"https:{address}" if address.startswith("//") else address


def _left_out(kind: str) -> Handler:
    def read(node: Node, _marks: Marks, reader: Reader) -> Iterable[Piece]:
        own = "".join(child.text for child in node.children)
        reader.note(kind, node.get("src") or node.words() or own)
        return []

    return read


def _nothing(_node: Node, _marks: Marks, _reader: Reader) -> Iterable[Piece]:
    return []


def _field(node: Node, _marks: Marks, reader: Reader) -> Iterable[Piece]:
    if node.tag != "input" or node.get("type").lower() not in {"hidden", "checkbox"}:
        reader.note("form_dropped", node.get("name") or node.get("placeholder"))
    return []


def _form(node: Node, _marks: Marks, reader: Reader) -> Iterable[Piece]:
    reader.note("form_dropped", node.words() or node.get("action"))
    return [BOUNDARY]


def _without_script(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
    """Words for browsers without scripts are words for all; the pictures in it are there a second time."""
    return reader.pieces(node.children, marks) if node.words() else []


def media_elements(box: Handler) -> Mapping[str, Handler]:
    """The elements of this module; `box` reads a `<div>` that is no figure."""
    return {
        "img": _picture,
        "figure": _figure,
        "div": _box_with_caption(box),
        **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), _embed),
        **dict.fromkeys(("input", "select", "textarea"), _field),
        "form": _form,
        "script": _left_out("script_dropped"),
        **dict.fromkeys(("svg", "math", "canvas"), _left_out("drawing_dropped")),
        "noscript": _without_script,
        **dict.fromkeys(("style", "head", "title", "meta", "link", "base", "template", "col", "param"), _nothing),
    }
