"""Things of schema.org as plain data, and a page's things as one text.

The text is data and no script, but it stands within a `<script>` element: it never holds a `<`, so that nothing in it
can end the element or begin a comment (HTML Living Standard, 4.12.1.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

Thing = dict[str, Any]
"""One node of JSON-LD 1.1."""

CONTEXT: Final = "https://schema.org"
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_ESCAPED: Final = tuple((sign.encode(), f"\\u{ord(sign):04x}".encode()) for sign in "<>&\u2028\u2029")


def thing(kind: str, properties: Mapping[str, object]) -> Thing:
    """A node of type `kind` without the properties that have nothing to say; 0 and False do say something."""
    said = {name: value for name, value in properties.items() if value is not None and value not in ("", (), [], {})}
    return {"@type": kind, **said}


def as_text(things: Iterable[Thing]) -> str:
    """One JSON-LD document of all `things` in their order; empty for none. Amounts are numbers."""
    graph = list(things)
    if not graph:
        return ""
    text = _ENCODER.encode({"@context": CONTEXT, "@graph": graph})
    for sign, escaped in _ESCAPED:  # each is rare: to look for five signs is faster than to look at every sign
        text = text.replace(sign, escaped)
    return text.decode()
