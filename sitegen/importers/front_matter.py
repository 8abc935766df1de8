"""A content file out of its values: front matter that `sitegen/schema` reads back as the same values, then the body.

Values are written as people type them. A first line may say where the text came from, as a comment of YAML that no
build sees: by it a second import finds the file again, whatever it is called by then. Never decides what is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from sitegen.schema.as_typed import as_typed, single_quoted
from sitegen.schema.quoted import UNPRINTABLE

ORIGIN: Final = "# Herkunft: "
_ORIGIN_LINE: Final = re.compile(rf"^{re.escape(ORIGIN)}(\S.*?)\s*$", re.MULTILINE)
_FENCE: Final = "---"
_READ: Final = 2048
"""Characters in which an origin must stand: it is the first line of a head."""


def document_text(front_matter: Mapping[str, object], body: str, *, origin: str = "") -> str:
    """The file: keys in the order given, empty values left out, then the body with one line end behind it.

    Values are text, truth, whole numbers, dates and times, lists of texts, and groups of such (`image`). `origin` is
    one line that names the source („WordPress 123, www.example.de“).
    """
    head = [f"{ORIGIN}{_on_one_line(origin)}"] if origin else []
    for key, value in front_matter.items():
        head += _lines(key, value)
    text = body.strip("\n")
    return "\n".join([_FENCE, *head, _FENCE, *([text] if text else []), ""])


def origin_of(text: str) -> str:
    """What `document_text` was told as `origin`; empty for a text of the owner's own."""
    if not text.startswith(_FENCE):
        return ""
    end = text.find(f"\n{_FENCE}", len(_FENCE))
    found = _ORIGIN_LINE.search(text, 0, min(_READ, end) if end > 0 else _READ)
    return found[1] if found else ""


def _lines(key: str, value: object) -> list[str]:
    if value is None or value in ("", (), [], {}):
        return []
    if isinstance(value, Mapping):
        inside = [line for name, one in value.items() for line in _lines(str(name), one)]
        return [f"{key}:", *(f"  {line}" for line in inside)] if inside else []
    if isinstance(value, Sequence) and not isinstance(value, str):
        words = [one for one in (_on_one_line(str(word)) for word in value) if one]
        return [f"{key}:", *(f"  - {_item(word)}" for word in words)] if words else []
    return [f"{key}: {_scalar(value)}"]


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return as_typed(_on_one_line(str(value)))


def _item(word: str) -> str:
    """An item with a colon would be read as a key with a value; in quotes nothing is."""
    typed = as_typed(word)
    return single_quoted(word) if typed == word and (":" in word or word[0] in "-?&*!|>%@`") else typed


def _on_one_line(text: str) -> str:
    return " ".join(UNPRINTABLE.sub(" ", text).split())
