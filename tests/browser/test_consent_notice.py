"""How visitors are asked: by keyboard alone, in every look, with equal answers, and without moving the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.consent_case import built, open_settings, press, visit
from browser.shifting import least_shift
from browser.surroundings import IN_A_BROWSER, from_npm
from browser.test_audit import RUN, TAGS, html_errors

pytestmark = IN_A_BROWSER

VIDEO = "www.youtube-nocookie.com"
ACCEPT, REFUSE, CHOOSE = "Alle akzeptieren", "Alle ablehnen", "Auswahl"
PRESETS = ("paper", "slate", "garden", "linen")
INSIDE = """(selector) => [...document.querySelectorAll(selector)].every((one) => {
    if (!one.checkVisibility()) return true;
    const {top, left, bottom, right} = one.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
})"""
STYLE = """(button) => {
    const {width, height} = button.getBoundingClientRect(), style = getComputedStyle(button);
    const values = [...style].map((name) => style.getPropertyValue(name));
    return [button.tagName, Math.round(width), Math.round(height), ...values];
}"""
FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("consent"))


def test_the_keyboard_alone(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        page = visitor.opened("/video/")
        met = []
        for _ in range(8):
            page.keyboard.press("Tab")
            met.append(page.evaluate(FOCUSED))
        assert met[:6] == ["Zum Inhalt springen", "Impressum", "Datenschutz", ACCEPT, REFUSE, CHOOSE]
        assert met[6] not in met[:6], "the notice lets go of the focus"
        page.get_by_role("button", name=CHOOSE, exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Cookie-Einstellungen")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_role("button", name=CHOOSE, exact=True)).to_be_focused()
        assert visitor.choices() == {}
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        assert visitor.asks(VIDEO)
        assert visitor.choices() == {"youtube": True, "chatraum": False, "google-analytics": False}


@pytest.mark.parametrize("preset", PRESETS)
def test_the_three_answers_look_the_same(preset: str, browser: Browser, tmp_path: Path) -> None:
    folder = built(tmp_path, preset)
    for width, dark in ((1280, False), (360, True)):
        with visit(browser, folder, width=width, dark=dark) as visitor:
            buttons = visitor.opened("/").locator(".consent button:visible")
            expect(buttons).to_have_text([ACCEPT, REFUSE, CHOOSE])
            first, *others = (button.evaluate(STYLE) for button in buttons.all())
            assert others == [first, first]
            assert visitor.page.evaluate(INSIDE, ".consent :is(h2, p, a, button)")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/", "/video/", "/404.html"])
def test_nothing_moves(path: str, width: int, browser: Browser, out: Path) -> None:
    def shift() -> float:
        with visit(browser, out, width=width) as visitor:
            page = visitor.opened(path)
            expect(page.locator(".consent")).to_be_visible()
            press(page, REFUSE)
            open_settings(page)
            page.keyboard.press("Escape")
            return float(page.evaluate("window.shifted"))

    assert least_shift(shift) == 0


def test_the_notice_leaves_room_for_the_end_of_the_page(browser: Browser, out: Path) -> None:
    with visit(browser, out, width=360) as visitor:
        page = visitor.opened("/")
        page.wait_for_function("document.documentElement.style.getPropertyValue('--notice')")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        footer, notice = page.locator(".site-footer").bounding_box(), page.locator(".consent").bounding_box()
        assert footer
        assert notice
        assert footer["y"] + footer["height"] <= notice["y"]


@pytest.mark.parametrize("path", ["/impressum/", "/datenschutz/"])
def test_pages_that_must_be_read_first_are_not_covered(path: str, browser: Browser, out: Path) -> None:
    with visit(browser, out, width=360) as visitor:
        page = visitor.opened(path)
        expect(page.locator(".consent")).to_have_count(0)
        open_settings(page)
        press(page, REFUSE)
        expect(visitor.opened("/").locator(".consent")).to_be_hidden()


def test_print_shows_no_question(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        page = visitor.opened("/")
        page.emulate_media(media="print")
        expect(page.locator(".consent")).to_be_hidden()
        expect(page.locator(".choices-link")).to_be_hidden()


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)], ids=["wide", "narrow-dark"])
def test_axe_finds_nothing_in_any_state(width: int, dark: bool, browser: Browser, out: Path) -> None:  # noqa: FBT001 - a case
    axe = from_npm("axe-core/axe.min.js").read_text("utf-8")
    found = {}

    def look(state: str, page: Page) -> None:
        page.evaluate(f"{axe}; 0")
        found[state] = page.evaluate(RUN, list(TAGS))

    with visit(browser, out, width=width, dark=dark) as visitor:
        look("asked", visitor.opened("/video/"))
        press(visitor.page, CHOOSE)
        look("settings", visitor.page)
        press(visitor.page, "Auswahl speichern")
        open_settings(visitor.page)
        look("receipt", visitor.page)
    with visit(browser, out, width=width, dark=dark, signal=True) as visitor:
        look("signal", visitor.opened("/"))
    assert {state: faults for state, faults in found.items() if faults} == {}


def test_the_html_checker_finds_no_error(out: Path) -> None:
    assert html_errors(out) == set()
