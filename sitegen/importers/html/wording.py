"""The German sentences of notes: what of a text could not be carried over as it was, and what has become of it."""

from __future__ import annotations

from typing import Final

from sitegen.importers.html.notes import Note

NOTES: Final = {
    "letters": "Die Datei war nicht als UTF-8 gespeichert; prüfen Sie die Umlaute, zum Beispiel: {excerpt}",
    "script_dropped": "Ein Skript ist weggelassen: {excerpt}",
    "drawing_dropped": "Eine Zeichnung oder Formel ist weggelassen: {excerpt}",
    "form_dropped": "Ein Formular ist weggelassen; richten Sie es neu ein: {excerpt}",
    "element_dropped": "Das ist weggelassen: {excerpt}",
    "picture_dropped": "Ein Bild fehlt: {excerpt}",
    "tracker_dropped": "Ein unsichtbares Zählbild ist weggelassen: {excerpt}",
    "embed_kept_as_link": "Statt der Einbettung steht jetzt ein Verweis: {excerpt}",
    "embed_dropped": "Eine Einbettung führte ins Leere und ist weggelassen: {excerpt}",
    "poster_dropped": "Das Standbild eines Films ist weggelassen: {excerpt}",
    "track_dropped": "Untertitel, die nicht auf dieser Website liegen, sind weggelassen: {excerpt}",
    "link_dropped": "Ein Verweis führte ins Leere; nur seine Wörter sind geblieben: {excerpt}",
    "link_dangerous": "Ein Verweis war nicht sicher und ist weggelassen; nur seine Wörter sind geblieben: {excerpt}",
    "list_numbers": "Eine Liste zählte mit Buchstaben, römisch oder rückwärts; jetzt zählt sie 1, 2, 3: {excerpt}",
    "formula_dropped": "Eine Formel ist weggelassen: {excerpt}",
    "chart_dropped": "Ein Diagramm ist weggelassen; speichern Sie es als Bild: {excerpt}",
    "contents_dropped": "Das Inhaltsverzeichnis ist weggelassen; seine Seitenzahlen gibt es auf einer Website nicht.",
    "comment_dropped": "Ein Kommentar am Rand ist weggelassen: {excerpt}",
}
"""A sentence for each kind of note; `{excerpt}` says what it was about."""

NOTES_OF_MANY: Final = {
    "script_dropped": "{count} Skripte sind weggelassen: {excerpt}",
    "drawing_dropped": "{count} Zeichnungen oder Formeln sind weggelassen: {excerpt}",
    "form_dropped": "{count} Formulare oder Felder sind weggelassen; richten Sie sie neu ein: {excerpt}",
    "element_dropped": "An {count} Stellen ist etwas weggelassen: {excerpt}",
    "picture_dropped": "{count} Bilder fehlen: {excerpt}",
    "tracker_dropped": "{count} unsichtbare Zählbilder sind weggelassen: {excerpt}",
    "embed_kept_as_link": "Statt {count} Einbettungen stehen jetzt Verweise: {excerpt}",
    "embed_dropped": "{count} Einbettungen führten ins Leere und sind weggelassen: {excerpt}",
    "poster_dropped": "Die Standbilder von {count} Filmen sind weggelassen: {excerpt}",
    "track_dropped": "Untertitel, die nicht auf dieser Website liegen, sind weggelassen: {excerpt}",
    "link_dropped": "{count} Verweise führten ins Leere; nur ihre Wörter sind geblieben: {excerpt}",
    "link_dangerous": (
        "{count} Verweise waren nicht sicher und sind weggelassen; nur ihre Wörter sind geblieben: {excerpt}"
    ),
    "list_numbers": (
        "{count} Listen zählten mit Buchstaben, römisch oder rückwärts; jetzt zählen sie 1, 2, 3: {excerpt}"
    ),
}
"""A sentence for several notes of one kind in one text; `{excerpt}` says what each was about."""


def note_sentence(note: Note) -> str:
    """What `note` says to the owner."""
    sentence = NOTES[note.kind].format(excerpt=note.excerpt)
    return sentence if note.excerpt or sentence.endswith(".") else f"{sentence.rstrip(': ')}."
