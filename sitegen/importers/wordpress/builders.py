"""Shortcodes of page builders: the words, links and pictures that they keep in values, as HTML behind what is kept.

WPBakery, Divi, Avada, Enfold and their like write a page in shortcodes of their own; a heading or a button is then a
value and no text. Known by how their names begin, since each has hundreds. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

_OF_BUILDERS: Final = re.compile(
    r"(?:vc|et_pb|fusion|av|mk|nectar|ux|cs|x|qode|edgtf|eltdf|mkdf|tm|stm|dt|us|wpb|kc|ult|ultimate|bsf|porto|thb|wd|g5plus)_.+"
    r"|(?:bsf|thb|ultimate)-.+|su_.+|tab|toggle|spoiler|accordion[_-]item|(?:one|two|three)_(?:half|third|fourth)"
)
_TITLES: Final = ("title", "heading", "main_heading", "title_text", "tab_title", "header", "name")
_WORDS: Final = (
    *(
        "text",
        "subtitle",
        "sub_heading",
        "subhead",
        "content",
        "description",
        "caption",
        "quote",
        "label",
        "price",
        "sum",
    ),
    *("position", "job_title", "company_name", "author", "h2", "h4", "percent_text", "button_text", "btn_text"),
)
_PICTURES: Final = ("image", "image_url", "src", "img", "portrait_url", "logo", "background_image", "before_image")
_LINKS: Final = ("button_url", "link", "url", "link_url", "button_link", "href")
_BUTTONS: Final = re.compile(r".*(?:button|btn)$")
_HEADINGS: Final = re.compile(r".*(?:heading|title)")
_PICTURE: Final = re.compile(r"https?://[^\s\"'|]+\.(?:jpe?g|png|gif|webp|svg|avif)(?:\?[^\s\"'|]*)?", re.IGNORECASE)
_OF_WPBAKERY: Final = re.compile(r"url:([^|]*)")
_LETTER: Final = re.compile(r"[^\W\d_]")


def is_of_builder(name: str) -> bool:
    """Whether a shortcode of this name is a page builder's."""
    return _OF_BUILDERS.fullmatch(name) is not None


def said_in(name: str, values: Mapping[str, str]) -> str:
    """The HTML of what a page builder's shortcode says in its values; empty for nothing."""
    return "".join(_parts(name, values)) if is_of_builder(name) else ""


def _parts(name: str, values: Mapping[str, str]) -> Iterator[str]:
    link = _link(values)
    is_button, is_heading = _BUTTONS.fullmatch(name) is not None, _HEADINGS.fullmatch(name) is not None
    for key in _PICTURES:
        found = _PICTURE.match(unescape(values.get(key, "")))
        if found:
            yield f'<figure><img src="{escape(found[0])}" alt="{escape(values.get("alt", ""))}"></figure>'
    for key in (*_TITLES, *_WORDS):
        words = _plain(values.get(key, ""))
        if not _LETTER.search(words):
            continue
        if link and (is_button or key in {"button_text", "btn_text"}):
            yield f'<p><a href="{escape(link)}">{escape(words)}</a></p>'
        elif (key in _TITLES or is_heading) and not is_button:
            yield f"<h3>{escape(words)}</h3>"
        else:
            yield f"<p>{escape(words)}</p>"


def _plain(value: str) -> str:
    """As it is shown: builders hide quotes and brackets of a value in signs of their own."""
    for sign, meant in (("%22", '"'), ("%91", "["), ("%93", "]"), ("``", '"'), ("`{`", "["), ("`}`", "]")):
        value = value.replace(sign, meant)
    return " ".join(re.sub(r"<[^<>]*>", " ", unescape(value)).split())


def _link(values: Mapping[str, str]) -> str:
    given = next((values[key] for key in _LINKS if values.get(key)), "")
    packed = _OF_WPBAKERY.match(given)
    address = unquote(packed[1]) if packed else unescape(given)
    return address.strip() if re.match(r"(?:https?:)?/|#|mailto:|tel:", address.strip()) else ""
