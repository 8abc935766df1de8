"""The German sentences of notes: what of a text could not be carried over as it was, and what has become of it."""

from __future__ import annotations

from typing import Final

from sitegen.importers.html.notes import Note

NOTES: Final = {
    "script_dropped": "Ein Skript ist weggelassen: {excerpt}",
    "drawing_dropped": "Eine Zeichnung oder Formel ist weggelassen: {excerpt}",
    "form_dropped": "Ein Formular ist weggelassen; richten Sie es neu ein: {excerpt}",
    "element_dropped": "Das ist weggelassen: {excerpt}",
    "picture_dropped": "Ein Bild fehlt: {excerpt}",
    "tracker_dropped": "Ein unsichtbares Zählbild ist weggelassen: {excerpt}",
    "embed_kept_as_link": "Statt der Einbettung steht jetzt ein Verweis: {excerpt}",
    "link_dropped": "Ein Verweis führte ins Leere; nur seine Wörter sind geblieben: {excerpt}",
    "link_dangerous": "Ein Verweis, der kein sicherer ist, ist weggelassen; nur seine Wörter sind geblieben: {excerpt}",
    "list_numbers": "Eine Liste zählte mit Buchstaben, römisch oder rückwärts; jetzt zählt sie 1, 2, 3: {excerpt}",
}
"""A sentence for each kind of note; `{excerpt}` says what it was about."""


def note_sentence(note: Note) -> str:
    """What `note` says to the owner."""
    return NOTES[note.kind].format(excerpt=note.excerpt).removesuffix(": ") + ("" if note.excerpt else ".")
