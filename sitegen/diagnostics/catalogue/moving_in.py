"""Sentences of the codes SG680 to SG689: exports of other programs that cannot be taken in."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_EXPORT: Final = (
    "In WordPress unter „Werkzeuge → Daten exportieren“ wählen Sie „Alle Inhalte“ und laden die Datei herunter. Bei "
    "WordPress.com heißt der Punkt „Werkzeuge → Exportieren“ und gibt eine ZIP-Datei; auch die wird gelesen."
)

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG680",
        severity=Severity.ERROR,
        message="Diese Datei ist kein Export aus WordPress.",
        cure="{cure}",
        explanation=(
            f"{_EXPORT} Statt der Datei kommt manchmal eine Fehlerseite oder eine leere Datei an, wenn der alte Webspace zu "
            "wenig Speicher oder Zeit hat; dann helfen mehrere Exporte nacheinander: Beiträge, Seiten und Medien einzeln."
        ),
    ),
    Entry(
        code="SG681",
        severity=Severity.ERROR,
        message="Die Datei {path} gibt es nicht.",
        cure="Prüfen Sie Namen und Ordner; am einfachsten ziehen Sie die Datei in das Fenster, in dem Sie tippen.",
        explanation=_EXPORT,
    ),
    Entry(
        code="SG682",
        severity=Severity.ERROR,
        message="Die Datei legt eigene Kürzel fest (Entities). Das tut kein Export aus WordPress, wohl aber ein Angriff.",
        cure="Laden Sie den Export noch einmal in WordPress herunter, und fragen Sie, von wem diese Datei ist.",
        explanation=(
            "Mit Kürzeln, die für Kürzel stehen, lässt sich aus einer kleinen Datei ein Text machen, der jeden Speicher "
            "füllt, oder eine fremde Datei hineinziehen. Gelesen wird sie deshalb nicht."
        ),
    ),
    Entry(
        code="SG683",
        severity=Severity.ERROR,
        message="Ausgepackt hat die Datei mehr als {most}.",
        cure="Exportieren Sie Beiträge, Seiten und Medien in WordPress einzeln, und importieren Sie die Dateien nacheinander.",
        explanation="So groß wird ein Export auch mit Tausenden Beiträgen nicht; Bilder sind keine darin. Darum hält das Programm hier an.",
    ),
    Entry(
        code="SG684",
        severity=Severity.ERROR,
        message="Die ZIP-Datei lässt sich nicht auspacken.",
        cure="Laden Sie sie noch einmal herunter, oder packen Sie sie selbst aus und nehmen Sie die XML-Datei darin.",
        explanation="Die Datei ist unvollständig, beschädigt oder mit einem Passwort versehen.",
    ),
    Entry(
        code="SG685",
        severity=Severity.ERROR,
        message="Den Ordner {path} gibt es nicht.",
        cure="Hinter --uploads gehört der Ordner „uploads“ aus „wp-content“ Ihres alten Webspaces, so wie er dort liegt.",
        explanation=(
            "Ein Export enthält keine Bilder, nur ihre Adressen. Die Dateien liegen auf dem Webspace in wp-content/uploads, nach "
            "Jahr und Monat geordnet; holen können Sie den Ordner mit jedem FTP-Programm."
        ),
    ),
)
