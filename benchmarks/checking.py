"""Whether a build did the work: figures of a program that left something out would say nothing.

It reads finished sites and raises a Fault; it never repairs or forgives.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from benchmarks import wording
from benchmarks.changes import Change, Marks
from benchmarks.faults import Fault
from benchmarks.laying import Expected, Laid

LONGEST_FEED: Final = 20


def check(change: Change, laid: Laid, *, expected: Expected, marks: Marks) -> None:
    """A Fault unless everything is there and shows what was changed."""
    for what, wanted, found in _counts(change, laid, expected=expected, marks=marks):
        if wanted != found:
            raise Fault(
                wording.WRONG.format(program=laid.peer.name, what=what, wanted=wanted, found=found, where=laid.output)
            )


def addresses(laid: Laid) -> frozenset[str]:
    """The paths of all finished pages, below the output."""
    return frozenset(path.relative_to(laid.output).as_posix() for path in _pages(laid))


def check_same(sites: Mapping[str, frozenset[str]]) -> None:
    """A Fault unless all programs have made pages at the same addresses."""
    (first, known), *others = sites.items()
    for name, found in others:
        if different := sorted(known ^ found):
            raise Fault(
                wording.WRONG_ADDRESSES.format(one=first, other=name, number=len(different), example=different[0])
            )


def _counts(change: Change, laid: Laid, *, expected: Expected, marks: Marks) -> Iterator[tuple[str, int, int]]:
    """What is counted, how many there must be, and how many there are."""
    yield wording.PAGES_MADE, expected.html, sum(1 for _ in _pages(laid))
    feed = _text(laid.output / "feed.xml")
    yield wording.IN_FEED, min(LONGEST_FEED, expected.posts), feed.count("<entry>") + feed.count("<item>")
    sitemap = _text(laid.output / "sitemap.xml")
    yield wording.IN_SITEMAP, expected.posts, sitemap.count("/posts/beitrag-")
    match change:
        case Change.COLD | Change.NOTHING:
            return
        case Change.BODY:
            page = _text(laid.output / "posts" / expected.edited.slug / "index.html")
            yield wording.BODY_SHOWN, 1, html.unescape(page).count(marks.quoted)
        case Change.TITLE:
            yield wording.TITLE_SHOWN, expected.places, _showing(laid, marks.title)
        case Change.LAYOUT:
            yield wording.LAYOUT_SHOWN, expected.html, _showing(laid, marks.frame)


def _showing(laid: Laid, mark: str) -> int:
    return sum(mark.encode() in page.read_bytes() for page in _pages(laid))


def _pages(laid: Laid) -> Iterator[Path]:
    return laid.output.rglob("*.html")


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""
