"""What the last written build was made of, page by page: kept so that the next one renders only what has changed.

A page is current if its subject, its body, the layouts and the digests of all recorded answers are what they were, and
its file still stands as it was written. Where the whole site that answers are made from is the same (its *frame*),
no question has to be asked again. Everything here can be lost: then all pages are made anew, never other ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Final

import msgspec

from sitegen.build.memory.memo import key_of
from sitegen.build.memory.pieces import replaced, those
from sitegen.build.result import Remade
from sitegen.checks.requests.request import Requests
from sitegen.model.site import Site
from sitegen.plan.pictures import PictureView
from sitegen.plan.questions.answers import Question
from sitegen.plan.questions.site import Files

_ENCODE: Final = msgspec.msgpack.Encoder(order="deterministic").encode


def digest_of_value(value: object) -> str:
    """The digest of plain data, the same in every process."""
    return hashlib.blake2b(_ENCODE(value), digest_size=12).hexdigest()


class Change(Enum):
    """What may be another about all that pages share."""

    NOTHING = "nothing"
    WORDS = "words"
    """Of posts: titles, summaries, and how long it takes to read them (see `Post.shape`)."""
    ANYTHING = "anything"


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that all pages share, as digests."""

    site: str = ""
    """Of all that questions are answered from, but the clock."""
    shape: str = ""
    """The same but for the words of posts."""
    layouts: str = ""
    """Of every layout, the theme's and the owner's, and of `site.yaml`, from which small answers follow directly."""
    since: int = 0
    until: int = 0
    """Seconds since 1970: in between, time alone changes nothing."""

    def is_still(self, now: Frame) -> bool:
        """Whether every question has the same answer `now`."""
        return self.change(now) is Change.NOTHING

    def change(self, now: Frame) -> Change:
        """How far `now` is another."""
        return Change.ANYTHING if self.layouts != now.layouts else self.change_of_site(now)

    def change_of_site(self, now: Frame) -> Change:
        """How far `now` is another for whoever sees no layouts."""
        if self.shape != now.shape or not self.is_in_time(now):
            return Change.ANYTHING
        return Change.NOTHING if self.site == now.site else Change.WORDS

    def is_in_time(self, now: Frame) -> bool:
        """Whether nothing has changed up to `now` by time alone."""
        return self.since <= now.since < self.until


class PageTrace(msgspec.Struct, frozen=True, array_like=True):
    """One page as it was written."""

    subject: str
    """The digest of its route: layout, address, and what it is about."""
    body: str
    """The digest of the filled text that stands on it; empty for none."""
    asked: tuple[int, ...]
    """What its layout asked, by number."""
    facts: str
    """The digest of what checks know of it."""
    gist: str
    """The digest of all of it that this follows from; empty where there is no telling."""
    size: int
    """Bytes of its HTML before the policy was put in."""
    digest: str
    """Of the file, as `output.files` gives it."""
    anchors: str
    """The digest of all that can be pointed at on it."""
    shared: str
    """The digest of that part of it by which rules compare pages."""
    requests: int
    """What it makes browsers ask for, by number."""


class TextTrace(msgspec.Struct, frozen=True, array_like=True):
    """A text about which there was nothing to say."""

    draft: str
    """The key of its bytes and of how they are rendered."""
    body: str
    """The digest of its filled body."""


class FeatureTrace(msgspec.Struct, frozen=True, array_like=True):
    """A file that a feature has made and that nothing was wrong with."""

    digest: str
    bodies: dict[str, str]
    """The digests of the bodies it was made from besides the frame, by source."""


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """A whole build."""

    frame: Frame = Frame()
    policies: str = ""
    addresses: str = ""
    """The digest of where somebody answers, or did, or will."""
    context: str = ""
    """The digest of what rules about single pages look at beside the page."""
    manner: str = ""
    """The digest of what rules about single texts look at beside the text."""
    questions: Sequence[Question] = ()
    answers: Sequence[str] = ()
    requests: tuple[Requests, ...] = ()
    pages: dict[str, PageTrace] = {}
    """By output file."""
    features: dict[str, FeatureTrace] = {}
    """By output file."""
    texts: dict[str, TextTrace] = {}
    """By source."""
    words: dict[str, str] = {}
    """The digest of each post, by source."""
    loud: frozenset[str] = frozenset()
    """Output files of pages about which rules about single pages had something to say."""
    remade: tuple[Remade, ...] = ()
    """The pages that this build has made."""
    matter: tuple[str, str] = ("", "")
    """The digests of what rules that compare pages look at beside the pages: of the site, and of legal pages."""
    is_quiet: bool = False
    """Whether no rule that compares pages had anything to say."""

    def told(self, output: str) -> Iterable[tuple[Question, str]]:
        """What the layout of a page asked, each with the digest of the answer; nothing of a page that was not there."""
        page = self.pages.get(output)
        return zip(those(self.questions, page.asked), those(self.answers, page.asked), strict=True) if page else ()


NOTHING: Final = Trace()


class Numbers:
    """Numbers for what many pages have in common, so that it is written down once."""

    def __init__(self, before: Trace) -> None:
        """Beginning with those of `before`, which are looked at only where there is another."""
        self._before = before
        self._fresh: tuple[dict[Question, int], list[str]] | None = None
        self._others: dict[int, str] = {}
        """Answers that are not what they were, by number, while no question has come up that was not asked before."""
        self._requests = {requests: number for number, requests in enumerate(before.requests)}

    @property
    def questions(self) -> Sequence[Question]:
        """In the order of their numbers."""
        return tuple(self._fresh[0]) if self._fresh else self._before.questions

    @property
    def answers(self) -> Sequence[str]:
        """One for each question."""
        if self._fresh:
            return tuple(self._fresh[1])
        return replaced(self._before.answers, self._others) if self._others else self._before.answers

    @property
    def requests(self) -> Iterable[Requests]:
        """In the order of their numbers."""
        return self._requests

    def of_question(self, question: Question, answer: str) -> int:
        """The number of a question; within one build it has one answer, which replaces that of the last."""
        if self._fresh is None:
            known = {question: number for number, question in enumerate(self._before.questions)}
            self._fresh = (known, list(replaced(self._before.answers, self._others)))
        numbers, answers = self._fresh
        number = numbers.setdefault(question, len(numbers))
        if number == len(answers):
            answers.append(answer)
        answers[number] = answer
        return number

    def of_page(
        self, asked: Sequence[Question], answers: Sequence[str], *, before: PageTrace | None
    ) -> tuple[int, ...]:
        """The numbers of what a page has asked; `before` is what was known of it, where that bears the same numbers."""
        if not before or self._fresh or those(self._before.questions, before.asked) != list(asked):
            return tuple(map(self.of_question, asked, answers))
        if self._others or those(self._before.answers, before.asked) != list(answers):
            self._note(before.asked, answers)
        return before.asked

    def _note(self, asked: Iterable[int], answers: Iterable[str]) -> None:
        """Within one build a question has one answer, which replaces that of the last."""
        for number, answer in zip(asked, answers, strict=True):
            if number in self._others or self._before.answers[number] != answer:
                self._others[number] = answer

    def of_requests(self, requests: Requests) -> int:
        """The number of what a page makes browsers ask for."""
        return self._requests.setdefault(requests, len(self._requests))

    def renewed(self, page: PageTrace, before: Trace) -> PageTrace:
        """A page that stands, with the numbers of this build instead of those of the last one."""
        return msgspec.structs.replace(
            page,
            asked=tuple(self.of_question(before.questions[number], before.answers[number]) for number in page.asked),
            requests=self.of_requests(before.requests[page.requests]),
        )


def pictures_in_short(pictures: Mapping[tuple[str, str], PictureView]) -> tuple[object, ...]:
    """`Files.pictures` for a digest: thousands of places show some hundred pictures, so each is told once."""
    views = {id(view): view for view in pictures.values()}
    numbers = {known: number for number, known in enumerate(views)}
    return tuple(pictures), [numbers[id(view)] for view in pictures.values()], tuple(views.values())


def frame_of(
    site: Site, files: Files, others: Iterable[object], *, words: str, layouts: Iterable[str], now: datetime
) -> Frame:
    """The frame of a site; `others` is what pages follow from besides, `layouts` the digests of their folders.

    Among `others` are the data files: what stands in them may be more than a cache can hold, and its order counts. And
    the digest of the shapes of all posts, `words` being that of the posts themselves: which of them are published
    follows from those that are not, and from the authors. Credits of pictures name the posts that show them.
    """
    still = msgspec.structs.replace(site, now=None, data={}, posts=(), expired=())  # the clock is compared by itself
    rest = msgspec.structs.replace(files, pictures={}, credits=())
    shape = digest_of_value((still, rest, pictures_in_short(files.pictures), *others))
    return Frame(
        site=key_of(shape, words, digest_of_value(files.credits)),
        shape=shape,
        layouts=key_of(digest_of_value(site.settings), *layouts),
        since=int(now.timestamp()),
    )
