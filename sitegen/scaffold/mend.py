"""Blank lines between paragraphs that were pasted from Word: the repair that `sitegen fix` makes.

Adds line ends and nothing else: every other byte, the head and the kind of line end stay. Which lines want one is
decided in `sources.paragraphs`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.output.moving import patiently
from sitegen.sources.document import read_document
from sitegen.sources.encoding import decoded
from sitegen.sources.paragraphs import pasted_paragraphs

_NO_HEAD: Final = "SG121"
"""A text without a head is all body; that is for the build to say."""
_UNCLEAR_HEAD: Final = "SG122"
"""Nobody can say for sure where the body begins."""


class Mended(msgspec.Struct, frozen=True, kw_only=True):
    """A file with blank lines added."""

    content: bytes
    inserted: int


def mended(raw: bytes, *, file: str) -> Mended | tuple[Diagnostic, ...]:
    """`raw` with a blank line before each pasted paragraph; findings if it is no text or its head does not end.

    `file` is its path for findings.
    """
    document, findings = read_document(file, raw)
    if document is not None and _UNCLEAR_HEAD not in {finding.code for finding in findings}:
        return _separated(raw, document.body, body_line=document.body_line)
    text = decoded(file, raw).text
    if text is not None and {finding.code for finding in findings} >= {_NO_HEAD}:
        return _separated(raw, text, body_line=1)
    return findings


def mend_file(path: Path, *, file: str) -> Mended | tuple[Diagnostic, ...]:
    """Mend the file at `path` in one step, or leave it as it is; `file` is its path for findings.

    Raises OSError where the disk refuses.
    """
    result = mended(path.read_bytes(), file=file)
    if isinstance(result, Mended) and result.inserted:
        replace_file(path.resolve(), result.content)
    return result


def _separated(raw: bytes, body: str, *, body_line: int) -> Mended:
    lines = raw.splitlines(keepends=True)
    starts = [body_line - 1 + number - 1 for number in pasted_paragraphs(body)]
    for index in reversed(starts):
        lines.insert(index, _line_end(lines[index - 1]))
    return Mended(content=b"".join(lines), inserted=len(starts))


def _line_end(line: bytes) -> bytes:
    return line[len(line.rstrip(b"\r\n")) :]


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the file and move into its place, so that it is whole at every moment."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        fresh.write_bytes(content)
        shutil.copymode(path, fresh)
        patiently(lambda: fresh.replace(path))
    finally:
        fresh.unlink(missing_ok=True)
