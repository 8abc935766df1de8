"""One fault of an author: which kind, where, and the facts its German sentence is filled with.

The sentence itself is looked up when asked for, so a cached diagnostic follows a reworded catalogue. This module
never prints and never reads a file.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sitegen.diagnostics.catalogue import ENTRIES, Entry, Severity

__all__ = ["Diagnostic", "Severity", "Span"]


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place in a source file. `file` is relative to the site folder, with forward slashes."""

    file: str
    line: int = 0
    """1-based; 0 means the file as a whole."""
    column: int = 0
    """1-based; 0 means the line as a whole."""
    end_column: int = 0
    """1-based, exclusive; 0 means not known."""

    def moved(self, file: str, lines: int) -> Span:
        """The same place in `file`, `lines` further down: how a place inside a body becomes one in its file."""
        return Span(file=file, line=self.line + lines, column=self.column, end_column=self.end_column)


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True):
    """A finding. `facts` fill the braces of the catalogue's sentences; every code exists in the catalogue."""

    code: str
    span: Span
    facts: Mapping[str, str | int] = {}
    rule: str = ""
    """The legal rule that is broken, „IMP-003“; empty where the law has no say."""
    statute: str = ""
    """What that rule rests on in the country of the site: „§ 5 Abs. 1 Nr. 1 DDG“."""
    judged: Severity | None = None
    """How grave it is in this very case, where that is not what the catalogue says."""
    advice: str = ""
    """What to do in this very case, filled like the catalogue's cure, where that one does not fit."""

    @property
    def entry(self) -> Entry:
        """The catalogue's entry for this code; a missing one is our fault and raises KeyError."""
        return ENTRIES[self.code]

    @property
    def severity(self) -> Severity:
        """How grave it is before any `--strict`."""
        return self.judged or self.entry.severity

    @property
    def message(self) -> str:
        """What is wrong, in one German sentence."""
        return self.entry.message.format_map(self.facts)

    @property
    def cure(self) -> str:
        """What to do about it, in German; may hold a line ready to paste."""
        return (self.advice or self.entry.cure).format_map(self.facts)

    def in_file(self, file: str, lines: int) -> Diagnostic:
        """This diagnostic moved from a body to its file, where the body begins after `lines` lines."""
        return msgspec.structs.replace(self, span=self.span.moved(file, lines))
