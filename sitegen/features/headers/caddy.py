"""What Caddy 2 does for the site, as a file to be imported into its block: headers, redirects, page of errors."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from sitegen.features.feature import Finished
from sitegen.features.headers.caching import ASKED, KEPT, kept_pattern
from sitegen.features.headers.lines import POLICY, header_lines
from sitegen.features.redirects import caddy_redirects

CADDY_FILE: Final = "Caddyfile"


def caddy_file(site: Finished) -> bytes:
    """Of the directives with a policy only one matches a path, and of those for keeping, so order does not matter."""
    lines = header_lines(site)
    # Caddy itself says so of what it sends compressed alone, and a cache on the way would give that to everybody.
    named = (*lines.everywhere, ("Vary", "Accept-Encoding"))
    text = ["header {", *(f'\t{name} "{value}"' for name, value in named), "}"]
    if lines.search_url:
        path = f'"{unquote(lines.search_url)}*"'
        text += [f"@sitegen_search path {path}", f'header @sitegen_search {POLICY} "{lines.search_policy}"']
        text += [f"@sitegen_others not path {path}", f'header @sitegen_others {POLICY} "{lines.policy}"']
    else:
        text.append(f'header {POLICY} "{lines.policy}"')
    for name, condition, value in (("kept", "", KEPT), ("asked", "not ", ASKED)):
        text += [f"@sitegen_{name} {condition}path_regexp {_simple(kept_pattern(site))}"]
        text += [f'header @sitegen_{name} Cache-Control "{value}"']
    text += caddy_redirects(site)
    errors = site.questions.url("/404.html")
    text += ["handle_errors {", f"\trewrite * {errors}", f'\theader Cache-Control "{ASKED}"']
    text += ["\tfile_server {", "\t\tprecompressed br gzip", "\t}", "}"]
    return "".join(f"{line}\n" for line in text).encode()


def _simple(pattern: str) -> str:
    """An expression without lookahead, which Go does not know: ten digits count as a fingerprint there."""
    return pattern.replace("(?=[0-9]*[a-f])", "")
