"""Bodies of entries, remembered by the bytes of their file: Markdown is most of the time of a cold build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.build.memo import Memo, key_of
from sitegen.build.reading import SourceText
from sitegen.build.result import Progress
from sitegen.model.body import Body
from sitegen.model.entries import Entry
from sitegen.render.markdown.options import MarkdownOptions
from sitegen.settings.settings import Settings


def bodies_of(
    entries: Iterable[Entry], texts: Mapping[str, SourceText], settings: Settings, memo: Memo, *, progress: Progress
) -> dict[str, Body]:
    """The body of every entry that has a file, by that file."""
    with_files = [entry for entry in entries if entry.source]
    bodies = {}
    for number, entry in enumerate(with_files, 1):
        bodies[entry.source] = remembered_body(texts[entry.source], options_for(entry, settings), memo)
        progress("markdown", number, len(with_files))
    return bodies


def options_for(entry: Entry, settings: Settings) -> MarkdownOptions:
    """What the rendering of an entry's body depends on besides its text."""
    return MarkdownOptions(language=settings.language, tone=entry.tone or settings.tone)


def remembered_body(text: SourceText, options: MarkdownOptions, memo: Memo) -> Body:
    """The body of one file, from the memo or rendered now."""

    def compute() -> Body:
        from sitegen.render.markdown import render_body
        from sitegen.sources.document import read_document

        document, _ = read_document(text.path, text.raw)
        if document is None:
            raise ValueError(f"no body in {text.path}: it has no entry either")
        return render_body(document.body, options)

    return memo.remember("body", key_of(text.digest, msgspec.msgpack.encode(options)), compute, type=Body)
