"""Texts of the block editor as HTML: comments read and gone, reusable blocks put in, what is made on the fly told.

What stands between blocks is text of the classic editor. Pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import Any, Final
from urllib.parse import urlsplit

from sitegen.importers.wordpress.classic import paragraphs

_COMMENT: Final = re.compile(
    r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+"
    r"(?P<values>\{(?:(?!\}\s+/?-->|<!--\s+/?wp:).)*\}\s+)?(?P<void>/)?-->",
    re.DOTALL,
)
_OTHER_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_EMBED: Final = re.compile(
    r"(<div\b[^>]*wp-block-embed__wrapper[^>]*>)\s*(https?://[^\s<>\"]+)\s*(</div>)", re.IGNORECASE
)
_HAS_TAG: Final = re.compile(r"<(?:p|div|figure|ul|ol|h[1-6]|table|blockquote|pre)\b", re.IGNORECASE)
_ALONE: Final = re.compile(r"<p>\s*(https?://[^\s<>\"]+)\s*</p>")
"""An address in a paragraph of its own, of which WordPress makes what it leads to."""
_SHOWN_BY: Final = re.compile(
    r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com"
    r"|spotify\.com|soundcloud\.com|wordpress\.tv|videopress\.com|dailymotion\.com|ted\.com|flickr\.com|slideshare\.net"
    r"|issuu\.com|mixcloud\.com|pinterest\.(?:com|de)|reddit\.com|tumblr\.com|giphy\.com|bsky\.app|linkedin\.com)$"
)
_FILLED: Final = re.compile(r"query|comments|(?:.*[/-])?(?:contact-)?forms?")
"""Blocks around others, of which WordPress or a plugin makes what visitors see."""
_PART_OF_FILLED: Final = re.compile(r"(?:post|query|comments?|term)-.*|jetpack/(?:field|button|input|label|option).*")
_NAMES: Final = {
    "archives": "Archiv",
    "avatar": "Profilbild",
    "calendar": "Kalender",
    "categories": "Liste der Kategorien",
    "comments": "Kommentare",
    "contact-form-7/contact-form-selector": "Kontaktformular",
    "form": "Formular",
    "jetpack/contact-form": "Kontaktformular",
    "latest-comments": "neueste Kommentare",
    "latest-posts": "neueste Beiträge",
    "login": "Anmeldung",
    "loginout": "Anmeldung",
    "navigation": "Menü",
    "page-list": "Liste der Seiten",
    "query": "Liste von Beiträgen",
    "rss": "Feed einer anderen Website",
    "search": "Suchfeld",
    "social-link": "Verweis auf ein Profil",
    "tag-cloud": "Schlagwörter",
}
"""What the owner calls a block; others go by the name that WordPress gives them."""
_SILENT: Final = frozenset({"spacer", "more", "nextpage", "separator", "paragraph", "heading", "list", "quote", "html"})
"""Blocks without content of their own of which nothing is lost."""


class BlocksRead:
    """What was met in a text: which blocks could not be carried over."""

    def __init__(self, reusable: Mapping[str, str]) -> None:
        self.lost: dict[str, None] = {}
        self.placed: dict[str, None] = {}
        """Numbers of reusable blocks that were put in."""
        self.missing: dict[str, None] = {}
        """Numbers of reusable blocks that the export does not hold."""
        self.unplaced: list[str] = []
        """Words that were to stand in a pattern, and found no place there."""
        self.reusable = reusable
        self.within: list[str] = []
        """Ids of the reusable blocks that are just being put in: one may hold itself."""


def is_of_blocks(text: str) -> bool:
    """Whether a text was written in the block editor."""
    return "<!-- wp:" in text


def html_of(text: str, read: BlocksRead, *, codes: Callable[[str], str]) -> str:
    """The HTML that a text comes to, of either editor; `codes` replaces shortcodes in what WordPress gives to them."""
    if not is_of_blocks(text):
        return _ALONE.sub(_led_to, paragraphs(_OTHER_COMMENT.sub("", codes(_without_cuts(text)))))
    parts: list[str] = []
    level = at = 0
    for found in _COMMENT.finditer(text):
        parts.append(_between(text[at : found.start()], codes, is_free=level == 0))
        at = found.end()
        name = found["name"].removeprefix("core/")
        if found["end"]:
            level = max(0, level - 1)
        elif found["void"]:
            parts.append(_void(name, _values(found), read, codes))
        else:
            level += 1
            read.lost |= {shown_name(name): None} if _FILLED.fullmatch(name) else {}
            parts.append(_opening(name, _values(found), text[at : at + 2000]))
    parts.append(_between(text[at:], codes, is_free=level == 0))
    return _embeds_framed("".join(parts))


def _between(text: str, codes: Callable[[str], str], *, is_free: bool) -> str:
    body = _OTHER_COMMENT.sub("", codes(text))
    is_classic = is_free and body.strip() and not _HAS_TAG.search(body)
    return _ALONE.sub(_led_to, paragraphs(body)) if is_classic else body


def _void(name: str, values: Mapping[str, Any], read: BlocksRead, codes: Callable[[str], str]) -> str:
    """What stands for a block that has no HTML of its own."""
    number = str(values.get("ref", ""))
    if name == "block" and number in read.within:
        return ""
    if name == "block" and number in read.reusable:
        read.placed[number] = None
        read.within.append(number)
        try:
            return html_of(_filled(read.reusable[number], values.get("content"), read), read, codes=codes)
        finally:
            read.within.pop()
    if name == "block":
        read.missing[number] = None
        return ""
    address = values.get("url")
    if name == "social-link" and isinstance(address, str):
        said = values.get("label") or values.get("service") or address
        return f'<li><a href="{escape(address)}">{escape(str(said))}</a></li>'
    if name.startswith(("embed", "core-embed/")) and isinstance(address, str):
        return f'<iframe src="{escape(address)}"></iframe>'
    if name not in _SILENT and not _PART_OF_FILLED.fullmatch(name):
        read.lost[shown_name(name)] = None
    return ""


def shown_name(name: str) -> str:
    """What the report calls a block or a widget."""
    return _NAMES.get(name, name)


def _filled(text: str, words: object, read: BlocksRead) -> str:
    """A pattern with the words that one text has put into its named blocks (since WordPress 6.6)."""
    for name, values in words.items() if isinstance(words, dict) else ():
        said = values.get("content") if isinstance(values, dict) else None
        if isinstance(said, str):
            quoted = re.escape(json.dumps(str(name), ensure_ascii=False))
            place = re.compile(rf"(\"name\":{quoted}[^>]*-->\s*<([a-z0-9]+)\b[^>]*>)[^<]*(?=</\2>)")
            found = place.search(text)
            text = f"{text[: found.end(1)]}{said}{text[found.end() :]}" if found else text
            read.unplaced += [] if found else [said]
    return text


def _opening(name: str, values: Mapping[str, Any], behind: str) -> str:
    """The picture of a cover whose HTML names it in a style only; a film stands in its HTML."""
    address = values.get("url")
    is_picture = name == "cover" and isinstance(address, str) and values.get("backgroundType") != "video"
    if is_picture and "<img" not in behind.partition("<!-- /wp:cover")[0]:
        return f'<figure><img src="{escape(str(address))}" alt=""></figure>'
    return ""


def _values(found: re.Match[str]) -> Mapping[str, Any]:
    try:
        values = json.loads(found["values"] or "{}")
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _led_to(found: re.Match[str]) -> str:
    """A frame where WordPress shows what an address leads to; elsewhere a link, so that it can be followed."""
    address = unescape(found[1])
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return found[0]
    if _SHOWN_BY.search(host):
        return f'<iframe src="{escape(address)}"></iframe>'
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'


def _embeds_framed(html: str) -> str:
    """The address in an embed block, as the frame that WordPress makes of it."""
    return _EMBED.sub(lambda found: f'{found[1]}<iframe src="{escape(unescape(found[2]))}"></iframe>{found[3]}', html)


def _without_cuts(text: str) -> str:
    """`<!--more-->` and `<!--nextpage-->` cut a text into pages; here it is one."""
    return re.sub(r"<!--\s*(?:more|nextpage|noteaser)\b.*?-->", "\n\n", text, flags=re.DOTALL)
