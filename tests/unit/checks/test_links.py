"""Dead links and anchors on finished pages, with the place where they were typed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from made import codes_of
from sitegen.checks.facts import facts_of
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.links import check_anchors, check_links
from sitegen.checks.places import find_in_text
from sitegen.diagnostics import Diagnostic, Span

NOTHING: Mapping[str, str] = {}
HERE = "content/seite.md"
PAGE = "layouts/page.html"
KONTAKT = FinishedPage(url="/kontakt/", source="content/kontakt.md", layout=PAGE, facts=facts_of("<h2 id=weg>"))


def found_on(
    html: str, *, texts: Mapping[str, str] = NOTHING, layouts: Mapping[str, str] = NOTHING, base: str = ""
) -> list[Diagnostic]:
    page = FinishedPage(url=f"{base}/seite/", source=HERE, layout="layouts/page.html", facts=facts_of(html))
    site = FinishedSite(
        pages=(page, KONTAKT),
        answered=frozenset({f"{base}/seite/", f"{base}/kontakt/", f"{base}/büro.pdf", f"{base}/seite/bild.png"}),
        base=base,
        origin="https://www.example.org",
        texts=texts,
        layouts=layouts,
    )
    return [*check_links(site), *check_anchors(site)]


@pytest.mark.parametrize(
    "address",
    [
        "/kontakt/",
        "/kontakt/?von=hier",
        "/kontakt/#weg",
        "../kontakt/",
        "bild.png",
        "/b%C3%BCro.pdf",
        "/büro.pdf",
        "#top",
        "",
        "https://www.example.com/nirgends/",
    ],
)
def test_a_link_that_leads_somewhere(address: str) -> None:
    assert found_on(f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    ("address", "cure"),
    [
        ("/kontakt", "Es fehlt der Schrägstrich am Ende: /kontakt/"),
        ("/kontkat/", "Meinten Sie /kontakt/?"),
        ("/ganz/woanders/", "Prüfen Sie die Schreibweise von „woanders“, oder nehmen Sie den Verweis heraus."),
    ],
)
def test_a_dead_link_and_its_cure(address: str, cure: str) -> None:
    (found,) = found_on(f'<a href="{address}">x</a>')
    assert (found.code, found.facts["target"], found.facts["cure"]) == ("SG310", address, cure)


@pytest.mark.parametrize("address", ["/100%25.pdf", "/neu#1.pdf", "/was?.pdf"])
def test_signs_in_the_name_of_a_file_must_be_encoded(address: str) -> None:
    page = FinishedPage(url="/", source=HERE, layout=PAGE, facts=facts_of(f'<a href="{address}">x</a>'))
    site = FinishedSite(pages=(page,), answered=frozenset({"/", address}), base="", origin="", texts=NOTHING)
    assert [found.code for found in check_links(site)] == ["SG310"]


def test_an_anchor_that_is_not_there_and_the_one_that_may_be_meant() -> None:
    (found,) = found_on('<a href="/kontakt/#wege">x</a>')
    assert (found.code, found.facts["page"], found.facts["anchor"]) == ("SG311", "/kontakt/", "wege")
    assert "#weg" in str(found.facts["cure"])


def test_an_anchor_unlike_any_other() -> None:
    (found,) = found_on('<a href="#ganz-anders">x</a>')
    assert (found.code, "#" in str(found.facts["cure"])) == ("SG311", True)


def test_an_anchor_in_a_file_that_is_no_page_is_not_judged() -> None:
    assert found_on('<a href="/büro.pdf#page=2">x</a>') == []


def test_the_place_is_where_the_address_was_typed() -> None:
    (found,) = found_on('<a href="/weg/">x</a>', texts={HERE: "---\ntitle: T\n---\nEin [Weg](/weg/) dorthin.\n"})
    assert found.span == Span(file=HERE, line=4, column=11, end_column=16)


def test_below_a_base_path_the_address_was_typed_without_it() -> None:
    (found,) = found_on('<a href="/va/weg/">x</a>', texts={HERE: "[Weg](/weg/)"}, base="/va")
    assert (found.span.line, found.span.column) == (1, 7)


def test_an_address_of_the_settings_and_one_of_the_layout() -> None:
    (typed,) = found_on('<a href="/weg/">x</a>', texts={"site.yaml": "title: T\nfooter:\n  - {page: /weg/}\n"})
    assert (typed.span.file, typed.span.line) == ("site.yaml", 3)
    (own,) = found_on('<a href="/weg/">x</a>', layouts={"layouts/base.html": '<p>\n<a href="/weg/">'})
    assert (own.span.file, own.span.line) == ("layouts/base.html", 2)
    (hidden,) = found_on('<a href="/weg/">x</a>', layouts={PAGE: "{{ site.url('/we' ~ 'g/') }}"})
    assert hidden.span == Span(file=PAGE)
    (of_the_theme,) = found_on('<a href="/weg/">x</a>')
    assert of_the_theme.span == Span(file="theme/page.html")


def test_a_name_that_occurs_twice_on_a_page_is_told_once() -> None:
    findings = found_on('<p id="x"></p><p id="x"></p><p id="x"></p>', texts={HERE: 'Text <p id="x">'})
    assert codes_of(findings) == ["SG312"]
    assert findings[0].span.line == 1


def test_columns_are_counted_in_characters() -> None:
    assert find_in_text("ä\nöü /weg/", "/weg/", "f") == Span(file="f", line=2, column=4, end_column=9)
    assert find_in_text("nichts", "/weg/", "f") is None
