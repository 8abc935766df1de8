"""Sentences on service and price pages that say something else about VAT than the settings do.

Looks at the owner's texts, since what layouts say comes from the settings themselves. Changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sitegen.checks.amounts import MONEY, plain, sentences
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic
from sitegen.settings.business import Vat
from sitegen.text.patterns import LatePattern, later

_TAX = r"(?:USt|U\.St|MwSt|MWST|Umsatzsteuer|Mehrwertsteuer)(?![\w-])\.?"
_BETWEEN = r"(?:der|die|gesetzlicher?|gesetzlichen|gültiger?|gültigen|jeweiligen?|[0-9]{1,2}(?:,[0-9])? ?%)"
_ADDED = rf"(?:zzgl\.?|zuzüglich|exkl\.?|exklusive|plus)\s+(?:{_BETWEEN}\s+)*{_TAX}"
_WITHIN = rf"(?:inkl\.?|inklusive|einschließlich|einschliesslich)\s+(?:{_BETWEEN}\s+)*{_TAX}"
_RATE = rf"[0-9]{{1,2}}(?:,[0-9])?\s?%\s+{_TAX}|(?<![0-9,])(?:19|8,1)\s?%"
_EXEMPT = r"§\s*19\s*(?:Abs\.\s*1\s*)?UStG|Kleinunternehme[nr]\w*|§\s*6\s*Abs\.\s*1\s*Z\.?\s*27"

FORBIDDEN: Final[Mapping[Vat, LatePattern]] = {
    Vat.SMALL_BUSINESS: later(rf"{_ADDED}|{_WITHIN}|{_RATE}", re.IGNORECASE),
    Vat.GROSS: later(rf"{_ADDED}|{_EXEMPT}", re.IGNORECASE),
    Vat.NET: later(rf"{_WITHIN}|{_EXEMPT}", re.IGNORECASE),
}
"""Words that contradict each way of naming prices."""
_DENIED_BEFORE: Final = later(r"\b(?:kein\w*|nicht|ohne|weder|nie)(?:\s+\w+)?\s*\Z", re.IGNORECASE)
_DENIED_BEHIND: Final = later(r"\A[^.]{0,12}\bnicht\b", re.IGNORECASE)
"""„keine zzgl. MwSt.“, „nicht nach § 19 UStG“, „§ 19 UStG gilt nicht“; but not „keine Umsatzsteuer nach § 19 UStG“."""
_OWN_PRICE: Final = later(
    r"\{\{-?\s*price\b|\b(?:\w*[Pp]reise?n?|Honorar\w*|\w*[Ss](?:ä|a)tze?|koste[tn]|Kosten|Vergütung\w*|"
    r"\w*[Pp]auschal\w*|Paket\w*|Tarif\w*|Gebühr\w*|Beträge|Angaben|berechne\w*|zahlen|darin|enthalten|versteh\w+)\b"
)
_WORK_FOR_OTHERS: Final = later(
    r"\b(?:\w*[Bb]elege?n?|\w*[Rr]echnungen|[Kk]ontier\w*|[Bb]uche\b|[Bb]uchung\w*|\w*[Vv]oranmeldung\w*|"
    r"[Pp]rüfe\w*|[Ee]rfasse\w*|[Ss]ortiere\w*|[Vv]orsteuer\w*|[Ss]teuerberat\w*|Kanzlei\w*|Angebote|"
    r"Ihre[rmn]?|deine[rmn]?|[Ff]ür (?:Kleinunternehm|Selbst)\w*)\b"
)
"""What a service is about where a sentence is not about its price: who writes invoices for others writes of VAT."""
_OF_MYSELF: Final = later(
    r"\b(?:ich|wir|bin|mein\w*|unser\w*|weise|Kleinunternehmerregelung|Regelung)\b", re.IGNORECASE
)
_CLAUSE_END: Final = later(r"[,;:]\s")
_AROUND: Final = 500
_ALONE: Final = 60
"""So many characters has a line that is nothing but a note beside a price."""
_RULES: Final = {Vat.SMALL_BUSINESS: "PRICE-001", Vat.GROSS: "PRICE-003", Vat.NET: "PRICE-004"}
_NEAR: Final = 40
"""So many characters around the words a denial is looked for, within their line."""


def check_vat_words(files: Iterable[str], texts: Mapping[str, str], vat: Vat, note: str) -> Iterator[Diagnostic]:
    """Every such sentence in `files`; `note` is what stands beside prices by itself."""
    for file in files:
        text = texts.get(file, "")
        for match in FORBIDDEN[vat]().finditer(text):
            if is_meant(match, text) and not is_denied(text, match.start(), match.end()):
                facts = {
                    "text": " ".join(match[0].split()),
                    "vat": vat.value,
                    "cure": f"Streichen Sie es; bei den Preisen steht von selbst: {note}",
                }
                span = span_at(text, match.start(), len(match[0]), file)
                yield Diagnostic(code="SG321", span=span, facts=facts, rule=_RULES[vat])


def is_meant(match: re.Match[str], text: str) -> bool:
    """Whether the words speak of the owner's own prices: not of the work she does, and not of those she does it for."""
    before = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
    line = before + match[0] + text[match.end() : match.end() + _AROUND].partition("\n")[0]
    found = plain(match[0])
    sentence = next((one for one in sentences(plain(line)) if found in one), plain(line))
    clause = next((one for one in _CLAUSE_END().split(sentence) if found in one), sentence)
    if (
        MONEY.search(sentence)
        or "{{" in sentence
        or (_OWN_PRICE().search(clause) and not _WORK_FOR_OTHERS().search(clause))
    ):
        return True
    if _WORK_FOR_OTHERS().search(sentence):
        return False
    if found.lower().startswith("kleinunternehm"):
        return _OF_MYSELF().search(sentence) is not None
    if found[0].isdigit():
        return _OWN_PRICE().search(sentence) is not None
    return _OWN_PRICE().search(sentence) is not None or len(sentence) <= _ALONE


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are said not to hold."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    return bool(_DENIED_BEFORE().search(before) or _DENIED_BEHIND().search(behind))
