"""Addresses of a folder that a server leads elsewhere, as far as files in the folder say so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

_NETLIFY: Final = "_redirects"
_APACHE: Final = ".htaccess"
NAMES: Final = frozenset({_NETLIFY, _APACHE})
_REDIRECT: Final = re.compile(
    r"^\s*Redirect(?:Permanent|Temp)?\s+(?:[0-9]{3}\s+|permanent\s+|temp\s+)?\"?(/\S*?)\"?\s", re.MULTILINE
)
_REWRITES: Final = re.compile(r"^\s*(?:RewriteRule|RedirectMatch)\b", re.MULTILINE)
_NAMED: Final = re.compile(r":\w+")
"""A part of an address that a rule of Netlify gives a name."""


def redirected(texts: Mapping[str, str], base: str) -> re.Pattern[str]:
    """What matches the URL paths that are led elsewhere; everything where rules are too clever to be read."""
    if _REWRITES.search(texts.get(_APACHE, "")):
        return re.compile(r".*", re.DOTALL)
    lines = (line.split() for line in texts.get(_NETLIFY, "").splitlines())
    sources = [words[0] for words in lines if words and words[0].startswith("/")]
    sources += _REDIRECT.findall(texts.get(_APACHE, ""))
    expressions = {_NAMED.sub("[^/]*", re.escape(unquote(source)).replace(r"\*", ".*")) for source in sources}
    return re.compile(
        "|".join(sorted(f"(?:{re.escape(base)})?{expression}/?" for expression in expressions)) or r"(?!)"
    )
