"""Sentences of the codes SG221 to SG279: attributes, headings, pictures, links, footnotes, code."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_ATTRIBUTES_AND_HEADINGS: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG221",
        severity=Severity.WARNING,
        message="Die Eigenschaft „{name}“ ist hier nicht erlaubt und wird weggelassen.",
        cure="Erlaubt sind .klasse, #anker, lang, title, width, height und rel; ein Verweis kann außerdem {{ad}} tragen.",
        explanation=(
            "In geschweiften Klammern geben Sie einem Element Eigenschaften, zum Beispiel [call to action]{lang=en}. Wie "
            "etwas aussieht, entscheidet das Layout; eigene Farben und Programme (style, onclick) würde der Browser der "
            "Besucher ohnehin ablehnen, weil die Website sie zum Schutz verbietet."
        ),
    ),
    Entry(
        code="SG222",
        severity=Severity.WARNING,
        message="Nach diesen Eigenschaften kommt nichts, was sie haben könnte.",
        cure="Stellen Sie die Zeile direkt vor den Absatz, die Liste oder die Tabelle, für die sie gilt.",
        explanation=(
            "Eine Zeile wie {.hinweis} gibt dem Element, das darauf folgt, seine Eigenschaften. Vor HTML, vor einem Block "
            "mit Doppelpunkten und am Ende des Textes hat sie keine Wirkung."
        ),
    ),
    Entry(
        code="SG224",
        severity=Severity.WARNING,
        message="Den Anker „{id}“ gibt es in diesem Text schon; hier wird er weggelassen.",
        cure="Geben Sie einer der beiden Stellen einen anderen.",
        explanation=(
            "Ein Verweis wie [Preise](#preise) springt zu der Stelle mit diesem Anker. Tragen ihn zwei, kommen alle bei der "
            "ersten an."
        ),
    ),
    Entry(
        code="SG231",
        severity=Severity.WARNING,
        message="Überschriften im Text beginnen mit der zweiten Ebene; diese hier wird dazu gemacht.",
        cure="Schreiben Sie zwei Rauten statt einer:\n##",
        explanation=(
            "Die erste Ebene gehört dem Titel der Seite, und den setzt das Layout. Wer mit einem Vorleseprogramm liest, "
            "findet sich an den Ebenen zurecht und erwartet genau einen Titel."
        ),
    ),
    Entry(
        code="SG232",
        severity=Severity.WARNING,
        message="Diese Überschrift hat Ebene {level}, über ihr steht aber nur Ebene {above}.",
        cure="Schreiben Sie an ihren Anfang:\n{fitting}",
        explanation=(
            "Die Ebenen sind die Gliederung Ihres Textes. Wird eine übersprungen, sucht man mit einem Vorleseprogramm "
            "nach einem Abschnitt, den es nicht gibt. Wie groß eine Überschrift aussieht, entscheidet das Layout."
        ),
    ),
    Entry(
        code="SG233",
        severity=Severity.WARNING,
        message="Diese Überschrift ist leer und wird weggelassen.",
        cure="Schreiben Sie etwas hinein, oder nehmen Sie die Rauten heraus.",
        explanation="Eine leere Überschrift stünde im Inhaltsverzeichnis und würde vorgelesen, ohne etwas zu sagen.",
    ),
)

_PICTURES_AND_LINKS: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG241",
        severity=Severity.WARNING,
        message="Zum Bild „{picture}“ fehlt der Text für alle, die es nicht sehen.",
        cure=(
            "Schreiben Sie in die eckigen Klammern, was zu sehen ist. Ist das Bild nur Schmuck, setzen Sie dahinter: "
            "{{.decorative}}"
        ),
        explanation=(
            "Der Alternativtext wird vorgelesen und erscheint, wenn das Bild nicht lädt. Ein Satz genügt: "
            "![Rote F1-Taste auf einer Tastatur](f1.jpg). Bei reinem Schmuck ist Schweigen richtig: "
            "![](zierlinie.png){.decorative}."
        ),
    ),
    Entry(
        code="SG251",
        severity=Severity.ERROR,
        message="Die Adresse „{target}“ ist nicht erlaubt.",
        cure=(
            "Adressen beginnen mit https://, mailto: oder tel:, oder sie sind ein Pfad zu einer Datei Ihrer Website. "
            "Dateien und Bilder von Ihrem Rechner legen Sie neben den Text und nennen nur ihren Namen."
        ),
        explanation=(
            "Adressen wie „javascript:“ würden bei Ihren Besuchern ein Programm ausführen, und „file:“ oder „C:“ zeigt "
            "auf Ihren eigenen Rechner, den außer Ihnen niemand sieht."
        ),
    ),
    Entry(
        code="SG252",
        severity=Severity.ERROR,
        message="Hier fehlt die Adresse.",
        cure="Schreiben Sie sie zwischen die runden Klammern, zum Beispiel:\n[Kontakt](kontakt.md)",
        explanation="Ein Verweis oder Bild ohne Adresse führt nirgendwohin; gezeigt wird nur sein Text.",
    ),
    Entry(
        code="SG253",
        severity=Severity.WARNING,
        message="Dieser Verweis hat keinen Text.",
        cure="Schreiben Sie zwischen die eckigen Klammern, wohin er führt.",
        explanation=(
            "Ohne Text ist ein Verweis unsichtbar, und ein Vorleseprogramm liest an seiner Stelle die Adresse vor."
        ),
    ),
    Entry(
        code="SG255",
        severity=Severity.ERROR,
        message="Der Adresse „{target}“ fehlt der Anfang.",
        cure="Gemeint ist vermutlich:\n{whole}",
        explanation=(
            "Ohne https:// oder mailto: hält der Browser die Adresse für eine Seite Ihrer eigenen Website und findet dort "
            "nichts."
        ),
    ),
)

_FOOTNOTES_AND_CODE: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG261",
        severity=Severity.WARNING,
        message="Zur Fußnote „{label}“ gibt es keinen Text.",
        cure="Ergänzen Sie ihn in einer eigenen Zeile:\n[^{label}]: Hier steht die Fußnote.",
        explanation=(
            "Eine Fußnote besteht aus ihrer Marke im Text und einer Zeile mit ihrem Inhalt; beide tragen denselben Namen. "
            "Soll die Klammer stehen bleiben, schreiben Sie einen umgekehrten Schrägstrich davor."
        ),
    ),
    Entry(
        code="SG262",
        severity=Severity.WARNING,
        message="Auf die Fußnote „{label}“ wird nirgends hingewiesen; sie erscheint nicht.",
        cure="Setzen Sie an die Stelle im Text, zu der sie gehört:\n[^{label}]",
        explanation="Ohne Marke im Text wüsste niemand, wozu die Fußnote gehört. Prüfen Sie auch die Schreibweise.",
    ),
    Entry(
        code="SG263",
        severity=Severity.WARNING,
        message="Die Fußnote „{label}“ ist schon weiter oben erklärt; dieser zweite Text erscheint nicht.",
        cure="Geben Sie einer der beiden einen anderen Namen.",
        explanation="Mehrere Marken dürfen auf dieselbe Fußnote hinweisen, aber ihr Text steht nur einmal.",
    ),
    Entry(
        code="SG271",
        severity=Severity.WARNING,
        message="Die Programmiersprache „{language}“ ist nicht bekannt; der Code bleibt einfarbig.",
        cure="{hint}",
        explanation=(
            "Der Name hinter den drei Anfangszeichen eines Code-Blocks sagt, in welcher Sprache der Code geschrieben ist, "
            "damit seine Teile verschiedene Farben bekommen: html, css, python, yaml, bash und viele mehr."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_ATTRIBUTES_AND_HEADINGS, *_PICTURES_AND_LINKS, *_FOOTNOTES_AND_CODE)
