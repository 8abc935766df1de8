"""What is left of a template in a finished text: filler, notes to oneself, people who do not exist.

Whoever writes about filler puts it in quotes, as code or in the middle of a sentence; none of that is found. Pure;
looks at one block of text at a time (a paragraph, a heading, a cell, the value of a field) and judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

import msgspec

from sitegen.text.patterns import LatePattern, later


class Leftover(StrEnum):
    """What kind of text it is."""

    FILLER = "filler"
    """Words that stand for a text: no finished text holds them, whatever it is about."""
    NOTE = "note"
    """What somebody still wanted to do, or a gap to fill; an article on letters may show one on purpose."""
    SAMPLE = "sample"
    """A person, an address or a number that does not exist; likewise."""


class Placeholder(msgspec.Struct, frozen=True, kw_only=True):
    """One of them."""

    text: str
    """As it stands in the block."""
    kind: Leftover


_QUOTED: Final = later(r"„[^“”„\n]{0,300}[“”]|»[^«»\n]{0,300}«|«[^«»\n]{0,300}»|\"[^\"\n]{0,300}\"|‚[^‘’\n]{0,80}[‘’]")
_MARKUP: Final = r"[\s#>*_\-–·•.:!(\[<]*"
_END: Final = r"[\s.…!*_)\]>]*\Z"
_LATER: Final = r"(?:noch|bald|hier|in[ ]Kürze|demnächst|später|nach)"
_SUBJECT: Final = (
    r"(?:Text|Texte|Inhalt|Inhalte|Beschreibung|Beschreibungen|Bild|Bilder|Foto|Fotos|Preis|Preise|Details|Angaben"
    r"|Näheres|Kontaktdaten|Referenzen|Adresse|(?:Weitere|Mehr)[ ](?:Infos?|Informationen|Texte|Inhalte))"
)
_WEBSITE: Final = r"(?:Seite|Website|Webseite|Homepage|Internetseite|Internetpräsenz)"

_FILLER: Final = later(
    rf"""\b[Ll]orem\ ipsum\ dolor(?:\ sit\ amet)?
    | \A{_MARKUP}(?:[Ll]orem\ [Ii]psum|(?:[Bb]lind|[Pp]latzhalter|[Bb]eispiel|[Dd]ummy)-?[Tt]ext|Platzhalter){_END}
    | \A{_MARKUP}(?:Hier\ )?{_SUBJECT}\ folg(?:t|en)(?:\ {_LATER})*{_END}
    | \A{_MARKUP}Hier\ folg(?:t|en)(?:\ {_LATER})*\ (?:der|die|das|ein|Ihr|dein|mein)?\ ?{_SUBJECT}{_END}
    | \A{_MARKUP}Hier\ (?:steht|stehen|kommt|kommen|könnten?|kann)(?:\ {_LATER})*
      \ (?:[Ii]hre?|[Dd]eine?|ein|der)\ {_SUBJECT}(?:\ (?:hin|rein|hinein|stehen|{_LATER}))*{_END}
    | \A{_MARKUP}Hier\ entsteht(?:\ (?:gerade|bald|in\ Kürze|demnächst))?
      \ (?:m?eine|unsere|die)(?:\ neue)?\ {_WEBSITE}\b
    | \bDi?e?s\ ist\ ein\ (?:Typoblind|Blind|Platzhalter|Beispiel|Dummy)text\b
    | \b[Ii]ch\ bin\ ein\ (?:kleiner\ )?(?:Typoblind|Blind|Platzhalter|Dummy)text\b
    | \bWeit\ hinten,\ hinter\ den\ Wortbergen\b
    | \bÜberall\ dieselbe\ alte\ Leier\.\ Das\ Layout\ ist\ fertig\b
    | \b[Dd]ies\ ist\ (?:[Dd]ein|Ihr)\ erster\ Beitrag\.\ Bearbeite
    | \b[Dd]ies\ ist\ eine\ Beispiel-?[Ss]eite\.\ Sie\ unterscheidet\ sich
    | \A{_MARKUP}(?:Just\ another|(?:Und\ noch|Nur|Eine?)\ (?:eine\ |weitere\ )?(?:andere\ )?)
      \ ?WordPress[- ](?:site|Site|Website|Seite){_END}
    """,
    re.VERBOSE,
)
_NOTE: Final = later(
    rf"""\A{_MARKUP}(?:TODO|FIXME|TBD)\b(?!-)
    | [\[(<{{](?:TODO|FIXME|TBD)\b[^\])>}}]*[\])>}}]
    | (?<![\w-])(?:X{{3,}}|x{{4,}})(?![\w-])
    | \[[^\]\n]{{0,40}}\b(?:ergänzen|einfügen|eintragen|einsetzen|ausfüllen|anpassen)\b[^\]\n]{{0,20}}\]
    | [\[<{{](?:(?:Ihre?|[Dd]eine?|Vor-\ und)\ )?(?:Name|Nachname|Vorname|Firma|Firmenname|Anschrift|Adresse|Straße|Ort
      |PLZ|Datum|E-Mail|E-Mail-Adresse|Telefon|Telefonnummer|Steuernummer)[\]>}}]
    | \bbitte\ (?:noch\ )?(?:hier\ )?(?:ergänzen|ausfüllen|eintragen){_END}
    """,
    re.VERBOSE,
)
_SAMPLE: Final = later(
    r"""\bMuster(?:mann|frau|firma|stadt|hausen|dorf|straße|strasse|str\.|weg|gasse|allee|ort|kanzlei)\b
    | \b(?:Max|Maxi|Erika|Maria|Eva|Anna|Petra|Hans)\ Muster\b
    | \b(?:John|Jane)\ Doe\b
    | (?:\A|(?<=[,·|\n])|(?<=[,·|\n]\ ))12345\ (?=[A-ZÄÖÜ])
    | \b(?:DE|ATU)(?:123456789|12345678|999999999|000000000)\b
    | \bDE(?:00[ ]?0000|12[ ]?3456|XX)\b
    | (?<![\d/])(?:\+\s?49[ ()0/-]{1,5}|0049[ /-]?|0)123[ /-]?[ ]?4?[ /-]?(?:56|456)[\d /-]*
    | [\w.+-]+@(?:muster(?:mann|frau|firma)?|beispiel)\.[a-z]{2,3}\b
    | [\w.+-]+@(?:ihre|deine|meine)-?(?:domain|firma|website|seite)\.[a-z]{2,3}\b
    """,
    re.VERBOSE,
)
_OF_A_KIND: Final = ((Leftover.FILLER, _FILLER), (Leftover.NOTE, _NOTE), (Leftover.SAMPLE, _SAMPLE))

BREAK: Final = "\x1e\n"
"""Stands between two pieces of a text that is only looked at for whether it may hold some."""
_DECISIVE: Final = frozenset(
    {
        *("psum", "Platzhalter", "platzhalter", "Wortbergen", "Leier", "DE00", "DE999", "DEXX"),
        *("TODO", "FIXME", "TBD", "XXX", "xxxx"),
    }
)
_DIFFERS: Final = later(r"Sie\s+unterscheidet")
_BEHIND: Final[Mapping[str, LatePattern]] = {
    "Beispiel-Seite": _DIFFERS,
    "Beispiel-seite": _DIFFERS,
    "BeispielSeite": _DIFFERS,
    "Beispielseite": _DIFFERS,
    "Bearbeite": later(r"erster\s+Beitrag"),
    "Doe": later(r"(?:John|Jane)\s+Doe"),
    "Hier": later(r"Hier[ \u00a0](?:steh|komm|könnte|kann|entsteht|folg)"),
    "Muster": later(
        r"Muster(?:mann|frau|firma|stadt|hausen|dorf|str|weg|gasse|allee|ort|kanzlei)|"
        r"(?:Maxi?|Erika|Maria|Eva|Anna|Petra|Hans)\s+Muster"
    ),
    "WordPress": later(r"WordPress[-\s]+(?:site|Site|Website|Seite)"),
    "xt": later(r"xt(?:(?<=(?:ind|iel|mmy)[Tt]ext)|(?<=(?:ind|iel|mmy)-[Tt]ext))"),
    "ATU": later(r"ATU(?:123|999|000)"),
    "DE12": later(r"DE12\s?3456"),
    "123": later(r"123[\s/-]{0,2}4?[\s/-]?(?:45|56)"),
}
"""Words that stand in many texts, and what must stand beside or beyond them."""
HINTS: Final = _DECISIVE.union(_BEHIND)
"""One of them stands in every text that holds some, or one of the expressions below matches."""
_BEHIND_A_SIGN: Final[Mapping[str, LatePattern]] = {
    "@": later(r"@(?:ihre|deine|meine|beispiel|muster)"),
    "[": later(r"\[\W*[A-Za-zÄÖÜ][^\]<>\"\x1e]{1,60}[\]>}]"),
    "{": later(r"\{(?:[A-Z]|deine?\s)[^}<>\x1e]{1,30}[\]>}]"),
    "<": later(r"<(?:Ihr|[Dd]ein|Name|Firm|Vor|Nach|Ans|Adr|Str|Ort|PLZ|Dat|E-M|Tel|Ste)"),
    "&": later(r"&lt;[A-Z]"),
    "folg": later(r"folg(?:t|en)\b[^<>\x1e]{0,40}(?:[<\x1e]|\Z)"),
    "itte": later(r"itte[ \u00a0](?:noch[ \u00a0]|hier[ \u00a0])*(?:ergänzen|ausfüllen|eintragen)"),
}
"""A sign, or a few letters, are found many times faster than an expression."""


def may_hold_placeholders(text: str, words: frozenset[str]) -> bool:
    """Whether a text, with `BREAK` where a block ends, is worth looking at; takes a tenth of a look.

    `words` are those of `HINTS` that stand in it, among others.
    """
    return (
        not _DECISIVE.isdisjoint(words)
        or any(_BEHIND[word]().search(text) for word in words.intersection(_BEHIND))
        or any(sign in text and form().search(text) for sign, form in _BEHIND_A_SIGN.items())
    )


def placeholders_in(block: str) -> Iterator[Placeholder]:
    """All of them in a block of text, without repeats; what stands in quotes is no part of it."""
    text = without_quoted(block.replace("\u00a0", " "))
    found: dict[str, None] = {}
    for kind, form in _OF_A_KIND:
        for match in form().finditer(text):
            typed = match[0].strip(" \n.…!*_")
            if typed not in found:
                found[typed] = None
                yield Placeholder(text=typed, kind=kind)


def without_quoted(block: str) -> str:
    """The text with dots in place of everything in quotes, as long as it was."""
    return _QUOTED().sub(lambda match: "…" * len(match[0]), block)
