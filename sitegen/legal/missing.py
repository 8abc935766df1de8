"""What the law wants to be said and `site.yaml` does not say: each with its place and lines ready to paste.

Read by the owner, on the page itself and in the report of a build; so Sie is meant whatever visitors are called.
"""

from __future__ import annotations

from typing import Final

from sitegen.legal.document import Missing
from sitegen.settings.business import Country

OWNER: Final = Missing("Ihr Vor- und Nachname", "business.owner", "owner: Eva Müller", "IMP-002")
ADDRESS: Final = Missing(
    "Ihre Anschrift",
    "business.address",
    "address:\n  street: Lindenweg 3\n  postcode: 01067\n  city: Dresden",
    "IMP-003",
)
EMAIL: Final = Missing("Ihre E-Mail-Adresse", "business.email", "email: post@buero-sonnenseite.de", "IMP-004")
PHONE: Final = Missing("Ihre Telefonnummer", "business.phone", "phone: 0351 1234567", "IMP-005")
REPRESENTED: Final = Missing(
    "wer die Gesellschaft vertritt",
    "business.legal.represented_by",
    "legal:\n  represented_by: Eva Müller",
    "IMP-002",
)
COURT: Final = Missing(
    "das Registergericht",
    "business.legal.register.court",
    "legal:\n  register:\n    court: Amtsgericht Dresden",
    "IMP-009",
)
NUMBER: Final = Missing(
    "die Nummer im Register",
    "business.legal.register.number",
    "legal:\n  register:\n    number: HRB 12345",
    "IMP-009",
)
TITLE: Final = Missing(
    "die Berufsbezeichnung",
    "business.legal.profession.title",
    "legal:\n  profession:\n    title: Steuerberaterin",
    "IMP-008",
)
STATE_OF_TITLE: Final = Missing(
    "der Staat, der sie verliehen hat",
    "business.legal.profession.state",
    "legal:\n  profession:\n    state: Deutschland",
    "IMP-008",
)
CHAMBER: Final = Missing(
    "die Kammer",
    "business.legal.profession.chamber",
    "legal:\n  profession:\n    chamber: Steuerberaterkammer Hessen",
    "IMP-008",
)
RULES: Final = Missing(
    "das Berufsrecht",
    "business.legal.profession.rules",
    "legal:\n  profession:\n    rules: Steuerberatungsgesetz",
    "IMP-008",
)
RULES_URL: Final = Missing(
    "wo das Berufsrecht steht",
    "business.legal.profession.rules_url",
    "legal:\n  profession:\n    rules_url: https://www.gesetze-im-internet.de/stberg/",
    "IMP-008",
)
INSURER: Final = Missing(
    "der Versicherer",
    "business.legal.insurance.insurer",
    "legal:\n  insurance:\n    insurer: Beispiel Versicherung AG",
    "IMP-011",
)
INSURER_ADDRESS: Final = Missing(
    "die Anschrift des Versicherers",
    "business.legal.insurance.address",
    "legal:\n  insurance:\n    address: Beispielallee 1, 60311 Frankfurt am Main",
    "IMP-011",
)
TERRITORY: Final = Missing(
    "der räumliche Geltungsbereich der Versicherung",
    "business.legal.insurance.territory",
    "legal:\n  insurance:\n    territory: Deutschland",
    "IMP-011",
)
ACTIVITY: Final = Missing(
    "der Unternehmensgegenstand",
    "business.legal.activity",
    "legal:\n  activity: Virtuelle Assistenz",
    "AT-001",
)
HOSTING: Final = Missing(
    "wo die Website liegt", "business.legal.hosting", "legal:\n  hosting:\n    use: hetzner", "DSE-003"
)
STATE: Final = Missing("Ihr Bundesland", "business.legal.state", "legal:\n  state: Hessen", "DSE-002")
VAT_ID: Final = Missing(
    "die Umsatzsteuer-Identifikationsnummer", "business.legal.vat_id", "legal:\n  vat_id: DE123456788", "IMP-006"
)
RESPONSIBLE: Final = Missing(
    "wer für Beiträge verantwortlich ist",
    "business.legal.responsible",
    "legal:\n  responsible:\n    name: Eva Müller",
    "IMP-010",
)

_SWISS: Final = "CH-001"
_BY_SWISS_LAW: Final = frozenset({OWNER, REPRESENTED, ADDRESS, EMAIL, VAT_ID})


def rule_of(lack: Missing, country: Country) -> str:
    """The rule of law that asks for it: Switzerland has one for all that the others part."""
    return _SWISS if country is Country.CH and lack in _BY_SWISS_LAW else lack.rule
