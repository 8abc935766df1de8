"""A content with what stands beside it in fields: pages of Elementor, footnotes; what cannot be read is told. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Final

import msgspec

from sitegen.importers.html.convert import Note
from sitegen.importers.wordpress.blocks import shown_name
from sitegen.importers.wordpress.elementor import ElementorRead
from sitegen.importers.wordpress.naming import plain
from sitegen.importers.wordpress.records import Item

_PLACE: Final = re.compile(r"<!-- wp:footnotes\b.*?/-->", re.DOTALL)
_SHOWN: Final = re.compile(r"<(?:img|iframe|video|audio|embed|object)\b|\[[a-z]|<!-- wp:", re.IGNORECASE)
"""What is to be seen without a word."""


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """A content, and what could not become part of it."""

    content: str
    notes: tuple[Note, ...] = ()


def whole_content(item: Item) -> Whole:
    """The content of an item with what its fields add to it."""
    notes = [Note(kind="fields_dropped", excerpt=", ".join(item.fields))] if item.fields else []
    content = item.content
    if not says_something(content):
        read = ElementorRead(item.meta.get("_elementor_data", ""))
        content = read.html
        lost = ", ".join(map(shown_name, read.lost))
        notes += [Note(kind="block_dropped", excerpt=lost)] if lost else []
        if not content.strip():
            notes.append(Note(kind="builder_only" if item.builder else "text_empty", excerpt=item.builder))
    if said := item.meta.get("footnotes", "").strip():
        texts = list(_footnotes(said))
        notes += [] if texts or said == "[]" else [Note(kind="fields_dropped", excerpt="footnotes")]
        content = _with_footnotes(content, texts)
    return Whole(content=content, notes=tuple(notes))


def says_something(content: str) -> bool:
    """Whether a content has words or pictures, or blocks and shortcodes that may come to some."""
    return bool(plain(content)) or _SHOWN.search(content) is not None


def _footnotes(said: str) -> Iterator[str]:
    """Each footnote as WordPress shows it, with the way back to its mark."""
    try:
        notes = json.loads(said)
    except (ValueError, RecursionError):
        return
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and isinstance(note.get("content"), str) and note.get("id"):
            name = escape(str(note["id"]))
            yield f'<li id="{name}">{note["content"]} <a href="#{name}-link">↩︎</a></li>'


def _with_footnotes(content: str, texts: list[str]) -> str:
    if not texts:
        return content
    shown = f'<!-- wp:html --><ol class="wp-block-footnotes">{"".join(texts)}</ol><!-- /wp:html -->'
    placed, count = _PLACE.subn(lambda _: shown, content, count=1)
    return placed if count else f"{content}\n\n{shown}"
