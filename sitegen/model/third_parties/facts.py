"""What several shipped declarations have in common: the day of their facts, and grounds for third countries."""

from __future__ import annotations

from datetime import date
from typing import Final

CHECKED: Final = date(2026, 11, 22)
"""When the shipped declarations were last gone through."""

GOOGLE: Final = "Google Ireland Limited"
GOOGLE_SEAT: Final = "Gordon House, Barrow Street, Dublin 4, Irland"
GOOGLE_PRIVACY: Final = "https://policies.google.com/privacy?hl=de"

USA: Final = "USA"
"""Where the ground for it is not known for sure."""

OTHER_STORAGE: Final = (
    "Weitere Einträge sind möglich; welche und wie lange sie bleiben, nennt der Anbieter in seiner "
    "Datenschutzerklärung."
)
UNKNOWN_STORAGE: Final = (
    "Der Anbieter kann Cookies und ähnliche Einträge speichern; welche und wie lange sie bleiben, nennt er in seiner "
    "Datenschutzerklärung."
)
NO_COOKIES: Final = "Es werden keine Cookies gesetzt und keine anderen Kennungen auf dem Gerät gespeichert."


def usa_by_framework(company: str) -> str:
    """The ground for a company in the USA that has joined the Data Privacy Framework (Art. 45 GDPR, (EU) 2023/1795)."""
    return f"USA; {company} nimmt am EU-US Data Privacy Framework teil (Angemessenheitsbeschluss der EU-Kommission)"
