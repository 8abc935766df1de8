"""Rules about single pages, asked where pages are made: where nothing is to be said, nobody asks again.

Most pages are silent. About the others `examining` asks once more when all pages are there, so that findings come from
one place and in one order. Whether an anchor is on a page that is being made elsewhere is left open until then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.runner import PAGE_RULES, check

_STYLESHEET: Final = ".css"
_PATIENCE: Final = 8
_BORNE: Final = 4
"""So many loud pages are borne with, and one in so many of all: with more of them, nobody asks twice."""


class Heard(msgspec.Struct, frozen=True, array_like=True):
    """What came of asking about a page."""

    is_silent: bool
    """Whether nothing is to be said, as long as everything stands to which it points."""
    pointed: tuple[tuple[str, str], ...] = ()
    """Anchors on other pages: the URL path of each, percent-decoded, and its name."""


LOUD: Final = Heard(is_silent=False)


class Listener:
    """Asks about a few pages at a time; `site` is everything but the pages."""

    def __init__(self, site: FinishedSite) -> None:
        """What there is to say of files is said once, apart from pages. But a page weighs what its stylesheets load."""
        sheets = tuple(file for file in site.files if file.output.endswith(_STYLESHEET))
        self._site: Final = msgspec.structs.replace(site, pages=(), files=sheets)
        self._of_sheets: Final = tuple(check(self._site, PAGE_RULES))
        self._heard = 0
        self._loud = 0

    def heard(self, pages: Sequence[FinishedPage]) -> Iterator[Heard]:
        """What comes of asking about each; where they are silent together, each of them is."""
        together = self._asked(pages)
        for page in pages:
            heard = together if together.is_silent or len(pages) == 1 else self._asked((page,))
            self._heard += 1
            self._loud += not heard.is_silent
            yield heard

    def _asked(self, pages: Sequence[FinishedPage]) -> Heard:
        if self._loud > _PATIENCE + self._heard // _BORNE:
            return LOUD  # to find words for what is wrong takes long, and it is done once more in the end
        others = _Others()
        site = msgspec.structs.replace(self._site, pages=pages, elsewhere=others)
        found = zip_longest(check(site, PAGE_RULES), self._of_sheets)
        if not all(finding == of_sheets for finding, of_sheets in found):
            return LOUD
        return Heard(is_silent=True, pointed=tuple(others.pointed))


class _Others(Mapping[str, Collection[str]]):
    """Pages that are not there yet: each is believed to have every anchor, and it is noted which were wanted."""

    def __init__(self) -> None:
        self.pointed: Final[dict[tuple[str, str], None]] = {}

    def __getitem__(self, path: str) -> Collection[str]:
        return _Believed(path, self.pointed)

    def __contains__(self, path: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class _Believed(Collection[str]):
    def __init__(self, path: str, pointed: dict[tuple[str, str], None]) -> None:
        self._path = path
        self._pointed = pointed

    def __contains__(self, anchor: object) -> bool:
        self._pointed[self._path, str(anchor)] = None
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
