"""Sentences on service and price pages that say something else about VAT than the settings do.

Looks at the owner's texts, since what layouts say comes from the settings themselves. Changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic
from sitegen.settings.business import Vat

_TAX = r"(?:USt|U\.St|MwSt|MWST|Umsatzsteuer|Mehrwertsteuer)(?![\w-])\.?"
_BETWEEN = r"(?:der|die|gesetzlicher?|gesetzlichen|gültiger?|gültigen|jeweiligen?|[0-9]{1,2}(?:,[0-9])? ?%)"
_ADDED = rf"(?:zzgl\.?|zuzüglich|exkl\.?|exklusive|plus)\s+(?:{_BETWEEN}\s+)*{_TAX}"
_WITHIN = rf"(?:inkl\.?|inklusive|einschließlich|einschliesslich)\s+(?:{_BETWEEN}\s+)*{_TAX}"
_RATE = rf"[0-9]{{1,2}}(?:,[0-9])?\s?%\s+{_TAX}|(?<![0-9,])(?:19|8,1)\s?%"
_EXEMPT = r"§\s*19\s*(?:Abs\.\s*1\s*)?UStG|Kleinunternehme[nr]\w*|§\s*6\s*Abs\.\s*1\s*Z\.?\s*27"

FORBIDDEN: Final[Mapping[Vat, re.Pattern[str]]] = {
    Vat.SMALL_BUSINESS: re.compile(rf"{_ADDED}|{_WITHIN}|{_RATE}", re.IGNORECASE),
    Vat.GROSS: re.compile(rf"{_ADDED}|{_EXEMPT}", re.IGNORECASE),
    Vat.NET: re.compile(rf"{_WITHIN}|{_EXEMPT}", re.IGNORECASE),
}
"""Words that contradict each way of naming prices."""
_DENIED_BEFORE: Final = re.compile(r"\b(?:kein\w*|nicht|ohne|weder|nie)(?:\s+\w+)?\s*\Z", re.IGNORECASE)
_DENIED_BEHIND: Final = re.compile(r"\A[^.]{0,12}\bnicht\b", re.IGNORECASE)
"""„keine zzgl. MwSt.“, „nicht nach § 19 UStG“, „§ 19 UStG gilt nicht“; but not „keine Umsatzsteuer nach § 19 UStG“."""
_NEAR: Final = 40
"""So many characters around the words a denial is looked for, within their line."""


def check_vat_words(files: Iterable[str], texts: Mapping[str, str], vat: Vat, note: str) -> Iterator[Diagnostic]:
    """Every such sentence in `files`; `note` is what stands beside prices by itself."""
    for file in files:
        text = texts.get(file, "")
        for match in FORBIDDEN[vat].finditer(text):
            if not is_denied(text, match.start(), match.end()):
                facts = {
                    "text": " ".join(match[0].split()),
                    "vat": vat.value,
                    "cure": f"Streichen Sie es; bei den Preisen steht von selbst: {note}",
                }
                yield Diagnostic(code="SG321", span=span_at(text, match.start(), len(match[0]), file), facts=facts)


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are said not to hold."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    return bool(_DENIED_BEFORE.search(before) or _DENIED_BEHIND.search(behind))
