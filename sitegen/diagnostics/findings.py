"""All findings of one build together: sorted, without repeats, and what they mean for its end.

Never decides what a finding says or how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from sitegen.diagnostics.diagnostic import Diagnostic, Severity


class Findings(msgspec.Struct, frozen=True):
    """An immutable collection in the order a reader wants: by file, line, column, code."""

    items: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Findings:
        """Sort and drop repeats (two pages may meet the same fault of one source line)."""
        places: dict[tuple[str, int, int, int, str], list[Diagnostic]] = {}
        for d in diagnostics:
            span = d.span
            places.setdefault((span.file, span.line, span.column, span.end_column, d.code), []).append(d)
        return cls(tuple(chain.from_iterable(_told_once(places[place]) for place in sorted(places))))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __add__(self, other: Iterable[Diagnostic]) -> Findings:
        more = tuple(other)
        return Findings.of((*self.items, *more)) if more else self

    def of_severity(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """Those of one severity, in order."""
        return tuple(d for d in self.items if d.severity is severity)

    def stops(self, *, strict: bool) -> bool:
        """Whether a build must end here: errors always, warnings when strict, notes never."""
        fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(d.severity in fatal for d in self.items)


def _told_once(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """What is to be said of one place, mostly one thing."""
    if len(found) == 1:
        return found
    by_facts = {_in_order(d.facts): d for d in found}
    return [by_facts[facts] for facts in sorted(by_facts, key=str)]


def _in_order(facts: Mapping[str, str | int]) -> tuple[tuple[str, str | int], ...]:
    """The facts whatever their order: most findings have one, or none."""
    return tuple(sorted(facts.items(), key=str)) if len(facts) > 1 else tuple(facts.items())
