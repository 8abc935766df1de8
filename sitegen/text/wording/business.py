"""Sentences around the values of `business:` and `notice:`: no ß, no quotation marks."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "reach": Sentence("Auf einen Blick"),
    "phone": Sentence("Telefon"),
    "email": Sentence("E-Mail"),
    "postal_address": Sentence("Anschrift"),
    "whatsapp": Sentence("WhatsApp"),
    "whatsapp_write": Sentence("Nachricht schreiben"),
    "booking": Sentence("Termin"),
    "booking_choose": Sentence("Termin aussuchen"),
    "hours": Sentence("Zeiten"),
    "response": Sentence("Antwort"),
    "response_time": Sentence("Eine Antwort dauert höchstens {time}."),
    "profiles": Sentence("Auch zu finden bei"),
    "closed": Sentence("Geschlossen"),
    "closed_days": Sentence("{first} bis {last}"),
    "call": Sentence("Anrufen"),
    "write": Sentence("Schreiben"),
    "contact_bar": Sentence("Schneller Kontakt"),
    "notice": Sentence("Hinweis"),
}
