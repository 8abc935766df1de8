"""What nginx does for the site, as a file to be included in `server { … }`: headers, redirects, page of errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from sitegen.features.feature import Finished
from sitegen.features.headers.caching import ASKED, KEPT, kept_pattern
from sitegen.features.headers.lines import POLICY, header_lines
from sitegen.features.redirects import nginx_redirects

NGINX_FILE: Final = "nginx.conf"
_POLICY: Final = "$sitegen_policy"
_CACHE: Final = "$sitegen_cache"


def nginx_file(site: Finished) -> bytes:
    """Headers for answers of every status; on the way to the page of errors nginx looks at the variables again.

    `set` and `if` around nothing else are safe in a server. Redirects lead to a path, since nginx does not know under
    which name and port its visitors see it.
    """
    lines = header_lines(site)
    text = [
        *_chosen(_POLICY, lines.policy, where=_below(lines.search_url), instead=lines.search_policy),
        *_chosen(_CACHE, ASKED, where=kept_pattern(site), instead=KEPT),
        *(f"add_header {name} {_quoted(value)} always;" for name, value in lines.everywhere),
        f"add_header {POLICY} {_POLICY} always;",
        f"add_header Cache-Control {_CACHE} always;",
        "gzip_static on;",
        "gzip_vary on;",
        "absolute_redirect off;",
        f"error_page 404 410 {site.questions.url('/404.html')};",
        *nginx_redirects(site),
    ]
    return "".join(f"{line}\n" for line in text).encode()


def _below(url: str) -> str:
    return f"^{re.escape(unquote(url))}" if url else ""


def _chosen(variable: str, value: str, *, where: str, instead: str) -> Iterator[str]:
    """A variable that holds another value for the paths that match `where`; empty for none."""
    yield f"set {variable} {_quoted(value)};"
    if where:
        yield from (f"if ($uri ~ {_quoted(where)}) {{", f"  set {variable} {_quoted(instead)};", "}")


def _quoted(value: str) -> str:
    return '"{}"'.format(value.replace("\\", "\\\\").replace('"', '\\"'))
