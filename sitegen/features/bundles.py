"""Many redirects in few rules for Apache, which reads `.htaccess` anew for each request.

Ten thousand rules cost it a fortieth of a second every time. Addresses that lead to one place share a rule, and so do
those that differ from theirs in one part of the path: `^/2019/03/(abend|morgen)/?$` → `/blog/$1/`. No rule catches
anything that it would not catch alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

import msgspec

from sitegen.text.patterns import later

FEW: Final = 200
"""Up to so many get a rule each, which is easier to read."""
_LONGEST: Final = 4000
"""Characters of alternatives in a rule; Apache takes lines of 8190."""
_PART: Final = later(r"[a-z0-9-]+")
"""What reads the same in a path, in an expression and in an address."""


class Rule(msgspec.Struct, frozen=True):
    """A pattern for the decoded path, and where it leads: may hold `$1`; empty for gone."""

    pattern: str
    new: str


def rules(pairs: Iterable[tuple[str, str]]) -> Iterator[Rule]:
    """Rules for former and present URL paths, both percent-encoded."""
    known = list(pairs)
    if len(known) <= FEW:
        yield from (Rule(f"^{escaped(old)}/?$", new) for old, new in known)
        return
    split = [_split(old, new) for old, new in known]
    alike = Counter((before, after, place) for before, _, after, place in split)
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for (old, new), (before, part, after, place) in zip(known, split, strict=True):
        if alike[before, after, place] > 1:
            groups[before, after, place].append(part)
        else:
            groups["", "", new].append(old)
    for (before, after, place), parts in groups.items():
        opening = "(" if "$1" in place else "(?:"
        for some in chunks([escaped(part) for part in parts]):
            yield Rule(f"^{re.escape(unquote(before))}{opening}{'|'.join(some)}){escaped(after)}/?$", place)


def escaped(old: str) -> str:
    """An address without its last slash as an expression; Apache ends what it is told at a quotation mark."""
    return re.escape(unquote(old).rstrip("/")).replace('"', r"\x22")


def _split(old: str, new: str) -> tuple[str, str, str, str]:
    """What stands before the last part of `new` in `old`, that part, what stands behind it, and `new` with `$1` for it.

    All of `old` where it does not hold it.
    """
    part = new.rstrip("/").rpartition("/")[2]
    parts = old.split("/")
    if not _PART().fullmatch(part) or parts.count(part) != 1:
        return "", old, "", new
    at = parts.index(part)
    head, _, tail = new.rpartition(part)
    return "/".join([*parts[:at], ""]), part, "/".join(["", *parts[at + 1 :]]), f"{head}$1{tail}"


def chunks(alternatives: Iterable[str]) -> Iterator[list[str]]:
    """In lists that a line can hold."""
    chunk: list[str] = []
    size = 0
    for one in alternatives:
        if chunk and size + len(one) > _LONGEST:
            yield chunk
            chunk, size = [], 0
        chunk.append(one)
        size += len(one) + 1
    if chunk:
        yield chunk
