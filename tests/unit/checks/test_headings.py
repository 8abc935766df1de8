"""Levels that are left out: of headings in Markdown it has been told where they were rendered."""

from __future__ import annotations

import pytest

from made import codes_of
from sitegen.checks.facts import facts_of
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.headings import check_headings
from sitegen.diagnostics import Diagnostic, Span

HERE = "content/seite.md"
HTML = "<html><main><h1>Start</h1><h4>Fristen und mehr</h4></main>"


def found_with(text: str, *told: Diagnostic) -> list[Diagnostic]:
    page = FinishedPage(url="/seite/", source=HERE, layout="layouts/page.html", facts=facts_of(HTML))
    site = FinishedSite(
        pages=(page,),
        answered=frozenset({"/seite/"}),
        base="",
        origin="https://www.example.org",
        texts={HERE: text},
        told=lambda source: told if source == HERE else (),
    )
    return [*check_headings(site)]


@pytest.mark.parametrize("text", ["#### Fristen", "Text.\n\n> ####\tFristen, die gelten\n", " ## Fristen ##"])
def test_one_that_was_typed_in_markdown(text: str) -> None:
    assert found_with(text) == []


@pytest.mark.parametrize("text", ["", "<h4>Fristen und mehr</h4>", "# Anders\n\n#Fristen", "Fristen # Fristen"])
def test_one_that_was_not(text: str) -> None:
    assert codes_of(found_with(text)) == ["SG632"]


def test_one_of_which_it_was_told_when_the_text_was_rendered() -> None:
    told = Diagnostic(code="SG232", span=Span(file=HERE), facts={"text": "Fristen und mehr", "level": 4, "above": 1})
    assert found_with("", told) == []


@pytest.mark.parametrize(("code", "words"), [("SG232", "Fristen"), ("SG634", "Fristen und mehr")])
def test_something_else_that_was_told(code: str, words: str) -> None:
    told = Diagnostic(code=code, span=Span(file=HERE), facts={"text": words, "level": 4, "above": 1})
    assert codes_of(found_with("", told)) == ["SG632"]
