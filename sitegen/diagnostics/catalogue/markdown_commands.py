"""Sentences of the codes SG201 to SG219: shortcodes `{{ … }}` and blocks `::: …`."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_USAGE: Final = "So wird es geschrieben:\n{example}"

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG201",
        severity=Severity.ERROR,
        message="Den Kurzbefehl „{name}“ gibt es nicht.",
        cure="{hint}",
        explanation=(
            "Kurzbefehle stehen in doppelten geschweiften Klammern und werden beim Bauen durch etwas anderes ersetzt: "
            '{{ price "buchhaltung" }} durch den Preis der Leistung, {{ post "rechnungen" }} durch einen Verweis auf den '
            "Beitrag. Sollen die Klammern im Text stehen bleiben, setzen Sie einen umgekehrten Schrägstrich davor: "
            "\\{{ Name }}. In Code stehen sie ohnehin, wie sie sind."
        ),
    ),
    Entry(
        code="SG202",
        severity=Severity.ERROR,
        message="Bei „{name}“ fehlt die Angabe „{argument}“.",
        cure=_USAGE,
        explanation=(
            "Manche Angaben braucht ein Kurzbefehl oder Block unbedingt: ein Knopf zum Beispiel sein Ziel und seine "
            "Beschriftung. Fehlt eine davon, bleibt er weg; der Text darin wird trotzdem gezeigt."
        ),
    ),
    Entry(
        code="SG203",
        severity=Severity.ERROR,
        message="„{name}“ kennt die Angabe „{argument}“ nicht.",
        cure="{hint} " + _USAGE,
        explanation=(
            'Angaben mit Namen sehen so aus: text="unsere Buchhaltung". Welche es gibt, hängt vom Kurzbefehl oder '
            "Block ab; in der Datei content/blog/_vorlage.md steht jeder einmal."
        ),
    ),
    Entry(
        code="SG204",
        severity=Severity.ERROR,
        message="„{name}“ bekommt eine Angabe zu viel: „{value}“.",
        cure="Wenn mehrere Wörter zusammengehören, setzen Sie sie in Anführungszeichen. " + _USAGE,
        explanation=(
            "Angaben ohne Namen gehören der Reihe nach zu dem, was ein Kurzbefehl oder Block wissen will. Hier ist eine "
            "übrig, und niemand kann sagen, was mit ihr gemeint ist."
        ),
    ),
    Entry(
        code="SG205",
        severity=Severity.ERROR,
        message="Dieses Anführungszeichen bei „{name}“ wird nicht wieder geschlossen.",
        cure="Ergänzen Sie das zweite Anführungszeichen. " + _USAGE,
        explanation=(
            "Angaben stehen zwischen zwei Anführungszeichen; gerade und deutsche gelten gleich viel. Fehlt das zweite, "
            "ist nicht zu erkennen, wo die Angabe endet."
        ),
    ),
    Entry(
        code="SG206",
        severity=Severity.ERROR,
        message="Diese geschweiften Klammern werden im selben Absatz nicht wieder geschlossen.",
        cure="Ergänzen Sie „}}}}“. Sollen die Klammern im Text stehen, schreiben Sie so:\n\\{{{{",
        explanation=(
            "Zwei geschweifte Klammern beginnen einen Kurzbefehl, und der endet mit zwei geschweiften Klammern im selben "
            'Absatz: {{ kbd "Strg+C" }}.'
        ),
    ),
    Entry(
        code="SG207",
        severity=Severity.WARNING,
        message="In HTML werden Kurzbefehle nicht ausgeführt: Die geschweiften Klammern bleiben stehen.",
        cure="Setzen Sie vor und hinter den Kurzbefehl je eine leere Zeile; dann gilt die Stelle wieder als Markdown.",
        explanation=(
            "Ein Absatz, der mit einem HTML-Element wie <div> beginnt, wird bis zur nächsten leeren Zeile unverändert "
            "übernommen, auch alles, was darin wie Markdown aussieht."
        ),
    ),
    Entry(
        code="SG208",
        severity=Severity.ERROR,
        message="Bei „{name}“ steht die Angabe „{argument}“ zweimal.",
        cure="Lassen Sie eine der beiden weg. " + _USAGE,
        explanation="Welche der beiden gelten soll, lässt sich nicht erraten.",
    ),
    Entry(
        code="SG211",
        severity=Severity.ERROR,
        message="Einen Block „{name}“ gibt es nicht.",
        cure="{hint}",
        explanation=(
            "Ein Block beginnt mit drei Doppelpunkten und seinem Namen und endet mit einer Zeile, in der nur die drei "
            "Doppelpunkte stehen. Bei einem unbekannten Namen wird der Text darin trotzdem gezeigt, nur ohne Rahmen."
        ),
    ),
    Entry(
        code="SG212",
        severity=Severity.ERROR,
        message="Der Block „{name}“ wird nicht geschlossen.",
        cure="Setzen Sie dahin, wo er enden soll, eine eigene Zeile:\n:::",
        explanation=(
            "Ohne die Zeile mit den Doppelpunkten reicht der Block bis zum Ende des Textes. Steht ein Block in einem "
            "anderen, braucht jeder seine eigene letzte Zeile; ist er in einer Liste eingerückt, dann auch sie."
        ),
    ),
    Entry(
        code="SG213",
        severity=Severity.WARNING,
        message="Diese Doppelpunkte schließen keinen Block.",
        cure="Nehmen Sie die Zeile heraus, oder ergänzen Sie den Anfang des Blocks, zum Beispiel:\n::: note",
        explanation=(
            "Vielleicht ist der Block schon weiter oben geschlossen, oder sein Anfang steht in einer Liste oder einem "
            "Zitat. Gezeigt wird die Zeile nicht."
        ),
    ),
    Entry(
        code="SG214",
        severity=Severity.ERROR,
        message="„{value}“ ist kein Datum, das es gibt.",
        cure="{hint}",
        explanation=(
            "Gelesen werden deutsche und internationale Schreibweisen, auch nur Monat und Jahr (März 2026). Einen "
            "30. Februar gibt es nicht, und bei 5/3/2026 könnte der 5. März ebenso gemeint sein wie der 3. Mai."
        ),
    ),
)
