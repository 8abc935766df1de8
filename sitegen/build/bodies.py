"""Bodies of entries, remembered by the bytes of their file: Markdown is most of the time of a cold build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.memo import Memo, key_of
from sitegen.build.reading import SourceText
from sitegen.build.result import Progress
from sitegen.model.body import Body
from sitegen.model.entries import Entry
from sitegen.render.markdown.options import MarkdownOptions
from sitegen.settings.settings import Settings

_WORTH: Final = 40
"""Texts for each worker; fewer are rendered sooner than a worker is made."""


class Bodies(msgspec.Struct, frozen=True, kw_only=True):
    """Bodies by source file."""

    bodies: Mapping[str, Body]
    drafts: Mapping[str, str]
    """The keys of what they were rendered from."""


def bodies_of(
    entries: Iterable[Entry],
    texts: Mapping[str, SourceText],
    settings: Settings,
    *,
    memo: Memo,
    crew: Crew,
    progress: Progress,
) -> Bodies:
    """The body of every entry that has a file."""
    drafts = {
        entry.source: Draft(texts[entry.source], options_for(entry, settings)) for entry in entries if entry.source
    }
    keys = {source: draft.key for source, draft in drafts.items()}

    def render(missing: Sequence[Draft]) -> list[Body]:
        import sitegen.render.markdown.engine  # noqa: F401 -- once, before the workers are made

        return crew.map(rendered, missing, type=Body, worth=_WORTH, watch=partial(progress, "markdown"))

    bodies = memo.remember_all("body", {keys[source]: draft for source, draft in drafts.items()}, render, type=Body)
    return Bodies(bodies={source: bodies[key] for source, key in keys.items()}, drafts=keys)


class Draft(msgspec.Struct, frozen=True):
    """A text and how it is to be rendered."""

    text: SourceText
    options: MarkdownOptions

    @property
    def key(self) -> str:
        """What its body is remembered by."""
        return key_of(self.text.digest, msgspec.msgpack.encode(self.options))


def options_for(entry: Entry, settings: Settings) -> MarkdownOptions:
    """What the rendering of an entry's body depends on besides its text."""
    return MarkdownOptions(language=settings.language, tone=entry.tone or settings.tone)


def remembered_body(text: SourceText, options: MarkdownOptions, memo: Memo) -> Body:
    """The body of one file, from the memo or rendered now."""
    draft = Draft(text, options)
    return memo.remember("body", draft.key, partial(rendered, draft), type=Body)


def rendered(draft: Draft) -> Body:
    """The body of a text. Raises ValueError where front matter and body cannot be told apart."""
    from sitegen.render.markdown import render_body
    from sitegen.sources.document import read_document

    document, _ = read_document(draft.text.path, draft.text.raw)
    if document is None:
        raise ValueError(f"no body in {draft.text.path}: it has no entry either")
    return render_body(document.body, draft.options)
