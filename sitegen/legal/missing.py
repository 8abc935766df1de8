"""What the law wants to be said and `site.yaml` does not say: each with its place and lines ready to paste.

Read by the owner, on the page itself and in the report of a build; so Sie is meant whatever visitors are called.
"""

from __future__ import annotations

from typing import Final

from sitegen.legal.document import Missing

OWNER: Final = Missing("Ihr Vor- und Nachname", "business.owner", "owner: Eva Müller")
ADDRESS: Final = Missing(
    "Ihre Anschrift",
    "business.address",
    "address:\n  street: Lindenweg 3\n  postcode: 01067\n  city: Dresden",
)
EMAIL: Final = Missing("Ihre E-Mail-Adresse", "business.email", "email: post@buero-sonnenseite.de")
PHONE: Final = Missing("Ihre Telefonnummer", "business.phone", "phone: 0351 1234567")
REPRESENTED: Final = Missing(
    "wer die Gesellschaft vertritt", "business.legal.represented_by", "legal:\n  represented_by: Eva Müller"
)
COURT: Final = Missing(
    "das Registergericht", "business.legal.register.court", "legal:\n  register:\n    court: Amtsgericht Dresden"
)
NUMBER: Final = Missing(
    "die Nummer im Register", "business.legal.register.number", "legal:\n  register:\n    number: HRB 12345"
)
TITLE: Final = Missing(
    "die Berufsbezeichnung", "business.legal.profession.title", "legal:\n  profession:\n    title: Steuerberaterin"
)
STATE_OF_TITLE: Final = Missing(
    "der Staat, der sie verliehen hat",
    "business.legal.profession.state",
    "legal:\n  profession:\n    state: Deutschland",
)
CHAMBER: Final = Missing(
    "die Kammer",
    "business.legal.profession.chamber",
    "legal:\n  profession:\n    chamber: Steuerberaterkammer Hessen",
)
RULES: Final = Missing(
    "das Berufsrecht", "business.legal.profession.rules", "legal:\n  profession:\n    rules: Steuerberatungsgesetz"
)
RULES_URL: Final = Missing(
    "wo das Berufsrecht steht",
    "business.legal.profession.rules_url",
    "legal:\n  profession:\n    rules_url: https://www.gesetze-im-internet.de/stberg/",
)
INSURER: Final = Missing(
    "der Versicherer",
    "business.legal.insurance.insurer",
    "legal:\n  insurance:\n    insurer: Beispiel Versicherung AG",
)
INSURER_ADDRESS: Final = Missing(
    "die Anschrift des Versicherers",
    "business.legal.insurance.address",
    "legal:\n  insurance:\n    address: Beispielallee 1, 60311 Frankfurt am Main",
)
TERRITORY: Final = Missing(
    "der räumliche Geltungsbereich der Versicherung",
    "business.legal.insurance.territory",
    "legal:\n  insurance:\n    territory: Deutschland",
)
ACTIVITY: Final = Missing(
    "der Unternehmensgegenstand", "business.legal.activity", "legal:\n  activity: Virtuelle Assistenz"
)
HOSTING: Final = Missing("wo die Website liegt", "business.legal.hosting", "legal:\n  hosting:\n    use: hetzner")
STATE: Final = Missing("Ihr Bundesland", "business.legal.state", "legal:\n  state: Hessen")
