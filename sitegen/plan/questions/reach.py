"""Which answers the words of some posts reach, where nothing else about a site has changed.

A post is more than its words: where it stands, and beside whom, follows from its *shape* (`Post.shape`). While the
shapes of all posts stand, so do most answers, and nobody has to ask again. A question that is not named here is asked
again: whoever adds one loses time, never a page. Pure; keeps no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from sitegen.plan.questions.answers import Question
from sitegen.plan.questions.asked import Again
from sitegen.plan.views import PageView

OWN: Final = frozenset(
    {
        *("asset", "authors", "category", "discussion", "footer", "navigation", "picture", "picture_for_sharing"),
        *("sections", "share", "shown", "structured_data", "tags", "target", "unpublished"),
    }
)
"""Answers in which no words of a post stand but of the one that is asked about; only a page asks about itself."""
HOLDING: Final = frozenset({"listed", "related", "series"})
"""Answers that hold posts, which ones following from shapes alone."""
BESIDE: Final = "neighbours"
"""The same, and whoever stands beside a post has it beside itself."""
NAMING: Final = OWN | {BESIDE}
"""Questions of which it is enough to look at what they are about."""


class Reach:
    """How far the words of the posts `sources` reach."""

    def __init__(self, sources: Iterable[str], again: Again) -> None:
        self._sources: Final = frozenset(sources)
        self._names: Final = frozenset(f"e{source}" for source in self._sources)
        self._again = again

    @property
    def names(self) -> frozenset[str]:
        """How a question that is `NAMING` names what it is about, where its answer can be another."""
        return self._names | self._beside

    def among(self, questions: Iterable[tuple[int, Question]], pages: Mapping[str, PageView]) -> Iterator[int]:
        """The numbers of those whose answers can be others; `pages` are all pages by their address.

        Of questions that are `NAMING`, those that hold none of the `names` may be left out.
        """
        own, names = OWN, self._names
        for number, question in questions:  # there are five for each page, and most are of the first kind
            if not names.isdisjoint(question) if question[0] in own else self.reaches(question, pages):
                yield number

    def reaches(self, question: Question, pages: Mapping[str, PageView]) -> bool:
        """Whether the answer to one question can be another."""
        name = question[0]
        if name in OWN:
            return not self._names.isdisjoint(question)
        if name == BESIDE:
            return not self._beside.isdisjoint(question)
        return name not in HOLDING or self._again.holds(question, pages, self._sources)

    @cached_property
    def _beside(self) -> frozenset[str]:
        """The names of those that stand beside one of the posts."""
        return frozenset(f"e{source}" for name in self._names for source in self._again.beside(name))
