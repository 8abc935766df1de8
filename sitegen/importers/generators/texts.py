"""A text of another generator in our Markdown: its Markdown to HTML as those programs read it, then the one way back.

Where links and pictures lead is asked of `Whereabouts`; what could not be carried over comes back as notes. Pure.
"""

from __future__ import annotations

from typing import Final, Protocol

import msgspec
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from sitegen.importers.embeds import embed_of
from sitegen.importers.generators.codes import REFERENCE, Codes
from sitegen.importers.generators.records import Generator, Text
from sitegen.importers.generators.tasks import tasks
from sitegen.importers.html.convert import markdown_of
from sitegen.importers.html.notes import Note

MARKDOWN: Final = (
    MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
    .use(deflist_plugin)
    .use(tasks)
)
"""What Goldmark, kramdown and Python-Markdown with its usual extensions have in common."""


class Whereabouts(Protocol):
    """Where the things of the old site are from now on, seen from one text."""

    def link(self, href: str) -> str:
        """Where a link leads; empty for nowhere."""
        ...

    def picture(self, src: str) -> str:
        """How a picture is named in our Markdown; empty for none."""
        ...


class Converted(msgspec.Struct, frozen=True):
    """A body of ours."""

    markdown: str
    notes: tuple[Note, ...]


class _Rewriter:
    def __init__(self, where: Whereabouts, *, title: str, parties: frozenset[str]) -> None:
        self._where, self._title, self._parties = where, title, parties

    def link(self, href: str) -> str:
        return self._where.link(href)

    def picture(self, src: str) -> str:
        return self._where.picture(src)

    def embed(self, address: str) -> str | None:
        found = embed_of(address, title=self._title)
        return found.line if found and found.party in self._parties else None


def converted(text: Text, where: Whereabouts, *, generator: Generator, parties: frozenset[str]) -> Converted:
    """The body of `text`. `parties` are the third parties that `site.yaml` declares."""
    codes = Codes(generator)
    prepared = codes.prepared(text.body)
    html = codes.put_back(prepared if text.is_html else MARKDOWN.render(prepared))
    made = markdown_of(html, rewrite=_Rewriter(where, title=text.title, parties=parties))
    # A reference that is no link would show an address that nobody has.
    bare = (Note(kind="code_kept", excerpt="ref"),) if REFERENCE in made.markdown else ()
    notes = dict.fromkeys((*text.notes, *codes.notes, *bare, *made.notes))
    return Converted(made.markdown.replace(REFERENCE, ""), tuple(notes))
