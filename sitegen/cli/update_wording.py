"""Every German sentence of `sitegen update`. Braces are filled by whoever prints."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Baut Ihre Website mit der bisherigen und mit der neuen Fassung von sitegen, vergleicht beide Seite für Seite und "
    "fragt dann. Erst danach ändert sich requirements.txt. Lässt sich die Website mit der neuen Fassung nicht bauen, "
    "bleibt alles, wie es ist. Von selbst ändert sich nie etwas."
)
TO_OPTION: Final = "Welche Fassung, etwa 1.4.0; auch die Datei oder Adresse eines Pakets. Ohne Angabe die neueste; kommt sitegen aus einer Datei, wird nichts gesucht."
TO_METAVAR: Final = "VERSION"
DRY_RUN_OPTION: Final = "Vergleicht nur."
YES_OPTION: Final = "Fragt nicht nach."
FORMAT_OPTION: Final = "Wie das Ergebnis ausgegeben wird: {forms}. Ohne Angabe als Text."

NEWEST_ALREADY: Final = "Ihre Website wird schon mit der neuesten Fassung gebaut: sitegen {version}."
FROM_A_WHEEL: Final = (
    "Ihre Website wird mit sitegen {version} aus einer Paketdatei gebaut. Gesucht wird darum nichts; haben Sie eine neuere "
    "Datei, nennen Sie sie: sitegen update --to DATEI"
)
COMPARING: Final = "Verglichen werden sitegen {old} und sitegen {new}. Das dauert ein paar Minuten …"
LOOKS_DIFFERENT: Final = ("1\u00a0Seite sieht anders aus:", "{count}\u00a0Seiten sehen anders aus:")
"""For one, for several; none has a sentence of its own."""
NOTHING_DIFFERENT: Final = "0\u00a0Seiten sehen anders aus."
CHANGED: Final = "  {path}  {share}\u00a0% geändert"
GONE: Final = "  {path}  gibt es nicht mehr"
NEW: Final = "  {path}  ist neu"
MORE: Final = "  … und {count}\u00a0weitere"
EVERYWHERE: Final = "Außerdem anders, mit Wirkung auf viele Seiten: {files}."
LOOK: Final = "Zum Vergleichen: {old} und {new}"
ASK: Final = "Neue Fassung übernehmen? [j/N]"
AGREEMENT: Final = ("j", "ja")
TAKEN: Final = "requirements.txt nennt jetzt sitegen {version}. Veröffentlichen Sie wie immer."
LEFT: Final = "Es wurde nichts geändert."

PROPOSAL: Final = "**sitegen {new} ist da; Ihre Website wird mit {old} gebaut.**"
PROPOSAL_TAKE: Final = (
    "Übernehmen: unter „Actions“ den Ablauf „sitegen erneuern“ starten, bei GitLab unter „New pipeline“ die Aufgabe "
    "„sitegen erneuern“ wählen. Nichts ändert sich von selbst."
)
PROPOSAL_NOT_YET: Final = "Mit der neuen Fassung lässt sich Ihre Website noch nicht bauen. Sie bleibt bei der bisherigen; das wäre vorher zu ändern:"
