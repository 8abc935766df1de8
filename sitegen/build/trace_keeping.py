"""Where the trace of a build is kept between builds: what most pages and texts are is written once, then what differs.

Everything here can be lost, or be half there: then nothing is known, and all pages are made anew.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, TypeVar

import msgspec

from sitegen.build.memo import Memo, key_of
from sitegen.build.pieces import Pieces, pieces_of
from sitegen.build.stock import Since, Stock, kept_since, values_now
from sitegen.build.trace import NOTHING, PageTrace, TextTrace, Trace
from sitegen.output.place import Place
from sitegen.plan.answers import Question

_TRACE: Final = "trace"
_PAGES: Final = "traced-pages"
_TEXTS: Final = "traced-texts"
_WORDS: Final = "traced-words"
_ASKED: Final = "traced-questions"

T = TypeVar("T")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A trace as it is kept: its mappings are what has changed since they were kept as a whole."""

    trace: Trace
    """But for pages, texts, words and questions."""
    asked: str
    """The name of the questions."""
    pages: Since[PageTrace]
    texts: Since[TextTrace]
    words: Since[str]


class Asked(msgspec.Struct, frozen=True, array_like=True):
    """What pages asked, in pieces: a build of which nothing but a text has changed looks at a few."""

    name: str = ""
    """No other has it."""
    questions: tuple[msgspec.Raw, ...] = ()
    answers: tuple[msgspec.Raw, ...] = ()


class TraceKeeper:
    """Keeps the traces of builds to one place."""

    def __init__(self, memo: Memo, place: Place) -> None:
        self._memo = memo
        self._key: Final = key_of(place.key)
        self._stocks: dict[str, Stock[Any]] = {}
        """Wholes as they were kept, by kind."""
        self._asked = ""
        self._questions: tuple[Sequence[Question], Sequence[str]] = ((), ())
        """What was kept under that name, as it was handed out."""

    def kept(self) -> Trace:
        """The trace of the last build that was written."""
        head = self._memo.get_many(_TRACE, (self._key,), type=Head).get(self._key)
        if head is None:
            return NOTHING
        pages = self._now(_PAGES, head.pages, type=PageTrace)
        texts = self._now(_TEXTS, head.texts, type=TextTrace)
        words = self._now(_WORDS, head.words, type=str)
        asked = self._memo.get_many(_ASKED, (self._key,), type=Asked).get(self._key, Asked())
        if pages is None or texts is None or words is None or asked.name != head.asked:
            return NOTHING
        questions, answers = Pieces[Question](asked.questions, type=Question), Pieces[str](asked.answers, type=str)
        self._asked, self._questions = asked.name, (questions, answers)
        return msgspec.structs.replace(
            head.trace, pages=pages, texts=texts, words=words, questions=questions, answers=answers
        )

    def keep(self, trace: Trace, *, until: datetime) -> None:
        """Remember the build that has just been written; up to `until` time alone changes nothing."""
        pages = self._since(_PAGES, trace.pages)
        texts = self._since(_TEXTS, trace.texts)
        words = self._since(_WORDS, trace.words)
        frame = msgspec.structs.replace(trace.frame, until=int(until.timestamp()))
        self._keep_questions(trace)
        rest = msgspec.structs.replace(trace, frame=frame, pages={}, texts={}, words={}, questions=(), answers=())
        self._memo.put(_TRACE, self._key, Head(trace=rest, asked=self._asked, pages=pages, texts=texts, words=words))

    def _keep_questions(self, trace: Trace) -> None:
        """Keep them under a new name, unless they are those that were handed out."""
        questions, answers = self._questions
        if not self._asked or trace.questions is not questions or trace.answers is not answers:
            self._asked, self._questions = os.urandom(12).hex(), (trace.questions, trace.answers)
            asked = Asked(self._asked, pieces_of(trace.questions), pieces_of(trace.answers))
            self._memo.put(_ASKED, self._key, asked)

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
