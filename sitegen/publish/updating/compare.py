"""Two builds of one site side by side: which pages look different, and how much.

What no visitor sees does not count: blanks between elements, the digests in names of files and in policies, and the
version of the program. Pure, but for reading the two folders.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import Final, Literal

import msgspec

Fate = Literal["changed", "new", "gone"]

_PAGE: Final = ".html"
_LOOKS: Final = frozenset({".css", ".js"})
_DIGESTED: Final = re.compile(r"([\w-]+)[.-][0-9a-f]{8,64}(?=[.\"'?#\s)])|(?<==)[0-9a-f]{8,64}(?=[\"'&\s])")
_UNSEEN: Final = re.compile(
    r"<meta[^>]+(?:name=\"?generator|http-equiv=\"?content-security-policy)[^>]*>|\s(?:integrity|nonce)=\"[^\"]*\""
    r"|<!--.*?-->|sha(?:256|384|512)-[A-Za-z0-9+/=]+",
    re.IGNORECASE | re.DOTALL,
)
_GAP: Final = re.compile(r"(?<=>)\s+|\s+(?=<)|\s+")
_PIECE: Final = re.compile(r"<[^>]*>|[^<\s]+")
_LONGEST: Final = 20_000
"""Pieces of a page that are compared one by one; beyond, the share is reckoned from whole lines."""


class PageChange(msgspec.Struct, frozen=True, kw_only=True):
    """A page that is not as it was."""

    path: str
    fate: Fate
    share: int = 0
    """In per cent of the page, at least 1."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """How two builds differ."""

    pages: tuple[PageChange, ...] = ()
    everywhere: tuple[str, ...] = ()
    """Stylesheets and scripts that differ, by their names without digests: they may change the look of many pages."""


def compare(old: Path, new: Path) -> Comparison:
    """The two output folders. Raises OSError where they cannot be read."""
    before, after = _files(old), _files(new)
    pages = [
        *(PageChange(path=path, fate="gone") for path in before if path not in after and path.endswith(_PAGE)),
        *(PageChange(path=path, fate="new") for path in after if path not in before and path.endswith(_PAGE)),
        *(change for path in before if path in after and (change := _page(path, before[path], after[path]))),
    ]
    return Comparison(
        pages=tuple(sorted(pages, key=lambda change: (-change.share, change.path))),
        everywhere=_everywhere(before, after),
    )


def normalised(html: str) -> str:
    """What of a page its visitors see, with one blank for each gap."""
    return _GAP.sub(" ", _DIGESTED.sub(r"\1", _UNSEEN.sub("", html))).replace("> ", ">").replace(" <", "<").strip()


def share_changed(old: str, new: str) -> int:
    """How much of a page changed, in per cent, 1 to 100; of two normalised pages that differ."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if len(before) + len(after) > _LONGEST:
        before, after = old.split(">"), new.split(">")
    ratio = difflib.SequenceMatcher(None, before, after, autojunk=True).ratio()
    return min(100, max(1, round((1 - ratio) * 100)))


def _page(path: str, old: Path, new: Path) -> PageChange | None:
    if not path.endswith(_PAGE):
        return None
    before, after = old.read_bytes(), new.read_bytes()
    if before == after:
        return None
    shown = [normalised(content.decode("utf-8", "replace")) for content in (before, after)]
    return PageChange(path=path, fate="changed", share=share_changed(*shown)) if shown[0] != shown[1] else None


def _everywhere(before: dict[str, Path], after: dict[str, Path]) -> tuple[str, ...]:
    old, new = _by_name(before), _by_name(after)
    return tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))


def _by_name(files: dict[str, Path]) -> dict[str, list[bytes]]:
    """Contents by name without digest; several files may share one."""
    found: dict[str, list[bytes]] = {}
    for path, file in sorted(files.items()):
        if file.suffix in _LOOKS:
            found.setdefault(_DIGESTED.sub(r"\1", path), []).append(file.read_bytes())
    return found


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
