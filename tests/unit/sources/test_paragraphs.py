from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.sources.paragraphs import pasted_finding, pasted_paragraphs

ARTICLES = Path(__file__).parents[4] / "shared" / "articles"
LONG = "Wer Aufgaben abgibt, gewinnt Zeit für das, was nur er selbst tun kann. " * 2 + "Das lohnt sich bald."
MORE = "Am Anfang steht eine Liste mit allem, was jede Woche wiederkehrt und niemanden braucht, der schon lange da ist."

WRAPPED = """\
Dieser Absatz ist von Hand umbrochen, wie es viele in ihrem Editor tun, und
seine Zeilen enden mitten im Satz. Ein Satz hört manchmal auch am Ende auf.
Das macht nichts, denn keine Zeile ist länger, als jemand sie umbrechen würde."""
INSERTED = "in die später noch etwas eingefügt wurde, und zwar so viel, dass sie jetzt breiter ist als alle anderen"
WRAPPED_WITH_ONE_LONG_LINE = f"""\
Dieser Absatz ist von Hand umbrochen und hat eine zu lang geratene Zeile,
{INSERTED}, {INSERTED}
und dann geht der Satz einfach weiter."""


def separated(body: str) -> str:
    """`body` with a blank line before each line that wants one."""
    starts = set(pasted_paragraphs(body))
    lines = body.split("\n")
    return "\n".join(f"\n{line}" if number in starts else line for number, line in enumerate(lines, 1))


def test_paragraphs_on_consecutive_lines_are_found() -> None:
    assert pasted_paragraphs(f"{LONG}\n{MORE}\nErste Schritte\n{LONG}") == (2, 3, 4)
    assert pasted_paragraphs(f"Erste Schritte\n{LONG}") == (2,)
    assert pasted_paragraphs(f"\n{LONG}\nSehr geehrte Frau A,\nvielen Dank für Ihre Nachricht.\n\nEnde") == (3, 4)


def test_a_list_stays_one_list_and_gets_its_end() -> None:
    body = f"{LONG}\nDie Vorteile:\n- einer\n- zwei\n{LONG}"
    assert separated(body) == f"{LONG}\n\nDie Vorteile:\n\n- einer\n- zwei\n\n{LONG}"
    bullets = f"Die Vorteile:\n  • einer\n•\tzwei\n{LONG}"
    assert separated(bullets) == f"Die Vorteile:\n\n  • einer\n•\tzwei\n\n{LONG}"


@pytest.mark.parametrize(
    "body",
    [
        f"{LONG}\n\n{MORE}\n\nErste Schritte\n\n{LONG}",
        WRAPPED,
        WRAPPED_WITH_ONE_LONG_LINE,
        "Muster Büroservice\nHauptstraße 5\n01067 Dresden",
        "Rosen blühn im Garten,\nVögel singen schon.\nWorauf wolln wir warten?\nDas ist unser Lohn.",
        f"{LONG}  \n{MORE}\\\n{LONG}",
        f"```\n{LONG}\n{MORE}\n```",
        f"~~~~\n{LONG}\n~~~\n{MORE}\n~~~~",
        f"::: quote-mail\n{LONG}\n{MORE}\n:::",
        f"> {LONG}\n> {MORE}",
        f"<div>\n{LONG}\n{MORE}\n</div>",
        f"| a | b |\n|---|---|\n| {LONG} | c |\n| {MORE} | d |",
        f"- {LONG}\n- {MORE}\n- {LONG}",
        f"# Überschrift\n{LONG}",
        f"{LONG}\n---\n{MORE}",
        f"    {LONG}\n    {MORE}",
        f"[^1]: {LONG}\n[^2]: {MORE}",
        f"Begriff\n: {LONG}\n: {MORE}",
        "Ein kurzer Satz mit [Link](https://example.org/" + "a" * 120 + ") darin.\nUnd noch einer.",
        "",
    ],
)
def test_what_means_its_line_ends_is_left_alone(body: str) -> None:
    assert pasted_paragraphs(body) == ()
    assert separated(body) == body


def test_the_finding_names_the_first_line_and_how_many() -> None:
    (finding,) = pasted_finding(f"Hallo.\n\n{LONG}\n{MORE}\n{LONG}", file="content/blog/a.md", body_line=5)
    assert (finding.code, finding.span.line, finding.facts["count"]) == ("SG190", 8, 2)
    assert "sitegen fix content/blog/a.md" in finding.cure
    assert pasted_finding("Hallo.", file="a.md", body_line=5) == ()


def article(number: int) -> str:
    path = ARTICLES / f"article-{number}.txt"
    if not path.exists():
        pytest.skip("the articles are not here")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_real_articles_with_blank_lines_are_left_alone(number: int) -> None:
    assert pasted_paragraphs(article(number)) == ()


def test_a_real_article_without_blank_lines_has_as_many_paragraphs_as_lines() -> None:
    lines = [line for line in article(5).split("\n") if line.strip()]
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", separated(article(5)).strip())]
    assert [line for block in blocks for line in block] == lines
    lists = [block for block in blocks if len(block) > 1]
    assert lists == [[line for line in lines if line.startswith("- ")]]
