"""What the pages of a preview say that are none of the site: findings, an apology, waiting, and nothing found."""

from __future__ import annotations

from typing import Final

FINDINGS_TITLE: Final = "Hier ist etwas zu ändern"
FINDINGS_LEAD: Final = "Sobald Sie die Datei geändert und gespeichert haben, erscheint hier wieder Ihre Website."
LAST_GOOD: Final = "Letzten guten Stand ansehen"
LAST_GOOD_BAR: Final = "Sie sehen den letzten guten Stand."
BACK_TO_FINDINGS: Final = "Zurück zu den Befunden"
CURE: Final = "Abhilfe: "
LINE: Final = "Zeile {line}"
APOLOGY_TITLE: Final = "In sitegen selbst ist etwas schiefgegangen"
APOLOGY: Final = (
    "An Ihren Texten liegt es nicht. Ein Bericht für die Fehlersuche liegt dort, wo die Vorschau läuft. "
    "Bei der nächsten Änderung wird es noch einmal versucht."
)
WAITING_TITLE: Final = "Ihre Website wird gerade gebaut"
WAITING: Final = "Gleich erscheint sie hier von selbst."
MISSING_TITLE: Final = "Diese Seite gibt es nicht"
MISSING: Final = "Unter dieser Adresse hat Ihre Website nichts."
REFUSED_TITLE: Final = "Hier antwortet die Vorschau nicht"
REFUSED: Final = (
    "Sie zeigt Ihre Website nur auf diesem Rechner. Die richtige Adresse steht dort, wo die Vorschau läuft."
)
NO_FORMS_TITLE: Final = "In der Vorschau wird nichts versendet"
NO_FORMS: Final = "Formulare lassen sich erst auf der veröffentlichten Website absenden."
