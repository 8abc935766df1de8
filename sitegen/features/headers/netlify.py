"""`_headers` for Netlify, Cloudflare Pages and whoever reads the same file."""

from __future__ import annotations

from typing import Final

from sitegen.features.feature import Finished
from sitegen.features.headers.caching import KEPT
from sitegen.features.headers.lines import POLICY, header_lines
from sitegen.model.addresses import base_path

HEADERS_FILE: Final = "_headers"


def headers_file(site: Finished) -> bytes:
    """Rules by path. Where two meet, Netlify takes the later and Cloudflare both.

    Two policies would hold together and stop the search. So the first is taken off there by a line with `!`, which
    Cloudflare knows and Netlify passes over, as every line without a colon. Both know no expressions, so only the
    theme's files are named as what may be kept; everything else they have browsers ask for again by themselves.
    """
    lines = header_lines(site)
    rules = [f"{base_path(site.settings.url)}/*"]
    rules += [f"  {name}: {value}" for name, value in (*lines.everywhere, (POLICY, lines.policy))]
    if lines.search_url:
        rules += [f"{lines.search_url}*", f"  ! {POLICY}", f"  {POLICY}: {lines.search_policy}"]
    for url in site.assets:
        rules += [url, f"  Cache-Control: {KEPT}"]
    return "".join(f"{line}\n" for line in rules).encode("ascii")
