"""Every German sentence of the report of a run. Braces are filled by whoever writes the report."""

from __future__ import annotations

from typing import Final

UNCHANGED: Final = "Ihre Website ist unverändert online."
NOT_YET: Final = "Ihre Website ist noch nicht online."
TO_CHANGE: Final = ("Eine Sache ist zu ändern:", "{count}\u00a0Dinge sind zu ändern:")
"""For one, for several."""
NO_FAULT: Final = "An Ihren Texten liegt es nicht, soweit es zu erkennen ist. Der Lauf ist nicht bis zum Ende gekommen."
CRASHED: Final = "In sitegen selbst ist etwas schiefgegangen; an Ihren Texten liegt es nicht."
TRY_AGAIN: Final = "Oft hilft es, den Lauf zu wiederholen. Bleibt es dabei, steht im Protokoll, woran es liegt: {url}"
TRANSFER: Final = (
    "Die Website ist gebaut und in Ordnung, aber das Veröffentlichen wurde nicht fertig. Der nächste Lauf holt es nach."
)
GOOD: Final = "Ihre Website ist in Ordnung."
PLACE: Final = "{file}, Zeile\u00a0{line}"
WHOLE_SITE: Final = "Die ganze Website"
TO_DO: Final = "So geht es:"
EDIT: Final = "Diese Zeile bearbeiten"
EDIT_FILE: Final = "Diese Datei bearbeiten"
MORE: Final = ("Und eine weitere Sache; sie steht im Protokoll.", "Und {count}\u00a0weitere; sie stehen im Protokoll.")
MINOR: Final = (
    "Außerdem aufgefallen: eine Kleinigkeit, die nichts aufhält",
    "Außerdem aufgefallen: {count}\u00a0Kleinigkeiten, die nichts aufhalten",
)
CLOSES_ITSELF: Final = (
    "Nach Ihrer Änderung wird die Website von selbst neu gebaut. Gelingt das, schließt sich diese Meldung."
)

ISSUE_TITLE: Final = "Die Website konnte nicht aktualisiert werden"
ISSUE_DONE: Final = "Erledigt: Ihre Website ist wieder auf dem neuesten Stand."

PROPOSAL_TITLE: Final = "Es gibt eine neue Fassung von sitegen"
PROPOSAL_DONE: Final = "Erledigt: Ihre Website wird mit der neuesten Fassung gebaut."

NO_KEY: Final = (
    "Ohne Zugriffsschlüssel wird keine Meldung angelegt. Wie Sie ihn hinterlegen, steht in docs/pipelines.md."
)
NOT_TOLD: Final = "Die Meldung konnte nicht angelegt werden: {reason}"
ISSUE_OPENED: Final = "Eine Meldung ist angelegt: {url}"
ISSUE_CHANGED: Final = "Die offene Meldung ist auf dem neuesten Stand: {url}"
ISSUE_CLOSED: Final = "Die offene Meldung ist geschlossen: {url}"
NOTHING_TO_TELL: Final = "Es gibt nichts zu melden."
