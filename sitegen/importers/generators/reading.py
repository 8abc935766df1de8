"""Files of other generators as values and a body: YAML, TOML, JSON, and the header lines of Pelican. Never decides.

Heads are read by `sources`, so that what a build understands is understood here in the same way; JSON alone is ours, as
no site of this program is written so.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Final

import msgspec

from sitegen.diagnostics import Severity
from sitegen.importers.html.notes import Note
from sitegen.importers.letters import LARGEST, decoded
from sitegen.model.data import plain
from sitegen.schema.yaml_reader import read_yaml
from sitegen.sources.front_matter import read_head
from sitegen.text.moments import BERLIN

_MOMENT: Final = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?"
)
_GERMAN: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?")
_FIRST_YEAR: Final = 1900
"""Before it nobody wrote for the web; Hugo writes the year 1 for no date."""
_TRUE: Final = frozenset({"true", "yes", "ja", "1", "on"})


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A file with its head."""

    values: Mapping[str, Any]
    """Texts, lists and groups of texts, by key in small letters."""
    body: str
    has_head: bool
    fault: Note | None = None
    """Why the text cannot be taken: its head, or all of it, cannot be read."""
    notes: tuple[Note, ...] = ()
    """About how it was read."""


def read_text(file: Path, *, name: str) -> Read:
    """The file. OSError of the disk may pass through."""
    found = decoded(first_bytes(file))
    if not found.is_text:
        return Read(values={}, body="", has_head=True, fault=found.note)
    read = _read(found.text, name)
    return msgspec.structs.replace(read, notes=(found.note, *read.notes)) if found.note else read


def first_bytes(file: Path) -> bytes:
    """As much of a file as shows whether it is too large."""
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _read(text: str, name: str) -> Read:
    if text.lstrip().startswith("{"):
        return _json(text)
    head = read_head(text, file=name)
    if head is None:
        return Read(values={}, body=text, has_head=False)
    said = plain(head.front) if head.front else {}
    values = {key.lower(): value for key, value in said.items()} if isinstance(said, dict) else {}
    fault = Note(kind="head_unread") if head.front is None else None
    is_whole = not any(found.severity is Severity.ERROR for found in head.findings)
    notes = () if is_whole else (Note(kind="head_partly"),)
    return Read(values=values, body=head.body, has_head=True, fault=fault, notes=notes)


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


def settings_in(file: Path) -> Mapping[str, Any] | None:
    """A file of settings in TOML or YAML, keys in small letters; None where it cannot be read.

    OSError of the disk may pass through.
    """
    text = decoded(first_bytes(file)).text
    try:
        node = None if file.suffix == ".toml" else read_yaml(text, file=file.name).node
        said: object = tomllib.loads(text) if file.suffix == ".toml" else plain(node) if node else {}
    except (ValueError, RecursionError):
        return None
    if file.suffix != ".toml" and node is None and text.strip():
        return None
    return {str(key).lower(): value for key, value in said.items()} if isinstance(said, dict) else None


def word(values: Mapping[str, Any], *names: str) -> str:
    """The first of these keys that says something, on one line."""
    for name in names:
        value = values.get(name)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and (line := _on_one_line(value)):
            return line
    return ""


def words(values: Mapping[str, Any], *names: str, by_blanks: bool = False) -> tuple[str, ...]:
    """A list, or a line with commas between its words; with `by_blanks`, as Jekyll splits one."""
    found: list[str] = []
    for name in names:
        value = values.get(name)
        if isinstance(value, str):
            found += value.split() if by_blanks and "," not in value else value.strip("[]").split(",")
        elif isinstance(value, list):
            found += [_on_one_line(one) for one in value if isinstance(one, (str, int, float))]
    return tuple(dict.fromkeys(one for one in (_on_one_line(part.strip(" \t\"'")) for part in found) if one))


def _on_one_line(value: object) -> str:
    """JSON can name halves of letters, which no file holds."""
    return " ".join(str(value).split()).encode("utf-8", "replace").decode()


def truth(values: Mapping[str, Any], name: str, *, otherwise: bool = False) -> bool:
    """`true`, `yes`; a switch that is not there is `otherwise`."""
    value = values.get(name)
    if isinstance(value, bool):
        return value
    return str(value).strip().lower() in _TRUE if isinstance(value, (str, int)) and value != "" else otherwise


def moment(text: str, *, zone: tzinfo | None = BERLIN) -> datetime | None:
    """ISO 8601 as generators write it, or a German day → time in `zone`, without it; None for what is no date.

    Without a zone to look from, it stays as it was written: that is the day in addresses.
    """
    iso, german = _MOMENT.match(text.strip()), _GERMAN.match(text.strip())
    try:
        if iso:
            year, month, day, hour, minute, second = (int(part or 0) for part in iso.groups()[:6])
            found = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 -- the zone follows
            return _seen_from(found, iso[7] or "", zone) if year >= _FIRST_YEAR else None
        if german:
            day, month, year, hour, minute = (int(part or 0) for part in german.groups())
            return datetime(year, month, day, hour, minute)  # noqa: DTZ001 -- the site's own time
    except (ValueError, OverflowError):
        pass
    return None


def _seen_from(moment_: datetime, written: str, zone: tzinfo | None) -> datetime:
    """Midnight is what a mere day comes to, whatever the zone: it stays that day."""
    if not written or zone is None or (moment_.hour, moment_.minute) == (0, 0):
        return moment_
    offset = "+00:00" if written in {"Z", "UTC"} else written
    aware = datetime.fromisoformat(f"{moment_.isoformat()}{offset[:3]}:{offset[-2:]}")
    return aware.astimezone(zone).replace(tzinfo=None)
