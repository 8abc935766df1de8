"""What the owner reads on the review pages: every sentence by key, and every reason of the judge in German.

The owner is addressed with Sie. What visitors read stands in `text.wording`; mails have a catalogue of their own.
"""

from __future__ import annotations

from typing import Final

from sitegen.inbox.hooks.reasons import hook_reason
from sitegen.inbox.judging.rules import Reason
from sitegen.inbox.records import State

REASONS: Final[dict[Reason, str]] = {
    "blocked": "Diesen Absender haben Sie gesperrt",
    "decoy": "Ein Feld ist ausgefüllt, das Menschen nicht sehen",
    "sum_wrong": "Die kleine Rechnung fehlt oder stimmt nicht",
    "too_fast": "Das Formular kam schneller zurück, als man es lesen kann",
    "stale_form": "Das Formular war länger als eine Stunde offen oder ist nachgemacht",
    "origin_foreign": "Abgeschickt wurde es von einer anderen Website",
    "origin_hidden": "Der Browser verschweigt, von welcher Seite es kommt",
    "origin_unknown": "Ein gewöhnlicher Browser hat das nicht abgeschickt",
    "some_links": "Der Text enthält mehrere Verweise",
    "many_links": "Der Text enthält viele Verweise",
    "markup": "Der Text enthält Code für Verweise, wie Werbeprogramme ihn schreiben",
    "link_in_name": "Statt eines Namens steht da eine Adresse",
    "mixed_scripts": "In einem Wort stehen Buchstaben aus verschiedenen Schriften",
    "other_script": "Der Text ist kaum in lateinischer Schrift",
    "like_spam": "Absender, Website oder Text kennen Sie schon als Spam",
    "repeated": "Derselbe Text kam in der letzten Stunde schon einmal",
    "flood": "Gerade kommen ungewöhnlich viele Kommentare",
    "known": "Von diesem Absender haben Sie schon etwas freigegeben",
}

STATES: Final[dict[State, str]] = {
    State.PENDING: "wartet auf Ihre Entscheidung",
    State.SUSPECTED: "wartet auf Ihre Entscheidung und sieht verdächtig aus",
    State.APPROVED: "freigegeben",
    State.PUBLISHED: "veröffentlicht",
    State.REJECTED: "abgelehnt",
    State.SPAM: "als Spam eingeordnet",
    State.DELETED: "gelöscht",
}

MESSAGE_STATES: Final[dict[State, str]] = {
    State.PENDING: "angekommen",
    State.SUSPECTED: "angekommen, aber auffällig",
}
"""What messages and reports are, about which nothing has to be decided."""

SENTENCES: Final[dict[str, str]] = {
    # Titles and what stands above
    "title_comment": "Kommentar von {name}",
    "title_owner_reply": "Ihre Antwort",
    "title_contact": "Nachricht von {name}",
    "title_report": "Meldung zu einem Kommentar",
    "nameless": "jemandem ohne Namen",
    "about_post": "Zum Beitrag:",
    "received": "Eingegangen am {date}",
    "state": "Stand:",
    "score": "Punkte zusammen: {score}. Ab 3 gilt etwas als verdächtig.",
    "reasons": "Warum das auffällt",
    "edited_since": "Der Text ist ein anderer als in der Mail, aus der Sie kommen: Er wurde seither bearbeitet.",
    # What was sent
    "text": "Text",
    "text_comment": "Text",
    "text_contact": "Nachricht",
    "text_report": "Begründung",
    "as_shown": "So sieht er auf der Website aus",
    "name": "Name",
    "email": "E-Mail-Adresse",
    "email_private": "nur für Sie, nie auf der Website",
    "website": "Website",
    "in_reply_to": "Antwort auf {name}",
    "in_reply_to_unknown": "Antwort auf einen Kommentar, der nicht oder nicht mehr im Eingang liegt.",
    "reported": "Gemeldeter Kommentar",
    "reported_review": "Gemeldeten Kommentar ansehen und entscheiden",
    "reported_missing": "Er liegt nicht im Eingang, sondern nur in den Dateien der Website.",
    # What can be done
    "decide": "Entscheiden",
    "more": "Was Sie tun können",
    "reply_label": "Ihre Antwort",
    "reply_hint": "Freiwillig. Sie erscheint unter dem Kommentar, gezeichnet mit „{owner}“.",
    "answer_hint": "Sie erscheint unter dem Kommentar, gezeichnet mit „{owner}“.",
    "approve": "Freigeben",
    "approve_and_reply": "Freigeben und antworten",
    "reply": "Antworten",
    "reject": "Ablehnen",
    "spam": "Spam",
    "block": "Absender sperren",
    "delete": "Löschen",
    "undo": "Zurücknehmen",
    "clear": "Ist in Ordnung",
    "edit": "Bearbeiten",
    "edit_hint": "Kürzen Sie ruhig, aber legen Sie niemandem etwas in den Mund.",
    "save": "Änderung speichern",
    "write_mail": "Per E-Mail antworten",
    "spam_hint": "Was Spam ist, merkt sich der Eingang. Wer gesperrt ist, steht künftig gleich unter Verdacht.",
    "deleting_hint": "Löschen nimmt Name, Adresse und Text für immer weg.",
    "tidying_hint": "Von selbst gelöscht wird nach {days}\u00a0Tagen.",
    "undo_hint": "Nach dem Zurücknehmen wartet er wieder auf Ihre Entscheidung, und was veröffentlicht ist, verschwindet von der Website.",
    # What became of it
    "decided_by": "{state} am {date}, {by}",
    "by_link": "über den Verweis aus der Mail",
    "by_cli": "über die Befehlszeile",
    "by_hook": "durch ein Programm",
    "by_forget": "auf Wunsch",
    "done_approve": "Freigegeben.",
    "done_approve_and_reply": "Freigegeben, und Ihre Antwort gleich mit.",
    "done_reply": "Ihre Antwort ist freigegeben.",
    "done_reject": "Abgelehnt. Auf der Website erscheint der Kommentar nicht.",
    "done_spam": "Als Spam eingeordnet. Der Eingang merkt sich, woran er ihn erkennt.",
    "done_block": "Gesperrt. Was von dort noch kommt, steht künftig unter Verdacht.",
    "done_block_nobody": "Als Spam eingeordnet. Sperren lässt sich hier niemand: Ohne E-Mail-Adresse und Website ist der Absender nicht wiederzuerkennen.",
    "done_delete": "Gelöscht. Name, Adresse und Text sind weg.",
    "done_undo": "Zurückgenommen.",
    "done_edit": "Gespeichert.",
    "appears_git": "Auf der Website zu sehen, sobald sie neu gebaut ist, meist nach wenigen Minuten:",
    "appears_folder": "Auf der Website zu sehen nach ihrem nächsten Bau:",
    "appears_export": "Auf der Website zu sehen, sobald ihr Bau es hier abgeholt hat:",
    "is_there": "Auf der Website:",
    "already": "Bereits {state}.",
    "changed": "Seit Sie diese Seite geöffnet haben, hat sich etwas geändert. Unten steht der jetzige Stand; bitte entscheiden Sie noch einmal.",
    "not_allowed": "Das geht hier nicht.",
    "no_action": "Es kam keine Entscheidung an. Bitte drücken Sie einen der Knöpfe.",
    "no_reply_text": "Schreiben Sie bitte Ihre Antwort.",
    "not_saved_title": "Noch nicht gespeichert",
    "not_saved_text": "Der Eingang kann gerade nichts speichern, und nichts ist geschehen. Bitte versuchen Sie es gleich noch einmal.",
    "again": "Noch einmal versuchen",
    "fault": "Bitte noch einmal ansehen",
    "fault_title": "Fehler: {title}",
    # Links that lead nowhere
    "unknown_title": "Dieser Verweis gilt nicht",
    "unknown_text": "Vielleicht ist er nicht ganz angekommen. Öffnen Sie ihn am besten noch einmal aus der Mail.",
    "expired_title": "Dieser Verweis ist abgelaufen",
    "expired_text": "Verweise in Mails gelten 14\u00a0Tage. Was noch wartet, zeigt auf dem Server „sitegen inbox list“.",
    "gone_title": "Das ist nicht mehr da",
    "gone_text": "Es wurde gelöscht oder nach Ablauf der Frist von selbst entfernt.",
}


def tell(key: str, **facts: str | int) -> str:
    """The sentence for `key`, filled with facts. A missing key or fact is our fault: KeyError."""
    return SENTENCES[key].format_map(facts)


def reason_sentence(name: str) -> str:
    """A reason in German, without a full stop."""
    judged = {str(known): sentence for known, sentence in REASONS.items()}.get(name)
    return judged or hook_reason(name) or name
