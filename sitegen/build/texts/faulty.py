"""Texts whose front matter is wrong: they have no entry and no page, but the rest of their faults is shown too.

All findings of a build come together; whoever mends a title shall not learn of the dead link below it only afterwards.
And no other text is blamed for a link to a page that is missing only because of such a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.build.memory.memo import Memo
from sitegen.build.texts.bodies import options_of, remembered_body
from sitegen.build.texts.reading import SourceText, kind_of
from sitegen.diagnostics import Diagnostic
from sitegen.model.addresses import base_path, with_base
from sitegen.model.body import Body
from sitegen.model.naming import bare_name, page_path
from sitegen.model.page import page_url
from sitegen.settings.settings import Settings
from sitegen.sources.document import read_document
from sitegen.text.slugs import slugify

if TYPE_CHECKING:  # texts are read before anything is imported that renders or checks
    from sitegen.checks.finished import FinishedPage
    from sitegen.render.slots import Surroundings

_PLACEHOLDER: Final = re.compile(r"\\\{\w+\\\}")
"""A placeholder of a pattern of addresses, escaped for a regular expression."""

_LISTS: Final = {
    "post": ("blog", "archive", "year", "category", "categories", "tag", "tags", "author"),
    "service": ("services",),
    "author": ("author",),
}
"""The lists that an entry of a kind may stand in."""


class FaultyText(msgspec.Struct, frozen=True, kw_only=True):
    """A text without an entry."""

    source: str
    body_line: int
    body: Body


def faulty_texts(texts: Iterable[SourceText], settings: Settings, memo: Memo) -> tuple[FaultyText, ...]:
    """Those that should have become an entry and did not, as far as a body can be found in them."""
    options = options_of(settings, settings.tone)
    return tuple(
        FaultyText(source=text.path, body_line=line, body=remembered_body(text, options, memo))
        for text in texts
        for line in body_lines(text)
    )


def body_lines(text: SourceText) -> Iterator[int]:
    """The line on which the body begins; nothing when front matter and body cannot be told apart."""
    document, _ = read_document(text.path, text.raw)
    if document is not None:
        yield document.body_line


def faulty_findings(faulty: Sequence[FaultyText], around: Surroundings) -> Iterator[Diagnostic]:
    """What is wrong with their bodies."""
    from sitegen.render.slots import answer_slots

    for text in faulty:
        yield from (found.in_file(text.source, text.body_line - 1) for found in text.body.findings)
        yield from answer_slots(text.body, source=text.source, body_line=text.body_line, around=around).findings


def faulty_pages(faulty: Sequence[FaultyText], around: Surroundings) -> Iterator[FinishedPage]:
    """Their bodies as pages for the checks, each at an address of its own that nobody else has."""
    from sitegen.checks.facts import facts_of
    from sitegen.checks.finished import FinishedPage
    from sitegen.render.markdown.fill import fill
    from sitegen.render.slots import answer_slots

    for text in faulty:
        answered = answer_slots(text.body, source=text.source, body_line=text.body_line, around=around)
        yield FinishedPage(
            url=f"/{text.source}/",
            source=text.source,
            layout="",
            facts=facts_of(fill(text.body.html, answered.html)),
        )


def addresses_to_come(sources: Iterable[str], settings: Settings) -> re.Pattern[str]:
    """URL paths, percent-decoded, that may exist once the texts `sources` have their entries.

    The page of a text goes by its name, as nothing else of it is known; of the lists it would stand in, every address
    counts.
    """
    expressions = {
        expression for source in sources for expression in (_page(source, settings), *_lists(source, settings))
    }
    return re.compile("|".join(sorted(expressions)) or r"(?!)")


def _page(source: str, settings: Settings) -> str:
    kind, base = kind_of(source), base_path(settings.url)
    if kind == "page":
        return re.escape(with_base(page_url(source, page_path(source), settings.permalinks), base))
    pattern = str(getattr(settings.permalinks, kind)).replace("{slug}", slugify(bare_name(source)))
    return _PLACEHOLDER.sub("[^/]*", re.escape(with_base(pattern, base)))


def _lists(source: str, settings: Settings) -> Iterator[str]:
    for name in _LISTS.get(kind_of(source), ()):
        pattern = with_base(str(getattr(settings.permalinks, name)), base_path(settings.url))
        yield _PLACEHOLDER.sub("[^/]*", re.escape(pattern))
