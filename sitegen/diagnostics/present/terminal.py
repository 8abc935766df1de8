"""Findings as a person reads them in a terminal or a log: place, sentence, source line with a mark, cure, and a count.

A sentence stands on the first line together with its place, so that searching a log for a code finds both. Nothing here
prints; colours are the caller's choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec

from sitegen.diagnostics.diagnostic import Diagnostic, Severity, Span
from sitegen.diagnostics.findings import Findings
from sitegen.diagnostics.present import LinesOf
from sitegen.diagnostics.present.excerpt import excerpt, safe
from sitegen.diagnostics.present.lines import wrapped

Paint = Callable[[str, str], str]
"""Called with a text and its part in the report (a `Severity` value, `place`, `frame` or `cure`); gives it coloured."""

SEVERITY_NAMES: Final = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.NOTE: "Hinweis"}
_PLURALS: Final = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnungen", Severity.NOTE: "Hinweise"}
_STYLES: Final[dict[str, tuple[str | None, bool]]] = {
    Severity.ERROR: ("red", True),
    Severity.WARNING: ("yellow", True),
    Severity.NOTE: ("cyan", True),
    "place": (None, True),
    "frame": ("bright_black", False),
    "cure": ("green", False),
}
_NO_BREAK_SPACE: Final = "\u00a0"
_INDENT: Final = "    "
_ARROW: Final = "→ "
_HANGING: Final = "      "
_NARROWEST: Final = 30
_ALIKE: Final = 20
"""So many warnings or notes of one kind are shown; a report of a thousand is read by nobody."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader's terminal can show."""

    width: int
    """Columns; sentences are wrapped there at blanks."""
    paint: Paint


def unpainted(text: str, part: str) -> str:  # noqa: ARG001 - every `Paint` is told the part
    """The `Paint` of a terminal without colours."""
    return text


def coloured(text: str, part: str) -> str:
    """The `Paint` of a terminal with colours."""
    import click

    colour, bold = _STYLES[part]
    return click.style(text, fg=colour, bold=bold)


def report(findings: Findings, lines_of: LinesOf, *, look: Look) -> str:
    """The findings as in `listing`, what of many alike is left out, and the count at the end; empty for no findings."""
    if not findings:
        return ""
    shown, left_out = _without_repeats(findings)
    parts = (listing(shown, lines_of, look=look), *_left_out_lines(left_out, look=look), count_line(findings))
    return "\n\n".join(parts)


def _without_repeats(findings: Findings) -> tuple[Findings, Counter[tuple[str, Severity]]]:
    """The first of those that are alike, and how often each kind is left out; an error is always shown."""
    met: Counter[tuple[str, Severity]] = Counter()
    shown = []
    for finding in findings:
        kind = (finding.code, finding.severity)
        met[kind] += 1
        if met[kind] <= _ALIKE or finding.severity is Severity.ERROR:
            shown.append(finding)
    left_out = {kind: met[kind] - _ALIKE for kind in met if met[kind] > _ALIKE and kind[1] is not Severity.ERROR}
    return Findings(tuple(shown)), Counter(left_out)


def _left_out_lines(left_out: Counter[tuple[str, Severity]], *, look: Look) -> Iterator[str]:
    for (code, severity), number in sorted(left_out.items()):
        times = f"noch {_counted(number, severity)} dieser Art"
        sentence = f"{times}; sie erscheinen, sobald die ersten {_ALIKE} behoben sind, oder mit --format json."
        painted = look.paint(code, severity)
        first, *rest = _wrapped(sentence, first=f"{code}  ", width=look.width)
        yield "\n".join([painted + first.removeprefix(code), *rest])


def listing(findings: Findings, lines_of: LinesOf, *, look: Look) -> str:
    """Every finding with its place, excerpt and cure; those of one file stand together, a blank line parts them."""
    return "\n\n".join("\n".join(_block(finding, lines_of, look=look)) for finding in findings)


def count_line(findings: Iterable[Diagnostic]) -> str:
    """`2 Fehler, 1 Warnung, 1 Hinweis`; severities that do not occur are left out, none at all is „keine Befunde“."""
    severities = [finding.severity for finding in findings]
    parts = [_counted(severities.count(severity), severity) for severity in Severity if severity in severities]
    return ", ".join(parts) or "keine Befunde"


def place(span: Span) -> str:
    """`content/blog/x.md:4:1`, as far as it is known; editors and terminals make links of it."""
    numbers = [str(number) for number in (span.line, span.column) if number]
    return ":".join([span.file, *numbers])


def _counted(n: int, severity: Severity) -> str:
    noun = SEVERITY_NAMES[severity] if n == 1 else _PLURALS[severity]
    return f"{n}{_NO_BREAK_SPACE}{noun}"


def _block(finding: Diagnostic, lines_of: LinesOf, *, look: Look) -> list[str]:
    return [
        *_head(finding, look=look),
        *_source(finding, lines_of, look=look),
        *_cure(finding, look=look),
        *_law(finding, look=look),
    ]


def _head(finding: Diagnostic, *, look: Look) -> list[str]:
    """Code, place and sentence; what does not fit on the first line is indented."""
    where = safe(place(finding.span))
    plain = " ".join(part for part in (finding.code, where) if part)
    painted = " ".join(
        part for part in (look.paint(finding.code, finding.severity), look.paint(where, "place")) if part
    )
    name = "" if finding.severity is Severity.ERROR else f"{SEVERITY_NAMES[finding.severity]}: "
    first, *rest = _wrapped(name + safe(finding.message), first=f"{plain}  ", width=look.width)
    return [painted + first.removeprefix(plain), *rest]


def _source(finding: Diagnostic, lines_of: LinesOf, *, look: Look) -> list[str]:
    """The source line behind its number and a bar, and the marks below it; nothing where there is no such line."""
    span = finding.span
    lines = lines_of(span.file) if span.file and span.line else None
    if lines is None or span.line > len(lines):
        return []
    gutter = f"{span.line:>6} │ "
    shown = excerpt(lines[span.line - 1], span.column, span.end_column, width=max(_NARROWEST, look.width) - len(gutter))
    if not shown.text.strip():
        return []
    bar = f"{'':>6} │ "
    marks = [look.paint(bar, "frame") + look.paint(shown.marks, finding.severity)] if shown.marks else []
    return [look.paint(gutter, "frame") + shown.text, *marks]


def _cure(finding: Diagnostic, *, look: Look) -> list[str]:
    """The cure behind an arrow; lines ready to paste below it stay as they are."""
    sentence, *to_paste = finding.cure.split("\n")
    if not sentence:
        return []
    lines = _wrapped(safe(sentence), first=f"{_INDENT}{_ARROW}", width=look.width)
    return [look.paint(line, "cure") for line in lines] + [f"{_HANGING}{safe(line)}" for line in to_paste]


def _law(finding: Diagnostic, *, look: Look) -> list[str]:
    """The rule of law that is broken, where one is."""
    if not finding.rule:
        return []
    lines = _wrapped(f"Regel {finding.rule}: {finding.statute}", first=_HANGING, width=look.width)
    return [look.paint(line, "frame") for line in lines]


def _wrapped(text: str, *, first: str, width: int) -> list[str]:
    """`text` behind `first`, wrapped at blanks; the lines after it are indented."""
    return wrapped(text, first=first, rest=_HANGING, width=max(width, _NARROWEST))
