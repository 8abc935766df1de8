"""Sentences of the codes SG0xx: the site as a folder, and files that commands make or mend."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG001",
        severity=Severity.ERROR,
        message="Hier liegt keine Website: In „{folder}“ gibt es keine Datei „site.yaml“.",
        cure=(
            "Wechseln Sie in den Ordner Ihrer Website oder nennen Sie ihn mit „--site ORDNER“. "
            "Eine neue Website legen Sie so an:\nsitegen new mein-buero"
        ),
        explanation=(
            "Eine Website ist ein Ordner, in dem die Datei „site.yaml“ liegt; daran erkennt sitegen, wo sie beginnt. "
            "Ohne „--site“ wird im aktuellen Ordner gesucht und dann in den Ordnern darüber, Sie können also auch in "
            "„content/blog“ stehen. Mit „--site“ gilt genau der genannte Ordner.\n\n"
            "Beispiel: sitegen build --site mein-buero"
        ),
    ),
    Entry(
        code="SG002",
        severity=Severity.ERROR,
        message="Der Ordner „{folder}“ ist nicht leer.",
        cure="Nennen Sie einen neuen oder einen leeren Ordner. Es wurde nichts verändert.",
        explanation=(
            "„sitegen new“ legt eine neue Website an und überschreibt dabei niemals etwas. Darum muss der Ordner neu "
            "oder leer sein; ein frisch geholtes, leeres Git-Archiv zählt als leer.\n\n"
            "Beispiel: sitegen new mein-buero"
        ),
    ),
    Entry(
        code="SG003",
        severity=Severity.ERROR,
        message="Die Datei „{path}“ gibt es schon.",
        cure="Wählen Sie einen anderen Titel oder Namen, oder bearbeiten Sie die vorhandene Datei. Es wurde nichts verändert.",
        explanation=(
            "Der Name einer neuen Datei entsteht aus dem Titel, ebenso ihre Adresse auf der Website. Zwei Beiträge mit "
            "demselben Titel hätten dieselbe Adresse, auch wenn sie von verschiedenen Tagen sind. „sitegen add“, "
            "„sitegen new“ und „sitegen inbox new“ überschreiben niemals etwas."
        ),
    ),
    Entry(
        code="SG004",
        severity=Severity.ERROR,
        message="Die Datei „{path}“ gibt es nicht.",
        cure="Prüfen Sie den Namen und den Ordner.{hint}",
        explanation=(
            "„sitegen fix“ sucht die Datei zuerst im aktuellen Ordner und dann im Ordner der Website. Sie können den "
            "Pfad also so abschreiben, wie er in einer Meldung steht.\n\n"
            "Beispiel: sitegen fix content/blog/2026-11-24-rechnungen.md"
        ),
    ),
    Entry(
        code="SG005",
        severity=Severity.ERROR,
        message="„{path}“ ist keine Markdown-Datei.",
        cure="„sitegen fix“ bearbeitet nur Texte, deren Name auf „.md“ endet. Es wurde nichts verändert.",
        explanation=(
            "„sitegen fix“ fügt in eingefügten Texten Leerzeilen zwischen den Absätzen ein. In anderen Dateien, etwa "
            "in „site.yaml“, könnten solche Zeilen den Sinn verändern; darum bleiben sie unberührt."
        ),
    ),
    Entry(
        code="SG006",
        severity=Severity.ERROR,
        message="„{path}“ lässt sich nicht lesen oder schreiben: {reason}.",
        cure=(
            "Prüfen Sie, ob Sie dort schreiben dürfen, ob ein anderes Programm die Datei geöffnet hat und ob noch Platz "
            "frei ist."
        ),
        explanation=(
            "Das Betriebssystem hat den Zugriff verweigert. Häufig ist die Datei in einem anderen Programm geöffnet, "
            "gehört einem anderen Benutzer, oder auf dem Datenträger ist kein Platz mehr. Was schon da war, bleibt, "
            "wie es ist; ein unterbrochener Bau wird beim nächsten Befehl zu Ende geführt."
        ),
    ),
    Entry(
        code="SG007",
        severity=Severity.ERROR,
        message="Aus dem Titel „{title}“ lässt sich kein Dateiname bilden.",
        cure="Der Titel braucht mindestens einen Buchstaben oder eine Ziffer.",
        explanation=(
            "Der Dateiname und die Adresse entstehen aus dem Titel: Umlaute werden umschrieben, Leerzeichen werden zu "
            "Bindestrichen, andere Zeichen fallen weg. Bleibt nichts übrig, fehlt der Name.\n\n"
            "Beispiel: „Tipp #3 für Sie“ wird zu „tipp-3-fuer-sie“."
        ),
    ),
)
