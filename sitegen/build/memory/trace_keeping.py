"""Where the trace of a build is kept between builds: what most pages and texts are is written once, then what differs.

Everything here can be lost, or be half there: then nothing is known, and all pages are made anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, TypeVar

import msgspec

from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.memory.pieces import Pieces, kinds_of, pieces_of
from sitegen.build.memory.stock import Since, Stock, kept_since, values_now
from sitegen.build.memory.trace import NOTHING, PageTrace, TextTrace, Trace
from sitegen.output.place import Place
from sitegen.plan.questions.answers import Question

_TRACE: Final = "trace"
_PAGES: Final = "traced-pages"
_TEXTS: Final = "traced-texts"
_WORDS: Final = "traced-words"
_ASKED: Final = "traced-questions"
_ANSWERED: Final = "traced-answers"

T = TypeVar("T")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A trace as it is kept: its mappings are what has changed since they were kept as a whole."""

    trace: Trace
    """But for pages, texts, words and questions."""
    asked: str
    answered: str
    """The names of questions and answers."""
    pages: Since[PageTrace]
    texts: Since[TextTrace]
    words: Since[str]


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """What pages asked, or what they were told, in pieces: a build of which one text has changed looks at a few."""

    name: str = ""
    """No other has it."""
    pieces: tuple[msgspec.Raw, ...] = ()
    kinds: tuple[frozenset[str], ...] = ()
    """What the questions of each piece are called."""


def unsorted(_values: Sequence[object]) -> tuple[frozenset[str], ...]:
    """The kinds of what has none."""
    return ()


class TraceKeeper:
    """Keeps the traces of builds to one place."""

    def __init__(self, memo: Memo, place: Place) -> None:
        self._memo = memo
        self._key: Final = key_of(place.key)
        self._stocks: dict[str, Stock[Any]] = {}
        """Wholes as they were kept, by kind."""
        self._handed_out: dict[str, tuple[str, Sequence[Any]]] = {}
        """Questions and answers as they were kept, each with its name."""

    def kept(self) -> Trace:
        """The trace of the last build that was written."""
        head = self._memo.get_many(_TRACE, (self._key,), type=Head).get(self._key)
        if head is None:
            return NOTHING
        pages = self._now(_PAGES, head.pages, type=PageTrace)
        texts = self._now(_TEXTS, head.texts, type=TextTrace)
        words = self._now(_WORDS, head.words, type=str)
        questions = self._in_pieces(_ASKED, head.asked, type=Question)
        answers = self._in_pieces(_ANSWERED, head.answered, type=str)
        if pages is None or texts is None or words is None or questions is None or answers is None:
            return NOTHING
        return msgspec.structs.replace(
            head.trace, pages=pages, texts=texts, words=words, questions=questions, answers=answers
        )

    def keep(self, trace: Trace, *, until: datetime) -> None:
        """Remember the build that has just been written; up to `until` time alone changes nothing."""
        pages = self._since(_PAGES, trace.pages)
        texts = self._since(_TEXTS, trace.texts)
        words = self._since(_WORDS, trace.words)
        frame = msgspec.structs.replace(trace.frame, until=int(until.timestamp()))
        asked = self._keep_in_pieces(_ASKED, trace.questions, kinds_of)
        answered = self._keep_in_pieces(_ANSWERED, trace.answers)
        rest = msgspec.structs.replace(trace, frame=frame, pages={}, texts={}, words={}, questions=(), answers=())
        head = Head(trace=rest, asked=asked, answered=answered, pages=pages, texts=texts, words=words)
        self._memo.put(_TRACE, self._key, head)

    def _in_pieces(self, kind: str, name: str, *, type: Any) -> Pieces[Any] | None:  # noqa: A002, ANN401 - as above
        """What was kept under this name; None where something else was, or nothing."""
        asked = self._memo.get_many(kind, (self._key,), type=Asked).get(self._key, Asked())
        if asked.name != name:
            return None
        pieces = Pieces[Any](asked.pieces, type=type, kinds=asked.kinds)
        self._handed_out[kind] = (name, pieces)
        return pieces

    def _keep_in_pieces(
        self, kind: str, values: Sequence[T], kinds_of: Callable[[Sequence[T]], tuple[frozenset[str], ...]] = unsorted
    ) -> str:
        """Keep values under a new name, unless they are those that were handed out; gives the name."""
        name, known = self._handed_out.get(kind, ("", ()))
        if not name or values is not known:
            name = os.urandom(12).hex()
            self._handed_out[kind] = (name, values)
            self._memo.put(kind, self._key, Asked(name, pieces_of(values), kinds_of(values)))
        return name

    def _now(self, kind: str, since: Since[T], *, type: type[T]) -> dict[str, T] | None:  # noqa: A002 - the name msgspec gives it
        """The values of one kind; None where whole and difference do not belong together."""
        key = self._key
        stock = self._memo.get_many(kind, (key,), type=Stock[type]).get(key, Stock())  # type: ignore[valid-type] # known when it runs
        self._stocks[kind] = stock
        return values_now(stock, since)

    def _since(self, kind: str, values: Mapping[str, T]) -> Since[T]:
        """What of `values` is to be kept with the trace; the rest is kept under `kind`."""
        stock = self._stocks.get(kind, Stock())
        return kept_since(values, stock, partial(self._memo.put, kind, self._key))[1]
