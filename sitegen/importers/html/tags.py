"""Start tags of elements that stay HTML within a line: made here, and named by what they are.

Knows nothing of what the elements mean.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

_NAME: Final = re.compile(r"<([a-z0-9]+)")


def start_tag(name: str, attributes: dict[str, str]) -> str:
    """`<abbr title="…">`."""
    return "<" + " ".join([name, *(f'{key}="{escape(value)}"' for key, value in attributes.items())]) + ">"


def name_of(tag: str) -> str:
    """The element that a start tag begins."""
    found = _NAME.match(tag)
    return found[1] if found else ""
