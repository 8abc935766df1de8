"""Sentences of the codes SG4xx: addresses, redirects and names that two files want."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG401",
        severity=Severity.ERROR,
        message="Die Adresse {url} wollen zwei haben: diese Datei und {other}.",
        cure="Geben Sie einer der beiden mit „slug:“ eine andere Adresse, zum Beispiel: slug: {suggestion}",
        explanation=(
            "Unter jeder Adresse kann nur eine Seite stehen. Die Adresse kommt aus „slug:“ oder aus dem Dateinamen; "
            "zwei Dateien mit gleichem Namen in verschiedenen Ordnern, ein Beitrag ohne Datum im Dateinamen oder eine "
            "Seite, die so heißt wie eine erzeugte Liste, treffen sich dort. Groß- und Kleinschreibung zählt nicht, "
            "weil manche Server sie nicht unterscheiden."
        ),
    ),
    Entry(
        code="SG402",
        severity=Severity.ERROR,
        message="Die frühere Adresse {url} ist schon vergeben: Dort steht {other}.",
        cure="Löschen Sie die Zeile unter „aliases:“, oder ändern Sie die Adresse der anderen Seite.",
        explanation=(
            "Unter „aliases:“ stehen frühere Adressen, die zur heutigen weiterleiten. Steht dort inzwischen eine "
            "andere Seite, kann nicht beides gelten."
        ),
    ),
    Entry(
        code="SG403",
        severity=Severity.ERROR,
        message="Die frühere Adresse „{alias}“ beginnt nicht mit einem Schrägstrich.",
        cure="Schreiben Sie den Pfad ohne den Namen der Website, zum Beispiel: aliases: [/alter-name/]",
        explanation="Frühere Adressen sind Pfade dieser Website: „/blog/alter-name/“. Der Teil mit https:// gehört nicht dazu.",
    ),
    Entry(
        code="SG404",
        severity=Severity.ERROR,
        message="„{slug}“ kann so nicht in einer Adresse stehen.",
        cure="Erlaubt sind kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche: slug: {suggestion}",
        explanation=(
            "Adressen werden vorgelesen, abgetippt und in E-Mails umbrochen. Deshalb stehen darin nur a–z, 0–9 und "
            "Bindestriche; ä wird zu ae, ß zu ss. Ohne „slug:“ macht das Programm das selbst aus dem Dateinamen."
        ),
    ),
    Entry(
        code="SG405",
        severity=Severity.ERROR,
        message="Die Kennung „{id}“ trägt auch {other}.",
        cure="Geben Sie diesem Beitrag eine eigene, zum Beispiel: id: {id}-2",
        explanation=(
            "Die Kennung („id:“, sonst der Dateiname ohne Datum) verbindet einen Beitrag mit seinen Kommentaren und "
            "Weiterleitungen, auch wenn die Datei umbenannt wird. Darum muss sie einmalig sein."
        ),
    ),
    Entry(
        code="SG406",
        severity=Severity.ERROR,
        message="Der Eintrag „{title}“ in „{list}“ führt zu {page}, doch diese Datei gibt es nicht.",
        cure="{suggestion}",
        explanation=(
            "In „navigation:“ und „footer:“ steht hinter „page:“ eine Datei unter content/ („kontakt.md“), ein Pfad der "
            "Website („/blog/“) oder eine ganze Adresse („https://…“). Auch ein Entwurf zählt als nicht vorhanden."
        ),
    ),
    Entry(
        code="SG407",
        severity=Severity.ERROR,
        message="Das Muster „{pattern}“ für „{key}“ ergibt keine eindeutigen Adressen: {missing} fehlt.",
        cure="Ergänzen Sie den Platzhalter, zum Beispiel: {key}: {suggestion}",
        explanation=(
            "Ein Muster unter „permalinks:“ muss enthalten, was die Seiten unterscheidet: {{slug}} bei Beiträgen, "
            "{{path}} bei Seiten, {{year}} bei Jahren, {{number}} bei weiteren Seiten einer Liste."
        ),
    ),
    Entry(
        code="SG408",
        severity=Severity.ERROR,
        message="Den Platzhalter „{{{placeholder}}}“ gibt es im Muster für „{key}“ nicht.",
        cure="Möglich sind hier: {known}.",
        explanation="Platzhalter stehen in geschweiften Klammern und werden für jede Seite ersetzt.",
    ),
)
