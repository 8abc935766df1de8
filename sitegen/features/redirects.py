"""Redirects of former addresses for hosts that know rules: `_redirects` (Netlify, Cloudflare), and lines for Apache.

Every other host gets the redirecting page that is planned for each alias anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.model.site import Site

REDIRECTS_FILE: Final = "_redirects"


def contributions(_site: Site) -> tuple[Contribution, ...]:
    """The file for hosts that read one of their own; `.htaccess` is shared with others."""
    return (Contribution(output=REDIRECTS_FILE, make=redirects),)


FEATURE: Final = Feature(name="Weiterleitungen", contributions=contributions)


def pairs(site: Finished) -> Iterator[tuple[str, str]]:
    """Former and present URL path of every alias, by former address."""
    views = (route.view for route in site.routes if route.view.kind == "redirect")
    yield from sorted((view.url, view.target) for view in views)


def redirects(site: Finished) -> bytes:
    """One rule a line: from, to, status."""
    return "".join(f"{old} {new} 301\n" for old, new in pairs(site)).encode()


def redirect_lines(site: Finished) -> Iterator[str]:
    """Rules for Apache's mod_alias; patterns are anchored so that `/alt/` does not catch `/alt/mehr/`.

    Apache compares patterns with the decoded path.
    """
    for old, new in pairs(site):
        yield f'RedirectMatch 301 "^{re.escape(unquote(old).rstrip("/"))}/?$" "{new}"'
