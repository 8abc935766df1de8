"""`_headers` as the hosts read it that know the file: which headers the answer to a path gets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

Host = Literal["netlify", "cloudflare"]


def headers_for(path: str, file: Path, host: Host = "cloudflare") -> dict[str, str]:
    """Name and value of each.

    Netlify (its `headers-parser` and command line) passes over lines without a colon and takes the later of two rules;
    Cloudflare Pages joins both by a comma, unless a line `! Name` has taken the first off.
    """
    found: dict[str, str] = {}
    is_meant = False
    for line in file.read_text("ascii").splitlines():
        if not line.startswith(" "):
            is_meant = re.fullmatch(re.escape(line).replace(r"\*", ".*"), path) is not None
        elif is_meant and line.strip().startswith("!"):
            if host == "cloudflare":
                found.pop(line.strip(" !"), None)
        elif is_meant:
            name, _, value = line.strip().partition(": ")
            joined = f"{found[name]}, {value}" if host == "cloudflare" and name in found else value
            found[name] = joined
    return found
