"""Elements within a line: emphasis, links, code, keys, and what has a meaning that Markdown has no sign for.

What is only looks (fonts, colours, underlines) leaves its letters and goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from sitegen.importers.html.nodes import Node
from sitegen.importers.html.reader import Handler, Marks, Piece, Reader
from sitegen.importers.html.tags import start_tag
from sitegen.importers.html.tree import MarkKind, Run

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES: Final = frozenset(
    {"http", "https", "mailto", "tel", "sms", "ftp", "xmpp", "geo", "webcal", "skype", "whatsapp"}
)
_DROPPED: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
_WWW: Final = re.compile(r"www\.[\w-]+\.", re.IGNORECASE)
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_WRAPPED: Final = re.compile(r"https?://www\.google\.com/url\?(?:[^#]*&)?q=([^&#]+)")
"""What Google Docs makes of each link."""
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_KEYS: Final = re.compile(r"[^\"„“”{}\n]+")
_BOLD: Final = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
_LIGHT: Final = re.compile(r"font-weight\s*:\s*(normal|[1-5]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
_UPRIGHT: Final = re.compile(r"font-style\s*:\s*normal", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"mso-list\s*:\s*ignore|display\s*:\s*none", re.IGNORECASE)
_ABBREVIATED: Final = re.compile(r"[\w.&/-]+(?: [\w.&/-]+)*")


def _emphasis(kind: MarkKind, denied: re.Pattern[str]) -> Handler:
    def read(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
        is_denied = denied.search(node.get("style")) or any(mark.kind == kind for mark in marks)
        more = () if is_denied else (reader.mark(kind),)
        return reader.pieces(node.children, (*marks, *more))

    return read


def _styled(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
    """`<span>` and `<font>`: bold and italic as styles say it, another language, and nothing else."""
    style, language = node.get("style"), node.get("lang")
    if style and _HIDDEN.search(style):
        return ()
    kinds = {mark.kind for mark in marks}
    found: list[tuple[MarkKind, str]] = []
    if _LANGUAGE.fullmatch(language) and language[:2].lower() != "de" and "span" not in kinds:
        found.append(("span", f"{{lang={language}}}"))
    if _BOLD.search(style) and "strong" not in kinds:
        found.append(("strong", ""))
    if _ITALIC.search(style) and "em" not in kinds:
        found.append(("em", ""))
    return reader.pieces(node.children, (*marks, *(reader.mark(kind, data) for kind, data in found)))


def _tagged(*attributes: str) -> Handler:
    """An element that keeps its tags and `attributes`, since nothing else says what it says."""

    def read(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
        kept = {name: node.get(name) for name in attributes if node.get(name)}
        tag = start_tag(node.tag, kept)
        is_twice = any(mark.kind == "html" and mark.data == tag for mark in marks)
        more = () if is_twice else (reader.mark("html", tag),)
        return reader.pieces(node.children, (*marks, *more))

    return read


def _superscript(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """Raised letters; the mark of a footnote raises itself."""
    is_mark = any(reader.footnotes.label(link) or reader.footnotes.leads_back(link) for link in node.elements("a"))
    more = () if is_mark else (reader.mark("html", "<sup>"),)
    return reader.pieces(node.children, (*marks, *more))


def _link(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    if label := reader.footnotes.label(node):
        yield Run("footnote", label, tuple(mark for mark in marks if mark.kind != "html"))
        return
    if reader.footnotes.leads_back(node):
        return
    href = node.get("href").strip()
    if "href" not in node.attributes or any(mark.kind == "link" for mark in marks):
        yield from reader.pieces(node.children, marks)
        return
    if wrapped := _WRAPPED.match(href):
        href = unquote(wrapped[1])
    picture = _picture_itself(node, href)
    target = "" if picture is not None else link_target(href, node, reader)
    more = (reader.mark("link", target, node.get("title")),) if target else ()
    for piece in reader.pieces(node.children, (*marks, *more)):
        if picture is not None and isinstance(piece, Run) and piece.kind == "picture":
            address = reader.rewrite.picture(href)
            yield piece._replace(address=address or piece.address)
        else:
            yield piece


def _picture_itself(node: Node, href: str) -> Node | None:
    """The picture within a link that leads to the same picture in full size."""
    found = next(node.elements("img"), None)
    if found is None:
        return None
    shown = found.get("data-src") or found.get("data-lazy-src") or found.get("src")
    return found if _stem(shown) and _stem(shown) == _stem(href) else None


def _stem(address: str) -> str:
    """The name of a picture file without the size that WordPress puts behind it; empty for other files."""
    name = address.partition("?")[0].partition("#")[0].rpartition("/")[2]
    found = re.fullmatch(r"(.+?)(?:-\d+x\d+|-scaled)?\.(?:jpe?g|png|gif|webp|avif|heic)", name, re.IGNORECASE)
    return found[1] if found else ""


def link_target(href: str, about: Node, reader: Reader) -> str:
    """Where a link leads from now on; empty, with a note, if nowhere."""
    bare = _DROPPED.sub("", href)
    scheme = _SCHEME.match(bare)
    if scheme and scheme[1].lower() not in _SCHEMES:
        reader.note("link_dangerous", f"{about.words()} ({bare})")
        return ""
    if _MAIL.fullmatch(bare):
        return f"mailto:{bare}"
    if _WWW.match(bare):
        href = f"https://{bare}"
    if bare.startswith("#") and (name := reader.anchors.name(href[1:])):
        return f"#{name}"
    target = reader.rewrite.link(href) if bare else ""
    if not target or (bare.startswith("#") and target == href):
        if about.words() and bare not in {"", "#"}:
            reader.note("link_dropped", f"{about.words()} ({bare})")
        return ""
    return target


def _code(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """Code within a line; on several lines, it is on each."""
    done: list[Piece] = []
    for piece in reader.pieces(node.children, marks):
        if not isinstance(piece, Run) or piece.kind not in {"text", "code"}:
            done.append(piece)
            continue
        kept = tuple(mark for mark in piece.marks if mark in marks or mark.kind == "link")
        last = done[-1] if done else None
        if isinstance(last, Run) and last.kind == "code" and last.marks == kept:
            done[-1] = last._replace(text=last.text + piece.text)
        else:
            done.append(Run("code", piece.text, kept))
    for piece in done:
        yield from _spaces_outside(piece) if isinstance(piece, Run) and piece.kind == "code" else [piece]


def _spaces_outside(run: Run) -> Iterator[Piece]:
    """Code without spaces at its ends, and those beside it."""
    words = " ".join(run.text.split())
    yield Run("text", " " if run.text[:1].isspace() else "", run.marks)
    if words:
        yield run._replace(text=words)
    yield Run("text", " " if run.text[-1:].isspace() else "", run.marks)


def _keys(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
    words = node.words()
    if not _KEYS.fullmatch(words):
        return _tagged()(node, marks, reader)
    return [Run("verbatim", f'{{{{ kbd "{words}" }}}}', marks)]


def _abbreviation(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
    """Explained once, at the end of the text; with its tags if it has two meanings or is no plain word."""
    short, title = node.words(), " ".join(node.get("title").split())
    if not title:
        return reader.pieces(node.children, marks)
    if _ABBREVIATED.fullmatch(short) and reader.abbreviations.setdefault(short, title) == title:
        return reader.pieces(node.children, marks)
    return _titled(node, marks, reader)


def _titled(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    tag = start_tag("abbr", {"title": node.get("title")})
    return reader.pieces(node.children, (*marks, reader.mark("html", tag)))


def _quoted(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """Quotation marks as one types them; the typographer knows which ones they become."""
    sign = "'" if any(around.tag == "q" for around in _around(node)) else '"'
    yield Run("text", sign, marks)
    yield from reader.pieces(node.children, marks)
    yield Run("text", sign, marks)


def _around(node: Node) -> Iterator[Node]:
    current = node.parent
    while current is not None:
        yield current
        current = current.parent


def _line_break(_node: Node, marks: Marks, _reader: Reader) -> Iterable[Piece]:
    return [Run("break", "", marks)]


def _area(node: Node, marks: Marks, reader: Reader) -> Iterable[Piece]:
    """A place on a picture that leads somewhere: its words as a link."""
    words = node.get("alt") or node.get("title")
    target = link_target(node.get("href"), node, reader) if words else ""
    return [Run("text", f" {words} ", (*marks, reader.mark("link", target)))] if target else []


def abbreviation_lines(reader: Reader) -> str:
    """`*[VA]: Virtuelle Assistenz` for each abbreviation that was explained."""
    return "\n".join(f"*[{short}]: {title}" for short, title in reader.abbreviations.items())


INLINE: Final[Mapping[str, Handler]] = {
    **dict.fromkeys(("strong", "b"), _emphasis("strong", _LIGHT)),
    **dict.fromkeys(("em", "i"), _emphasis("em", _UPRIGHT)),
    **dict.fromkeys(("del", "s", "strike"), _emphasis("del", re.compile(r"(?!)"))),
    **dict.fromkeys(("span", "font"), _styled),
    **dict.fromkeys(("ins", "sub", "mark", "cite", "dfn", "var", "small"), _tagged()),
    "bdo": _tagged("dir"),
    "sup": _superscript,
    "a": _link,
    "area": _area,
    **dict.fromkeys(("code", "tt", "samp"), _code),
    "kbd": _keys,
    **dict.fromkeys(("abbr", "acronym"), _abbreviation),
    "q": _quoted,
    "br": _line_break,
}
