"""What a layout asks of the site while it makes a page: recorded in order, so that a later build can ask it again.

A page is made by questions and answers alone. If every answer is what it was, and the page itself, so is what a layout
makes of them: a layout has nothing else to go by. What is kept are digests of answers, never answers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from inspect import isfunction
from operator import attrgetter
from typing import Any, Final, cast

from sitegen.model.entries import Author, Entry, Page, Post, Service
from sitegen.model.site import Taxonomy, Term
from sitegen.plan.questions.answers import Digests, Question
from sitegen.plan.questions.site import Neighbours, SiteView
from sitegen.plan.views import PageView

UNREPEATABLE: Final[Question] = ("?",)
"""A question about something that has no name of its own; nobody can ask it again."""
PLAIN: Final = frozenset(
    {"absolute", "accent", "description", "home", "language", "name", "policy", "sizes", "tagline", "title", "url"}
)
"""What follows from `site.yaml` and the question alone; who compares settings need not ask."""

_SOURCE: Final = attrgetter("source")
_NONE: Final = object()
"""In place of an answer; it has no digest."""


def _of_entry(entry: Entry) -> str:
    return f"e{entry.source}"


_TOKENS: Final[dict[type, Callable[[Any], str]]] = {
    str: lambda word: f"s{word}",
    int: lambda number: f"i{number}",
    **dict.fromkeys((Post, Page, Service), _of_entry),
    Author: lambda author: _of_entry(author) if author.source else f"a{author.slug}",
    Term: lambda term: f"t{term.taxonomy}/{term.slug}",
}
"""How a question names what it is about."""


def in_words(question: Question) -> str:
    """A question as a layout asks it: `neighbours(content/blog/rechnungen.md)`."""
    if not question:
        return ""
    name, *about = question
    return f"{name}({', '.join(token[1:] for token in about)})"


class AskedSite:
    """`site` as one layout sees it while it makes one page. Has what `SiteView` has (see the end of this module)."""

    def __init__(self, view: SiteView, page: PageView, digests: Digests) -> None:
        """`digests` is shared among all pages of a build: each answer is digested once."""
        self._view = view
        self._page = page
        self._digests = digests
        self._asked: dict[Question, object] = {}
        """With the answers, for as long as the page is made: layouts ask again what another of them has asked."""
        self.__dict__.update(digests.plain)

    @property
    def _questions(self) -> tuple[Question, ...]:
        return tuple(self._asked)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the type that the answer has
        """The answer to a question about nothing but the site. What begins with an underscore is nobody's business."""
        if name.startswith("_"):
            raise AttributeError(name)
        answer = getattr(self._view, name)
        if name in PLAIN:
            self._digests.plain[name] = answer
        else:
            self._note((name,), answer)
        self.__dict__[name] = answer  # the second time python finds it without us
        return answer

    def _ask(self, name: str, about: tuple[object, ...], named: Mapping[str, object]) -> object:
        """The answer to a question of any kind."""
        answer = getattr(self._view, name)(*about, **named)
        question = (name, *map(self._token, about))
        self._note(UNREPEATABLE if named or "" in question else question, answer)
        return answer

    def _note(self, question: Question, answer: object) -> None:
        self._asked[question] = answer
        if question not in self._digests:
            self._digests[question] = self._digests.of(answer) if question != UNREPEATABLE else ""

    def _token(self, about: object) -> str:
        """A name for what is asked about, by which a later build finds it again; empty where there is none."""
        if about is self._page:
            return f"p{self._page.url}"
        named = _TOKENS.get(type(about))
        return named(about) if named else ""


def _asking(name: str) -> Callable[..., object]:
    """The method of `AskedSite` that asks a question and writes it down; every page asks dozens."""
    alone = (name,)

    def ask(self: AskedSite, about: object = _NONE, *more: object, **named: object) -> object:
        given = () if about is _NONE else (about, *more)
        token = self._token(about) if given else "s"
        if more or named or not token:
            return self._ask(name, given, named)
        question = (name, token) if given else alone
        known = self._digests.alike if token[0] in "si" else self._asked
        answer = known.get(question, _NONE)
        if answer is _NONE:
            answer = known[question] = getattr(self._view, name)(*given)
        self._note(question, answer)
        return answer

    return ask


def questions_of(asked: AskedSite) -> tuple[Question, ...]:
    """All that was asked, in order, each once."""
    return asked._questions  # noqa: SLF001 - hidden from layouts, which see everything else


class Again:
    """Asks recorded questions of the site as it is now."""

    def __init__(self, view: SiteView, entries: Collection[Entry], digests: Digests) -> None:
        self._view = view
        self._entries = {entry.source: entry for entry in entries}
        self._digests = digests

    def digest(self, question: Question, pages: Mapping[str, PageView]) -> str:
        """The digest of the answer now; empty where the question cannot be asked any more.

        `pages` are those that it may be about, by their address.
        """
        known = self._digests.get(question)
        if known is None:
            known = self._digests[question] = self._digests.of(self._answer(question, pages))
        return known

    def holds(self, question: Question, pages: Mapping[str, PageView], sources: AbstractSet[str]) -> bool:
        """Whether an entry from one of the files `sources` stands in an answer that is a plain list of entries.

        True where it is something else.
        """
        answer = self._answer(question, pages)
        if not isinstance(answer, tuple) or not all(issubclass(kind, Entry) for kind in set(map(type, answer))):
            return True
        return not sources.isdisjoint(map(_SOURCE, answer))

    def beside(self, post: str) -> tuple[str, ...]:
        """The files of the posts next to `post`, which goes by the name that it has in questions."""
        answer = self._answer(("neighbours", post), {})
        both = (answer.older, answer.newer) if isinstance(answer, Neighbours) else ()
        return tuple(one.source for one in both if one)

    def _answer(self, question: Question, pages: Mapping[str, PageView]) -> object:
        """The answer now, or something that is no plain data."""
        name, *tokens = question
        if question == UNREPEATABLE:
            return _NONE
        about = [self._meant(token, pages) for token in tokens]
        if None in about:
            return _NONE
        value = getattr(self._view, name, None)
        try:
            return value(*about) if callable(value) else value
        except (LookupError, AttributeError, TypeError, ValueError):  # what it was about is no longer what it was
            return _NONE

    def _meant(self, token: str, pages: Mapping[str, PageView]) -> object:
        letter, name = token[0], token[1:]
        match letter:
            case "p":
                return pages.get(name)
            case "e":
                return self._entries.get(name)
            case "a":
                return self._view.author(name)
            case "t":
                taxonomy, _, slug = name.partition("/")
                found = self._view.term_index(cast("Taxonomy", taxonomy)).get(slug)
                return found.term if found else None
            case "i":
                return int(name)
        return name


for _name in dir(SiteView):
    if _name not in PLAIN and not _name.startswith("_") and isfunction(getattr(SiteView, _name)):
        setattr(AskedSite, _name, _asking(_name))
