"""Shipped declarations: videos and sound. They load only where somebody has asked for them."""

from __future__ import annotations

from typing import Final

from sitegen.model.third_parties.facts import (
    CHECKED,
    GOOGLE,
    GOOGLE_PRIVACY,
    GOOGLE_SEAT,
    OTHER_STORAGE,
    UNKNOWN_STORAGE,
    USA,
    usa_by_framework,
)
from sitegen.model.third_party import Host, StorageItem, ThirdParty

UNTIL_DELETED: Final = "bis er gelöscht wird"
UNTIL_CLOSED: Final = "bis das Fenster geschlossen wird"

_YOUTUBE: Final = ThirdParty(
    id="youtube",
    name="YouTube",
    category="media",
    provider=GOOGLE,
    seat=GOOGLE_SEAT,
    purpose="Videos zeigen",
    legal_basis="consent",
    storage=(
        StorageItem(
            name="yt-remote-device-id",
            kind="local_storage",
            duration=UNTIL_DELETED,
            purpose="das Gerät für die Wiedergabe wiedererkennen",
        ),
        StorageItem(
            name="yt-remote-connected-devices",
            kind="local_storage",
            duration=UNTIL_DELETED,
            purpose="verbundene Geräte merken",
        ),
        StorageItem(
            name="yt-remote-session-*",
            kind="session_storage",
            duration=UNTIL_CLOSED,
            purpose="die laufende Wiedergabe steuern",
        ),
    ),
    storage_note=OTHER_STORAGE,
    third_country=usa_by_framework("Google LLC"),
    privacy_url=GOOGLE_PRIVACY,
    hosts=(Host(name="www.youtube-nocookie.com", directives=("frame-src",)),),
    checked=CHECKED,
)

_VIMEO: Final = ThirdParty(
    id="vimeo",
    name="Vimeo",
    category="media",
    provider="Vimeo.com, Inc.",
    seat="330 West 34th Street, 5th Floor, New York, NY 10001, USA",
    purpose="Videos zeigen",
    legal_basis="consent",
    storage_note=(
        "Videos werden mit der Einstellung „dnt“ geladen, mit der Vimeo Besuche nicht wiedererkennt. Einträge, die der "
        "Sicherheit dienen, sind möglich; welche und wie lange sie bleiben, nennt Vimeo in seiner Datenschutzerklärung."
    ),
    third_country=USA,
    privacy_url="https://vimeo.com/privacy",
    hosts=(Host(name="player.vimeo.com", directives=("frame-src",)),),
    checked=CHECKED,
)

_SPOTIFY: Final = ThirdParty(
    id="spotify",
    name="Spotify",
    category="media",
    provider="Spotify AB",
    seat="Regeringsgatan 19, 111 53 Stockholm, Schweden",
    purpose="Musik und Podcasts abspielen",
    legal_basis="consent",
    storage_note=UNKNOWN_STORAGE,
    third_country="",
    privacy_url="https://www.spotify.com/de/legal/privacy-policy/",
    hosts=(Host(name="open.spotify.com", directives=("frame-src",)),),
    checked=CHECKED,
)

MEDIA: Final = (_YOUTUBE, _VIMEO, _SPOTIFY)
