"""Reads a folder of finished pages as hostile input: any bytes, any names, any depth. Follows no link, runs nothing.

What cannot be read is said and left out; the rest is judged all the same.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.folder.redirects import NAMES
from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.amounts import format_size

PAGES: Final = frozenset({".html", ".htm", ".xhtml"})
READ: Final = PAGES | {".css", ".js", ".mjs", ".svg", ".xml", ".atom", ".rss", ".json"}
LARGEST: Final = 5_000_000
"""Bytes. No page of prose is larger; what is would only cost time."""
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_SNIFFED: Final = 1024
"""Bytes in which the HTML Standard looks for the encoding."""
_HIDDEN: Final = frozenset({".git", ".hg", ".svn", "node_modules"})


class FolderFiles(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds."""

    sizes: Mapping[str, int]
    """Every file, path with forward slashes → bytes, in a fixed order."""
    texts: Mapping[str, str]
    """Those that can be read and that a check looks at."""
    findings: tuple[Diagnostic, ...]


def folder_files(root: Path) -> FolderFiles:
    """Read the folder."""
    sizes: dict[str, int] = {}
    texts: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for path in sorted(_walk(root)):
        name = path.relative_to(root).as_posix()
        shown = name.encode("utf-8", "replace").decode()
        try:
            status = path.lstat()
            if not stat.S_ISREG(status.st_mode):
                continue
            sizes[shown] = status.st_size
            if path.suffix.lower() not in READ and name not in NAMES:
                continue
            if status.st_size > LARGEST:
                facts = {"file": shown, "reason": f"mit {format_size(status.st_size)} zu groß"}
                findings.append(Diagnostic(code="SG987", span=Span(file=shown), facts=facts))
                continue
            texts[shown] = text_of(path.read_bytes())
        except OSError as error:
            facts = {"file": shown, "reason": f"nicht lesbar ({error.strerror or type(error).__name__})"}
            findings.append(Diagnostic(code="SG987", span=Span(file=shown), facts=facts))
    return FolderFiles(sizes=sizes, texts=texts, findings=tuple(findings))


def text_of(raw: bytes) -> str:
    """The text of a file: by its byte order mark, by what it says of itself, else UTF-8 or what is left of the West."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _lines(raw[len(mark) :].decode(name, "replace"))
    said = _CHARSET.search(raw[:_SNIFFED])
    for name in ((said[1].decode("ascii", "replace"),) if said else ()) + ("utf-8",):
        try:
            return _lines(raw.decode(name))
        except (LookupError, UnicodeError, ValueError):
            continue
    return _lines(raw.decode("windows-1252", "replace"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _walk(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root, followlinks=False):
        names[:] = sorted(name for name in names if name not in _HIDDEN)
        yield from (Path(folder, name) for name in files)
