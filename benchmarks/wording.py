"""Every German sentence of the comparison. Braces are filled by whoever prints."""

from __future__ import annotations

from typing import Final

from benchmarks.changes import Change

HELP: Final = (
    "Baut dieselbe deutsche Website mit mehreren Programmen, immer abwechselnd, und vergleicht Zeit und Speicher. Was "
    "die Zahlen bedeuten, steht in docs/geschwindigkeit.md."
)
POSTS_OPTION: Final = "Wie viele Beiträge die Website hat, mindestens 3; mehrmals möglich. Ohne Angabe 100 und 1000."
ROUNDS_OPTION: Final = "Wie viele Runden gezählt werden. Ohne Angabe 5."
WARMUP_OPTION: Final = "Wie viele Runden vorher nicht gezählt werden. Ohne Angabe 1."
PEERS_OPTION: Final = "Welche Programme, durch Kommas getrennt: {peers}. Ohne Angabe alle."
PATIENCE_OPTION: Final = (
    "Wie viele Sekunden vor jedem Bau höchstens darauf gewartet wird, dass der Rechner ruht. Ohne Angabe 3."
)
JSON_OPTION: Final = "Schreibt alle Messungen und die Mediane in diese Datei."
FOLDER_OPTION: Final = "Der Ordner für die anderen Programme und die Websites. Ohne Angabe .sitegen-bench."

INSTALLING: Final = "Hugo und Pelican werden in einer eigenen Umgebung eingerichtet …"
ROUND_DONE: Final = "{posts} Beiträge: Runde {round} von {rounds} ist gemessen."
VERSIONS: Final = "Verglichen wurden {versions} auf {machine} mit {cores} Kernen und Python {python}."

NOT_INSTALLED: Final = "Hugo und Pelican ließen sich nicht einrichten. Was dabei geschah, steht oben."
NOT_HERE: Final = "Dieser Vergleich läuft unter Linux und macOS; Windows sagt nicht, was ein Programm verbraucht hat."
UNKNOWN_PEER: Final = "„{name}“ ist keines der Programme. Es gibt {known}."
FAILED: Final = "„{command}“ endete mit {code}. Zuletzt stand da:\n{said}"
WRONG: Final = (
    "{program} hat nicht getan, was verglichen werden soll. {what}: erwartet {wanted}, gefunden {found} (in {where}). "
    "Zahlen gibt es deshalb keine."
)
WRONG_ADDRESSES: Final = (
    "{one} und {other} haben nicht dieselben Seiten gebaut; {number} gibt es nur bei einem von beiden, etwa {example}. "
    "Zahlen gibt es deshalb keine."
)

PAGES_MADE: Final = "Seiten"
BODY_SHOWN: Final = "Der neue Satz mit deutschen Anführungszeichen auf der Seite des Beitrags"
TITLE_SHOWN: Final = "Seiten mit dem neuen Titel"
LAYOUT_SHOWN: Final = "Seiten mit dem neuen Rahmen"
IN_FEED: Final = "Beiträge in feed.xml"
IN_SITEMAP: Final = "Beiträge in sitemap.xml"

ABOVE_TABLE: Final = (
    "{posts} Beiträge, bei allen dieselben {html} Seiten. {medians}, bei Sekunden in Klammern das "
    "Kleinste und das Größte; „gegen Hugo“ ist der Median der Verhältnisse je Runde."
)
ONE_ROUND: Final = "Gemessen in einer einzigen Runde"
ROUNDS: Final = "Mediane aus {rounds} Runden"
COLUMNS: Final = (
    *("Änderung", "Programm", "Sekunden", "Rechenzeit (s)", "Speicher (MiB)"),
    *("Zeit gegen Hugo", "Speicher gegen Hugo", "fremde Last (Kerne)"),
)
CHANGES: Final = {
    Change.COLD: "alles neu",
    Change.NOTHING: "nichts geändert",
    Change.BODY: "Text eines Beitrags",
    Change.TITLE: "Titel eines Beitrags",
    Change.LAYOUT: "Rahmen aller Seiten",
}
NO_FIGURE: Final = "–"
