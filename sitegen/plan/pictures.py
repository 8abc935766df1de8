"""A published picture as a layout sees it, and how wide the theme shows it. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from sitegen.settings.images import Sizes

THEME_SIZES: Final[Mapping[str, str]] = {
    "body": "(min-width: 75rem) 55rem, (min-width: 56rem) calc(92vw - 15rem), 92vw",
    "lead": "(min-width: 75rem) 55rem, (min-width: 56rem) calc(92vw - 15rem), 92vw",
    "hero": "(min-width: 75rem) 30rem, (min-width: 56rem) calc(41vw - 2rem), 92vw",
    "card": "(min-width: 56rem) 16rem, (min-width: 36rem) 45vw, 84vw",
    "beside": "(min-width: 75rem) 26.5rem, (min-width: 56rem) 33vw, (min-width: 40rem) 44vw, 92vw",
    "thumbnail": "(min-width: 45rem) 11rem, 24vw",
    "portrait": "8rem",
}
"""Use → how wide its pictures are, measured in the packaged theme; the values of the HTML attribute `sizes`."""


class PictureSource(msgspec.Struct, frozen=True, kw_only=True):
    """The files of one format that a browser may choose from."""

    type: str
    """`image/avif`."""
    srcset: str
    """URL paths with their widths, as the HTML attribute has them."""


class PictureView(msgspec.Struct, frozen=True, kw_only=True):
    """One picture file of the site; `alt`, `credit` and `caption` come from the entry that shows it."""

    url: str
    """URL path with base path; a format that everything can read."""
    width: int
    """In pixels; 0 where it is not known (SVG without a size)."""
    height: int
    url_width: int = 0
    """Of the file that `url` names, where it is smaller than the picture; else 0."""
    url_height: int = 0
    alt: str = ""
    credit: str = ""
    caption: str = ""
    licence: str = ""
    """Its name: „CC BY 4.0“."""
    licence_url: str = ""
    origin: str = ""
    """Where the picture comes from, an address; mostly empty."""
    is_ai: bool = False
    """Whether it was made with AI."""
    sources: tuple[PictureSource, ...] = ()
    """Lighter formats, the best one first; empty for pictures that go out as they are."""
    srcset: str = ""
    """More widths of the format of `url`; mostly empty."""
    tint: str = ""
    """The class of the colour that stands in its place while it loads (`tint-07`), or empty."""


class ShownOn(msgspec.Struct, frozen=True, kw_only=True):
    """A page that shows a picture."""

    title: str
    url: str


class PictureCredit(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the page of credits."""

    picture: PictureView
    """With the credit that holds for it."""
    pages: tuple[ShownOn, ...]
    """Where it is shown, in the order of the site."""


class Tint(msgspec.Struct, frozen=True, kw_only=True):
    """A colour that stands in for pictures, for the stylesheet."""

    name: str
    """Its class, `tint-07`."""
    colour: str
    """`#rrggbb`."""


def sizes_for(use: str, own: Sizes) -> str:
    """How wide pictures of this `use` are shown. An unknown use is a fault of the layout: KeyError."""
    return str(getattr(own, use, "")) or THEME_SIZES[use]


def shared(view: PictureView) -> PictureView:
    """The picture with the size of its one file, as those who load no other want to know it."""
    if not view.url_width:
        return view
    return msgspec.structs.replace(view, width=view.url_width, height=view.url_height, url_width=0, url_height=0)
