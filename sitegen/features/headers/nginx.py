"""The headers for nginx, as a file to be included in `server { … }`."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from sitegen.features.feature import Finished
from sitegen.features.headers.lines import POLICY, header_lines

NGINX_FILE: Final = "nginx.conf"
_VARIABLE: Final = "$sitegen_policy"


def nginx_file(site: Finished) -> bytes:
    """Directives that hold for answers of every status. `set` and `if` around nothing else are safe in a server."""
    lines = header_lines(site)
    text = [f"set {_VARIABLE} {_quoted(lines.policy)};"]
    if lines.search_url:
        pattern = re.escape(unquote(lines.search_url))
        text += [f"if ($uri ~ {_quoted(f'^{pattern}')}) {{", f"  set {_VARIABLE} {_quoted(lines.search_policy)};", "}"]
    text += [f"add_header {name} {_quoted(value)} always;" for name, value in lines.everywhere]
    text.append(f"add_header {POLICY} {_VARIABLE} always;")
    return "".join(f"{line}\n" for line in text).encode()


def _quoted(value: str) -> str:
    return '"{}"'.format(value.replace("\\", "\\\\").replace('"', '\\"'))
