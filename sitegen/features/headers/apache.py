"""The headers for Apache 2.4, as a part of `.htaccess`."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.features.feature import Finished
from sitegen.features.headers.caching import ASKED, KEPT, kept_pattern
from sitegen.features.headers.lines import POLICY, header_lines


def apache_lines(site: Finished) -> Iterator[str]:
    """Directives of mod_headers, for pages of errors as well; those are no file with a fingerprint."""
    lines = header_lines(site)
    for name, value in (*lines.everywhere, (POLICY, lines.policy)):
        yield f"Header always set {name} {_quoted(value)}"
    if lines.search_url:
        where = f"expr=%{{REQUEST_URI}} -strmatch '{unquote(lines.search_url)}*'"
        yield f'Header always set {POLICY} {_quoted(lines.search_policy)} "{where}"'
    yield f'Header set Cache-Control "{ASKED}"'
    yield f'Header set Cache-Control "{KEPT}" "expr=%{{REQUEST_URI}} =~ m#{kept_pattern(site)}#"'


def _quoted(value: str) -> str:
    """A value of Apache's, in which `%` would begin something of its own."""
    return '"{}"'.format(value.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%"))
