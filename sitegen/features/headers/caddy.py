"""The headers for Caddy 2, as a file to be imported into the block of a site."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from sitegen.features.feature import Finished
from sitegen.features.headers.lines import POLICY, header_lines

CADDY_FILE: Final = "Caddyfile"


def caddy_file(site: Finished) -> bytes:
    """Directives `header`. Only one of those with the policy matches a path, so their order does not matter."""
    lines = header_lines(site)
    text = ["header {", *(f'\t{name} "{value}"' for name, value in lines.everywhere), "}"]
    if lines.search_url:
        path = f'"{unquote(lines.search_url)}*"'
        text += [f"@sitegen_search path {path}", f'header @sitegen_search {POLICY} "{lines.search_policy}"']
        text += [f"@sitegen_others not path {path}", f'header @sitegen_others {POLICY} "{lines.policy}"']
    else:
        text.append(f'header {POLICY} "{lines.policy}"')
    return "".join(f"{line}\n" for line in text).encode()
