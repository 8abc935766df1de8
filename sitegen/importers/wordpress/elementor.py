"""A page of Elementor as HTML, from the JSON in which it keeps it; read only where the text itself is empty.

Known by the names of settings, since widgets are without number: what is called a title, a text, a picture or a link.
How it looked stays behind. Pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

_TITLE: Final = re.compile(r"(?:.*_)?(?:title|heading|title_text|question)")
_TEXT: Final = re.compile(
    r"(?:.*_)?(?:editor|html|text|content|description|description_text|caption|answer|name|job|shortcode|label|price|period)"
)
_ADDRESS: Final = re.compile(r"(?:youtube|vimeo|dailymotion)_url|insert_url")
_LETTER: Final = re.compile(r"\w")
_NOT_SHOWN: Final = re.compile(r"_|background_|form_|field_|email|.*_css|custom_css|html_tag|.*_tag|link_to|aria_")
_SILENT: Final = frozenset({"spacer", "divider", "menu-anchor", "section", "column", "container", ""})
_DEEPEST: Final = 40


class ElementorRead:
    """The HTML of a page, and the widgets of which nothing could be read."""

    def __init__(self, data: str) -> None:
        self.lost: dict[str, None] = {}
        try:
            self._elements = json.loads(data)
        except (ValueError, RecursionError):
            self._elements = []
        self.html = "\n".join(self._all(self._elements, 0))

    def _all(self, elements: object, depth: int) -> Iterator[str]:
        if not isinstance(elements, Sequence) or isinstance(elements, str) or depth > _DEEPEST:
            return
        for element in elements:
            if isinstance(element, Mapping):
                yield from self._element(element, depth)

    def _element(self, element: Mapping[str, Any], depth: int) -> Iterator[str]:
        settings, kind = element.get("settings"), str(element.get("widgetType") or "")
        if kind in {"form", "login"}:
            self.lost[kind] = None
            return
        made = list(_shown(settings, heading=kind == "heading", depth=depth)) if isinstance(settings, Mapping) else []
        within = list(self._all(element.get("elements"), depth + 1))
        if not made and not within and kind not in _SILENT:
            self.lost[kind] = None
        yield from (*made, *within)


def _shown(settings: Mapping[str, Any], *, heading: bool, depth: int) -> Iterator[str]:
    """What a widget shows, title before text; entries of lists (tabs, slides, points) are such groups themselves."""
    link = _address(settings.get("link"))
    level = settings.get("header_size") if heading else ""
    for name, value in sorted(settings.items(), key=lambda pair: not _TITLE.fullmatch(pair[0])):
        if _NOT_SHOWN.match(name):
            continue
        if isinstance(value, str):
            yield from _words(name, value, link, level=str(level or "h3"))
        elif isinstance(value, Mapping) and name != "link":
            yield from _picture(value)
        elif isinstance(value, list) and depth < _DEEPEST:
            for one in value:
                if isinstance(one, Mapping):
                    yield from _picture(one)
                    yield from _shown(one, heading=False, depth=depth + 1)


def _words(name: str, value: str, link: str, *, level: str) -> Iterator[str]:
    if not _LETTER.search(value):
        return
    if _ADDRESS.fullmatch(name):
        yield f'<iframe src="{escape(value)}"></iframe>'
    elif _TITLE.fullmatch(name):
        tag = level if level in {"h2", "h3", "h4", "h5", "h6", "p"} else "h2"
        yield f"<{tag}>{_linked(value, link)}</{tag}>"
    elif _TEXT.fullmatch(name):
        is_block = re.search(r"<(?:p|div|ul|ol|h[1-6]|table|blockquote|figure|iframe)\b", value, re.IGNORECASE)
        yield value if is_block else f"<p>{_linked(value, link)}</p>"


def _linked(words: str, link: str) -> str:
    return f'<a href="{escape(link)}">{words}</a>' if link and "<a" not in words else words


def _picture(value: Mapping[str, Any]) -> Iterator[str]:
    """A picture or file that a setting names by its address."""
    address = _address(value)
    if re.search(r"\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?|\Z)", address, re.IGNORECASE):
        alt = value.get("alt")
        yield f'<figure><img src="{escape(address)}" alt="{escape(alt if isinstance(alt, str) else "")}"></figure>'
    elif re.search(r"\.(?:mp4|webm|mp3|m4a|ogg)(?:\?|\Z)", address, re.IGNORECASE):
        yield f'<video src="{escape(address)}"></video>'


def _address(value: object) -> str:
    found = value.get("url") if isinstance(value, Mapping) else ""
    return found.strip() if isinstance(found, str) else ""
