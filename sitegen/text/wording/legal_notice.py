"""What the Impressum and the statement on accessibility say of themselves; the facts are the owner's.

Shared by three countries: no ß, no quotation marks. Statutes behind each block, and since when they hold, stand in
`legal.blocks`.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_IMPRINT: Final[dict[str, Sentence]] = {
    "legal_missing": Sentence("Hier fehlt: {what} (site.yaml, {key})"),
    "imprint_de": Sentence("Angaben nach § 5 DDG"),
    "imprint_at": Sentence("Angaben nach § 5 ECG und § 25 MedienG"),
    "imprint_ch": Sentence("Angaben nach Art. 3 Abs. 1 Bst. s UWG"),
    "imprint_represented": Sentence("Vertreten durch {name}"),
    "imprint_contact": Sentence("Kontakt"),
    "imprint_phone": Sentence("Telefon"),
    "imprint_email": Sentence("E-Mail"),
    "imprint_register_de": Sentence("Handelsregister"),
    "imprint_register_at": Sentence("Firmenbuch"),
    "imprint_register_ch": Sentence("Handelsregister"),
    "imprint_court_de": Sentence("Registergericht"),
    "imprint_court_at": Sentence("Firmenbuchgericht"),
    "imprint_court_ch": Sentence("Handelsregisteramt"),
    "imprint_number": Sentence("Nummer"),
    "imprint_vat": Sentence("Umsatzsteuer"),
    "imprint_vat_ch": Sentence("Unternehmens-Identifikationsnummer"),
    "imprint_vat_id_de": Sentence("Umsatzsteuer-Identifikationsnummer nach § 27a UStG"),
    "imprint_vat_id_at": Sentence("UID-Nummer"),
    "imprint_vat_id_ch": Sentence("UID"),
    "imprint_business_id": Sentence("Wirtschafts-Identifikationsnummer nach § 139c AO"),
    "imprint_small_de": Sentence("Nach § 19 UStG wird keine Umsatzsteuer berechnet."),
    "imprint_small_at": Sentence("Nach § 6 Abs. 1 Z 27 UStG wird keine Umsatzsteuer berechnet."),
    "imprint_profession": Sentence("Beruf"),
    "imprint_membership": Sentence("Mitgliedschaft"),
    "imprint_title": Sentence("Gesetzliche Berufsbezeichnung"),
    "imprint_state": Sentence("Verliehen in"),
    "imprint_chamber": Sentence("Kammer"),
    "imprint_rules": Sentence("Berufsrechtliche Regelungen"),
    "imprint_supervision": Sentence("Aufsichtsbehörde"),
    "imprint_insurance": Sentence("Berufshaftpflichtversicherung"),
    "imprint_insurer": Sentence("Versicherer"),
    "imprint_insurer_address": Sentence("Anschrift"),
    "imprint_territory": Sentence("Räumlicher Geltungsbereich"),
    "imprint_activity": Sentence("Unternehmensgegenstand"),
    "imprint_contact_point": Sentence("Kontaktstelle"),
    "imprint_contact_point_text": Sentence(
        "Wegen der Kommentare auf dieser Website erreichen Sie die Kontaktstelle nach Art. 11 und 12 der Verordnung (EU) 2022/2065 auf Deutsch unter:",
        du="Wegen der Kommentare auf dieser Website erreichst du die Kontaktstelle nach Art. 11 und 12 der Verordnung (EU) 2022/2065 auf Deutsch unter:",
    ),
    "imprint_responsible": Sentence("Verantwortlich nach § 18 Abs. 2 MStV"),
}

_ACCESS: Final[dict[str, Sentence]] = {
    "access_aim": Sentence("Was diese Website erreichen will"),
    "access_aim_text": Sentence(
        "Diese Website soll für alle gut zu benutzen sein, auch mit Tastatur, Vorlesehilfe oder Lupe. Richtschnur ist der internationale Standard WCAG 2.2, Stufe AA. Diese Erklärung ist freiwillig und keine Zusage, dass schon alles gelungen ist."
    ),
    "access_report": Sentence("Hürden melden"),
    "access_report_text": Sentence(
        "Kommen Sie an einer Stelle nicht weiter? Bitte schreiben Sie, auf welcher Seite das war und womit Sie sie besucht haben:",
        du="Kommst du an einer Stelle nicht weiter? Bitte schreib, auf welcher Seite das war und womit du sie besucht hast:",
    ),
}

SENTENCES: Final[dict[str, Sentence]] = {**_IMPRINT, **_ACCESS}
