"""Sentences of the codes SG946–SG959 and SG966: forms and comments as they stand on finished pages."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_SENDING: Final = (
    Entry(
        code="SG946",
        severity=Severity.ERROR,
        message="Ein Formular auf {page} geht unverschlüsselt hinaus, an {target}.",
        cure="Schreiben Sie die Adresse mit https:// davor. Kann der Empfänger das nicht, nehmen Sie einen anderen.",
        explanation=(
            "Was jemand in ein Formular tippt, darf unterwegs niemand mitlesen können (Art. 32 DSGVO). Browser warnen vor "
            "solchen Formularen oder schicken sie gar nicht erst ab."
        ),
    ),
    Entry(
        code="SG947",
        severity=Severity.ERROR,
        message="Das Formular auf {page} geht noch an einen Platzhalter: {target}",
        cure="Setzen Sie die Adresse oder die Kennung ein, die Ihnen der Empfänger nennt.",
        explanation=(
            "In den Anleitungen der Anbieter steht an dieser Stelle ein Beispiel. Solange es stehen bleibt, kommt nichts bei "
            "Ihnen an, und wer geschrieben hat, merkt es nicht."
        ),
    ),
    Entry(
        code="SG948",
        severity=Severity.WARNING,
        message="Beim Formular auf {page} steht kein Verweis auf die Datenschutzerklärung.",
        cure=(
            "Setzen Sie neben den Knopf, wozu die Angaben dienen, zum Beispiel:\n"
            '<p>Ihre Angaben dienen nur dazu, Ihnen zu antworten. Mehr in der <a href="/datenschutz/">Datenschutzerklärung</a>.</p>'
        ),
        explanation=(
            "Wer etwas eintippt, soll vorher lesen können, was damit geschieht (Art. 13 DSGVO). Formulare, die in „site.yaml“ "
            "stehen, haben den Satz von selbst. Ein Kästchen zum Ankreuzen braucht es für eine Anfrage nicht."
        ),
    ),
    Entry(
        code="SG954",
        severity=Severity.WARNING,
        message="Nach dem Absenden des Formulars auf {page} kommt keine eigene Seite („{field}“: {target}).",
        cure="Nennen Sie dort die volle Adresse Ihrer Dankesseite. Bei Netlify ist es „action“, mit dem Pfad der Seite.",
        explanation=(
            "Ohne diese Angabe landen Besucher nach dem Absenden auf einer Seite des Anbieters, meist auf Englisch, oder auf "
            "einer, die es nicht gibt. Für Formulare in „site.yaml“ entsteht die Dankesseite von selbst."
        ),
    ),
    Entry(
        code="SG955",
        severity=Severity.ERROR,
        message="Ein Captcha lädt, bevor jemand zugestimmt hat: {target}",
        cure=(
            "Nehmen Sie es heraus. Formulare in „site.yaml“ haben eine unsichtbare Falle für Programme, mit eigenem Eingang auch "
            "eine kleine Rechnung."
        ),
        explanation=(
            "Captchas dieser Anbieter werten aus, wie sich jemand auf der Seite verhält, und legen dafür etwas auf dem Gerät ab. "
            "Das braucht vorher eine Einwilligung (§ 25 TDDDG)."
        ),
    ),
)

_ASKING: Final = (
    Entry(
        code="SG949",
        severity=Severity.WARNING,
        message="„{label}“ muss auf {page} ausgefüllt werden; für eine Antwort wird es nicht gebraucht.",
        cure="Nehmen Sie „required“ weg. Nötig sind eine E-Mail-Adresse und die Nachricht; alles andere darf freiwillig sein.",
        explanation=(
            "Verlangt werden soll nur, was für den Zweck nötig ist (Art. 5 Abs. 1 Buchst. c DSGVO). Es schreiben auch mehr "
            "Menschen, wenn sie weniger von sich preisgeben müssen. Brauchen Sie die Angabe wirklich, nennen Sie den Grund in "
            "„site.yaml“ unter „legal: off: FORM-003“."
        ),
    ),
    Entry(
        code="SG950",
        severity=Severity.WARNING,
        message="Das Feld „{field}“ im Formular auf {page} hat keine Beschriftung.",
        cure='Schreiben Sie sie davor, zum Beispiel:\n<label for="{field}">{label}</label> <input id="{field}" name="{field}">',
        explanation=(
            "Ein Vorleseprogramm sagt sonst nur „Eingabefeld“. Ein Text im Feld selbst („placeholder“) ersetzt die Beschriftung "
            "nicht, weil er beim Tippen verschwindet (WCAG 1.3.1 und 3.3.2)."
        ),
    ),
    Entry(
        code="SG951",
        severity=Severity.WARNING,
        message="Das Feld „{field}“ im Formular auf {page} sagt Browsern nicht, was hineingehört.",
        cure='Ergänzen Sie im Feld:\nautocomplete="{token}"',
        explanation=(
            "Dann füllt der Browser es auf Wunsch von selbst aus. Das hilft allen am Telefon, und wer schlecht tippen kann, ist "
            "darauf angewiesen (WCAG 1.3.5)."
        ),
    ),
    Entry(
        code="SG952",
        severity=Severity.WARNING,
        message="Auf {page} ist das Kästchen „{label}“ schon angekreuzt.",
        cure="Nehmen Sie „checked“ weg.",
        explanation=(
            "Eine Einwilligung muss jemand selbst geben; ein vorangekreuztes Kästchen ist keine (EuGH, C-673/17, „Planet49“)."
        ),
    ),
    Entry(
        code="SG953",
        severity=Severity.WARNING,
        message="„{label}“: Mit diesem einen Kästchen auf {page} willigt man in zwei Dinge ein.",
        cure="Machen Sie zwei Kästchen daraus, und lassen Sie das für den Newsletter freiwillig.",
        explanation=(
            "Eine Einwilligung gilt nur, wenn sie von anderem zu trennen ist (Art. 7 Abs. 2 und 4 DSGVO). Den Newsletter bestellt "
            "man am besten mit einem eigenen Formular („kind: newsletter“)."
        ),
    ),
    Entry(
        code="SG956",
        severity=Severity.ERROR,
        message="Beim Newsletter-Formular auf {page} steht nicht, dass die Bestellung bestätigt wird und widerrufen werden kann.",
        cure=(
            "Schreiben Sie es ins Formular, bei einem aus „site.yaml“ dort hinter „text:“:\n"
            "Sie bekommen zuerst eine E-Mail, in der Sie die Bestellung bestätigen. Abbestellen können Sie jederzeit."
        ),
        explanation=(
            "Werbung per E-Mail braucht eine ausdrückliche Einwilligung (§ 7 Abs. 2 Nr. 2 UWG), und Sie müssen sie nachweisen "
            "können. Darum verschickt der Dienst zuerst eine Mail, in der die Bestellung bestätigt wird. Ob er das wirklich tut, "
            "sieht der Bau nicht: Prüfen Sie es mit einer eigenen Adresse."
        ),
    ),
)

_COMMENTS: Final = (
    Entry(
        code="SG957",
        severity=Severity.WARNING,
        message="Auf {page} lässt sich ein Kommentar nicht melden.",
        cure='Zeigen Sie im eigenen Layout den Verweis dazu:\n<a href="{{{{ comment.report_url }}}}">Melden</a>',
        explanation=(
            "Wer zeigt, was andere schreiben, muss einen leichten Weg bieten, Rechtswidriges zu melden, und zwar bei jedem "
            "einzelnen Kommentar (Art. 16 der Verordnung über digitale Dienste). Das gilt auch für ganz kleine Websites."
        ),
    ),
    Entry(
        code="SG958",
        severity=Severity.WARNING,
        message="Auf {page} steht eine Adresse von {target}.",
        cure="Nehmen Sie sie heraus. Zu jedem Kommentar entsteht von selbst ein Zeichen aus den Anfangsbuchstaben.",
        explanation=(
            "Solche Dienste zeigen Bilder nach einer Prüfsumme der E-Mail-Adresse. Sie erfahren dabei, wer Ihre Seite liest und "
            "wer bei Ihnen kommentiert, und die Adresse lässt sich aus der Prüfsumme oft erraten."
        ),
    ),
    Entry(
        code="SG959",
        severity=Severity.WARNING,
        message="Am Kommentarformular auf {page} steht nicht, was aus einem Kommentar wird.",
        cure="Zeigen Sie das Formular so, wie es ist ({{{{ form.html }}}}), oder ergänzen Sie einen Satz, zum Beispiel:\n"
        "<p>Ihr Kommentar wird gelesen, bevor er erscheint. Werbung und Beleidigungen erscheinen nicht.</p>",
        explanation=(
            "Wer Kommentare annimmt, sagt vorher, welche Regeln dafür gelten (Art. 14 der Verordnung über digitale Dienste). Ein "
            "Satz genügt, in einfachen Worten."
        ),
    ),
)

_CONTACT_POINT: Final = (
    Entry(
        code="SG966",
        severity=Severity.WARNING,
        message="Im Impressum ({page}) steht nicht, an wen man sich wegen der Kommentare wendet.",
        cure=(
            'Lassen Sie es aus Ihren Angaben entstehen ({{{{ legal "impressum" }}}}), oder ergänzen Sie, mit Ihrer Adresse:\n'
            "Kontaktstelle nach Art. 11 und 12 der Verordnung (EU) 2022/2065, auf Deutsch: post@buero-sonnenseite.de"
        ),
        explanation=(
            "Wer zeigt, was andere schreiben, nennt Behörden und Besuchern eine Stelle, die sie leicht erreichen, und in welcher "
            "Sprache. Eine E-Mail-Adresse genügt; es darf dieselbe sein wie sonst."
        ),
    ),
)

ENTRIES: Final = (*_SENDING, *_ASKING, *_COMMENTS, *_CONTACT_POINT)
