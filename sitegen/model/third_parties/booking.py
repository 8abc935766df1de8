"""Shipped declarations: calendars in which visitors book. They load only where somebody has asked for them."""

from __future__ import annotations

from typing import Final

from sitegen.model.third_parties.facts import CHECKED, UNKNOWN_STORAGE, USA, usa_by_framework
from sitegen.model.third_party import Host, ThirdParty

_CALENDLY: Final = ThirdParty(
    id="calendly",
    name="Calendly",
    category="booking",
    provider="Calendly, LLC",
    seat="USA",
    purpose="Termine buchen",
    legal_basis="consent",
    storage_note=UNKNOWN_STORAGE,
    third_country=usa_by_framework("Calendly, LLC"),
    privacy_url="https://calendly.com/legal/privacy-notice",
    hosts=(Host(name="calendly.com", directives=("frame-src",)),),
    processor=True,
    checked=CHECKED,
)

_CAL: Final = ThirdParty(
    id="cal",
    name="Cal.com",
    category="booking",
    provider="Cal.com, Inc.",
    seat="USA",
    purpose="Termine buchen",
    legal_basis="consent",
    storage_note=UNKNOWN_STORAGE,
    third_country=USA,
    privacy_url="https://cal.com/privacy",
    hosts=(
        Host(name="cal.com", directives=("frame-src",)),
        Host(name="app.cal.com", directives=("frame-src",)),
    ),
    processor=True,
    checked=CHECKED,
)

BOOKING: Final = (_CALENDLY, _CAL)
