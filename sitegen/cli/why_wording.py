"""Every German sentence of `sitegen why`. Braces are filled by whoever prints."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Zeigt, warum der letzte Bau eine Seite neu gemacht hat oder stehen ließ, und was der nächste mit ihr täte. "
    "Gebaut wird dabei nichts."
)
PAGE_METAVAR: Final = "SEITE"

LAST_MADE: Final = "{output} wurde beim letzten Bau neu gemacht: {reason}"
LAST_STOOD: Final = "{output} blieb beim letzten Bau, wie sie war: Nichts, wovon sie abhängt, ist anders."
NEVER: Final = "{output} gibt es noch nicht."
NEXT_MADE: Final = "Der nächste Bau macht sie neu: {reason}"
NEXT_STANDS: Final = "Der nächste Bau lässt sie stehen."
REASONS: Final = {
    "new": "Es gab sie vorher nicht.",
    "layouts": "Ein Layout oder site.yaml ist anders als zuvor.",
    "subject": "Titel, Datum, Adresse oder etwas anderes im Kopf ihres Textes ist anders als zuvor.",
    "body": "Ihr Text ist anders als zuvor.",
    "answer": "Was sie von der übrigen Website zeigt, ist anders als zuvor: {question}",
    "file": "Die Datei fehlte, oder jemand anderes hatte sie geändert.",
    "policy": "Die Website lädt anderes als zuvor; die Regel dafür steht in jeder Seite.",
}
ASKED: Final = "Ihr Layout fragt die Website:"
ASKED_NOTHING: Final = "Ihr Layout fragt die Website nichts."
UNNAMED: Final = "etwas, das keinen eigenen Namen hat"
