"""Soft hyphens between the words of long German compounds, so that a large heading breaks where a reader would.

Browsers hyphenate by patterns, and patterns break „Datenschutzer-klärung“. Here a word is parted only at seams that are
known: before a second part, after a first part, or as the list says. A word without a known seam stays whole; a wrong
break is worse than none. Never for titles in tabs, alternative texts, feeds or addresses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import Final

SOFT: Final = "\u00ad"
LONG: Final = 14
"""Letters from which on a word is parted."""
LEAST: Final = 4
"""Letters that stay together on either side."""

_WORD: Final = re.compile(rf"[^\W\d_]{{{LONG},}}")

_SPELT: Final = """
    Auftrags|verarbeitung Auftrags|verarbeitungs|vertrag Barriere|freiheits|erklärung Barriere|freiheit
    Daten|schutz|erklärung Daten|schutz|hinweise Daten|schutz|beauftragte Daten|sicherung
    Umsatz|steuer|identifikations|nummer Klein|unternehmer|regelung Klein|unternehmerin Geschäfts|bedingungen
    Widerrufs|belehrung Verschwiegenheits|erklärung Verbraucher|streit|beilegung Einzel|unternehmerin
    Schein|selbstständigkeit Schein|selbständigkeit Selbst|ständigkeit Büro|kommunikation Wiedervorlage|liste
    Zusammen|arbeit Jahres|abschluss Zwischen|bilanz Buch|haltungs|unterlagen Reise|kosten|abrechnung
    Kranken|versicherung Rechnungs|stellung Zeit|erfassung
"""
"""Words of sites like these that the parts below would miss or part too often."""

_FIRST: Final = """
    abonnenten ablage adress anfragen angebots anmelde arbeits assistenz aufgaben auftrags ausgaben barriere
    bearbeitungs beleg bestands besprechungs betriebs bewerbungs bild blog brief buchhaltungs büro checklisten
    computer daten datenschutz dienstleistungs digital dokumenten einnahmen einkaufs einzel erfahrungs
    erinnerungs existenz feedback feiertags firmen forderungs freigabe geschäfts gesprächs gewerbe grund
    gründungs haupt haus homepage honorar inhalts internet jahres kalender kassen klein kommunikations
    konferenz konto kontakt kosten kranken kunden leistungs liefer lohn mahn marketing material mitarbeiter
    monats nachmittags netzwerk newsletter online ordner ordnungs organisations partner passwort personal
    planungs post postfach preis privat probe projekt prozess quartals rechnungs recherche rechts redaktions
    reise sammel schreib schreibtisch schutz selbst service sprach steuer stamm stunden tages tätigkeits team
    telefon termin text übergabe umsatz umsatzsteuer unternehmens unternehmer unterlagen urlaubs
    veranstaltungs verantwortungs verbraucher vereins vertrags vertretungs verwaltungs video vorbereitungs
    vorlagen warte webseiten website werbe werkzeug wochen zahlungs zeit zugangs zusatz
"""
"""First parts with the joint that belongs to them."""

_LAST: Final = """
    ablage abrechnung abrechnungen abschluss adresse agentur analyse anfrage anfragen angebot anleitung arbeit
    archiv assistentin assistenz aufgabe aufgaben auftrag aufwand ausgleich auswertung beantwortung
    bearbeitung bedingungen begleitung belehrung beratung bereich bericht beschreibung besprechung bestätigung
    betreuung buchhaltung büro checkliste daten dienst dienste dienstleister dienstleistung dienstleistungen
    entwurf erfassung erinnerung erklärung erstellung fehler formular fragen führung geschäft gespräch
    gestaltung handbuch hinweis hinweise identifikation kalender kommunikation konto kontrolle kosten kunden
    laufzeit leistung leistungen liste listen management marketing nachweis nummer ordnung organisation pakete
    paket pause pflege plan planung politik postfach preise prozess prüfung recherche rechnung rechnungen
    redaktion regelung sammlung schreiben schutz seite seiten sicherheit sicherung steuer stunde stunden suche
    system tabelle tag tage termine texte übergabe überblick übersicht umsatz unterlagen unternehmen
    unternehmerin unterstützung urlaub verarbeitung verantwortung vereinbarung vergleich verkauf vermittlung
    versand versicherung verteilung vertrag vertretung verwaltung verzeichnis vorbereitung vorlage vorlagen
    wechsel wirtschaft zahlung zeiten zeit zugang zugänge
"""
"""Last parts, with the plurals that occur."""


def soft_hyphens(text: str) -> str:
    """`text` with soft hyphens in its long compounds; the same again for a text that has them already."""
    if SOFT in text:
        return text
    return " ".join([_with_its_signs(word) if len(word) >= LONG else word for word in text.split(" ")])


@lru_cache(maxsize=2048)
def _with_its_signs(word: str) -> str:
    """A word as it stands between spaces, maybe in quotation marks or several with hyphens."""
    return _WORD.sub(lambda letters: _parted(letters[0]), word)


def _parted(word: str) -> str:
    known = word.lower()
    seams = _spelt_seams().get(known) or _seams(known)
    return _joined(word, seams) if seams else word


@lru_cache(maxsize=1)
def _spelt_seams() -> dict[str, tuple[int, ...]]:
    found = {}
    for spelt in _SPELT.split():
        parts = spelt.split("|")
        found["".join(parts).lower()] = tuple(sum(map(len, parts[:count])) for count in range(1, len(parts)))
    return found


@lru_cache(maxsize=1)
def _parts() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """First parts by the letters they begin with and last parts by those they end with, longer ones first."""
    firsts, lasts = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for part in sorted(_FIRST.split(), key=len, reverse=True):
        firsts[part[:LEAST]].append(part)
    for part in sorted(_LAST.split(), key=len, reverse=True):
        lasts[part[-LEAST:]].append(part)
    return firsts, lasts


def _seams(word: str) -> tuple[int, ...]:
    """Positions between known parts: the longest known part from the front, and the longest from the back."""
    firsts, lasts = _parts()
    front = next((len(part) for part in firsts.get(word[:LEAST], ()) if word.startswith(part)), 0)
    back = next((len(word) - len(part) for part in lasts.get(word[-LEAST:], ()) if word.endswith(part)), 0)
    if front and back and front > back:
        front = 0
    seams = {seam for seam in (front, back) if LEAST <= seam <= len(word) - LEAST}
    return tuple(sorted(seams)) if len(seams) < 2 or abs(front - back) >= LEAST else (back,)  # noqa: PLR2004 - a pair


def _joined(word: str, seams: tuple[int, ...]) -> str:
    edges = (0, *seams, len(word))
    return SOFT.join(word[start:end] for start, end in pairwise(edges))
