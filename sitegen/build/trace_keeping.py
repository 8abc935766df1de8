"""Where the trace of a build is kept between builds: what most pages and texts are is written once, then what differs.

Everything here can be lost, or be half there: then nothing is known, and all pages are made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Final, TypeVar

import msgspec

from sitegen.build.memo import Memo, key_of
from sitegen.build.stock import Since, Stock, kept_since, values_now
from sitegen.build.trace import NOTHING, PageTrace, TextTrace, Trace
from sitegen.output.place import Place

_TRACE: Final = "trace"
_PAGES: Final = "traced-pages"
_TEXTS: Final = "traced-texts"

T = TypeVar("T")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A trace as it is kept: its mappings are what has changed since they were kept as a whole."""

    trace: Trace
    """But for pages and texts."""
    pages: Since[PageTrace]
    texts: Since[TextTrace]


class TraceKeeper:
    """Keeps the traces of builds to one place."""

    def __init__(self, memo: Memo, place: Place) -> None:
        self._memo = memo
        self._key: Final = key_of(place.key)
        self._pages: Stock[PageTrace] = Stock()
        self._texts: Stock[TextTrace] = Stock()

    def kept(self) -> Trace:
        """The trace of the last build that was written."""
        key, memo = self._key, self._memo
        head = memo.get_many(_TRACE, (key,), type=Head).get(key)
        if head is None:
            return NOTHING
        stock_of_pages = memo.get_many(_PAGES, (key,), type=Stock[PageTrace]).get(key, Stock())
        stock_of_texts = memo.get_many(_TEXTS, (key,), type=Stock[TextTrace]).get(key, Stock())
        pages, texts = values_now(stock_of_pages, head.pages), values_now(stock_of_texts, head.texts)
        if pages is None or texts is None:
            return NOTHING
        self._pages, self._texts = stock_of_pages, stock_of_texts
        return msgspec.structs.replace(head.trace, pages=pages, texts=texts)

    def keep(self, trace: Trace, *, until: datetime) -> None:
        """Remember the build that has just been written; up to `until` time alone changes nothing."""
        pages = self._since(_PAGES, trace.pages, self._pages)
        texts = self._since(_TEXTS, trace.texts, self._texts)
        frame = msgspec.structs.replace(trace.frame, until=int(until.timestamp()))
        rest = msgspec.structs.replace(trace, frame=frame, pages={}, texts={})
        self._memo.put(_TRACE, self._key, Head(trace=rest, pages=pages, texts=texts))

    def _since(self, kind: str, values: Mapping[str, T], stock: Stock[T]) -> Since[T]:
        """What of `values` is to be kept with the trace; the rest is kept under `kind`."""
        return kept_since(values, stock, partial(self._memo.put, kind, self._key))[1]
