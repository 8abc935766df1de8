"""Pictures, and what moves, sounds or is shown by others: videos, maps, frames, forms, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final

from sitegen.importers.html.inline_elements import link_target
from sitegen.importers.html.nodes import Node
from sitegen.importers.html.reader import BOUNDARY, Handler, Marks, Piece, Reader
from sitegen.importers.html.tags import start_tag
from sitegen.importers.html.tree import Block, Markup, Paragraph, Run, Verbatim

_SMILEYS: Final = frozenset({"wp-smiley", "emoji", "wp-emoji"})
_APART: Final = frozenset({"alignleft", "alignright", "aligncenter", "alignnone"})
_LATE: Final = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
"""Where plugins put the address of a picture that is to be loaded later."""
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


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
    return given or late or node.get("srcset").strip().partition(" ")[0].rstrip(",")


def _embed(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """A frame, video or sound: as the caller embeds it; a file of the site itself as it was; else as a link."""
    address = _media_address(node)
    if poster := node.get("poster").strip():
        reader.note("poster_dropped", _name(poster))
    yield BOUNDARY
    if not address or address.startswith(("about:", "data:", "javascript:")):
        if node.words():
            yield from reader.pieces(node.children, marks)
    elif line := reader.rewrite.embed(address):
        yield Verbatim(markdown=line)
    else:
        yield from _own_or_linked(node, address, reader)
    yield BOUNDARY


def _own_or_linked(node: Node, address: str, reader: Reader) -> Iterator[Block]:
    told = len(reader.notes)
    target = link_target(f"https:{address}" if address.startswith("//") else address, Node(node.tag), reader)
    if target:
        yield _played(node, target, reader) or _link(node, address, target, reader)
    elif len(reader.notes) == told:
        reader.note("embed_dropped", address)


def _played(node: Node, target: str, reader: Reader) -> Block | None:
    """The player of a sound or film of the site itself, which asks nobody else; it loads nothing until it plays."""
    if node.tag not in {"audio", "video"} or _ELSEWHERE.match(target):
        return None
    source = escape(" ".join(target.split())).replace("{{", "{&#123;")
    start = f'<{node.tag} controls preload="none" src="{source}">'
    tracks = list(filter(None, (_track(each, reader) for each in node.elements("track"))))
    return Markup(before="\n".join([start, *tracks, f"</{node.tag}>"]) if tracks else f"{start}</{node.tag}>")


def _track(node: Node, reader: Reader) -> str:
    """Subtitles that come from the site itself; empty, with a note, for others."""
    target = link_target(node.get("src").strip(), node, reader)
    if not target or _ELSEWHERE.match(target):
        reader.note("track_dropped", node.get("src"))
        return ""
    kept = {name: node.get(name) for name in ("kind", "srclang", "label") if node.get(name)}
    told = {name: " ".join(value.split()) for name, value in {**kept, "src": target}.items()}
    return start_tag("track", told).replace("{{", "{&#123;")


def _link(node: Node, address: str, target: str, reader: Reader) -> Block:
    reader.note("embed_kept_as_link", address)
    words = " ".join(node.get("title").split()) or _name(address)
    return Paragraph(runs=(Run("text", words, (reader.mark("link", target),)),))


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


MEDIA: Final[Mapping[str, Handler]] = {
    "img": _picture,
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), _embed),
    **dict.fromkeys(("input", "select", "textarea"), _field),
    "form": _form,
    "script": _left_out("script_dropped"),
    **dict.fromkeys(("svg", "math", "canvas"), _left_out("drawing_dropped")),
    "noscript": _without_script,
    **dict.fromkeys(("style", "head", "title", "meta", "link", "base", "template", "col", "param"), _nothing),
}
