"""Files of other generators as values and a body: YAML, TOML, JSON, and the header lines of Pelican. Never decides.

Heads are read by `sources`, so that what a build understands is understood here in the same way; JSON alone is ours, as
no site of this program is written so.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from sitegen.model.data import plain
from sitegen.schema.yaml_reader import read_yaml
from sitegen.sources.front_matter import read_head
from sitegen.text.moments import BERLIN

LARGEST: Final = 5_000_000
"""Bytes of a text; more is none."""
_MOMENT: Final = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?"
)
_GERMAN: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?")
_TRUE: Final = frozenset({"true", "yes", "ja", "1", "on"})


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A file with its head."""

    values: Mapping[str, Any]
    """Texts, lists and groups of texts, by key in small letters."""
    body: str
    has_head: bool
    faulty: bool = False
    """Whether the head could not be read whole."""


def read_text(file: Path, *, name: str) -> Read:
    """The file; bytes that are no UTF-8 are read as Windows' letters. OSError of the disk may pass through."""
    raw = file.read_bytes()[:LARGEST]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if text.lstrip().startswith("{"):
        return _json(text)
    head = read_head(text, file=name)
    if head is None:
        return Read(values={}, body=text, has_head=False)
    said = plain(head.front) if head.front else {}
    values = {key.lower(): value for key, value in said.items()} if isinstance(said, dict) else {}
    return Read(values=values, body=head.body, has_head=True, faulty=head.front is None)


def _json(text: str) -> Read:
    """Hugo also takes a head in JSON, right before the body."""
    beginning = len(text) - len(text.lstrip())
    try:
        values, end = json.JSONDecoder().raw_decode(text, beginning)
    except (ValueError, RecursionError):
        return Read(values={}, body=text, has_head=False)
    if not isinstance(values, dict):
        return Read(values={}, body=text, has_head=False)
    return Read(values={key.lower(): value for key, value in values.items()}, body=text[end:], has_head=True)


def settings_in(file: Path) -> Mapping[str, Any]:
    """A file of settings in TOML or YAML, keys in small letters; nothing where it cannot be read.

    OSError of the disk may pass through.
    """
    text = file.read_text("utf-8-sig", errors="replace")
    try:
        node = None if file.suffix == ".toml" else read_yaml(text, file=file.name).node
        said: object = tomllib.loads(text) if file.suffix == ".toml" else plain(node) if node else {}
    except (ValueError, RecursionError):
        said = {}
    return {str(key).lower(): value for key, value in said.items()} if isinstance(said, dict) else {}


def word(values: Mapping[str, Any], *names: str) -> str:
    """The first of these keys that says something, on one line."""
    for name in names:
        value = values.get(name)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())
    return ""


def words(values: Mapping[str, Any], *names: str, by_blanks: bool = False) -> tuple[str, ...]:
    """A list, or a line with commas between its words; with `by_blanks`, as Jekyll splits one."""
    found: list[str] = []
    for name in names:
        value = values.get(name)
        if isinstance(value, str):
            found += value.split() if by_blanks and "," not in value else value.strip("[]").split(",")
        elif isinstance(value, list):
            found += [str(one) for one in value if isinstance(one, (str, int, float))]
    return tuple(dict.fromkeys(one for one in (" ".join(part.strip(" \t\"'").split()) for part in found) if one))


def truth(values: Mapping[str, Any], name: str, *, otherwise: bool = False) -> bool:
    """`true`, `yes`; a switch that is not there is `otherwise`."""
    value = values.get(name)
    if isinstance(value, bool):
        return value
    return str(value).strip().lower() in _TRUE if isinstance(value, (str, int)) and value != "" else otherwise


def moment(text: str) -> datetime | None:
    """ISO 8601 as generators write it, or a German day → Berlin time without a zone; None for what is no date."""
    iso, german = _MOMENT.match(text.strip()), _GERMAN.match(text.strip())
    try:
        if iso:
            year, month, day, hour, minute, second = (int(part or 0) for part in iso.groups()[:6])
            found = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 -- the zone follows
            return _in_berlin(found, iso[7] or "")
        if german:
            day, month, year, hour, minute = (int(part or 0) for part in german.groups())
            return datetime(year, month, day, hour, minute)  # noqa: DTZ001 -- the site's own time
    except (ValueError, OverflowError):
        pass
    return None


def _in_berlin(moment_: datetime, zone: str) -> datetime:
    """Midnight is what a mere day comes to, whatever the zone: it stays that day."""
    if not zone or (moment_.hour, moment_.minute) == (0, 0):
        return moment_
    offset = "+00:00" if zone in {"Z", "UTC"} else zone
    aware = datetime.fromisoformat(f"{moment_.isoformat()}{offset[:3]}:{offset[-2:]}")
    return aware.astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None)
