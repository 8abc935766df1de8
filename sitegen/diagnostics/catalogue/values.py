"""Sentences of the codes SG140 to SG199: values that cannot be taken as typed, and text pasted without blank lines."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_DATES: Final = (
    Entry(
        code="SG141",
        severity=Severity.ERROR,
        message="Dieses Datum gibt es nicht: {value}.",
        cure="Schreiben Sie Tag.Monat.Jahr oder Jahr-Monat-Tag, zum Beispiel:\n{key}: 5.3.2026\n{key}: 2026-03-05",
        explanation=(
            "Einen 13. Monat oder einen 31. Juni hat kein Kalender. Bei 2026-03-05 kommt erst der Monat, dann der Tag."
        ),
    ),
    Entry(
        code="SG142",
        severity=Severity.ERROR,
        message="Dieses Datum lässt sich verschieden lesen: {value} kann {meant} sein.",
        cure="Schreiben Sie es eindeutig, zum Beispiel:\n{key}: {first}",
        explanation="5/3/2026 ist in Deutschland der 5. März, in den USA der 3. Mai; bei 24.11.26 fehlt das Jahrhundert.",
    ),
    Entry(
        code="SG143",
        severity=Severity.ERROR,
        message="„{value}“ ist kein lesbares Datum.",
        cure="Schreiben Sie Tag.Monat.Jahr, wenn Sie möchten mit Uhrzeit, zum Beispiel:\n{key}: 5.3.2026\n{key}: 5.3.2026 9:30",
        explanation="Gelesen werden deutsche und internationale Schreibweisen, auch mit Monatsnamen (5. März 2026) oder nur Monat und Jahr (2026-03).",
    ),
)

_PASTED: Final = (
    Entry(
        code="SG153",
        severity=Severity.ERROR,
        message="Diese Striche sind zu lang: So beginnt kein Kopf einer Datei.",
        cure="Schreiben Sie hier und unter der letzten Angabe je drei kurze Striche, das Minuszeichen der Tastatur:\n---",
        explanation=(
            "Textprogramme machen aus zwei oder drei Strichen hintereinander einen langen Gedankenstrich. Der Kopf einer Datei "
            "steht zwischen zwei Zeilen mit drei kurzen. In einem einfachen Editor bleiben sie, wie Sie sie tippen."
        ),
    ),
)

_AMOUNTS: Final = (
    Entry(
        code="SG144",
        severity=Severity.ERROR,
        message="Dieser Betrag lässt sich verschieden lesen: {value}. Meinten Sie {meant}?",
        cure="Schreiben Sie, was gemeint ist, zum Beispiel:\n{key}: {first}",
        explanation=(
            "Ein Punkt trennt in Deutschland die Tausender, in anderen Ländern die Cent. Damit kein falscher Preis auf "
            "der Website steht, wird nicht geraten. 1234, 1.234,00 und 1,23 sind eindeutig."
        ),
    ),
    Entry(
        code="SG145",
        severity=Severity.ERROR,
        message="„{value}“ ist kein lesbarer Betrag.",
        cure="Schreiben Sie zum Beispiel eine dieser Zeilen:\n{key}: 45,50 €\n{key}: auf Anfrage",
        explanation="Gelesen werden Beträge wie 45, 45,50, 45,50 €, 1.234,50 € und CHF 1’234.50.",
    ),
    Entry(
        code="SG155",
        severity=Severity.ERROR,
        message="Der Betrag {value} ist kleiner als null.",
        cure="Schreiben Sie den Betrag ohne Minuszeichen. Gibt es keinen festen Preis, schreiben Sie:\n{key}: auf Anfrage",
        explanation="Preise sind nie negativ; meist ist ein Gedankenstrich vor die Zahl geraten.",
    ),
    Entry(
        code="SG156",
        severity=Severity.ERROR,
        message="„{value}“ ist kein lesbarer Betrag. Meinten Sie {meant}?",
        cure="Schreiben Sie:\n{key}: {first}",
        explanation="Führende Nullen hat ein Betrag nicht, und vor dem Komma steht immer eine Ziffer.",
    ),
    Entry(
        code="SG157",
        severity=Severity.ERROR,
        message="Hier steht mehr als der Betrag: „{value}“.",
        cure=(
            "Schreiben Sie nur den Betrag. „ab“ und „je Stunde“ stehen bei einer Leistung in eigenen Zeilen: „from: ja“ und "
            "„unit: hour“.\n"
            "{key}: {first}"
        ),
        explanation=(
            "Aus dem Betrag, „from: ja“ und „unit: hour“ wird „ab 45 € je Stunde“, überall gleich geschrieben und auch für "
            "Suchmaschinen lesbar. Andere Einheiten sind day, package, month und piece. Den Satz zur Umsatzsteuer macht das "
            "Programm aus site.yaml."
        ),
    ),
)

_WORDS: Final = (
    Entry(
        code="SG140",
        severity=Severity.ERROR,
        message="Das Feld „{key}“ ist leer.",
        cure="Ergänzen Sie den Wert, zum Beispiel:\n{line}",
        explanation="Dieses Feld wird gebraucht; ein leeres gilt als nicht angegeben.",
    ),
    Entry(
        code="SG146",
        severity=Severity.ERROR,
        message="Bei „{key}“ wird ja oder nein erwartet, hier steht „{value}“.",
        cure="Schreiben Sie „{key}: ja“ oder „{key}: nein“.",
        explanation="Auch true und false, yes und no, an und aus werden verstanden.",
    ),
    Entry(
        code="SG147",
        severity=Severity.ERROR,
        message="„{value}“ ist für „{key}“ nicht vorgesehen. Meinten Sie „{known}“?",
        cure="Möglich sind: {words}. Gemeint ist vermutlich:\n{key}: {known}",
        explanation="Dieses Feld kennt nur wenige Werte.",
    ),
    Entry(
        code="SG148",
        severity=Severity.ERROR,
        message="„{value}“ ist für „{key}“ nicht vorgesehen.",
        cure="Wählen Sie einen dieser Werte: {words}",
        explanation="Dieses Feld kennt nur wenige Werte.",
    ),
    Entry(
        code="SG149",
        severity=Severity.ERROR,
        message="Bei „{key}“ wird eine ganze Zahl erwartet, hier steht „{value}“.",
        cure="Schreiben Sie nur Ziffern, zum Beispiel:\n{key}: 10",
        explanation="Punkte, Kommas und Einheiten gehören nicht in dieses Feld.",
    ),
    Entry(
        code="SG150",
        severity=Severity.ERROR,
        message="{value} ist für „{key}“ zu klein.",
        cure="Schreiben Sie eine Zahl ab {least}.",
        explanation="Kleinere Zahlen ergeben hier keinen Sinn.",
    ),
    Entry(
        code="SG151",
        severity=Severity.ERROR,
        message="{value} ist für „{key}“ zu groß.",
        cure="Schreiben Sie eine Zahl bis {most}.",
        explanation="Größere Zahlen ergeben hier keinen Sinn.",
    ),
    Entry(
        code="SG152",
        severity=Severity.ERROR,
        message="„{value}“ passt nicht zu „{key}“: {help}",
        cure="Schreiben Sie zum Beispiel:\n{line}",
        explanation="Dieses Feld hat eine feste Schreibweise.",
    ),
)

_BODY: Final = (
    Entry(
        code="SG190",
        severity=Severity.WARNING,
        message="Diese Zeile sieht wie ein eigener Absatz aus, aber davor fehlt eine Leerzeile (insgesamt {count}-mal).",
        cure="Setzen Sie Leerzeilen zwischen die Absätze. Das erledigt auch dieser Befehl:\nsitegen fix {file}",
        explanation=(
            "Aus Word eingefügter Text hat für jeden Absatz eine Zeile, aber keine Leerzeilen dazwischen. In Markdown "
            "werden aufeinanderfolgende Zeilen zu einem einzigen Absatz; erst eine Leerzeile trennt sie."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_DATES, *_PASTED, *_AMOUNTS, *_WORDS, *_BODY)
