"""The search page in a browser: what a visitor types, sees and hears, and that German is found however it is typed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage
from browser.served import Served
from browser.surroundings import IN_A_BROWSER
from sitegen.features.search.folding import fold

pytestmark = IN_A_BROWSER

SEARCH = "/suche/"


def typed(page: Page, words: str) -> list[str]:
    """Type and wait for the answer; the titles found."""
    page.get_by_label("Wonach suchen Sie?").fill(words)
    expect(page.get_by_role("status")).to_have_text(re.compile("Treffer"))
    page.wait_for_function("q => new URLSearchParams(location.search).get('q') === q", arg=words)
    return titles(page)


def results(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("listitem")


def titles(page: Page) -> list[str]:
    return results(page).get_by_role("heading", level=2).all_inner_texts()


def test_words_are_found_and_counted(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    found = typed(page, "Buchpresse")
    assert len(found) == 1
    expect(page.get_by_role("status")).to_have_text("Ein Treffer")
    assert page.locator("main mark").first.inner_text().startswith("Buchpresse")


@pytest.mark.parametrize(
    ("typed_so", "or_so"),
    [
        ("Büro", "buero"),
        ("Büro", "buro"),
        ("Verträge", "Vertraege"),
        ("Verträge", "Vertrag"),
        ("schließen", "schliessen"),
    ],
)
def test_umlauts_are_found_however_they_are_typed(typed_so: str, or_so: str, open_page: OpenPage) -> None:
    one = typed(open_page(SEARCH), typed_so)
    other = typed(open_page(SEARCH), or_so)
    assert one
    assert one == other


def test_an_address_holds_the_words_and_brings_them_back(open_page: OpenPage) -> None:
    page = open_page(f"{SEARCH}?q=postfach")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+\sTreffer"))
    assert page.get_by_label("Wonach suchen Sie?").input_value() == "postfach"
    assert any("Postfach" in title for title in titles(page))


def test_nothing_found_is_said(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    assert typed(page, "xyzzyqwert") == []
    expect(page.get_by_role("status")).to_contain_text("Kein Treffer")


def test_more_results_come_when_asked_for_and_take_the_focus_along(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    assert len(typed(page, "ich")) == 10
    page.get_by_role("button", name="Weitere Treffer zeigen").press("Enter")
    expect(results(page).nth(10)).to_be_visible()
    expect(results(page).nth(10).get_by_role("link")).to_be_focused()


def test_enter_answers_at_once_and_results_are_reached_by_tab(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    field = page.get_by_label("Wonach suchen Sie?")
    field.focus()
    page.keyboard.type("Karton")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile("Treffer"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(results(page).first.get_by_role("link")).to_be_focused()


def test_every_result_leads_to_a_page_that_is_there(open_page: OpenPage, site: Served) -> None:
    page = open_page(SEARCH)
    typed(page, "Büro")
    paths = results(page).get_by_role("link").evaluate_all("all => all.map(one => one.pathname)")
    assert paths
    assert all((site.out / path.strip("/") / "index.html").is_file() for path in paths)


def test_without_javascript_the_page_leads_to_the_archive(open_page: OpenPage) -> None:
    page = open_page(SEARCH, javascript=False)
    page.get_by_role("main").get_by_role("link", name="Archiv").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Archiv")


def test_nothing_typed_becomes_html(open_page: OpenPage) -> None:
    page = open_page(f"{SEARCH}?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.get_by_role("status")).to_have_text(re.compile("Treffer"))
    assert page.locator("main img").count() == 0


def test_the_script_folds_as_the_index_does(open_page: OpenPage) -> None:
    words = "Büro BUERO Bäuerin Baeuerin Straße STRASSE neue Quelle Steuer Übergröße A\u0308rger Zeit\u00adplan"
    page = open_page(SEARCH)
    source = page.locator("script[type=module]").get_attribute("src")
    folded = page.evaluate("([source, words]) => import(source).then(script => script.fold(words))", [source, words])
    assert folded == fold(words)


def test_the_index_is_loaded_only_when_somebody_searches(open_page: OpenPage) -> None:
    page = open_page(SEARCH)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not [url for url in asked if "pagefind" in url]
