"""Sentences about pictures that a visitor reads. Shared by Germany, Austria and Switzerland, so none holds an ß."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "picture_ai": Sentence("Mit KI erstellt"),
    "picture_origin": Sentence("Herkunft des Bildes"),
    "picture_shown_on": Sentence("Zu sehen auf:"),
    "picture_no_credit": Sentence("Ohne Angabe"),
    "credits_none": Sentence("Auf dieser Website sind keine Bilder zu sehen."),
}
