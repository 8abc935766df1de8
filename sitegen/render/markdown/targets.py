"""Addresses that an author wrote, sorted by where they lead. Only looks at their spelling.

Never decides whether a page exists: that is found out when slots are filled.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from sitegen.text.patterns import later

_SHOWN: Final = 80
_REMEMBERED: Final = 1024
"""Each address is asked about twice, and that of a page of the site by many texts."""


class Leads(Enum):
    """Where an address leads."""

    INSIDE = "inside"
    """To this site: relative, root-relative or `#anchor`; becomes a slot."""
    OUTSIDE = "outside"
    """To the world: `https:`, `mailto:`, `//host/…`; stays as it is."""
    NOWHERE = "nowhere"
    """It is empty."""
    DANGER = "danger"
    """It would run a program or open a file on the reader's own computer."""
    INCOMPLETE = "incomplete"
    """Meant for outside, without its beginning: `www.example.org`, `name@example.org`."""


_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DANGEROUS: Final = frozenset({"javascript", "vbscript", "livescript", "data", "file", "blob", "about", "view-source"})
# The URL standard (4.4) drops tabs and line ends anywhere, and control characters and spaces around an address.
_DROPPED: Final = later(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
_WITHOUT_SCHEME: Final = re.compile(r"www\.[\w-]+\.|[\w.+-]+@(?!\dx\.)[\w-]+\.[\w.-]+$", re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def leads(target: str) -> Leads:
    """Sort `target`, an address with its entities already decoded."""
    is_bare = target.isprintable() and " " not in target  # nearly all are, and nothing printable but a space is dropped
    bare = target if is_bare else _DROPPED().sub("", target)
    if not bare:
        return Leads.NOWHERE
    if scheme := _SCHEME.match(bare):
        name = scheme[1].lower()
        # One letter is a Windows drive.
        return Leads.DANGER if name in _DANGEROUS or len(name) == 1 else Leads.OUTSIDE
    if bare.startswith(("//", "\\\\", "/\\", "\\/")):
        return Leads.OUTSIDE
    return Leads.INCOMPLETE if _WITHOUT_SCHEME.match(bare) else Leads.INSIDE


def completed(target: str) -> str:
    """An incomplete address with the beginning that is probably meant."""
    return f"mailto:{target}" if "@" in target.split("/", 1)[0] else f"https://{target}"


def shortened(target: str) -> str:
    """An address as a finding shows it: on one line, and no longer than that."""
    line = " ".join(target.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
