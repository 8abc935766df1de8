"""What HTML says about its elements, as far as raw tags in a text are judged by it (HTML standard, 13.1.2 and 15).

Data only.
"""

from __future__ import annotations

from typing import Final

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements that have no end tag."""

BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "blockquote", "details", "dialog", "dd", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li"),
        *("main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul"),
    }
)
"""Elements that cannot stand in a paragraph: a browser would end it before them."""

HOLDS_BLOCKS: Final = frozenset(
    {
        *("article", "aside", "blockquote", "dd", "details", "div", "fieldset", "figure", "form", "header", "footer"),
        *("li", "search", "section", "td", "th"),
    }
)
"""Elements in which a block may stand beside texts."""

ENDED_BY: Final[dict[str, frozenset[str]]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "thead": frozenset({"tbody", "tfoot"}),
    "tbody": frozenset({"tbody", "tfoot"}),
    "tfoot": frozenset(),
    "option": frozenset({"option", "optgroup"}),
    "optgroup": frozenset({"optgroup"}),
    "p": BLOCKS,
}
"""Elements whose end tag may be left out, and the start tags that end them."""

BANNED: Final = frozenset({"script", "style"})
"""Left out with all they hold: the site's policy forbids both."""

MISPLACED: Final = frozenset(
    {
        *("html", "head", "title", "base", "meta", "link", "body", "main", "frameset", "frame"),
        *("noframes", "noembed", "plaintext", "xmp"),
    }
)
"""Belong to a page, not to a text, or turn everything behind them into text."""

NEVER_IN_THEMSELVES: Final = frozenset({"a", "button", "form", "label"})

FOREIGN: Final = frozenset({"svg", "math"})
"""In these `<path/>` is closed by its slash."""
