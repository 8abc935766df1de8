"""What a page loads before anybody has scrolled: its style, its scripts, its first pictures.

A part of a page's facts. Pictures and frames that wait (`loading="lazy"`) are none of it, so a long gallery weighs
nothing as long as it waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sitegen.checks.requests.addresses import candidates

if TYPE_CHECKING:
    from sitegen.checks.elements import Element
    from sitegen.checks.parsed import ParsedPage

Load = tuple[str, ...]
"""Addresses of which a browser takes one; on a large screen the largest."""

_LOADING: Final = frozenset({"link", "script", "video"})
_FIRST: Final = frozenset({"stylesheet", "preload"})


def loads_in(page: ParsedPage) -> tuple[Load, ...]:
    """All of it, as written, without repeats."""
    return tuple(load for load in dict.fromkeys(_loads(page)) if load)


def _loads(page: ParsedPage) -> Iterator[Load]:
    for element in [one for one in page.others if one.tag in _LOADING]:
        if (address := _loaded_by(element)) is not None:
            yield (address,)
    for image in page.of("img"):
        if image.get("loading").lower() != "lazy":
            yield _picture(image)


def _loaded_by(element: Element) -> str | None:
    """What a stylesheet, a script or a film that begins by itself loads."""
    attributes = element.attributes
    if element.tag == "link":
        return element.get("href") if "href" in attributes and _FIRST.intersection(element.get("rel").split()) else None
    return element.get("src") if "src" in attributes and (element.tag == "script" or "autoplay" in attributes) else None


def _picture(image: Element) -> Load:
    """The variants of a picture in the format that most browsers take, which stands first."""
    parent = image.node.parent
    source = parent.css_first("source[srcset]") if parent and parent.tag == "picture" else None
    srcset = (source.attributes if source else image.attributes).get("srcset")
    return candidates(srcset) if srcset else (image.get("src"),)
