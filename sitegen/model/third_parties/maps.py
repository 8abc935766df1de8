"""Shipped declarations: maps. They load only where somebody has asked for them."""

from __future__ import annotations

from typing import Final

from sitegen.model.third_parties.facts import (
    CHECKED,
    GOOGLE,
    GOOGLE_PRIVACY,
    GOOGLE_SEAT,
    OTHER_STORAGE,
    UNKNOWN_STORAGE,
    usa_by_framework,
)
from sitegen.model.third_party import Host, StorageItem, ThirdParty

_OPENSTREETMAP: Final = ThirdParty(
    id="openstreetmap",
    name="OpenStreetMap",
    category="maps",
    provider="OpenStreetMap Foundation",
    seat="St John’s Innovation Centre, Cowley Road, Cambridge, CB4 0WS, Vereinigtes Königreich",
    purpose="Karten zeigen",
    legal_basis="consent",
    storage_note=UNKNOWN_STORAGE,
    third_country="Vereinigtes Königreich; Angemessenheitsbeschluss der EU-Kommission",
    privacy_url="https://osmfoundation.org/wiki/Privacy_Policy",
    hosts=(Host(name="www.openstreetmap.org", directives=("frame-src",)),),
    checked=CHECKED,
)

_GOOGLE_MAPS: Final = ThirdParty(
    id="google-maps",
    name="Google Maps",
    category="maps",
    provider=GOOGLE,
    seat=GOOGLE_SEAT,
    purpose="Karten zeigen",
    legal_basis="consent",
    storage=(
        StorageItem(
            name="NID",
            duration="6\u00a0Monate",
            purpose="Einstellungen merken und den Browser wiedererkennen",
        ),
    ),
    storage_note=OTHER_STORAGE,
    third_country=usa_by_framework("Google LLC"),
    privacy_url=GOOGLE_PRIVACY,
    hosts=(
        Host(name="www.google.com", directives=("frame-src",)),
        Host(name="maps.google.com", directives=("frame-src",)),
    ),
    checked=CHECKED,
)

MAPS: Final = (_OPENSTREETMAP, _GOOGLE_MAPS)
