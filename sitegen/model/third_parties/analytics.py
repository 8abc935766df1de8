"""Shipped declarations: what counts visits and measures advertising. It loads with every page.

Matomo and Plausible have two faces: at their makers', and on a server of the owner's.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.model.third_parties.facts import (
    CHECKED,
    GOOGLE,
    GOOGLE_PRIVACY,
    GOOGLE_SEAT,
    NO_COOKIES,
    OTHER_STORAGE,
    usa_by_framework,
)
from sitegen.model.third_party import Host, StorageItem, ThirdParty

OWN_SERVER: Final = "ein eigener Server"

PLAUSIBLE: Final = ThirdParty(
    id="plausible",
    name="Plausible",
    category="analytics",
    provider="Plausible Insights OÜ",
    seat="Västriku tn 2, 50403 Tartu, Estland",
    purpose="Besuche zählen, ohne jemanden wiederzuerkennen",
    legal_basis="legitimate_interest",
    storage_note=NO_COOKIES,
    privacy_url="https://plausible.io/data-policy",
    hosts=(Host(name="plausible.io", directives=("script-src", "connect-src")),),
    processor=True,
    page_wide=True,
    checked=CHECKED,
)

PLAUSIBLE_ALONE: Final = msgspec.structs.replace(PLAUSIBLE, provider=OWN_SERVER, seat="", hosts=(), processor=False)
"""On a server of the owner's, whose host she names."""

MATOMO: Final = ThirdParty(
    id="matomo",
    name="Matomo",
    category="analytics",
    provider=OWN_SERVER,
    seat="",
    purpose="Besuche zählen",
    legal_basis="legitimate_interest",
    storage_note=NO_COOKIES,
    privacy_url="https://matomo.org/privacy-policy/",
    page_wide=True,
    checked=CHECKED,
)
"""On a server of the owner's, whose host she names, and without cookies."""

MATOMO_HOSTED: Final = msgspec.structs.replace(
    MATOMO,
    provider="InnoCraft Limited",
    seat="Wellington, Neuseeland",
    third_country="Neuseeland; Angemessenheitsbeschluss der EU-Kommission",
    processor=True,
)
"""At its makers'; the host is that of the owner's account."""

MATOMO_STORAGE: Final = (
    StorageItem(name="_pk_id.*", duration="13\u00a0Monate", purpose="den Browser wiedererkennen"),
    StorageItem(name="_pk_ses.*", duration="30\u00a0Minuten", purpose="Aufrufe zu einem Besuch zusammenfassen"),
    StorageItem(name="_pk_ref.*", duration="6\u00a0Monate", purpose="merken, woher der Besuch kam"),
)
"""What it sets where the owner has allowed cookies."""

_GOOGLE_ANALYTICS: Final = ThirdParty(
    id="google-analytics",
    name="Google Analytics",
    category="analytics",
    provider=GOOGLE,
    seat=GOOGLE_SEAT,
    purpose="Besuche zählen und auswerten",
    legal_basis="consent",
    storage=(
        StorageItem(name="_ga", duration="2\u00a0Jahre", purpose="den Browser wiedererkennen"),
        StorageItem(name="_ga_*", duration="2\u00a0Jahre", purpose="Aufrufe zu einem Besuch zusammenfassen"),
    ),
    third_country=usa_by_framework("Google LLC"),
    privacy_url=GOOGLE_PRIVACY,
    hosts=(
        Host(name="www.googletagmanager.com", directives=("script-src", "img-src", "connect-src")),
        Host(name="*.google-analytics.com", directives=("img-src", "connect-src")),
        Host(name="*.analytics.google.com", directives=("connect-src",)),
    ),
    processor=True,
    page_wide=True,
    checked=CHECKED,
)

_META_PIXEL: Final = ThirdParty(
    id="meta-pixel",
    name="Meta-Pixel",
    category="marketing",
    provider="Meta Platforms Ireland Limited",
    seat="Merrion Road, Dublin 4, D04 X2K5, Irland",
    purpose="den Erfolg von Werbung bei Facebook und Instagram messen",
    legal_basis="consent",
    storage=(
        StorageItem(name="_fbp", duration="90\u00a0Tage", purpose="den Browser für Werbung wiedererkennen"),
        StorageItem(name="_fbc", duration="90\u00a0Tage", purpose="merken, welche Anzeige angeklickt wurde"),
    ),
    storage_note=OTHER_STORAGE,
    third_country=usa_by_framework("Meta Platforms, Inc."),
    privacy_url="https://www.facebook.com/privacy/policy/",
    hosts=(
        Host(name="connect.facebook.net", directives=("script-src",)),
        Host(name="www.facebook.com", directives=("img-src", "connect-src")),
    ),
    page_wide=True,
    checked=CHECKED,
)

ANALYTICS: Final = (PLAUSIBLE, MATOMO, _GOOGLE_ANALYTICS, _META_PIXEL)
