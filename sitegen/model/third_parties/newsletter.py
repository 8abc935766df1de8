"""Shipped declarations: who sends newsletters. Forms are sent there; what they embed loads only when asked for."""

from __future__ import annotations

from typing import Final

from sitegen.model.third_parties.facts import CHECKED, UNKNOWN_STORAGE
from sitegen.model.third_party import Host, ThirdParty

_BREVO: Final = ThirdParty(
    id="brevo",
    name="Brevo",
    category="newsletter",
    provider="Sendinblue SAS",
    seat="9–17 rue Salneuve, 75017 Paris, Frankreich",
    purpose="den Newsletter versenden",
    legal_basis="consent",
    storage_note=UNKNOWN_STORAGE,
    privacy_url="https://www.brevo.com/de/legal/privacypolicy/",
    hosts=(Host(name="*.sibforms.com", directives=("form-action", "frame-src")),),
    processor=True,
    checked=CHECKED,
)

_CLEVERREACH: Final = ThirdParty(
    id="cleverreach",
    name="CleverReach",
    category="newsletter",
    provider="CleverReach GmbH & Co. KG",
    seat="Schafjückenweg 2, 26180 Rastede, Deutschland",
    purpose="den Newsletter versenden",
    legal_basis="consent",
    storage_note=UNKNOWN_STORAGE,
    privacy_url="https://www.cleverreach.com/de-de/datenschutz/",
    hosts=(Host(name="*.cleverreach.com", directives=("form-action", "frame-src")),),
    processor=True,
    checked=CHECKED,
)

NEWSLETTER: Final = (_BREVO, _CLEVERREACH)
