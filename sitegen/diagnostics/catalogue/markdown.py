"""Sentences of the codes SG2xx: what can be wrong in a Markdown text.

SG201 to SG219 shortcodes and blocks · SG221 to SG279 attributes, headings, pictures, links, footnotes, code ·
SG281 to SG299 raw HTML and nesting.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sitegen.diagnostics.catalogue import markdown_commands, markdown_elements, markdown_html
from sitegen.diagnostics.catalogue.entry import Entry

ENTRIES: Final[tuple[Entry, ...]] = (
    *markdown_commands.ENTRIES,
    *markdown_elements.ENTRIES,
    *markdown_html.ENTRIES,
)

_IF_NOTHING_IS_NEAR: Final[dict[str, str]] = {
    "SG201": "Es gibt: {known}. Geschweifte Klammern, die nur Text sind, schreiben Sie so:\n\\{{{{",
    "SG203": "Diese Angabe ist hier nicht vorgesehen.",
    "SG211": "Es gibt: {known}.",
    "SG214": "Schreiben Sie zum Beispiel 15.3.2026, 15. März 2026 oder 2026-03-15.",
    "SG271": "Ohne Namen hinter den Anfangszeichen bleibt der Code einfarbig.",
}


def hint(code: str, near: str | None, known: Iterable[str] = ()) -> str:
    """The fact `hint` for `code`: the question for the nearest known word, or advice when none is near."""
    if near is not None:
        return f"Meinten Sie „{near}“?"
    return _IF_NOTHING_IS_NEAR[code].format(known=", ".join(known))
