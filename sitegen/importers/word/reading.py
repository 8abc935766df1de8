"""A document becomes a draft: read by the reader of its format, its title taken, its text converted.

Writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sitegen.importers.html.convert import markdown_of
from sitegen.importers.refused import refuse
from sitegen.importers.word.document import TITLE, read_document
from sitegen.importers.word.draft import Draft, Source
from sitegen.importers.word.package import LARGEST
from sitegen.importers.word.pictures import Beside
from sitegen.importers.word.plain_text import read_plain_text
from sitegen.importers.word.unreadable import unreadable
from sitegen.importers.word.web_page import read_web_page

_READERS: Final[dict[str, Callable[[Path, bytes], Source]]] = {
    ".docx": lambda path, raw: read_document(path.name, raw),
    ".docm": lambda path, raw: read_document(path.name, raw),
    ".dotx": lambda path, raw: read_document(path.name, raw),
    ".txt": lambda path, raw: read_plain_text(path.name, raw),
    ".html": read_web_page,
    ".htm": read_web_page,
}
"""Who reads the files whose names end so."""

_NAMELESS: Final = re.compile(
    r"(?:unbenannt|untitled|dokument|document|neues? .*dokument|seite|page)[\s\d()-]*", re.IGNORECASE
)
"""Titles that a program has given."""


def read_draft(path: Path, *, title: str = "") -> Draft:
    """The document at `path`; `title` is the owner's, if she gave one.

    Raises RefusedError (SG690 to SG693), OSError where the disk refuses, and ImportError for a .docx without the extra
    `import`.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        ending = path.suffix.lower().removeprefix(".")
        raise unreadable(path.name, ending)
    if path.stat().st_size > LARGEST:
        raise refuse("SG692", file=path.name)
    source = reader(path, path.read_bytes())
    html, own_title = _without_title(source.html, given=title)
    beside = Beside(source.pictures)
    converted = markdown_of(html, rewrite=beside)
    if not converted.markdown.strip() and not own_title:
        raise refuse("SG693", file=path.name)
    program_title = "" if _NAMELESS.fullmatch(source.title) else source.title
    return Draft(
        title=title or own_title or program_title or _title_of(path),
        markdown=converted.markdown,
        pictures=tuple(beside.pictures),
        notes=(*source.notes, *converted.notes),
    )


def _without_title(html: str, *, given: str) -> tuple[str, str]:
    """The HTML without the heading that is the document's title, and its words.

    That is what Word calls the title, or the only heading of level 1 if nothing stands before it. Where the owner gave
    another title, it stays in the text.
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    tops, titles = tree.css("h1"), tree.css(f"h1.{TITLE}")
    found = titles[0] if titles else tops[0] if len(tops) == 1 else None
    words = " ".join(found.text().split()) if found else ""
    if found is None or tree.body is None or not words or found.css("img, sup"):
        return html, ""
    is_first = " ".join(tree.body.text().split()).startswith(words)
    if (given and " ".join(given.split()) != words) or not (titles or is_first):
        return html, ""
    found.decompose()
    return tree.body.html or "", words


def _title_of(path: Path) -> str:
    """The name of the file, as words."""
    words = re.sub(r"[_\s]+", " ", path.stem).strip()
    words = re.sub(r"^\d{4}-\d\d-\d\d[ -]*", "", words) or words
    return words if " " in words else words.replace("-", " ").strip() or words
