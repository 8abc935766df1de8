"""What an author names at a third party, by its id or by a pasted address: the frame that shows it, and its own page.

Only spelling is looked at; nothing is asked of the network, so whether a video exists nobody knows here. Every address
is put together from pieces that have been read, never passed on as typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from sitegen.model.body import EmbedShape
from sitegen.text.patterns import later


class Source(NamedTuple):
    """Something that can be shown. Addresses are complete, with https."""

    party: str
    frame: str
    page: str
    shape: EmbedShape | None
    """None where only its party is known."""


class Fault(NamedTuple):
    """Which argument cannot be understood, and the code that says so."""

    code: str
    argument: str


Told = Mapping[str, str]
"""Arguments by their parameter."""

_YOUTUBE_HOSTS: Final = frozenset(
    {
        *("youtu.be", "youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com"),
        *("youtube-nocookie.com", "www.youtube-nocookie.com"),
    }
)
_YOUTUBE_ID: Final = later(r"(?!videoseries)[A-Za-z0-9_-]{11}")
"""The exception is how YouTube addresses a whole list."""
_YOUTUBE_FOLDERS: Final = frozenset({"embed", "live", "shorts", "v"})
_VIMEO_HOSTS: Final = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})
_VIMEO: Final = later(r"(?:.*/)?(\d{6,12})(?:/([0-9a-f]{6,16}))?")
_VIMEO_KEY: Final = later(r"[0-9a-f]{6,16}")
_SPOTIFY: Final = later(r"(?:intl-[a-z]{2}/)?(?:embed/)?(track|episode|show|album|playlist|artist)/([A-Za-z0-9]{22})")
_SPOTIFY_SHORT: Final = frozenset({"track", "episode"})
_BOOKED: Final = later(r"[\w.-]+(?:/[\w.-]+){0,3}", re.ASCII)
_START: Final = later(r"(?:(\d\d?):)?(\d{1,3}):(\d{2})|(?:(\d\d?)h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?")
_NUMBER: Final = r"(-?\d{1,3}(?:\.\d{1,10})?)"
_COORDINATES: Final = later(rf"{_NUMBER}\s*[,;/\s]\s*{_NUMBER}")
_IN_OSM_HASH: Final = later(rf"map=(\d+)/{_NUMBER}/{_NUMBER}")
_IN_GOOGLE_PATH: Final = later(rf"@{_NUMBER},{_NUMBER}")
_ZOOM: Final = later(r"1?\d")
_DEFAULT_ZOOM: Final = 16
_WORLD: Final = 360.0
_GOOGLE_HOSTS: Final = frozenset({"www.google.com", "www.google.de", "maps.google.com", "google.com", "google.de"})
_OSM_HOSTS: Final = frozenset({"www.openstreetmap.org", "openstreetmap.org"})
_GOOGLE: Final = frozenset({"google", "google-maps"})
_OSM: Final = frozenset({"", "openstreetmap", "osm"})
"""Names of the two maps as authors write them; nothing means the one without a company."""


def youtube(told: Told) -> Source | Fault:
    """A video: `ID`, or an address of any of the kinds that YouTube gives out."""
    typed = told["video"].strip()
    address = address_at(typed, _YOUTUBE_HOSTS)
    steps, asked = _steps(address), _asked(address)
    video = typed if address is None else asked.get("v", "")
    if address and address.hostname == "youtu.be":
        video = steps[0]
    elif len(steps) > 1 and steps[0] in _YOUTUBE_FOLDERS:
        video = steps[1]
    if not _YOUTUBE_ID().fullmatch(video):
        return Fault("SG813", "video")
    pasted = seconds(asked.get("t") or asked.get("start") or "") or 0
    start = seconds(told["start"]) if told.get("start") else pasted
    if start is None:
        return Fault("SG814", "start")
    return Source(
        party="youtube",
        frame=f"https://www.youtube-nocookie.com/embed/{video}" + (f"?start={start}" if start else ""),
        page=f"https://www.youtube.com/watch?v={video}" + (f"&t={start}s" if start else ""),
        shape="portrait" if steps[0] == "shorts" else "video",
    )


def vimeo(told: Told) -> Source | Fault:
    """A video: its number, or its address, with the key of one that is not listed; Vimeo is told not to recognise."""
    typed = told["video"].strip()
    address = address_at(typed, _VIMEO_HOSTS)
    found = _VIMEO().fullmatch("/".join(_steps(address)) if address else typed)
    if found is None:
        return Fault("SG813", "video")
    video, key = found[1], found[2] or _asked(address).get("h", "")
    start = seconds(told.get("start") or "0")
    if start is None:
        return Fault("SG814", "start")
    key = key if _VIMEO_KEY().fullmatch(key) else ""
    return Source(
        party="vimeo",
        frame=f"https://player.vimeo.com/video/{video}?{f'h={key}&' if key else ''}dnt=1"
        + (f"#t={start}s" if start else ""),
        page=f"https://vimeo.com/{video}" + (f"/{key}" if key else "") + (f"#t={start}s" if start else ""),
        shape="video",
    )


def spotify(told: Told) -> Source | Fault:
    """Something to hear: `episode/ID`, its address, or `spotify:episode:ID`."""
    typed = told["sound"].strip()
    address = address_at(typed, frozenset({"open.spotify.com"}))
    path = "/".join(_steps(address)) if address else typed.removeprefix("spotify:").replace(":", "/")
    found = _SPOTIFY().fullmatch(path)
    if found is None:
        return Fault("SG813", "sound")
    kind, name = found.groups()
    return Source(
        party="spotify",
        frame=f"https://open.spotify.com/embed/{kind}/{name}",
        page=f"https://open.spotify.com/{kind}/{name}",
        shape="sound" if kind in _SPOTIFY_SHORT else "playlist",
    )


def calendly(told: Told) -> Source | Fault:
    """A calendar: `name/termin`, or its address."""
    path = _booked(told, frozenset({"calendly.com", "www.calendly.com"}))
    if not path:
        return Fault("SG813", "calendar")
    page = f"https://calendly.com/{path}"
    return Source(party="calendly", frame=f"{page}?embed_type=Inline", page=page, shape="booking")


def cal(told: Told) -> Source | Fault:
    """A calendar: `name/termin`, or its address."""
    path = _booked(told, frozenset({"cal.com", "www.cal.com", "app.cal.com"}))
    if not path:
        return Fault("SG813", "calendar")
    page = f"https://cal.com/{path}"
    return Source(party="cal", frame=page, page=page, shape="booking")


def map_of(told: Told) -> Source | Fault:
    """A map: coordinates, an address of one of the two maps, or for Google also a place in words."""
    typed = told["place"].strip()
    address = address_at(typed, _GOOGLE_HOSTS | _OSM_HOSTS)
    provider = told.get("provider", "").strip().lower()
    is_google = provider in _GOOGLE or (address is not None and address.hostname in _GOOGLE_HOSTS)
    zoom = told.get("zoom", "").strip() or str(_DEFAULT_ZOOM)
    if provider not in _GOOGLE | _OSM:
        return Fault("SG814", "provider")
    if not _ZOOM().fullmatch(zoom):
        return Fault("SG814", "zoom")
    point = _point(address) if address else _coordinates(typed)
    if point:
        return _google_map(",".join(point), zoom) if is_google else _open_street_map(*point, int(zoom))
    if address or "://" in typed or _COORDINATES().fullmatch(typed):
        return Fault("SG813", "place")
    return _google_map(typed, zoom) if is_google else Fault("SG815", "place")


def _google_map(place: str, zoom: str) -> Source:
    asked = quote(place, safe=",")
    return Source(
        party="google-maps",
        frame=f"https://www.google.com/maps?q={asked}&z={zoom}&output=embed",
        page=f"https://www.google.com/maps/search/?api=1&query={asked}",
        shape="map",
    )


def _open_street_map(latitude: str, longitude: str, zoom: int) -> Source:
    """The frame wants the corners of what it shows."""
    across = _WORLD / 2**zoom
    north, east = float(latitude), float(longitude)
    corners = (east - across, north - across / 2, east + across, north + across / 2)
    box = "%2C".join(f"{corner:.5f}" for corner in corners)
    marker = f"{latitude}%2C{longitude}"
    return Source(
        party="openstreetmap",
        frame=f"https://www.openstreetmap.org/export/embed.html?bbox={box}&layer=mapnik&marker={marker}",
        page=f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map={zoom}/{latitude}/{longitude}",
        shape="map",
    )


def address_at(typed: str, hosts: frozenset[str]) -> SplitResult | None:
    """An address at one of `hosts`, with or without https:// before it; None for everything else."""
    try:
        address = urlsplit(typed if "://" in typed else f"https://{typed}")
    except ValueError:
        return None
    return address if (address.hostname or "") in hosts else None


def seconds(typed: str) -> int | None:
    """„90“, „1:30“, „1m30s“ or „1:02:03“ as seconds; None for anything else."""
    found = _START().fullmatch(typed.strip().lower())
    if not found or not found[0]:
        return None
    hours, minutes, rest = (int(found[at] or found[at + 3] or 0) for at in (1, 2, 3))
    return hours * 3600 + minutes * 60 + rest


def _booked(told: Told, hosts: frozenset[str]) -> str:
    typed = told["calendar"].strip()
    address = address_at(typed, hosts)
    path = "/".join(_steps(address)) if address else typed.strip("/")
    return path if _BOOKED().fullmatch(path) and ".." not in path else ""


def _point(address: SplitResult) -> tuple[str, str] | None:
    """The coordinates in an address of a map, as both services write them."""
    asked = _asked(address)
    if "mlat" in asked and "mlon" in asked:
        return _coordinates(f"{asked['mlat']},{asked['mlon']}")
    if found := _IN_OSM_HASH().search(address.fragment):
        return _coordinates(f"{found[2]},{found[3]}")
    if found := _IN_GOOGLE_PATH().search(address.path):
        return _coordinates(f"{found[1]},{found[2]}")
    return _coordinates(asked.get("q") or asked.get("query") or "")


def _coordinates(typed: str) -> tuple[str, str] | None:
    """Latitude and longitude as typed, if there is such a place."""
    found = _COORDINATES().fullmatch(typed.strip())
    if found is None or abs(float(found[1])) > 85 or abs(float(found[2])) > 180:  # noqa: PLR2004 -- where maps end
        return None
    return found[1], found[2]


def _steps(address: SplitResult | None) -> list[str]:
    """The folders of a path; one empty one where there is none."""
    return address.path.strip("/").split("/") if address else [""]


def _asked(address: SplitResult | None) -> dict[str, str]:
    """What stands behind the question mark, of each the first."""
    return {name: values[0] for name, values in parse_qs(address.query).items()} if address else {}
