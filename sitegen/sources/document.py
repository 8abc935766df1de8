"""One file of text as a document: its head as nodes with places, its body, and the line the body begins on.

Takes bytes and gives values; reading the file is the caller's. Never judges keys or values.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.as_typed import ready_line
from sitegen.schema.nodes import Mapping
from sitegen.sources.encoding import decoded
from sitegen.sources.front_matter import body_below, dashes_above, read_head

_HEADING: Final = re.compile(r"^#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_DATED_FOLDER: Final = "content/blog/"
"""Where every text needs a date."""

_DATED_NAME: Final = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text file in its two parts."""

    path: str
    """Relative to the site folder, with forward slashes."""
    front: Mapping
    body: str
    """LF line ends, no byte order mark."""
    body_line: int
    """1-based line of the file on which the body begins."""


def read_document(path: str, raw: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read the content of the file `path`; None if it is no text, or has no head that can be read.

    With findings of grade error there may still be a document, holding what could be read, so that the faults of its
    values are found in the same build.
    """
    text = decoded(path, raw)
    if text.text is None:
        return None, text.findings
    head = read_head(text.text, file=path)
    if head is None:
        return None, (*text.findings, _without_head(path, text.text))
    findings = (*text.findings, *head.findings)
    if head.front is None:
        return None, findings
    return Document(path=path, front=head.front, body=head.body, body_line=head.body_line), findings


def _without_head(path: str, text: str) -> Diagnostic:
    dashes = dashes_above(text, file=path)
    if dashes:
        return Diagnostic(code="SG153", span=dashes)
    return Diagnostic(code="SG121", span=Span(file=path, line=1, column=1), facts={"block": proposed_head(path, text)})


def read_body(path: str, raw: bytes) -> str | None:
    """The body alone of the file `path`, as `read_document` gives it."""
    text = decoded(path, raw).text
    return None if text is None else body_below(text, file=path)


def proposed_head(path: str, text: str) -> str:
    """A head to paste: title from the first heading or else the file's name, date from the name if it has one.

    A post without a date in its name gets a line to fill in, which no build takes for a date.
    """
    file = PurePosixPath(path)
    name = file.parent.name if file.stem == "index" else file.stem
    dated = _DATED_NAME.fullmatch(name)
    words = (dated[2] if dated else name).replace("-", " ").replace("_", " ").strip()
    heading = _HEADING.search(text)
    title = heading[1] if heading else words[:1].upper() + words[1:]
    date = dated[1] if dated else "TT.MM.JJJJ" if path.startswith(_DATED_FOLDER) else ""
    lines = [ready_line("title", title)] + ([f"date: {date}"] if date else [])
    return "\n".join(["---", *lines, "---"])
