"""Words that must not stand on a site: acts that are gone, a platform that is switched off, claims nobody can make.

Whoever writes about them says so in the same sentence (früher, heißt jetzt, ist abgeschaltet, ob …?); such sentences
are left in peace. Pure; knows lines of text and addresses of links, and judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from sitegen.checks.amounts import sentences
from sitegen.text.patterns import later

SaidKind = Literal["dead_name", "odr_link", "odr_word", "accessibility"]

GONE_WORDS: Final = (
    *("TMG", "Telemedieng", "StV", "Rundfunkst", "TTDSG", "Privacy", "OS-Plattform", "ODR-"),
    *("BFSG", "Barrierefreiheitss"),
)
_DISPUTES: Final = "treitbeilegung"
"""One of them stands in every text that says any of it."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One of them."""

    kind: SaidKind
    text: str
    """As it stands there."""
    applied: bool = False
    """Whether a statute that is gone is relied on („nach § 5 TMG“), not only named."""


TODAY: Final[dict[str, str]] = {
    "TMG": "DDG",
    "Telemediengesetz": "Digitale-Dienste-Gesetz (DDG)",
    "RStV": "§ 18 Abs. 2 MStV",
    "Rundfunkstaatsvertrag": "Medienstaatsvertrag (MStV)",
    "MDStV": "§ 18 Abs. 2 MStV",
    "TTDSG": "TDDDG",
    "Privacy": "EU-US Data Privacy Framework",
}
"""What is called how today."""

_ON_DATA: Final = later(r"§§?[ ]?1[1-5]a?\b.*\b(?:TMG|Telemediengesetz)")
"""§§ 11 to 15a were on data of users. They went into the TTDSG in 2021, not into the DDG."""

_STATUTE: Final = r"(?:§§?[ ]?\d+[a-z]?(?:[ ]?(?:Abs\.?|Absatz|S\.|Satz|Nr\.|Nummer)[ ]?\d+)*(?:[ ](?:des|der))?[ ])?"
_DEAD: Final = later(
    rf"{_STATUTE}\b(?:TMG|Telemediengesetz(?:es)?|RStV|Rundfunkstaatsvertrag(?:s|es)?|MDStV|TTDSG|"
    r"Privacy[- ]Shield)(?![\w-])"
)
_APPLIED: Final = later(
    r"\b(?:gem(?:äß|\.)|nach|laut|entsprechend|aufgrund|i\.[ ]?S\.[ ]?[dv]\.|[Ss]inne(?:[ ]der|[ ]des|[ ]von)?|"
    r"unter(?:[ ]dem)?|zertifiziert[^.]*)[ ](?:den[ ]|dem[ ]|der[ ]|des[ ])?\Z",
    re.IGNORECASE,
)
_GONE: Final = later(
    r"\b(?:früher|damals|bisher|bislang|ehemals|ehemalige[nrs]?|vormals|einst|alte[nrs]?|veraltet\w*|vorher|zuvor|jetzt|heute|"
    r"inzwischen|seit|statt|anstelle|anstatt|ersetzt\w*|abgelöst\w*|aufgehoben\w*|außer[ ]Kraft|umbenannt|ungültig\w*|"
    r"eingestellt\w*|abgeschaltet\w*|geschlossen|beendet\w*|Ende|nicht[ ]mehr|gibt[ ]es[ ]nicht|keine?n?|nie|wurde|war|"
    r"hieß|heißt|musste[nt]?|durfte[nt]?|regelte[nt]?|stand(?:en)?|neue[nrs]?|Nachfolger\w*|galt|gekippt|entfern\w*|lösch\w*)\b",
    re.IGNORECASE,
)
_ODR_LINK: Final = later(r"(?:ec\.europa\.eu/(?:consumers/)?odr|webgate\.ec\.europa\.eu/odr)\b\S*", re.IGNORECASE)
_ODR_WORD: Final = later(
    r"\bOS-Plattform|\bOnline-?[ ]?Streitbeilegung\w*|\bODR-(?:Plattform|Verordnung)", re.IGNORECASE
)
_ACT: Final = r"(?:BFSG|Barrierefreiheitsstärkungsgesetz(?:es)?)"
_CLAIM: Final = later(
    rf"\b{_ACT}[- ]?(?:konform|zertifiziert|geprüft|gerecht)\w*|"
    rf"\bnach(?:[ ]dem)?[ ]{_ACT}[ ](?:zertifiziert|geprüft)\w*",
    re.IGNORECASE,
)
_OURS: Final = later(
    r"\b(?:diese|unsere|meine|die)r?[ ](?:\w+[ ])?(?:Website|Webseite|Seite|Internetseite|Homepage|Internetauftritt)\b"
    r"[^.?!]{0,40}\b(?:ist|wurde|sind)\b",
    re.IGNORECASE,
)
_UNSURE: Final = later(
    r"\b(?:nicht|keine?|ob|wenn|falls|muss|müssen|soll|sollte|wird|werden|können|kann)\b|\?", re.IGNORECASE
)
_ABBREVIATED: Final = later(r"\b(Abs|Nr|Art|Buchst|Bst|Ziff)\.[ ](?=[0-9a-z])")
"""After these a sentence goes on."""
_JOINER: Final = "\u2060"
_BADGE: Final = 4
"""So many words are no sentence but a badge."""


def may_say(text: str, links: Iterable[str], *, words: frozenset[str]) -> bool:
    """Whether a page with this text and these links is worth looking at; takes a tenth of a look.

    `words` are those of `GONE_WORDS` that stand in the text, among others.
    """
    return not words.isdisjoint(GONE_WORDS) or _DISPUTES in text or "europa.eu" in " ".join(links).lower()


def said_in(lines: Iterable[str], links: Iterable[str]) -> Iterator[Said]:
    """All of it in the lines of a page and in the addresses of its links."""
    for address in links:
        if _ODR_LINK().search(address):
            yield Said(kind="odr_link", text=address)
    for line in lines:
        for sentence in sentences(_ABBREVIATED().sub(rf"\1.{_JOINER}", line)):
            yield from _in_sentence(sentence.replace(_JOINER, " "))


def today(text: str) -> str:
    """What a statute that is gone is called today."""
    if _ON_DATA().match(text):
        return TODAY["TTDSG"]
    return next(name for gone, name in TODAY.items() if gone in text)


def _in_sentence(sentence: str) -> Iterator[Said]:
    if not _GONE().search(sentence):
        for match in _DEAD().finditer(sentence):
            if not _is_quoted(sentence, match.start()):
                yield Said(kind="dead_name", text=match[0], applied=bool(_APPLIED().search(sentence[: match.start()])))
        if word := _ODR_WORD().search(sentence):
            yield Said(kind="odr_word", text=word[0])
    claim = _CLAIM().search(sentence)
    if claim and not _UNSURE().search(sentence) and (_OURS().search(sentence) or len(sentence.split()) <= _BADGE):
        yield Said(kind="accessibility", text=claim[0])


def _is_quoted(sentence: str, position: int) -> bool:
    """Whether a place stands between quotation marks."""
    before = sentence[:position]
    return before.rfind("„") > max(before.rfind("“"), before.rfind("”")) or before.count('"') % 2 == 1
