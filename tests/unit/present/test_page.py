"""Findings as a page: all that is to be known, escaped, and nothing loaded from anywhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.diagnostics.present.page import (
    STYLE_DIGEST,
    apology_page,
    findings_page,
    missing_page,
    no_forms_page,
    refusal_page,
    waiting_page,
)

FILE = "content/blog/<b>.md"
LINES = ("---", "title: Rechnungen", "---", "", "Siehe [dort](nirgends.md) <script>alert(1)</script>.", "Danach.")
DEAD = Diagnostic(
    code="SG301",
    span=Span(file=FILE, line=5, column=14, end_column=25),
    facts={"target": "<img src=x>", "suggestion": "", "cure": "Legen Sie sie an."},
)
NOTE = Diagnostic(code="SG613", span=Span(file="public"), facts={"folder": "public"})


def lines_of(file: str) -> Sequence[str] | None:
    return LINES if file == FILE else None


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The one node that there is."""
    (node,) = tree.css(selector)
    return node


def page(*findings: Diagnostic, last_good: str = "") -> str:
    return findings_page(Findings.of(findings), lines_of, last_good=last_good)


def test_a_finding_has_code_place_sentence_excerpt_mark_and_cure() -> None:
    tree = LexborHTMLParser(page(DEAD))
    (section,) = tree.css("section.error")
    assert one(section, ".kind").text() == "Fehler SG301"
    assert one(section, "code").text() == f"{FILE}:5:14"
    assert one(section, "h2").text() == DEAD.message
    assert one(section, ".meant").text() == LINES[4]
    assert one(section, ".caret").text().lstrip(" ") == "^" * 11
    shown = one(section, "pre").text().split("\n")
    assert shown[1].index("nirgends.md") == shown[2].index("^")
    assert [line.split("│")[0].strip() for line in shown] == ["4", "5", "", "6"]


def test_nothing_of_an_author_becomes_markup() -> None:
    text = page(DEAD)
    assert "<script" not in text
    assert "<img" not in text
    assert "<b>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\u2028"])
def test_nothing_turns_the_page_around(character: str) -> None:
    finding = Diagnostic(code="SG301", span=DEAD.span, facts={**DEAD.facts, "target": f"a{character}b"})
    assert character not in page(finding)


def test_errors_stand_before_what_stops_nothing() -> None:
    kinds = [node.text() for node in LexborHTMLParser(page(NOTE, DEAD)).css(".kind")]
    assert kinds == ["Fehler SG301", "Hinweis SG613"]


def test_the_last_good_state_is_offered_where_there_is_one() -> None:
    button = one(LexborHTMLParser(page(DEAD, last_good="?x&y")), "a.button")
    assert (button.text(), button.attributes["href"]) == ("Letzten guten Stand ansehen", "?x&y")
    assert LexborHTMLParser(page(DEAD)).css("a.button") == []


@pytest.mark.parametrize(
    "text",
    [page(DEAD), apology_page(last_good="?x"), waiting_page(), missing_page(), refusal_page(), no_forms_page()],
    ids=["findings", "apology", "waiting", "missing", "refusal", "forms"],
)
def test_every_page_is_german_and_asks_for_nothing(text: str) -> None:
    tree = LexborHTMLParser(text)
    assert one(tree, "html").attributes["lang"] == "de"
    assert len(tree.css("h1")) == 1
    assert one(tree, "title").text() == one(tree, "h1").text()
    style = one(tree, "style").text()
    tags = "".join(re.findall(r"<[^>]*>", text))
    assert not re.search(r"https?:|//|\bsrc=|\bstyle=|\bon\w+=", tags)
    assert not re.search(r"url\(|@import|//", style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" == STYLE_DIGEST
    assert "prefers-color-scheme: dark" in style
