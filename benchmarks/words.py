"""Words that made-up posts of an office service consist of. They mean nothing; they decline correctly.

Adjectives stand as they follow a definite article in the nominative; verbs govern the accusative and cannot be
separated, so that every sentence pattern may take any of them.
"""
# ruff: noqa: SIM905 — a list of words is read and added to as a list of words

from __future__ import annotations

from typing import Final

FIRST: Final = tuple(
    """Rechnungs Termin Kunden Post Reise Vertrags Projekt Akten Telefon Konten Beleg Angebots Quartals Jahres Wochen
    Monats Büro Lieferanten Mitglieder Seminar Urlaubs Spesen Adress Auftrags Kassen Bestell Dienst Honorar Stunden
    Messe Gäste Schlüssel Vorrats Versand Umzugs Förder Übergabe Rückruf""".split()
)
"""First parts of compounds."""

FEMININE: Final = tuple(
    """liste ablage planung übersicht prüfung vorlage pflege erfassung frist abstimmung sammlung suche auswertung
    besprechung vereinbarung annahme verwaltung kartei""".split()
)
MASCULINE: Final = tuple(
    "plan ordner bericht ablauf entwurf stapel vermerk kalender abgleich bedarf auftrag wechsel beleg überblick".split()
)
NEUTER: Final = tuple("verzeichnis protokoll formular postfach gespräch blatt schreiben paket register heft".split())

ADJECTIVES: Final = tuple(
    """gute neue kleine einfache sichere schnelle saubere ruhige sparsame moderne gründliche verlässliche passende
    genaue vollständige vorläufige übliche häufige seltene frühe späte kurze lange ehrliche klare überraschende
    nützliche mühsame größere nötige mögliche wöchentliche gemeinsame offene dringende doppelte""".split()
)
VERBS: Final = tuple(
    """erleichtert verkürzt ersetzt ergänzt ordnet klärt begleitet sichert vereinfacht beschleunigt verändert bestimmt
    verlangt begrenzt beschreibt verbessert verhindert erfordert schützt überholt""".split()
)
INFINITIVES: Final = tuple(
    """ordnen prüfen ablegen ergänzen abgleichen vorbereiten versenden kürzen sortieren übertragen zusammenfassen
    abschließen erneuern planen vergleichen nachreichen freigeben drucken verteilen besprechen""".split()
)
ADVERBS: Final = tuple(
    """oft selten meist gewöhnlich inzwischen trotzdem deshalb zunächst später danach gleichzeitig vermutlich
    tatsächlich außerdem schließlich erfahrungsgemäß üblicherweise möglichst ungefähr nebenbei""".split()
)
TOWNS: Final = tuple(
    """Altenmühl Brachfelde Dornbach Eichgrund Föhrenau Grünhagen Hohenlinde Krähenwinkel Lerchental Moosrode Neuenbrück
    Ostersiel Quellstadt Rübenach Schönweiler Tannried Überfelde Weißenborn""".split()
)
PEOPLE: Final = ("Maren Köhler", "Jonas Weiß", "Şeyma Öztürk", "Frauke Lüders", "Benedikt Groß")
MONTHS: Final = ("Januar", "März", "Mai", "Juni", "August", "Oktober", "Dezember")

CATEGORIES: Final = ("Organisation", "Buchhaltung", "Kundschaft", "Technik", "Reisen", "Aktuelles")
TAGS: Final = tuple(
    """Ablage Abrechnung Adressen Akten Angebote Archiv Assistenz Aufgaben Auftrag Belege Beratung Besprechung Bewerbung
    Briefe Computer Datenschutz Dienstreise Dokumente Einkauf Fristen Hotel Inventur Kalender Kasse Konto Kunden Lager
    Mahnung Notizen Ordnung Personal Postfach Projekte Protokoll Rechnung Seminar Steuer Telefon Urlaub
    Vertretung""".split()
)
"""Without umlauts, as categories are: programs spell those differently in addresses, and addresses are compared."""

PAGES: Final = (
    *("Leistungen", "Preise", "Über uns", "Kontakt", "Impressum", "Datenschutz"),
    *("Anfahrt", "Referenzen", "Partner", "Ablauf", "Häufige Fragen", "Barrierefreiheit"),
)
