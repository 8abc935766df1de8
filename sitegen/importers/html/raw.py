"""HTML that stays HTML, as tables with cells across columns must: a few elements, a few attributes, nothing that runs.

One line for each part, so that no blank line ends the block before its time.
"""

from __future__ import annotations

from html import escape
from typing import Final

from sitegen.importers.html.inline_elements import link_target
from sitegen.importers.html.nodes import TEXT, Node
from sitegen.importers.html.reader import Reader

_ON_A_LINE: Final = frozenset(
    {
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col", "ul", "ol", "li", "p"),
        *("dl", "dt", "dd", "blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "figure", "figcaption"),
    }
)
_WITHIN: Final = frozenset(
    {
        *("a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s"),
        *("samp", "small", "strong", "sub", "sup", "var", "wbr"),
    }
)
_DROPPED: Final = frozenset({"script", "style", "noscript", "template", "iframe", "object", "embed", "form", "svg"})
_VOID: Final = frozenset({"br", "img", "hr", "wbr", "col"})
_RENAMED: Final = {"h1": "h2", "b": "strong", "i": "em", "strike": "s", "acronym": "abbr", "tt": "code"}
_KEPT: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("td", "th"), ("colspan", "rowspan", "scope", "headers")),
    "ol": ("start",),
    "li": ("value",),
    "col": ("span",),
    "colgroup": ("span",),
    "abbr": ("title",),
    "img": ("alt",),
    "a": ("title",),
}


def raw_html(node: Node, reader: Reader) -> str:
    """`node` as HTML that may stand in a text of ours."""
    return "\n".join(line for line in _html(node, reader).split("\n") if line.strip())


def _html(node: Node, reader: Reader) -> str:
    if node.tag == TEXT:
        return escape(" ".join(f"|{node.text}|".split())[1:-1], quote=False).replace("{{", "{&#123;")
    if node.tag in _DROPPED:
        if node.tag not in {"style", "template", "noscript"}:
            reader.note("element_dropped", f"<{node.tag}> {node.get('src') or node.words()}")
        return ""
    inner = "".join(_html(child, reader) for child in _children(node))
    name = _RENAMED.get(node.tag, node.tag)
    if name not in _ON_A_LINE and name not in _WITHIN:
        return f"\n{inner}\n" if name in {"div", "section", "article"} else inner
    attributes = _attributes(node, name, reader)
    if attributes is None:
        return inner
    tag = f"<{' '.join([name, *attributes])}>"
    if name in _VOID:
        return tag
    around = "\n" if name in _ON_A_LINE else ""
    return f"{around}{tag}{_inside(name, inner)}</{name}>{around}"


def _children(node: Node) -> list[Node]:
    """What is in an element; a cell that is one paragraph needs none."""
    if node.tag not in {"td", "th"}:
        return node.children
    shown = [child for child in node.children if child.tag != TEXT or child.text.strip()]
    return shown[0].children if len(shown) == 1 and shown[0].tag == "p" else node.children


def _inside(name: str, inner: str) -> str:
    is_holder = name in {"table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup", "blockquote"}
    return f"\n{inner.strip()}\n" if is_holder else inner.strip() if name in _ON_A_LINE else inner


def _attributes(node: Node, name: str, reader: Reader) -> list[str] | None:
    """The attributes of an element; None if it cannot be without one that leads nowhere."""
    kept: dict[str, str] = {key: node.get(key) for key in _KEPT.get(name, ()) if key in node.attributes}
    if name == "a":
        target = link_target(node.get("href").strip(), node, reader) if node.get("href") else ""
        if not target:
            return None
        kept = {"href": target, **kept}
    if name == "img":
        source = reader.rewrite.picture(node.get("src").strip())
        if not source:
            reader.note("picture_dropped", node.get("src"))
            return None
        kept = {"src": source, "alt": node.get("alt")}
    return [f'{key}="{escape(value)}"' for key, value in kept.items()]
