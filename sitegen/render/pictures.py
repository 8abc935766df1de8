"""The markup of a picture: `<picture>` with the formats a browser may choose from, or a plain `<img>`.

The only place that writes it, for bodies and layouts alike. Never looks at a file.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final, Literal

import msgspec

from sitegen.plan.pictures import PictureView
from sitegen.text.tone import Tone
from sitegen.text.wording import say

Loading = Literal["lazy", "eager", "first"]
"""When it comes near; at once; at once and before all other pictures."""

_LOADING: Final[dict[Loading, str]] = {"lazy": 'loading="lazy"', "eager": "", "first": 'fetchpriority="high"'}
_SOURCES: Final = re.compile(r"<source\b[^>]*>|</?picture>")
_SAYS_AI: Final = re.compile(r"\bKI\b")


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """How a picture is shown at one place."""

    alt: str
    sizes: str
    """The HTML attribute."""
    loading: Loading = "lazy"
    classes: str = ""
    id: str = ""
    title: str = ""
    width: int = 0
    """CSS pixels; 0 for those of the file."""
    height: int = 0


def picture_markup(picture: PictureView, shown: Shown) -> str:
    """The HTML of `picture`, safe to print."""
    sources = "".join(
        f'<source type="{source.type}" srcset="{escape(source.srcset)}" sizes="{escape(shown.sizes)}">'
        for source in picture.sources
    )
    image = f"<img {' '.join(_attributes(picture, shown))}>"
    return f"<picture>{sources}{image}</picture>" if sources else image


def shown_size(picture: PictureView, *, width: int, height: int) -> tuple[int, int]:
    """Width and height in pixels: what was asked for, the other in proportion, else those of the file."""
    if not (picture.width and picture.height):
        return width, height
    if width:
        return width, height or round(width * picture.height / picture.width)
    if height:
        return round(height * picture.width / picture.height), height
    return picture.width, picture.height


def without_sources(html: str) -> str:
    """HTML whose pictures have one address each, for readers that know no other (feeds)."""
    return _SOURCES.sub("", html)


def figcaption(caption: str, picture: PictureView, tone: Tone) -> str:
    """What stands below a picture: `caption`, which is HTML, and the credit; empty where there is nothing to say."""
    credit = credit_markup(picture, tone)
    both = f'{caption} <span class="credit">{credit}</span>'.strip() if credit else caption
    return f"<figcaption>{both}</figcaption>" if both else ""


def credit_markup(picture: PictureView, tone: Tone) -> str:
    """Who made it, under which licence, and whether with AI; HTML, empty where nothing is known."""
    parts = [escape(picture.credit)] if picture.credit else []
    if picture.licence and picture.licence_url:
        link = f'<a rel="license" href="{escape(picture.licence_url)}">{escape(picture.licence)}</a>'
        if picture.licence in picture.credit:
            parts = [escape(picture.credit).replace(escape(picture.licence), link, 1)]
        else:
            parts.append(link)
    elif picture.licence and picture.licence not in picture.credit:
        parts.append(escape(picture.licence))
    if picture.is_ai and not _SAYS_AI.search(picture.credit):
        parts.append(say("picture_ai", tone, {}))
    return " · ".join(parts)


def _attributes(picture: PictureView, shown: Shown) -> list[str]:
    width, height = shown_size(picture, width=shown.width, height=shown.height)
    classes = " ".join(filter(None, (shown.classes, picture.tint)))
    found = (
        f'src="{escape(picture.url)}"',
        f'srcset="{escape(picture.srcset)}" sizes="{escape(shown.sizes)}"' if picture.srcset else "",
        f'id="{escape(shown.id)}"' if shown.id else "",
        f'width="{width}" height="{height}"' if width and height else "",
        f'alt="{escape(shown.alt)}"',
        f'title="{escape(shown.title)}"' if shown.title else "",
        f'class="{escape(classes)}"' if classes else "",
        _LOADING[shown.loading],
        'decoding="async"',
    )
    return [attribute for attribute in found if attribute]
