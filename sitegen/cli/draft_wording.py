"""What `sitegen add post --from` says: a text out of Word, its pictures, and what could not come along."""

from __future__ import annotations

from typing import Final

FROM_OPTION: Final = (
    "Übernimmt einen fertigen Text als Beitrag: aus Word (.docx), als reiner Text (.txt) oder als Webseite (.html). "
    "Ohne TITEL gilt die Überschrift des Textes, sonst der Dateiname."
)
FROM_METAVAR: Final = "DATEI"
ONLY_POSTS: Final = "--from gibt es nur für Beiträge: sitegen add post --from {file}"
EXTRA_MISSING: Final = (
    "Um Word-Dokumente zu lesen, fehlt ein Teil dieses Programms. Er kommt so dazu: pip install 'sitegen[import]'"
)
NO_FILE: Final = "Die Datei „{file}“ gibt es nicht."

PICTURE: Final = ("Bild liegt", "Bilder liegen")
PICTURES_BESIDE: Final = "{count} daneben."
ALT_PROMPT: Final = "{path}: Was ist zu sehen? (Enter lässt es offen)"
ALT_MISSING: Final = (
    "Bei {count} fehlt noch, was zu sehen ist. Schreiben Sie es im Text zwischen die eckigen Klammern: ![hier]({name})"
)
WITHOUT_ALT: Final = ("Bild", "Bildern")
NOTES_FOLLOW: Final = "Nicht alles ließ sich übernehmen, wie es war:"
NOTE: Final = "– {sentence}"
MORE_NOTES: Final = "– und {count} weitere Stellen."
NEXT: Final = (
    "Lesen Sie den Text noch einmal durch. Ist er fertig, löschen Sie die Zeile „draft: true“ und bauen: sitegen build"
)
