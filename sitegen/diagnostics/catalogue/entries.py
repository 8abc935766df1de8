"""Sentences of the codes SG18x: values that are each right by themselves and wrong together, and data files."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG180",
        severity=Severity.WARNING,
        message="Der Beitrag wurde überarbeitet, bevor er erschienen ist: „updated“ liegt vor „date“.",
        cure="Prüfen Sie beide Daten; vielleicht ist nur das Jahr vertauscht.",
        explanation=(
            "„date:“ ist der Tag, an dem der Beitrag erscheint, „updated:“ der Tag der letzten Überarbeitung. Besucher sehen "
            "beide, und Feeds sortieren danach."
        ),
    ),
    Entry(
        code="SG181",
        severity=Severity.ERROR,
        message="Der Beitrag läuft ab, bevor er erscheint: „expires“ liegt nicht hinter „date“.",
        cure="Setzen Sie „expires:“ auf einen späteren Tag, oder löschen Sie die Zeile.",
        explanation="Ab dem Zeitpunkt hinter „expires:“ steht der Beitrag nicht mehr auf der Website; so wäre er nie zu sehen.",
    ),
    Entry(
        code="SG182",
        severity=Severity.ERROR,
        message="Ab hier ist diese JSON-Datei nicht mehr zu verstehen.",
        cure="Prüfen Sie davor Kommas, Klammern und Anführungszeichen, oder schreiben Sie die Daten als YAML.",
        explanation="JSON duldet weder ein Komma hinter dem letzten Eintrag noch Kommentare. YAML ist von Hand leichter zu schreiben.",
    ),
    Entry(
        code="SG183",
        severity=Severity.ERROR,
        message="Diese Datei und {other} unterscheiden sich nur in der Endung.",
        cure="Benennen Sie eine der beiden um, oder löschen Sie sie.",
        explanation="Vorlagen fragen nach den Daten mit dem Namen ohne Endung; bei zweien wäre nicht klar, welche gemeint sind.",
    ),
    Entry(
        code="SG184",
        severity=Severity.WARNING,
        message="Diese Datei wird nicht gelesen: Mit ihrer Endung ist nichts anzufangen.",
        cure="Unter content/data/ liegen Daten als YAML (.yaml), JSON (.json) oder CSV (.csv). Alles andere gehört woandershin.",
        explanation=(
            "Aus den Dateien unter content/data/ holen sich Vorlagen ihre Listen. Bilder gehören nach content/pictures/, "
            "Dateien zum Herunterladen neben den Text oder nach static/."
        ),
    ),
    Entry(
        code="SG185",
        severity=Severity.ERROR,
        message="Ab dieser Zeile oder kurz davor ist die CSV-Datei nicht zu verstehen.",
        cure="Prüfen Sie, ob ein gerades Anführungszeichen geöffnet, aber nicht geschlossen wird.",
        explanation=(
            "In CSV-Dateien stehen Werte zwischen Strichpunkten oder Kommas. Beginnt ein Wert mit einem geraden "
            "Anführungszeichen, reicht er bis zum nächsten, auch über Zeilen hinweg; ein Anführungszeichen im Wert wird verdoppelt."
        ),
    ),
)
