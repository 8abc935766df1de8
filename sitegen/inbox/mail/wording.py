"""Every sentence of the inbox's mails: to the owner with Sie, to visitors in the tone of the site.

What visitors read is shared with Switzerland: no ß and no quotation marks. Braces are filled by `letters_*`.
"""

from __future__ import annotations

from typing import Final

from sitegen.model.forms.form import FormKind
from sitegen.text.wording.sentence import Sentence

# To the owner

FROM_INBOX: Final = "Eingang {site}"
FOOTER: Final = "-- \nDiese Mail schickt Ihnen der Eingang Ihrer Website „{site}“."

SUBJECT_COMMENT: Final = "Neuer Kommentar zu „{post}“"
SUBJECT_ANSWER: Final = "Neue Antwort unter „{post}“"
SUBJECT_REPORT: Final = "Meldung zu einem Kommentar unter „{post}“"
SUBJECTS: Final[dict[FormKind, str]] = {
    "contact": "Neue Nachricht über {site}",
    "callback": "Bitte um Rückruf über {site}",
    "quote": "Neue Anfrage über {site}",
    "withdrawal": "Widerruf eines Vertrags über {site}",
    "cancellation": "Kündigung eines Vertrags über {site}",
}

COMMENT_WAITS: Final = "Unter „{post}“ wartet ein neuer Kommentar auf Ihre Entscheidung."
ANSWER_WAITS: Final = (
    "Unter „{post}“ hat jemand auf einen Kommentar geantwortet. Die Antwort wartet auf Ihre Entscheidung."
)
COMMENT_APPROVED: Final = (
    "Unter „{post}“ ist ein neuer Kommentar eingegangen. Eines Ihrer Programme hat ihn schon freigegeben."
)
REPORT_CAME: Final = (
    "Jemand meldet einen Kommentar unter „{post}“. Bitte prüfen Sie die Meldung bald, und antworten Sie, wie "
    "Sie entschieden haben."
)
CAME: Final[dict[FormKind, str]] = {
    "contact": "Über {site} ist eine neue Nachricht eingegangen.",
    "callback": "Über {site} bittet jemand um einen Rückruf.",
    "quote": "Über {site} ist eine neue Anfrage eingegangen.",
    "withdrawal": "Über {site} hat jemand einen Vertrag widerrufen. Der Eingang ist schon bestätigt.",
    "cancellation": "Über {site} hat jemand einen Vertrag gekündigt. Der Eingang ist schon bestätigt.",
}

NAME: Final = "Name: {name}"
WEBSITE: Final = "Website: {website}"
RECEIVED: Final = "Eingegangen: {when}"
WHEN: Final = "{date}, {time}\u00a0Uhr"
REASONS: Final = "Auffällig: {reasons}"

ANSWER_BY_MAIL: Final = "Wenn Sie auf diese Mail antworten, geht Ihre Antwort an die Person, die geschrieben hat."
ANSWER_IN_PRIVATE: Final = (
    "Wenn Sie auf diese Mail antworten, liest das nur die Person, die geschrieben hat. "
    "Öffentlich antworten Sie über den Verweis."
)
NO_ADDRESS: Final = "Eine E-Mail-Adresse steht nicht dabei."
BROKEN_LINKS: Final = (
    "Adressen im Text sind absichtlich unterbrochen (hxxps, [.], [@]), damit niemand aus Versehen darauf klickt."
)

DECIDE: Final = "Freigeben, beantworten oder ablehnen:\n{url}"
CHANGE_DECISION: Final = "Ansehen oder zurücknehmen:\n{url}"
LOOK: Final = "Im Eingang ansehen:\n{url}"
KEEP_LINK: Final = (
    "Der Verweis gilt {days}\u00a0Tage und braucht kein Kennwort: Geben Sie diese Mail bitte nicht weiter."
)
KEEP_LINKS: Final = (
    "Die Verweise gelten {days}\u00a0Tage und brauchen kein Kennwort: Geben Sie diese Mail bitte nicht weiter."
)

SUBJECT_DIGEST: Final = "{site}: {n} neue Einträge"
DIGEST: Final = (
    "In kurzer Zeit ist viel eingegangen. Damit Ihr Postfach ruhig bleibt, steht alles in dieser einen Mail."
)
SUBJECT_OVERVIEW: Final = "{site}: {n} auffällige Einträge, bitte kurz ansehen"
SUBJECT_OVERVIEW_OF_ONE: Final = "{site}: ein auffälliger Eintrag, bitte kurz ansehen"
OVERVIEW: Final = (
    "Der Eingang hat zurückgehalten, was auffällig war. Nichts davon ist veröffentlicht und nichts ist verloren. "
    "Bitte sehen Sie kurz darüber: Auch eine echte Nachricht kann dabei sein."
)
ENTRY_COMMENT: Final = "{number}. Kommentar zu „{post}“"
ENTRY_REPORT: Final = "{number}. Meldung zu einem Kommentar unter „{post}“"
ENTRIES: Final[dict[FormKind, str]] = {
    "contact": "{number}. Nachricht",
    "callback": "{number}. Bitte um Rückruf",
    "quote": "{number}. Anfrage",
    "withdrawal": "{number}. Widerruf eines Vertrags",
    "cancellation": "{number}. Kündigung eines Vertrags",
}
MORE: Final = "Nicht gezeigt: {n}. Alles zeigt: sitegen inbox list"

SUBJECT_PUBLISH_FAILED: Final = "Kommentare kommen gerade nicht auf die Website"
PUBLISH_FAILED: Final = (
    "Freigegebene Kommentare lassen sich zurzeit nicht an die Website „{site}“ übergeben.\n\n"
    "Nichts ist verloren: Sie bleiben freigegeben, und der Eingang versucht es von selbst weiter. "
    "Den Grund zeigt: sitegen inbox status\n\n"
    "Diese Mail kommt erst wieder, wenn es zwischendurch geklappt hat."
)
SUBJECT_PAGE_MISSING: Final = "Ein Kommentar ist noch nicht zu sehen"
PAGE_MISSING: Final = (
    "Ein freigegebener Kommentar ist übergeben, steht aber noch nicht auf seiner Seite:\n{url}\n\n"
    "Meist ist der Bau der Website angehalten, etwa wegen eines Fehlers in einem Beitrag. Bitte sehen Sie nach, "
    "ob der letzte Bau gelungen ist.\n\n"
    "Diese Mail kommt erst wieder, wenn zwischendurch ein Kommentar erschienen ist."
)
SUBJECT_HOOK_DISABLED: Final = "Der Eingang hat etwas außer Betrieb genommen"
HOOK_DISABLED: Final = (
    "„{hook}“ sagt, dass es falsch eingerichtet ist oder nicht mehr gebraucht wird, und ist deshalb außer Betrieb. "
    "Hat es über Kommentare entschieden, wartet bis zur Abhilfe jeder auf Ihre eigene Entscheidung.\n\n"
    "Näheres zeigt: sitegen inbox status"
)
SUBJECT_HOOK_GIVEN_UP: Final = "Eine Benachrichtigung des Eingangs kommt nicht an"
HOOK_GIVEN_UP: Final = (
    "„{hook}“ hat in gut drei Tagen zehnmal nicht angenommen, was der Eingang zu melden hatte. Diese Benachrichtigung "
    "ist aufgegeben. Kommentare und Nachrichten selbst sind davon nicht betroffen.\n\n"
    "Näheres zeigt: sitegen inbox status\n\n"
    "Diese Mail kommt höchstens einmal am Tag."
)
SUBJECT_FLOOD: Final = "{site}: ungewöhnlich viele Kommentare"
FLOOD: Final = (
    "Gerade gehen ungewöhnlich viele Kommentare ein. Wer kommentiert, muss das deshalb zusätzlich "
    "bestätigen oder es später noch einmal versuchen. Nachrichten aus Ihren Formularen kommen weiter an.\n\n"
    "Sie brauchen nichts zu tun. Den Stand zeigt: sitegen inbox status"
)
SUBJECT_TEST: Final = "Probemail vom Eingang"
TEST: Final = "Diese Probemail ist angekommen: Der Eingang von „{site}“ kann Ihnen schreiben."

NO_POST: Final = "einem früheren Beitrag"

# To visitors

VISITORS: Final[dict[str, Sentence]] = {
    "greeting": Sentence("Guten Tag,", du="Hallo,"),
    "receipt_subject": Sentence("Ihre Nachricht an {owner}", du="Deine Nachricht an {owner}"),
    "receipt": Sentence(
        "Ihre Nachricht ist angekommen. Hier ist eine Kopie für Ihre Unterlagen:",
        du="deine Nachricht ist angekommen. Hier ist eine Kopie für dich:",
    ),
    "response_time": Sentence("Eine Antwort dauert höchstens {time}."),
    "withdrawal_subject": Sentence("Bestätigung: Widerruf an {owner}"),
    "withdrawal": Sentence(
        "Ihr Widerruf ist am {when} eingegangen. Abgegeben wurde er mit dem Knopf Widerruf bestätigen. Er lautet:",
        du="dein Widerruf ist am {when} eingegangen. Abgegeben wurde er mit dem Knopf Widerruf bestätigen. Er lautet:",
    ),
    "cancellation_subject": Sentence("Bestätigung: Kündigung an {owner}"),
    "cancellation": Sentence(
        "Ihre Kündigung ist am {when} eingegangen. Abgegeben wurde sie mit dem Knopf jetzt kündigen. Sie lautet:",
        du="deine Kündigung ist am {when} eingegangen. Abgegeben wurde sie mit dem Knopf jetzt kündigen. Sie lautet:",
    ),
    "cancellation_end": Sentence("Wo kein Tag genannt ist, soll der Vertrag so früh wie möglich enden."),
    "report_subject": Sentence("Ihre Meldung an {owner}", du="Deine Meldung an {owner}"),
    "report": Sentence(
        "Ihre Meldung ist angekommen und wird geprüft. Was daraus wird, erfahren Sie an dieser Adresse. Ihr Text:",
        du="deine Meldung ist angekommen und wird geprüft. Was daraus wird, erfährst du an dieser Adresse. Dein Text:",
    ),
    "stranger": Sentence(
        "Sie haben das nicht geschrieben? Dann hat jemand Ihre Adresse eingetragen, und Sie brauchen nichts zu tun.",
        du="Du hast das nicht geschrieben? Dann hat jemand deine Adresse eingetragen, und du brauchst nichts zu tun.",
    ),
    "confirm_subject": Sentence("Bitte bestätigen: Newsletter von {owner}"),
    "confirm": Sentence(
        "für diese Adresse wurde der Newsletter von {owner} bestellt. Bitte bestätigen Sie das hier:\n{url}",
        du="für diese Adresse wurde der Newsletter von {owner} bestellt. Bitte bestätige das hier:\n{url}",
    ),
    "confirm_until": Sentence(
        "Der Verweis gilt {days}\u00a0Tage. Ohne Bestätigung bekommen Sie keinen Newsletter.",
        du="Der Verweis gilt {days}\u00a0Tage. Ohne Bestätigung bekommst du keinen Newsletter.",
    ),
    "confirm_stranger": Sentence(
        "Sie haben nichts bestellt? Dann brauchen Sie nichts zu tun: Die Adresse wird von selbst gelöscht.",
        du="Du hast nichts bestellt? Dann brauchst du nichts zu tun: Die Adresse wird von selbst gelöscht.",
    ),
    "signature": Sentence("-- \n{owner}\n{url}"),
}

# Why a mail could not be sent, for `status`

NO_SERVER: Final = "In inbox.yaml steht kein Mailserver."
NO_SITE: Final = "Diese Website steht nicht mehr in inbox.yaml."
NO_MANIFEST: Final = "Die Datei inbox.json der Website ist nicht zu lesen."
UNREACHABLE: Final = "Der Mailserver ist nicht zu erreichen."
CERTIFICATE: Final = "Dem Zertifikat des Mailservers ist nicht zu trauen."
UNPROTECTED: Final = "Der Mailserver bietet keine geschützte Verbindung an."
LOGIN: Final = "Der Mailserver nimmt die Anmeldung nicht an. Bitte prüfen Sie user: und SITEGEN_SMTP_PASSWORD."
SENDER: Final = "Der Mailserver nimmt die Absenderadresse nicht an ({code})."
PATIENCE: Final = "Der Mailserver bittet um Geduld ({code})."
REFUSED: Final = "Der Mailserver nimmt diese Mail nicht an ({code})."
ADDRESS: Final = "An diese Adresse lässt sich keine Mail schicken."
