"""What the last lines of a build say."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from sitegen.build.result import BuildResult, FileChanges
from sitegen.cli.build_report import changes_line, good_end, stopped_end, withheld_lines
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.model.visibility import Withheld
from sitegen.text.moments import parse_moment


def withheld(reason: Literal["draft", "scheduled", "expired"], at: str = "", *, name: str = "a") -> Withheld:
    """An entry called like its file."""
    moment = parse_moment(at) if at else None
    return Withheld(source=f"content/blog/{name}.md", title=name.upper(), reason=reason, at=moment)


def plain(text: str) -> str:
    """Without no-break spaces, which hide in comparisons."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            FileChanges(created=("a",) * 12, changed=("b",) * 3, removed=("c",), unchanged=240),
            "12 Dateien neu, 3 geändert, 1 entfernt, 240 unverändert – in 0,8 s.",
        ),
        (FileChanges(changed=("b",), unchanged=2), "1 Datei geändert, 2 unverändert – in 0,8 s."),
        (FileChanges(unchanged=1), "1 Datei unverändert – in 0,8 s."),
        (FileChanges(), "0 Dateien unverändert – in 0,8 s."),
    ],
)
def test_what_changed(changes: FileChanges, line: str) -> None:
    assert plain(changes_line(changes, seconds=0.84)) == line


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (withheld("draft"), "1 Entwurf nicht veröffentlicht: „A“ (content/blog/a.md)"),
        (
            withheld("scheduled", "2026-12-15"),
            "1 Beitrag erscheint am 15. Dezember 2026 um 06:00 Uhr: „A“ (content/blog/a.md)",
        ),
        (
            withheld("scheduled", "2026-07-01T10:30Z"),
            "1 Beitrag erscheint am 1. Juli 2026 um 12:30 Uhr: „A“ (content/blog/a.md)",
        ),
        (withheld("expired", "2026-03-03"), "1 Beitrag ist seit dem 3. März 2026 abgelaufen: „A“ (content/blog/a.md)"),
    ],
)
def test_one_text_held_back_stands_on_one_line_with_its_reason(entry: Withheld, line: str) -> None:
    assert [plain(text) for text in withheld_lines([entry])] == [line]


def test_a_text_whose_time_is_not_known_is_told_all_the_same() -> None:
    lines = withheld_lines([withheld("scheduled"), withheld("expired")])
    assert [plain(line) for line in lines] == [
        "1 Beitrag erscheint später: „A“ (content/blog/a.md)",
        "1 Beitrag ist inzwischen abgelaufen: „A“ (content/blog/a.md)",
    ]


def test_several_are_listed_below_their_reason() -> None:
    entries = [
        withheld("scheduled", "2026-12-15", name="b"),
        withheld("draft"),
        withheld("scheduled", "2027-01-02T09:00", name="c"),
    ]
    assert [plain(text) for text in withheld_lines(entries)] == [
        "1 Entwurf nicht veröffentlicht: „A“ (content/blog/a.md)",
        "2 Beiträge erscheinen später:",
        "  am 15. Dezember 2026 um 06:00 Uhr: „B“ (content/blog/b.md)",
        "  am 2. Januar 2027 um 09:00 Uhr: „C“ (content/blog/c.md)",
    ]


def test_quotes_within_a_title_are_inner_quotes() -> None:
    entry = Withheld(source="content/a.md", title="Was heißt „bald“?", reason="draft")
    assert withheld_lines([entry])[0].endswith(": „Was heißt ‚bald‘?“ (content/a.md)")


def test_a_long_list_is_cut_and_its_rest_counted() -> None:
    lines = withheld_lines([withheld("draft", name=str(number)) for number in range(8)])
    assert plain(lines[0]) == "8 Entwürfe nicht veröffentlicht:"
    assert len(lines) == 7
    assert lines[-1] == "  … und 3 weitere"


def test_nothing_held_back_is_not_mentioned() -> None:
    assert withheld_lines([]) == []


def ended(*findings: Diagnostic, written: bool) -> BuildResult:
    """A build with these findings."""
    return BuildResult(out=Path("/x/public"), findings=Findings.of(findings), written=written)


ERROR = Diagnostic(code="SG003", span=Span(file=""), facts={"path": "x"})


def test_a_good_end_says_what_to_open_last() -> None:
    lines = good_end(ended(written=True), seconds=0.1, start_page="public/index.html").split("\n")
    assert lines[-1] == "Zum Ansehen öffnen: public/index.html"


def test_a_stopped_build_left_the_last_good_site() -> None:
    text = stopped_end(ended(ERROR, written=False), out="public", strict=True, has_good_site=True)
    assert text == "Nichts wurde verändert: public ist auf dem letzten guten Stand."


def test_a_first_build_that_stopped_wrote_nothing() -> None:
    text = stopped_end(ended(ERROR, written=False), out="public", strict=False, has_good_site=False)
    assert text == "Es wurde noch nichts geschrieben."


def test_a_build_stopped_by_warnings_alone_says_why() -> None:
    text = stopped_end(ended(written=False), out="public", strict=True, has_good_site=False)
    assert text.startswith("Mit --strict halten auch Warnungen den Bau an.\n")
