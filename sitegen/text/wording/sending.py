"""What stands around a form: the other way below it, and the page after it. What a form itself says stands in `forms`.

The page after a form says what is happening now (`thanks_KIND`), what comes next (`_next`) or what comes next and until
when (`_when`, where the owner has said how long an answer takes). No ß, no quotation marks.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_BESIDE: Final[dict[str, Sentence]] = {
    "form_by_mail": Sentence("Lieber per E-Mail? Schreiben Sie an", du="Lieber per E-Mail? Schreib an"),
}

_CONTACT: Final[dict[str, Sentence]] = {
    "thanks_contact_title": Sentence("Danke für Ihre Nachricht", du="Danke für deine Nachricht"),
    "thanks_contact": Sentence("Ihre Nachricht ist angekommen.", du="Deine Nachricht ist angekommen."),
    "thanks_contact_next": Sentence("Die Antwort kommt per E-Mail."),
    "thanks_contact_when": Sentence("Die Antwort kommt per E-Mail. Das dauert höchstens {time}."),
}

_CALLBACK: Final[dict[str, Sentence]] = {
    "thanks_callback_title": Sentence("Danke, Ihr Rückruf ist notiert", du="Danke, dein Rückruf ist notiert"),
    "thanks_callback": Sentence(
        "Ihre Nummer ist angekommen. Sie werden zurückgerufen.",
        du="Deine Nummer ist angekommen. Du wirst zurückgerufen.",
    ),
    "thanks_callback_next": Sentence(
        "Wenn Sie eine Zeit genannt haben, möglichst dann.", du="Wenn du eine Zeit genannt hast, möglichst dann."
    ),
    "thanks_callback_when": Sentence("Bis zum Anruf dauert es höchstens {time}."),
}

_QUOTE: Final[dict[str, Sentence]] = {
    "thanks_quote_title": Sentence("Danke für Ihre Anfrage", du="Danke für deine Anfrage"),
    "thanks_quote": Sentence("Ihre Anfrage ist angekommen.", du="Deine Anfrage ist angekommen."),
    "thanks_quote_next": Sentence("Das Angebot oder eine Rückfrage dazu kommt per E-Mail."),
    "thanks_quote_when": Sentence(
        "Das Angebot oder eine Rückfrage dazu kommt per E-Mail. Das dauert höchstens {time}."
    ),
}

_NEWSLETTER: Final[dict[str, Sentence]] = {
    "thanks_newsletter_title": Sentence("Bitte sehen Sie in Ihr Postfach", du="Bitte sieh in dein Postfach"),
    "thanks_newsletter": Sentence(
        "Dort liegt gleich eine E-Mail, mit der Sie die Bestellung bestätigen.",
        du="Dort liegt gleich eine E-Mail, mit der du die Bestellung bestätigst.",
    ),
    "thanks_newsletter_next": Sentence("Erst danach ist der Newsletter bestellt."),
    "thanks_newsletter_when": Sentence("Erst danach ist der Newsletter bestellt."),
}

_DECLARATIONS: Final[dict[str, Sentence]] = {
    "thanks_withdrawal_title": Sentence("Der Widerruf ist angekommen"),
    "thanks_withdrawal": Sentence("Der Vertrag ist widerrufen, soweit ein Widerrufsrecht besteht."),
    "thanks_withdrawal_next": Sentence("Die Bestätigung mit Datum und Uhrzeit kommt per E-Mail."),
    "thanks_withdrawal_when": Sentence("Die Bestätigung mit Datum und Uhrzeit kommt per E-Mail."),
    "thanks_cancellation_title": Sentence("Die Kündigung ist angekommen"),
    "thanks_cancellation": Sentence("Die Kündigung ist eingegangen."),
    "thanks_cancellation_next": Sentence("Die Bestätigung mit Datum und Uhrzeit kommt per E-Mail."),
    "thanks_cancellation_when": Sentence("Die Bestätigung mit Datum und Uhrzeit kommt per E-Mail."),
}

_COMMENT: Final[dict[str, Sentence]] = {
    "thanks_comment_title": Sentence("Danke für Ihren Kommentar", du="Danke für deinen Kommentar"),
    "thanks_comment": Sentence("Ihr Kommentar wartet auf Freigabe.", du="Dein Kommentar wartet auf Freigabe."),
    "thanks_comment_next": Sentence("Er wird gelesen, bevor er unter dem Beitrag erscheint."),
    "thanks_comment_when": Sentence("Er wird gelesen, bevor er unter dem Beitrag erscheint."),
}

_REPORT: Final[dict[str, Sentence]] = {
    "thanks_report_title": Sentence("Danke für Ihre Meldung", du="Danke für deine Meldung"),
    "thanks_report": Sentence(
        "Ihre Meldung ist angekommen und wird geprüft.", du="Deine Meldung ist angekommen und wird geprüft."
    ),
    "thanks_report_next": Sentence(
        "Wie entschieden wird, erfahren Sie per E-Mail, wenn Sie eine Adresse angegeben haben.",
        du="Wie entschieden wird, erfährst du per E-Mail, wenn du eine Adresse angegeben hast.",
    ),
    "thanks_report_when": Sentence(
        "Wie entschieden wird, erfahren Sie per E-Mail, wenn Sie eine Adresse angegeben haben.",
        du="Wie entschieden wird, erfährst du per E-Mail, wenn du eine Adresse angegeben hast.",
    ),
}

_ALL: Final[dict[str, Sentence]] = {
    "thanks_receipt": Sentence(
        "Eine Kopie ist per E-Mail an Sie unterwegs.", du="Eine Kopie ist per E-Mail an dich unterwegs."
    ),
    "thanks_nothing": Sentence(
        "Falls nichts ankommt, sehen Sie bitte auch im Spam-Ordner nach.",
        du="Falls nichts ankommt, sieh bitte auch im Spam-Ordner nach.",
    ),
    "thanks_closed": Sentence("Das Büro ist bald oder gerade geschlossen:"),
    "thanks_mail": Sentence("Ist noch etwas offen? Schreiben Sie an", du="Ist noch etwas offen? Schreib an"),
}

SENTENCES: Final[dict[str, Sentence]] = {
    **_BESIDE,
    **_CONTACT,
    **_CALLBACK,
    **_QUOTE,
    **_NEWSLETTER,
    **_DECLARATIONS,
    **_COMMENT,
    **_REPORT,
    **_ALL,
}
