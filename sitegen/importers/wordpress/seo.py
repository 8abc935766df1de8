"""What plugins for search engines keep beside a text: title, description, whether it may be found. Pure.

Known are Yoast SEO, Rank Math, All in One SEO and SEOPress. Their variables (`%%title%%`, `%sitename%`, `#post_title`)
are filled where their value is known and left out where it is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from sitegen.importers.wordpress.naming import plain

_TITLES: Final = ("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_seopress_titles_title")
_DESCRIPTIONS: Final = (
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
    "_seopress_titles_desc",
)
_VARIABLE: Final = re.compile(r"%%([a-z_]+)%%|%([a-z_]+(?:\([^)%]*\))?)%|(?<![\w&])#([a-z_]+)\b")
_TITLE_NAMES: Final = frozenset({"title", "post_title"})
_SITE_NAMES: Final = frozenset({"sitename", "sitetitle", "site_title", "blog_title"})
_SEPARATORS: Final = frozenset({"sep", "separator", "separator_sa"})
_SIGNS: Final = re.compile(r"(?:\s*[–|·•»-]\s*)+$|^(?:\s*[–|·•»-]\s*)+")
_DOUBLE: Final = re.compile(r"(?:\s+[–|·•»-])+(?=\s+[–|·•»-]\s)")


class Seo(msgspec.Struct, frozen=True, kw_only=True):
    """What a plugin keeps about a text."""

    title: str = ""
    """Empty where it says no more than the title of the text."""
    description: str = ""
    hidden: bool = False
    """Whether search engines shall not show it."""


def seo_of(meta: Mapping[str, str], *, title: str, site: str) -> Seo:
    """What stands in the meta fields of an item whose title is `title`, on the site called `site`."""
    said = next((meta[key] for key in _TITLES if meta.get(key, "").strip()), "")
    description = next((meta[key] for key in _DESCRIPTIONS if meta.get(key, "").strip()), "")
    own = _filled(said, title=title, site=site)
    # What the site's layout puts behind every title need not be said.
    bare = re.sub(rf"\s*[–|·•»-]\s*{re.escape(site)}$", "", own) if site else own
    return Seo(
        title="" if bare in {title, ""} else bare,
        description=_filled(description, title=title, site=site),
        hidden=meta.get("_yoast_wpseo_meta-robots-noindex") == "1" or '"noindex"' in meta.get("rank_math_robots", ""),
    )


def _filled(text: str, *, title: str, site: str) -> str:
    def value(found: re.Match[str]) -> str:
        name = next(part for part in found.groups() if part is not None)
        if name in _TITLE_NAMES:
            return title
        if name in _SITE_NAMES:
            return site
        if name in _SEPARATORS:
            return "–"
        return found[0] if found[3] is not None else ""

    words = " ".join(_VARIABLE.sub(value, plain(text)).split())
    return _SIGNS.sub("", _DOUBLE.sub("", words))
