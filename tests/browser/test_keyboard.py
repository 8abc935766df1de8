"""The site by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.served import Served
from browser.surroundings import IN_A_BROWSER

pytestmark = IN_A_BROWSER

FOCUS = """() => {
    const one = document.activeElement;
    const look = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return {
        name: one.tagName + " " + one.textContent.trim().slice(0, 30),
        seen: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
        there: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth,
        at: one === document.body,
    };
}"""


def test_the_skip_link_is_first_and_leads_to_the_text(open_page: OpenPage) -> None:
    page = open_page("/ueber-mich/")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Zum Inhalt springen")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")


def menu_button(page: Page) -> None:
    """Tab to the button of the menu."""
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('header button')"):
            return
    raise AssertionError("no button in the header")


def test_the_menu_opens_is_walked_and_closes_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/", width=360)
    entry = page.get_by_role("link", name="Preise", exact=True).first
    expect(entry).not_to_be_visible()
    menu_button(page)
    page.keyboard.press("Enter")
    expect(entry).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).not_to_be_visible()
    assert page.evaluate("document.activeElement.matches('header button')"), "the focus comes back"


def test_the_menu_leads_somewhere(open_page: OpenPage) -> None:
    page = open_page("/", width=360)
    menu_button(page)
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Preise", exact=True).first
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/preise/$"))


@pytest.mark.parametrize("kind", ["home", "post", "service", "search"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_focus_is_seen_wherever_it_goes(kind: str, *, dark: bool, open_page: OpenPage, site: Served) -> None:
    page = open_page(site.kinds[kind][0], dark=dark)
    for _ in range(200):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["at"]:
            return
        assert focus["seen"], f"no outline on {focus['name']}"
        assert focus["there"], f"out of sight: {focus['name']}"
    raise AssertionError("the way through the page does not end")
