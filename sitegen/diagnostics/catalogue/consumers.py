"""Sentences of the codes SG960–SG965: contracts that consumers make on the site itself, and how they end them."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_FORM: Final = "Legen Sie eine Seite dafür an, mit der Zeile im Kopf:\nform: {kind}"

_WHOLE: Final = (
    "Das Formular dafür bringt alles mit, auch den Knopf. Es steht auf einer Seite mit der Zeile im Kopf:\nform: {kind}"
)

ENTRIES: Final = (
    Entry(
        code="SG960",
        severity=Severity.WARNING,
        message="Von {page} führt kein Verweis „{label}“ zum Widerruf.",
        cure=f"{_FORM}\nDer Verweis steht dann von selbst am Fuß jeder Seite. In einem eigenen Layout zeigen Sie site.footer(page).",
        explanation=(
            "Können Privatleute auf der Website verbindlich bestellen, müssen sie dort auch widerrufen können: über einen gut "
            "lesbaren Verweis mit genau diesen Worten, von jeder Seite aus (§ 356a BGB, seit dem 19. Juni 2026). Führt der Knopf "
            "zu einem anderen Anbieter, nennen Sie ihn in „site.yaml“ unter „footer:“."
        ),
    ),
    Entry(
        code="SG961",
        severity=Severity.WARNING,
        message="Zum Widerruf fehlt: {lacks}.",
        cure=_WHOLE,
        explanation=(
            "Wer widerruft, nennt seinen Namen, den Vertrag und einen Weg für die Bestätigung und drückt dann „Widerruf "
            "bestätigen“. Das Formular „withdrawal“ fragt genau danach."
        ),
    ),
    Entry(
        code="SG962",
        severity=Severity.WARNING,
        message="{where} fehlt: {lacks}.",
        cure=(
            "Legen Sie eine Seite mit dem Titel „Widerrufsbelehrung“ an, und übernehmen Sie das Muster aus dem Gesetz im "
            "Wortlaut (Anlagen 1 und 2 zu Artikel 246a EGBGB):\nhttps://www.gesetze-im-internet.de/bgbeg/"
        ),
        explanation=(
            "Wer Privatleuten auf der Website etwas verkauft, belehrt sie vorher über das Widerrufsrecht. Nur das Muster aus dem "
            "Gesetz, richtig ausgefüllt, gilt sicher als richtige Belehrung; darum bringt dieses Programm keine eigene mit. Es "
            "wurde im Juni 2026 wegen des Knopfs zum Widerrufen geändert: Nehmen Sie die heutige Fassung."
        ),
    ),
    Entry(
        code="SG963",
        severity=Severity.WARNING,
        message="Wer über „{label}“ schreibt, bekommt so keine Bestätigung mit Datum und Uhrzeit.",
        cure=(
            "Nehmen Sie den eigenen Eingang („provider: inbox“, docs/eingang.md): Er bestätigt sofort. Bei einem Formulardienst "
            "stellen Sie selbst ein, dass er jeder Absenderin sofort eine Kopie mit Datum und Uhrzeit schickt."
        ),
        explanation=(
            "Widerruf und Kündigung müssen sofort bestätigt werden, mit Inhalt, Datum und Uhrzeit des Eingangs, so dass man es "
            "aufheben kann, etwa per E-Mail. Ein Formular, das nur das E-Mail-Programm öffnet, kann das nicht, und es hat auch "
            "keinen Knopf, mit dem die Erklärung abgegeben wird."
        ),
    ),
    Entry(
        code="SG964",
        severity=Severity.ERROR,
        message="Von {page} führt kein Verweis „{label}“ zur Kündigung.",
        cure=f"{_FORM}\nDer Verweis steht dann von selbst am Fuß jeder Seite. In einem eigenen Layout zeigen Sie site.footer(page).",
        explanation=(
            "Was man auf einer Website bestellen kann und was weiterläuft, muss man dort auch kündigen können: über eine "
            "Schaltfläche mit nichts anderem als diesen Worten oder ebenso eindeutigen (§ 312k Abs. 2 BGB). Fehlt sie, kann "
            "jederzeit ohne Frist gekündigt werden."
        ),
    ),
    Entry(
        code="SG965",
        severity=Severity.ERROR,
        message="Zur Kündigung fehlt: {lacks}.",
        cure=_WHOLE,
        explanation=(
            "Die Seite hinter dem Verweis fragt nach Art und Grund der Kündigung, Name, Vertrag, Zeitpunkt und einem Weg für die "
            "Bestätigung, und ihr Knopf heißt „jetzt kündigen“ (§ 312k Abs. 2 BGB). Das Formular „cancellation“ fragt genau "
            "danach."
        ),
    ),
)
