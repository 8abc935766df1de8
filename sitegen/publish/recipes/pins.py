"""`requirements.txt` of a site: the exact version it is built with, and those of everything below it.

Nothing in it changes by itself; `sitegen update` raises it. Pure, save for `installed`, which asks the environment that
runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from typing import Final

PINS_FILE: Final = "requirements.txt"

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA: Final = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")
_EXTRAS: Final = re.compile(r"\A[^\[;]*\[([^\]]*)\]")
_PINNED: Final = re.compile(
    r"""^[ \t]*(?:sitegen(?P<extras>\[[^\]]*\])?[ \t]*==[ \t]*(?P<version>[0-9][\w.!+]*)
    |sitegen(?P<address_extras>\[[^\]]*\])?[ \t]*@[ \t]*\S*sitegen-(?P<address>[0-9][\w.!+]*?)-\S*\.whl
    |(?P<place>\S*sitegen-(?P<wheel>[0-9][\w.!+]*?)-\S*\.whl)(?P<wheel_extras>\[[^\]]*\])?)[ \t]*(?:\#.*)?$""",
    re.MULTILINE | re.VERBOSE,
)

Pins = dict[str, str]
"""Name of a package, as normalised by the index, and its version."""


def requirement(version: str, *, install_from: str, extras: Iterable[str]) -> str:
    """What pip is given for sitegen itself: a version in an index, or a wheel by its address or path."""
    chosen = ",".join(sorted(extras))
    wanted = f"[{chosen}]" if chosen else ""
    if not install_from.endswith(".whl"):
        return f"{install_from}{wanted}=={version}"
    if "://" in install_from:
        return f"sitegen{wanted} @ {install_from}"
    return f"./{install_from}{wanted}"


def pinned_version(text: str) -> str:
    """The version of sitegen in `requirements.txt`; empty where none is fixed."""
    found = _PINNED.search(text)
    return (found["version"] or found["wheel"] or found["address"]) if found else ""


def is_from_index(text: str) -> bool:
    """Whether `requirements.txt` has sitegen from an index, where its name is its own; a wheel says no such thing.

    Whoever installs from a wheel must never be offered what somebody else may have put under the same name.
    """
    found = _PINNED.search(text)
    return found is not None and bool(found["version"])


def pinned_extras(text: str) -> tuple[str, ...]:
    """The extras of sitegen in `requirements.txt`, sorted."""
    found = _PINNED.search(text)
    listed = (found["extras"] or found["wheel_extras"] or found["address_extras"] or "[]") if found else "[]"
    return tuple(sorted(name.strip() for name in listed.strip("[]").split(",") if name.strip()))


def pins_text(first: str, pins: Mapping[str, str]) -> str:
    """The lines of the file: sitegen, then what it rests on, sorted by name."""
    lines = [f"{name}=={version}" for name, version in sorted(pins.items()) if name != "sitegen"]
    return "\n".join([first, *lines, ""])


def installed(extras: Iterable[str]) -> Pins:
    """The versions with which this program runs here: those of all it needs, with `extras`, and is installed."""
    return dict(_closure("sitegen", frozenset(extras), frozenset()))


def _closure(name: str, extras: frozenset[str], above: frozenset[str]) -> Iterator[tuple[str, str]]:
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return  # for another system, or an extra that nobody asked for here
    if name != "sitegen":
        yield normalised(name), found.version
    for line in found.requires or ():
        wanted = _EXTRA.search(line)
        if wanted and wanted[1] not in extras:
            continue
        below = _NAME.match(line)
        assert below, line
        if normalised(below[0]) not in above:
            listed = _EXTRAS.match(line)
            their_extras = frozenset(listed[1].replace(" ", "").split(",")) if listed else frozenset()
            yield from _closure(below[0], their_extras, above | {normalised(name)})


def normalised(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
