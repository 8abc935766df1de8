"""What a layout asks of the site while it makes a page: recorded in order, so that a later build can ask it again.

A page is made by questions and answers alone. If every answer is what it was, and the page itself, so is what a layout
makes of them: a layout has nothing else to go by. Keeps digests of answers, never answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from typing import Any, Final, cast

import msgspec

from sitegen.model.entries import Author, Entry
from sitegen.model.site import Taxonomy, Term
from sitegen.plan.questions import SiteView
from sitegen.plan.views import PageView

Question = tuple[str, ...]
"""The name of the question, then what it is about, each with a letter before it that says what it is."""

UNREPEATABLE: Final[Question] = ("?",)
"""A question about something that has no name of its own; nobody can ask it again."""
PLAIN: Final = frozenset(
    {"absolute", "accent", "description", "home", "language", "name", "policy", "sizes", "tagline", "title", "url"}
)
"""What follows from `site.yaml` and the question alone; who compares settings need not ask."""

_LETTERS: Final[dict[type, str]] = {str: "s", int: "i"}


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Collection):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    raise NotImplementedError


_ENCODE: Final = msgspec.msgpack.Encoder(enc_hook=_encodable, order="deterministic").encode
_ENCODE_IN_ORDER: Final = msgspec.msgpack.Encoder(enc_hook=_encodable).encode
"""For mappings that a layout may go through as they were typed; no set stands in them."""


def answer_digest(answer: object) -> str:
    """The digest of an answer; empty where it holds something that is no plain data, or too large."""
    encode = _ENCODE_IN_ORDER if isinstance(answer, (dict, list)) else _ENCODE
    try:
        return hashlib.blake2b(encode(answer), digest_size=8).hexdigest()
    except (TypeError, ValueError, NotImplementedError, OverflowError, RecursionError):
        return ""


def in_words(question: Question) -> str:
    """A question as a layout asks it: `neighbours(content/blog/rechnungen.md)`."""
    if not question:
        return ""
    name, *about = question
    return f"{name}({', '.join(token[1:] for token in about)})"


class AskedSite:
    """`site` as one layout sees it while it makes one page."""

    def __init__(self, view: SiteView, page: PageView, digests: dict[Question, str]) -> None:
        """`digests` is shared among all pages of a build: each question is digested once."""
        self._view = view
        self._page = page
        self._digests = digests
        self._asked: dict[Question, None] = {}

    @property
    def _questions(self) -> tuple[Question, ...]:
        return tuple(self._asked)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the type that the question has
        """The answer, or the method that gives it. What begins with an underscore is nobody's business."""
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(self._view, name)
        if name in PLAIN:
            return value
        if callable(value):
            return self._method(name, value)
        self._note((name,), value)
        return value

    def _method(self, name: str, method: Callable[..., object]) -> Callable[..., object]:
        def ask(*about: object, **named: object) -> object:
            answer = method(*about, **named)
            tokens = [self._token(one) for one in about]
            known = not named and all(tokens)
            self._note((name, *(token for token in tokens if token)) if known else UNREPEATABLE, answer)
            return answer

        return ask

    def _note(self, question: Question, answer: object) -> None:
        self._asked[question] = None
        if question not in self._digests:
            self._digests[question] = answer_digest(answer) if question != UNREPEATABLE else ""

    def _token(self, about: object) -> str | None:
        """A name for what is asked about, by which a later build finds it again."""
        if about is self._page:
            return f"p{self._page.url}"
        match about:
            case Author() if not about.source:
                return f"a{about.slug}"
            case Entry():
                return f"e{about.source}"
            case Term():
                return f"t{about.taxonomy}/{about.slug}"
            case str() | int() if type(about) in _LETTERS:
                return f"{_LETTERS[type(about)]}{about}"
        return None


def questions_of(asked: AskedSite) -> tuple[Question, ...]:
    """All that was asked, in order, each once."""
    return asked._questions  # noqa: SLF001 - hidden from layouts, which see everything else


class Again:
    """Asks recorded questions of the site as it is now."""

    def __init__(self, view: SiteView, entries: Collection[Entry], digests: dict[Question, str]) -> None:
        self._view = view
        self._entries = {entry.source: entry for entry in entries}
        self._digests = digests

    def digest(self, question: Question, page: PageView) -> str:
        """The digest of the answer now; empty where the question cannot be asked any more."""
        known = self._digests.get(question)
        if known is None:
            known = self._digests[question] = self._ask(question, page)
        return known

    def _ask(self, question: Question, page: PageView) -> str:
        name, *tokens = question
        if question == UNREPEATABLE:
            return ""
        about = [self._meant(token, page) for token in tokens]
        if None in about:
            return ""
        value = getattr(self._view, name, None)
        try:
            return answer_digest(value(*about) if callable(value) else value)
        except (LookupError, AttributeError, TypeError, ValueError):  # what it was about is no longer what it was
            return ""

    def _meant(self, token: str, page: PageView) -> object:
        letter, name = token[0], token[1:]
        match letter:
            case "p":
                return page if page.url == name else None
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
