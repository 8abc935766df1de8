"""Addresses of videos, sound, maps and calendars of others, as the lines that show them here. Pure.

A line is written only for a third party that `site.yaml` declares: what visitors are told about follows from there. The
spelling of ids is checked again by the build.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import parse_qs, urlsplit

from sitegen.model.third_parties.trackers import is_tracker

_YOUTUBE: Final = re.compile(
    r"(?:https?:)?//(?:www\.|m\.)?(?:youtu\.be/|youtube(?:-nocookie)?\.com/(?:embed/|shorts/|live/|v/|watch\?(?:\S*&)?v=))"
    r"(?!videoseries)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])"
)
_VIMEO: Final = re.compile(r"(?:https?:)?//(?:www\.|player\.)?vimeo\.com/(?:video/|channels/[\w-]+/)?(\d{6,12})(?!\d)")
_SPOTIFY: Final = re.compile(
    r"(?:https?:)?//open\.spotify\.com/(?:intl-[a-z]{2}/)?(?:embed/)?"
    r"((?:track|episode|show|album|playlist|artist)/[A-Za-z0-9]{22})"
)
_CALENDLY: Final = re.compile(r"(?:https?:)?//(?:www\.)?calendly\.com/([\w.-]+(?:/[\w.-]+){0,3})", re.ASCII)
_CAL: Final = re.compile(r"(?:https?:)?//(?:www\.)?cal\.com/([\w.-]+(?:/[\w.-]+){0,3})", re.ASCII)
_GOOGLE_HOSTS: Final = frozenset({"www.google.com", "www.google.de", "maps.google.com", "maps.google.de"})
_OSM_HOSTS: Final = frozenset({"www.openstreetmap.org", "openstreetmap.org"})
_POINT: Final = re.compile(r"!2d(-?\d{1,3}\.\d+)!3d(-?\d{1,3}\.\d+)")
_BOX_SIDES: Final = 4
_PIXELS: Final = re.compile(r"(?:^|\.)(?:met\.vgwort\.de|pixel\.wp\.com|stats\.wp\.com)$")
"""Hosts of counting pixels that are no advertising networks."""


class Embed(NamedTuple):
    """Something that can be shown."""

    party: str
    """Its name under `third_parties:`."""
    line: str


def embed_of(address: str, *, title: str) -> Embed | None:
    """What shows `address`; None for what no line of ours shows. `title` says what is to be seen, in plain words."""
    said = f' title="{_in_quotes(title)}"' if title else ""
    for party, pattern in (("youtube", _YOUTUBE), ("vimeo", _VIMEO), ("spotify", _SPOTIFY)):
        found = pattern.match(address.strip())
        if found:
            # A video needs a title; without one its own page says more than an empty frame.
            return Embed(party, f'{{{{ {party} "{found[1]}"{said} }}}}') if said or party == "spotify" else None
    for party, pattern in (("calendly", _CALENDLY), ("cal", _CAL)):
        found = pattern.match(address.strip())
        if found:
            return Embed(party, f'{{{{ {party} "{found[1]}"{said} }}}}')
    return _map_of(address, said)


def is_counted(address: str) -> bool:
    """Whether `address` belongs to somebody who recognises or counts visitors."""
    host = _host(address)
    return bool(host) and (is_tracker(host) or _PIXELS.search(host) is not None)


def host_shown(address: str) -> str:
    """The host of an address, for a sentence; the address itself where it has none."""
    return _host(address) or address


def _map_of(address: str, said: str) -> Embed | None:
    host = _host(address)
    if host not in _GOOGLE_HOSTS | _OSM_HOSTS:
        return None
    parts = urlsplit(address.strip())
    asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
    if host in _OSM_HOSTS:
        place = asked.get("marker", "").replace("%2C", ",") or _middle(asked.get("bbox", ""))
        return Embed("openstreetmap", f'{{{{ map "{_in_quotes(place)}"{said} }}}}') if place else None
    if "/maps" not in parts.path and not host.startswith("maps."):
        return None
    point = _POINT.search(asked.get("pb", ""))
    place = asked.get("q") or asked.get("ll") or (f"{point[2]}, {point[1]}" if point else "")
    return Embed("google-maps", f'{{{{ map "{_in_quotes(place)}" provider="google"{said} }}}}') if place else None


def _middle(box: str) -> str:
    """The middle of `west,south,east,north`; empty for what is no such box."""
    try:
        sides = [float(side) for side in box.split(",")]
    except ValueError:
        return ""
    if len(sides) != _BOX_SIDES:
        return ""
    return f"{(sides[1] + sides[3]) / 2:.5f}, {(sides[0] + sides[2]) / 2:.5f}"


def _host(address: str) -> str:
    try:
        return (urlsplit(address.strip()).hostname or "").lower()
    except ValueError:
        return ""


def _in_quotes(words: str) -> str:
    """Within straight quotes of a line between double braces nothing else may close it."""
    return " ".join(re.sub(r"[{}\\]", " ", words.replace('"', "'")).split())
