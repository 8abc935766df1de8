"""Sentences of the codes SG670 to SG679: setting up pipelines, and raising the version a site is built with."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG670",
        severity=Severity.WARNING,
        message="{path} haben Sie geändert. Ihre Fassung bleibt.",
        cure=(
            "Die neue Fassung liegt zum Vergleichen in {beside}. Soll sie Ihre ersetzen, rufen Sie denselben Befehl mit "
            "--force auf."
        ),
        explanation=(
            "In der ersten Zeile jeder Datei, die „sitegen publish setup“ schreibt, steht eine Prüfsumme. Stimmt sie "
            "nicht mehr oder fehlt sie, gehört die Datei Ihnen und wird nicht angefasst. Nur unveränderte Dateien werden "
            "beim nächsten Mal durch die neue Fassung ersetzt."
        ),
    ),
    Entry(
        code="SG671",
        severity=Severity.ERROR,
        message="Der {kind} „{name}“ lässt sich in einem Ablauf nicht nennen.",
        cure="Benennen Sie ihn um: Buchstaben ohne Umlaute, Ziffern, Punkte, Striche und Schrägstriche sind möglich.",
        explanation=(
            "Der Name des Zweigs und der Weg zum Ordner der Website stehen in Dateien, die ein fremder Rechner als "
            "Befehle liest. Darum sind dort nur Zeichen erlaubt, die nirgends etwas Besonderes bedeuten."
        ),
    ),
    Entry(
        code="SG672",
        severity=Severity.ERROR,
        message="In requirements.txt steht nicht, mit welcher Version von sitegen diese Website gebaut wird.",
        cure="Legen Sie die Datei an; das tut dieser Befehl:\nsitegen publish setup github",
        explanation=(
            "In requirements.txt steht die genaue Version des Programms, zum Beispiel „sitegen[search]==1.4.0“, und "
            "darunter die seiner Bestandteile. Damit baut jeder Rechner dieselbe Website, und nichts ändert sich von "
            "selbst. „sitegen update“ hebt diese Version an."
        ),
    ),
    Entry(
        code="SG673",
        severity=Severity.ERROR,
        message="Die Fassung {version} von sitegen ließ sich nicht einrichten: {reason}",
        cure="Prüfen Sie die Verbindung und die Angabe, und versuchen Sie es noch einmal. Es wurde nichts geändert.",
        explanation=(
            "Zum Vergleichen werden beide Fassungen eingerichtet, die bisherige und die neue, jede für sich in einem Ordner "
            "unter .sitegen/update. Dafür braucht es eine Verbindung ins Netz. Erst wenn der Vergleich fertig ist, ändert "
            "sich requirements.txt."
        ),
    ),
    Entry(
        code="SG674",
        severity=Severity.ERROR,
        message="Mit sitegen {version} lässt sich Ihre Website noch nicht bauen. Sie bleibt bei der bisherigen Fassung.",
        cure="Das müsste vorher geändert werden:\n{findings}",
        explanation=(
            "Eine neue Fassung kann strenger prüfen als die alte. Darum wird Ihre Website erst einmal nur zur Probe mit ihr "
            "gebaut. Gelingt das nicht, bleibt alles, wie es ist. Ändern Sie, was genannt ist, und rufen Sie "
            "„sitegen update“ noch einmal auf."
        ),
    ),
    Entry(
        code="SG675",
        severity=Severity.ERROR,
        message="Ihre Website lässt sich schon mit der bisherigen Fassung nicht bauen.",
        cure="Das ist zuerst zu ändern:\n{findings}",
        explanation=(
            "Verglichen werden kann nur, was sich bauen lässt. Die Liste ist dieselbe, die „sitegen build“ zeigt."
        ),
    ),
)
