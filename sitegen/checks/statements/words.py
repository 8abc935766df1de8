"""German words by which a page says what the law wants said: about VAT, advertising, machines, checks, consent.

Patterns only, each as wide as people write: a page that says it in other words than ours has said it, too.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from sitegen.text.patterns import LatePattern, later

VatStatement = Literal["small_business", "gross", "net", "business_only"]

_TAX: Final = r"(?<![^\W\d_])(?:USt|U\.St|MwSt|Umsatzsteuer|Mehrwertsteuer)"
"""A word of its own: „Verlust“ and „August“ are no tax."""
_OF_TAX: Final = ("USt", "U.St", "MwSt", "MWST", "satzsteuer", "wertsteuer")
VAT_WORDS: Final[dict[VatStatement, tuple[str, ...]]] = {
    "small_business": (*_OF_TAX, "leinunternehme", "steuerpfl", "Abs. 1 Z"),
    "gross": (*_OF_TAX, "Bruttopreis"),
    "net": (*_OF_TAX, "etto"),
}
"""One of them stands in every sentence that says so, and is found faster than the sentence."""
VAT: Final[dict[VatStatement, LatePattern]] = {
    "small_business": later(
        rf"§\s*19\b[^.]{{0,20}}UStG|Kleinunternehme|§\s*6\s*Abs\.\s*1\s*Z\.?\s*27|Art\.\s*10\b[^.]{{0,20}}MWSTG|"
        rf"\b(?:keine|ohne)\s+(?:\w+\s+)?{_TAX}|{_TAX}\b[^.]{{0,30}}\bnicht\b|"
        r"nicht\s+(?:\w+\s+)?(?:steuer|mwst|mehrwertsteuer)pflichtig",
        re.IGNORECASE,
    ),
    "gross": later(
        rf"\b(?:inkl|inklusive|einschl|einschlie(?:ß|ss)lich|mit|enthält|enthalten|samt|brutto)\b[^;!?]{{0,40}}?{_TAX}|"
        rf"{_TAX}[^;!?]{{0,40}}?\b(?:enthalten|inbegriffen|inklusive|eingerechnet|darin)\b|\bBruttopreis",
        re.IGNORECASE,
    ),
    "net": later(
        rf"\b(?:zzgl|exkl|zuzüglich|exklusive|plus|ohne|netto)\b[^;]{{0,40}}{_TAX}|\bNetto(?:preis|betr)|"
        r"\bpreise?\b[^.;]{0,20}\bnetto\b",
        re.IGNORECASE,
    ),
}
"""How a page says each of them but the last."""

BUYERS: Final = later(
    r"(Unternehme[nr]|Gewerbetreib|Selbst(?:st)?ändig|Firmen|Geschäftskund|Betriebe|Freiberuf)|"
    r"Verbraucher|Privat(?:leute|person|kund|haushalt)"
)
"""Who may buy; the group is a business."""
BUYER_WORDS: Final = (
    *("Unternehme", "Gewerbetreib", "Selbst", "Firmen", "Geschäftskund", "Betriebe", "Freiberuf", "Verbraucher"),
    "Privat",
)
"""How they begin, which is found faster."""
ONLY: Final = later(r"\b(?:nur|ausschlie(?:ß|ss)lich|allein|einzig|lediglich|richtet)\b[^.]*\Z", re.IGNORECASE)
NOT: Final = later(r"\b(?:nicht|kein\w*)\b[^.]*\Z", re.IGNORECASE)
"""What stands before a buyer where a site sells to businesses alone."""
ENTREPRENEUR: Final = re.compile(r"§\s*14\b[^.]{0,12}BGB")

CURRENCIES: Final = ("€", "EUR", "Euro", "CHF", "Fr.", "Franken")

AD_WORDS: Final = ("Anzeige", "Werbung", "Advertorial", "Gesponsert", "Bezahlte Partnerschaft")
AD_MARK: Final = later(rf"(?<![\w-])(?:{'|'.join(AD_WORDS)})(?![\w-])")
"""What stands over something that is paid for."""
AD_BEGINNINGS: Final = tuple(words.split()[0] for words in AD_WORDS)
"""The first words of these."""
AD_EXPLAINED: Final = later(
    r"\b(?:Affiliate|(?:Partner|Werbe|Empfehlungs)-?Link|(?:Vermittlungs)?Provision|Partnerprogramm|Produktplatzierung|gesponsert)",
    re.IGNORECASE,
)
"""How somebody says that a link brings money."""

AI_NAMES: Final = ("KI", "AI", "Intelligenz", "ChatGPT", "Midjourney", "DALL")
MADE_BY_AI: Final = later(
    r"\b(?:von|mit|durch|mithilfe|mittels)\s+(?:der\s+|einer\s+)?(?:Hilfe\s+)?(?:von\s+|einer\s+)?"
    r"(?:KI|AI|künstlicher\s+Intelligenz|ChatGPT|Midjourney|DALL-?E)\b|"
    r"\b(?:KI|AI)[- ]?(?:generiert|erstellt|erzeugt|unterstützt|gestützt|Bild|Text|Grafik|generated)|"
    r"\b(?:KI|AI)\b[^.]{0,30}\b(?:geschrieben|verfasst|erstellt|erzeugt|generiert|entstanden)",
    re.IGNORECASE,
)

CHECKED: Final = re.compile(
    r"rüf(?:(?<=[Gg]eprüf)|(?<=[Gg]prüf)|(?<=[Üü]berprüf)|(?<=[Pp]rüf)ung|(?<=\b[Pp]rüf)(?:e|en|t|ten?)\b)|"
    r"(?<=[Ff])rei(?:gegeben|gabe)|(?<=[Vv])erifizier|(?<=[Bb])estätigt"
)
"""How a page says that its voices are real; matches from the second letter on."""
CHECKED_WORDS: Final = ("rüf", "reigegeben", "reigabe", "erifizier", "estätigt")
"""One of them stands where it matches, and is found faster."""
VOICES: Final = later(
    r"\b(?:Kund(?:en|innen)?-?(?:[Ss]timmen|[Mm]einungen|[Bb]ewertungen|[Ff]eedback|[Rr]ezensionen)|Testimonials|"
    r"Stimmen (?:aus der Zusammenarbeit|meiner Kund\w+|von Kund\w+))\b|"
    r"\A(?:Meine |Unsere )?(?:Bewertungen|Rezensionen|Stimmen)\Z|\A(?:Das|Was) (?:sagen )?(?:meine |unsere )?Kund\w+\b"
)
"""What a page is called that shows them."""

CONSENT: Final = later(r"[Ee]inwillig")
WITHDRAWAL: Final = later(r"[Ww]iderr[uo]f")
ABROAD: Final = later(
    r"Drittl[aä]nd|Drittstaat|au(?:ß|ss)erhalb (?:der EU|der Europäischen|des E)|jenseits (?:der EU|des E)|"
    r"\bUSA\b|\bVereinigten? Staaten"
)
UNCLEAR: Final = later(
    r"\W*(?:OK(?:AY)?|Verstanden|Alles klar|Weiter|Gerne?|Los geht[’']?s|In Ordnung|Schlie(?:ß|ss)en|"
    r"(?:Alle[sn]? )?(?:akzeptieren|annehmen|zustimmen) ?(?:&|und|\+) ?"
    r"(?:schlie(?:ß|ss)en|weiter|fortfahren)\W*[×x]?)\W*",
    re.IGNORECASE,
)
"""What a button must not say that means consent."""
URGING: Final = later(
    r"(?:optimale|beste|bestmögliche|perfekte|verbesserte)\w*\s+(?:\w+\s+)?"
    r"(?:(?:Nutzungs|Nutzer|Surf|Web(?:site|seiten)?|Online|Browser)-?(?:erlebnis|erfahrung)|Erlebnis)",
    re.IGNORECASE,
)
"""Praise in place of a purpose (VG Hannover, 2025-03-19, 10 A 5385/22)."""
