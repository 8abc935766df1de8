"""Sentences of the codes SG70x and SG71x: one form in itself. What arises on pages stands in `form_pages`."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_FORMS: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG700",
        severity=Severity.ERROR,
        message="Das Feld „{name}“ bringt dieses Formular schon mit.",
        cure="Löschen Sie es hier, oder geben Sie ihm einen anderen Namen.",
        explanation=(
            "Jede Art von Formular hat Felder, um die Sie sich nicht kümmern müssen: „contact“ hat name, email, phone und "
            "message, „callback“ name, phone, time und message, „quote“ service, name, email und message, „newsletter“ email "
            "und name. Unter „fields:“ stehen nur weitere. Was Sie nicht fragen wollen, nennen Sie hinter „without:“."
        ),
    ),
    Entry(
        code="SG701",
        severity=Severity.ERROR,
        message="„{name}“ kann kein Feld heißen; diesen Namen braucht das Formular selbst.",
        cure="Nehmen Sie einen anderen Namen, zum Beispiel „thema“.",
        explanation=(
            "Mit jedem Formular gehen Angaben mit, die niemand sieht: auf welcher Seite es stand, die Antwort auf die kleine "
            "Rechnung, wohin es nach dem Absenden geht. Ein Feld desselben Namens käme nie als das an, was es ist."
        ),
    ),
    Entry(
        code="SG702",
        severity=Severity.ERROR,
        message="Zur Auswahl „{label}“ fehlt, was zur Auswahl steht.",
        cure="Nennen Sie mindestens zwei Möglichkeiten, zum Beispiel:\nchoices: bis 200 €, bis 500 €, mehr",
        explanation="Ein Feld mit „type: choice“ zeigt eine Liste, aus der eines gewählt wird. Sie steht hinter „choices:“.",
    ),
    Entry(
        code="SG703",
        severity=Severity.WARNING,
        message="Das Feld „{label}“ nennt eine Auswahl, ist aber keine.",
        cure="Ergänzen Sie „type: choice“, oder löschen Sie „choices:“.",
        explanation="„choices:“ hat nur bei „type: choice“ eine Wirkung. Sonst erscheint ein gewöhnliches Feld, und die Auswahl fehlt.",
    ),
    Entry(
        code="SG704",
        severity=Severity.ERROR,
        message="„{name}“ lässt sich nicht weglassen: Ohne dieses Feld können Sie nicht antworten.",
        cure="Löschen Sie „{name}“ hinter „without:“.",
        explanation=(
            "Hinter „without:“ stehen freiwillige Felder. Was ein Formular unbedingt braucht, bleibt: die E-Mail-Adresse und die "
            "Nachricht, bei „callback“ der Name und die Telefonnummer, bei „newsletter“ die E-Mail-Adresse."
        ),
    ),
    Entry(
        code="SG705",
        severity=Severity.ERROR,
        message="Ein Feld „{name}“, das sich weglassen ließe, hat dieses Formular nicht.",
        cure="{cure}",
        explanation=(
            "Hinter „without:“ stehen freiwillige Felder, die das Formular von sich aus hat: bei „contact“ name und phone, bei "
            "„callback“ time und message, bei „quote“ service und name, bei „newsletter“ name."
        ),
    ),
    Entry(
        code="SG706",
        severity=Severity.ERROR,
        message="Zwei Formulare heißen „{name}“.",
        cure="Geben Sie einem davon hinter „name:“ einen anderen Namen.",
        explanation=(
            "Unter seinem Namen wird ein Formular auf einer Seite genannt und abgeschickt; darum darf es ihn nur einmal geben. "
            "Ohne „name:“ heißt ein Formular wie seine Art, also „contact“, „callback“, „quote“ oder „newsletter“."
        ),
    ),
    Entry(
        code="SG707",
        severity=Severity.ERROR,
        message="„{name}“ kann kein Formular heißen; so heißt schon eines, das von selbst da ist.",
        cure="Nehmen Sie einen anderen Namen.",
        explanation="„comment“ ist das Formular unter Beiträgen, „report“ das, mit dem ein Kommentar gemeldet wird. Beide entstehen von selbst.",
    ),
    Entry(
        code="SG708",
        severity=Severity.WARNING,
        message="Eine Kopie („receipt“) geht nicht: Dieses Formular fragt nicht nach der E-Mail-Adresse.",
        cure="Löschen Sie „receipt:“, oder ergänzen Sie unter „fields:“ ein Feld dafür.\n- name: email\n  label: Ihre E-Mail-Adresse\n  type: email",
        explanation="Die Kopie geht an die Adresse, die in das Feld „email“ geschrieben wird. Ein Rückruf kommt ohne sie aus.",
    ),
    Entry(
        code="SG709",
        severity=Severity.ERROR,
        message="Dieses Formular hat {count} eigene Felder; mehr als {most} nimmt der Eingang nicht an.",
        cure="Fragen Sie weniger, oder machen Sie zwei Formulare daraus.",
        explanation=(
            "Jedes Feld kostet Anfragen: Wer viel gefragt wird, schreibt gar nicht. Sehr viele Felder auf einmal sind außerdem "
            "ein Zeichen für Angriffe und werden darum abgewiesen."
        ),
    ),
    Entry(
        code="SG710",
        severity=Severity.ERROR,
        message="Zwei Felder dieses Formulars heißen „{name}“.",
        cure="Geben Sie einem davon einen anderen Namen.",
        explanation="Unter seinem Namen kommt ein Feld bei Ihnen an. Von zweien mit demselben Namen ginge eines verloren.",
    ),
    Entry(
        code="SG711",
        severity=Severity.ERROR,
        message="Hier steht eine E-Mail-Adresse; sie stünde für alle lesbar in jeder Seite mit einem Formular.",
        cure="Schreiben Sie statt der Adresse die Kennung, die FormSubmit Ihnen nach der ersten Nachricht nennt.",
        explanation=(
            "FormSubmit nimmt als Ziel eine E-Mail-Adresse oder eine zufällige Kennung an, die für sie steht. Die Adresse selbst "
            "gehört nicht in die Seite: Programme sammeln sie dort ein und schicken Werbung. Die Kennung steht in der E-Mail, "
            "mit der FormSubmit Ihr Formular freischaltet."
        ),
    ),
    Entry(
        code="SG712",
        severity=Severity.ERROR,
        message="„{value}“ ist keine Kennung bei {provider}.",
        cure="{cure}",
        explanation=(
            "Hinter „key:“ steht nur die Kennung, die der Anbieter für Ihr Formular nennt: Buchstaben, Ziffern und Striche, "
            "keine Adresse und keine Leerzeichen. Steht beim Anbieter eine ganze Adresse, ist die Kennung ihr letztes Stück."
        ),
    ),
)
"""SG700 to SG719: one form in itself, and the key at its provider."""

ENTRIES: Final[tuple[Entry, ...]] = _FORMS
