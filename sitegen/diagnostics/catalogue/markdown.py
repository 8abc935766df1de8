"""What the sentences of the codes SG2xx have in common: the word that may have been meant.

The sentences stand in `markdown_commands` (SG201 to SG219), `markdown_elements` (SG221 to SG279) and `markdown_html`
(SG281 to SG299).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

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
