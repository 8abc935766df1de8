"""When a hyphen between two numbers means „to“ and becomes a dash: 2024–2026, 9–17 Uhr, S. 5–7, 2–3 Stunden.

Only where it is sure. Telephone and article numbers, dates, postal codes and ISBNs keep their hyphens: whatever has no
unit behind it, no „S.“ or „§“ before it, and is no pair of years stays as it was typed.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.text.patterns import later

_FIRST_YEAR: Final = 1500
_LAST_YEAR: Final = 2099
_WINDOW: Final = 24  # characters to look back: a number, a label and a little more

_NUMBER = r"[0-9]{1,4}(?:[:.,][0-9]{1,2})?"
_BEFORE = later(rf"(?<![\w.…,:/+@#–-])(?P<number>{_NUMBER})\Z")
_BEHIND = later(rf"(?P<number>{_NUMBER})(?![\w/@–-]|[.,:][0-9])")

_LABEL_OF_RANGE = later(r"(?:\b(?:S|Abs|Art|Kap|Abb|Tab|Bd|Rn|Ziff)\.|\b(?:Seiten?|Kapitel|Absatz|Artikel)|§)\s?\Z")
_LABEL_OF_CODE = later(r"(?:Nr\.|Nummer|Tel\.?|Telefon|Fax|Mobil|ISBN|ISSN|Konto|PLZ|Postfach):?\s?\Z", re.IGNORECASE)
_UNIT = later(
    r"\s?(?:[€%‰°]|(?:EUR|CHF|Euro|Prozent|Cent|Franken|Std\.|Min\.|Mio\.|Mrd\.|kg|km|cm|mm|[KMGT]B"
    r"|(?:Sekunde|Minute|Stunde|Woche)n?|(?:Tage|Monate|Jahre)n?|[Mm]al)(?![\w–-]))"
)
_HOURS = later(rf"(?:\s?(?:,|;|und|sowie|&|\+)\s{_NUMBER}[-–]{_NUMBER})*\s(?:Uhr|h)\b")


def is_range(text: str, hyphen: int) -> bool:
    """Whether the hyphen at that position stands between the two ends of a range."""
    before = _BEFORE().search(text[max(0, hyphen - _WINDOW) : hyphen])
    behind = _BEHIND().match(text, hyphen + 1)
    if not before or not behind:
        return False
    first, last = before["number"], behind["number"]
    label = before.string[: before.start()]
    if _are_years(first, last):
        return not _LABEL_OF_CODE().search(label)
    if _HOURS().match(text, behind.end()):
        return True
    ascending = not first.startswith("0") and _value(first) < _value(last)
    return ascending and bool(_UNIT().match(text, behind.end()) or _LABEL_OF_RANGE().search(label))


def _are_years(first: str, last: str) -> bool:
    return first.isdigit() and last.isdigit() and _FIRST_YEAR <= int(first) < int(last) <= _LAST_YEAR


def _value(number: str) -> float:
    return float(number.replace(",", ".").replace(":", "."))
