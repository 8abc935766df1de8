"""Sentences of the pages that the inbox shows to visitors. All keys begin with `inbox_`; no ß, no quotation marks."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "inbox_fault_title": Sentence("Fehler: {title}"),
    "inbox_home": Sentence("Zur Website: {title}"),
    "inbox_back": Sentence("Zurück zum Beitrag"),
    "inbox_other_way": Sentence(
        "So erreichen Sie {owner} auf anderem Weg",
        du="So erreichst du {owner} auf anderem Weg",
    ),
    "inbox_reply_to": Sentence("Antwort auf den Kommentar von {name}"),
    "inbox_about_post": Sentence("Zum Beitrag: {title}"),
    # What was typed, shown once more
    "inbox_typed": Sentence("Was Sie geschrieben haben", du="Was du geschrieben hast"),
    "inbox_again_button": Sentence("Noch einmal abschicken"),
    "inbox_wait": Sentence("In {n}\u00a0Minuten geht es wieder.", one="In einer Minute geht es wieder."),
    "inbox_insist_title": Sentence("Bitte bestätigen Sie Ihren Kommentar", du="Bitte bestätige deinen Kommentar"),
    "inbox_insist_text": Sentence(
        "Damit hier keine Werbung von Programmen landet, wird manchmal nachgefragt. Sehen Sie kurz nach, ob alles stimmt; dann genügt ein Klick.",
        du="Damit hier keine Werbung von Programmen landet, wird manchmal nachgefragt. Sieh kurz nach, ob alles stimmt; dann genügt ein Klick.",
    ),
    "inbox_insist_again_text": Sentence(
        "Das ging zu schnell oder hat zu lange gedauert. Bitte lesen Sie kurz, was unten steht, und bestätigen Sie es dann noch einmal.",
        du="Das ging zu schnell oder hat zu lange gedauert. Bitte lies kurz, was unten steht, und bestätige es dann noch einmal.",
    ),
    "inbox_insist_subscribe_title": Sentence("Bitte bestätigen Sie Ihre Angaben", du="Bitte bestätige deine Angaben"),
    "inbox_insist_button": Sentence("Ja, abschicken"),
    "inbox_full_title": Sentence("Noch nicht abgeschickt"),
    "inbox_full_text": Sentence(
        "Gerade kommt hier mehr an, als angenommen werden kann. Ihr Text ist nicht verloren, er steht unten.",
        du="Gerade kommt hier mehr an, als angenommen werden kann. Dein Text ist nicht verloren, er steht unten.",
    ),
    "inbox_often_title": Sentence("Noch nicht abgeschickt"),
    "inbox_often_text": Sentence(
        "Von Ihrem Anschluss kam in den letzten Minuten schon einiges. Ihr Text ist nicht verloren, er steht unten.",
        du="Von deinem Anschluss kam in den letzten Minuten schon einiges. Dein Text ist nicht verloren, er steht unten.",
    ),
    "inbox_broken_title": Sentence("Noch nicht abgeschickt"),
    "inbox_broken_text": Sentence(
        "Hier kann gerade nichts gespeichert werden. Ihr Text ist nicht verloren, er steht unten.",
        du="Hier kann gerade nichts gespeichert werden. Dein Text ist nicht verloren, er steht unten.",
    ),
    "inbox_closed_title": Sentence("Hier kann nicht mehr kommentiert werden"),
    "inbox_closed_text": Sentence(
        "Unter diesem Beitrag werden keine neuen Kommentare mehr angenommen. Damit Ihr Text nicht verloren ist, steht er unten.",
        du="Unter diesem Beitrag werden keine neuen Kommentare mehr angenommen. Damit dein Text nicht verloren ist, steht er unten.",
    ),
    "inbox_closed_bare_text": Sentence("Unter diesem Beitrag werden keine neuen Kommentare mehr angenommen."),
    # What is not read any further
    "inbox_not_found_title": Sentence("Diese Seite gibt es nicht"),
    "inbox_not_found_text": Sentence(
        "Vielleicht ist die Adresse nicht ganz angekommen, oder es gibt das Formular nicht mehr."
    ),
    "inbox_not_allowed_title": Sentence("So geht es nicht"),
    "inbox_not_allowed_text": Sentence("Diese Adresse nimmt nur entgegen, was ein Formular abschickt."),
    "inbox_unreadable_title": Sentence("Das war nicht zu lesen"),
    "inbox_unreadable_text": Sentence(
        "Was ankam, war unterwegs beschädigt oder passt nicht zu diesem Formular. Bitte gehen Sie im Browser einen Schritt zurück, laden Sie die Seite neu und schicken Sie das Formular noch einmal ab.",
        du="Was ankam, war unterwegs beschädigt oder passt nicht zu diesem Formular. Bitte geh im Browser einen Schritt zurück, lade die Seite neu und schick das Formular noch einmal ab.",
    ),
    "inbox_too_many_title": Sentence("Das sind zu viele Angaben"),
    "inbox_too_many_text": Sentence("Mehr als 30\u00a0Felder auf einmal werden hier nicht angenommen."),
    "inbox_too_slow_title": Sentence("Das hat zu lange gedauert"),
    "inbox_too_slow_text": Sentence(
        "Die Verbindung war zu langsam, und angekommen ist nichts. Bitte gehen Sie im Browser einen Schritt zurück und schicken Sie das Formular noch einmal ab.",
        du="Die Verbindung war zu langsam, und angekommen ist nichts. Bitte geh im Browser einen Schritt zurück und schick das Formular noch einmal ab.",
    ),
    "inbox_no_length_title": Sentence("Das war nicht zu lesen"),
    "inbox_no_length_text": Sentence("Angenommen wird hier nur, wovon vorher feststeht, wie lang es ist."),
    "inbox_too_large_title": Sentence("Das ist zu lang"),
    "inbox_too_large_text": Sentence(
        "Mehr als 64\u00a0Kilobyte auf einmal werden hier nicht angenommen. Bitte gehen Sie im Browser einen Schritt zurück und kürzen Sie Ihren Text.",
        du="Mehr als 64\u00a0Kilobyte auf einmal werden hier nicht angenommen. Bitte geh im Browser einen Schritt zurück und kürze deinen Text.",
    ),
    "inbox_not_a_form_title": Sentence("So kann hier nichts ankommen"),
    "inbox_not_a_form_text": Sentence(
        "Angenommen werden hier nur Formulare, wie ein Browser sie abschickt: in UTF-8 und ohne Dateien."
    ),
    "inbox_unavailable_title": Sentence("Gerade geht es nicht"),
    "inbox_unavailable_text": Sentence(
        "Diese Seite kann im Augenblick nicht gezeigt werden.",
    ),
    "inbox_failed_title": Sentence("Hier ist etwas schiefgegangen"),
    "inbox_failed_text": Sentence(
        "Das liegt an dieser Website, nicht an Ihnen. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
        du="Das liegt an dieser Website, nicht an dir. Bitte versuch es in ein paar Minuten noch einmal.",
    ),
    # Newsletter
    "inbox_confirm_title": Sentence("Nur noch ein Klick"),
    "inbox_confirm_text": Sentence(
        "Damit bestätigen Sie, dass Sie den Newsletter von {title} lesen möchten.",
        du="Damit bestätigst du, dass du den Newsletter von {title} lesen möchtest.",
    ),
    "inbox_confirm_button": Sentence("Newsletter bestellen"),
    "inbox_confirmed_title": Sentence("Der Newsletter ist bestellt"),
    "inbox_confirmed_text": Sentence(
        "Vielen Dank. Abbestellen können Sie ihn jederzeit: Wie, steht am Ende jeder Ausgabe.",
        du="Vielen Dank. Abbestellen kannst du ihn jederzeit: Wie, steht am Ende jeder Ausgabe.",
    ),
    "inbox_unsubscribe_title": Sentence("Newsletter abbestellen"),
    "inbox_unsubscribe_text": Sentence(
        "Mit einem Klick wird Ihre Adresse gelöscht, und Sie bekommen keine Ausgabe von {title} mehr.",
        du="Mit einem Klick wird deine Adresse gelöscht, und du bekommst keine Ausgabe von {title} mehr.",
    ),
    "inbox_unsubscribe_button": Sentence("Abbestellen"),
    "inbox_unsubscribed_title": Sentence("Der Newsletter ist abbestellt"),
    "inbox_unsubscribed_text": Sentence(
        "Ihre Adresse ist gelöscht. Es kommt nichts mehr.",
        du="Deine Adresse ist gelöscht. Es kommt nichts mehr.",
    ),
    "inbox_expired_title": Sentence("Dieser Verweis ist abgelaufen"),
    "inbox_expired_text": Sentence(
        "Bitte bestellen Sie den Newsletter auf der Website noch einmal; dann kommt eine neue E-Mail.",
        du="Bitte bestell den Newsletter auf der Website noch einmal; dann kommt eine neue E-Mail.",
    ),
    "inbox_gone_title": Sentence("Hier gibt es nichts mehr"),
    "inbox_gone_text": Sentence("Die E-Mail-Adresse, um die es ging, ist hier nicht mehr gespeichert."),
}
