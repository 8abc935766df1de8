"""What an owner reads about her findings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sitegen.diagnostics import Diagnostic, Findings, Severity, Span
from sitegen.diagnostics.present.terminal import Look, coloured, count_line, place, report, unpainted

FILES = {"content/blog/a.md": ["---", "titel: Rechnungen", "---"], "site.yaml": ["title: x"]}
WIDE = Look(width=200, paint=unpainted)
NARROW = Look(width=60, paint=unpainted)


def lines_of(file: str) -> Sequence[str] | None:
    return FILES.get(file)


def missing(file: str, *, line: int = 0, column: int = 0, end_column: int = 0) -> Diagnostic:
    """A finding whose sentence and cure are one line each."""
    span = Span(file=file, line=line, column=column, end_column=end_column)
    return Diagnostic(code="SG003", span=span, facts={"path": "x.md"})


def test_place_sentence_source_mark_and_cure() -> None:
    findings = Findings.of([missing("content/blog/a.md", line=2, column=1, end_column=6)])
    assert report(findings, lines_of, look=WIDE).split("\n") == [
        "SG003 content/blog/a.md:2:1  Die Datei „x.md“ gibt es schon.",
        "     2 │ titel: Rechnungen",
        "       │ ^^^^^",
        (
            "    → Wählen Sie einen anderen Titel oder Namen, oder bearbeiten Sie die vorhandene Datei. "
            "Es wurde nichts verändert."
        ),
        "",
        "1\u00a0Fehler",
    ]


def test_long_sentences_are_wrapped_and_indented() -> None:
    lines = report(Findings.of([missing("a.md")]), lines_of, look=NARROW).split("\n")
    assert lines[1] == "    → Wählen Sie einen anderen Titel oder Namen, oder"
    assert lines[2] == "      bearbeiten Sie die vorhandene Datei. Es wurde nichts"
    assert lines[3] == "      verändert."


def test_a_line_ready_to_paste_is_never_wrapped() -> None:
    finding = Diagnostic(code="SG001", span=Span(file=""), facts={"folder": "/tmp/x"})
    lines = report(Findings.of([finding]), lines_of, look=NARROW).split("\n")
    assert lines[0].startswith("SG001  Hier liegt keine Website")
    assert "      sitegen new mein-buero" in lines


@pytest.mark.parametrize(("file", "line"), [("gone.md", 1), ("site.yaml", 9), ("site.yaml", 0)])
def test_no_excerpt_where_there_is_no_such_line(file: str, line: int) -> None:
    assert "│" not in report(Findings.of([missing(file, line=line)]), lines_of, look=WIDE)


def test_findings_of_one_file_stand_together_in_order() -> None:
    findings = Findings.of([missing("b.md", line=2), missing("a.md"), missing("b.md", line=1)])
    heads = [line.split()[1] for line in report(findings, lines_of, look=WIDE).split("\n") if line.startswith("SG")]
    assert heads == ["a.md", "b.md:1", "b.md:2"]


def test_nothing_to_say_without_findings() -> None:
    assert report(Findings(), lines_of, look=WIDE) == ""


def test_colours_only_when_painted() -> None:
    findings = Findings.of([missing("site.yaml", line=1, column=1)])
    plain = report(findings, lines_of, look=WIDE)
    painted = report(findings, lines_of, look=Look(width=200, paint=coloured))
    assert "\x1b" not in plain
    assert painted.startswith("\x1b[31m\x1b[1mSG003\x1b[0m ")


def test_facts_cannot_smuggle_terminal_codes() -> None:
    finding = Diagnostic(code="SG003", span=Span(file="a\x1b.md"), facts={"path": "\x1b[2J"})
    assert "\x1b" not in report(Findings.of([finding]), lines_of, look=WIDE)


def test_places_are_as_exact_as_known() -> None:
    assert place(Span(file="a.md")) == "a.md"
    assert place(Span(file="a.md", line=3)) == "a.md:3"
    assert place(Span(file="a.md", line=3, column=7)) == "a.md:3:7"


class _OfSeverity(Diagnostic, frozen=True):
    """A finding whose severity the test chooses."""

    chosen: Severity

    @property
    def severity(self) -> Severity:
        return self.chosen


def _some(errors: int, warnings: int, notes: int) -> list[Diagnostic]:
    counts = {Severity.ERROR: errors, Severity.WARNING: warnings, Severity.NOTE: notes}
    return [
        _OfSeverity(code="SG003", span=Span(file=""), chosen=severity)
        for severity, n in counts.items()
        for _ in range(n)
    ]


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ((2, 1, 1), "2 Fehler, 1 Warnung, 1 Hinweis"),
        ((1, 2, 3), "1 Fehler, 2 Warnungen, 3 Hinweise"),
        ((0, 1, 0), "1 Warnung"),
        ((0, 0, 0), "keine Befunde"),
    ],
)
def test_counts_have_the_right_plurals(counts: tuple[int, int, int], line: str) -> None:
    assert count_line(_some(*counts)).replace("\u00a0", " ") == line


@pytest.mark.parametrize(("severity", "name"), [(Severity.WARNING, "Warnung"), (Severity.NOTE, "Hinweis")])
def test_warnings_and_notes_are_named_before_their_sentence(severity: Severity, name: str) -> None:
    finding = _OfSeverity(code="SG003", span=Span(file="a.md"), facts={"path": "x"}, chosen=severity)
    assert report(Findings.of([finding]), lines_of, look=WIDE).startswith(f"SG003 a.md  {name}: Die Datei „x“")
