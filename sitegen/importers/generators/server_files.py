"""What an old server was told of addresses that had moved: `_redirects` (Netlify, Cloudflare), `.htaccess` (Apache).

Lines that lead one path to one other are read, by docs.netlify.com/routing/redirects and
httpd.apache.org/docs/2.4/mod/mod_alias.html. All others – patterns, conditions, rules to be computed – come back as
they stand. Pure.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

import msgspec

_PATTERN: Final = re.compile(r"[*?<>()^$\\]|/:\w")
_MOVED: Final = frozenset({"301", "302", "303", "307", "308", "permanent", "temp", "seeother"})
_APACHE: Final = re.compile(r"\s*redirect(permanent|temp)?\s+(.+)", re.IGNORECASE)
_APACHE_OTHER: Final = re.compile(r"\s*(?:redirect(?:match)?|rewriterule)\b", re.IGNORECASE)
_LONGEST_LINE: Final = 2000


class Redirects(msgspec.Struct, frozen=True, kw_only=True):
    """What one file says."""

    leads: Mapping[str, str] = {}
    """Old path → where it led, a path or an address; the first line for a path counts, as it does there."""
    unread: tuple[str, ...] = ()
    """Lines that say more than one path to another."""


def redirects_in(name: str, text: str) -> Redirects:
    """The content of the file called `name`."""
    read = _apache if PurePosixPath(name).name.lower() == ".htaccess" else _plain
    leads: dict[str, str] = {}
    unread: list[str] = []
    for line in text.splitlines():
        if not (line := line.strip()) or line.startswith("#"):
            continue
        found = read(line) if len(line) <= _LONGEST_LINE else line
        if isinstance(found, tuple):
            leads.setdefault(*found)
        elif found:
            unread.append(found)
    return Redirects(leads=leads, unread=tuple(unread))


def _plain(line: str) -> tuple[str, str] | str:
    """`/from /to 301`."""
    parts = line.split()
    old, new, *rest = (*parts, "", "")
    status = [word.removesuffix("!") for word in rest if word]
    is_simple = len(status) <= 1 and all(word in _MOVED for word in status)
    return (old, new) if is_simple and _is_path(old) and _is_target(new) else line


def _apache(line: str) -> tuple[str, str] | str:
    """`Redirect 301 /from /to`, `RedirectPermanent /from /to`; other directives are no matter of ours."""
    found = _APACHE.match(line)
    words = list(_words(found[2])) if found else []
    if words and words[0].lower() in _MOVED:
        words = words[1:]
    if len(words) == 2 and _is_path(words[0]) and _is_target(words[1]):  # noqa: PLR2004 -- from and to
        return words[0], words[1]
    return line if _APACHE_OTHER.match(line) else ""


def _words(text: str) -> Iterator[str]:
    try:
        yield from shlex.split(text)
    except ValueError:
        return


def _is_path(old: str) -> bool:
    return old.startswith("/") and not _PATTERN.search(old)


def _is_target(new: str) -> bool:
    return new.startswith(("/", "http://", "https://")) and not _PATTERN.search(unquote(new).partition("?")[0])
