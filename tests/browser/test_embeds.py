"""Placeholders as a browser shows them: who is asked and when, that nothing moves, what axe and the HTML checker say.

Hosts of others are faked: nothing leaves the machine, and what would have been asked for is written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.scrolling import scroll_to_the_end
from browser.served import Served, served
from browser.surroundings import IN_A_BROWSER, from_npm
from browser.test_audit import RUN, TAGS, html_errors
from plain_site import SITES
from site_case import SiteCase
from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_party import host_of

pytestmark = IN_A_BROWSER

SHIFTED = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
        .observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""
BOXES = "boxes => boxes.map(box => { const {width, height} = box.getBoundingClientRect(); return [width, height]; })"
KINDS = 13
"""Placeholders on the first page of the golden site."""


class Visitor:
    """A page, and whom of others it has asked."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []
        self._origin = origin
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.context.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        if route.request.url.startswith(self._origin):
            route.continue_()
            return
        self.asked.append(route.request.url)
        route.fulfill(body="<!doctype html><html lang=de><title>Rahmen</title>", content_type="text/html")

    def hosts(self) -> set[str]:
        """Whose hosts have been asked."""
        return {urlsplit(url).hostname or "" for url in self.asked}


@pytest.fixture(scope="module")
def embeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The golden site, in the packaged theme."""
    site = SiteCase.copied(tmp_path_factory.mktemp("embeds"), SITES / "embeds")
    with served(site.built().out) as answering:
        yield answering


@contextmanager
def visit(
    browser: Browser, site: Served, *, width: int = 1280, dark: bool = False, javascript: bool = True
) -> Iterator[Visitor]:
    context = browser.new_context(
        base_url=site.origin,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if dark else "light",
        java_script_enabled=javascript,
        locale="de-DE",
    )
    visitor = Visitor(context.new_page(), site.origin)
    visitor.page.goto("/")
    yield visitor
    context.close()


def load_all(page: Page) -> None:
    """Press every button, the first one as long as there is one."""
    for left in range(KINDS - 1, -1, -1):
        page.locator("[data-embed-load]").first.click()
        expect(page.locator("[data-embed-load]")).to_have_count(left)
    wait_for_frames(page)


def wait_for_frames(page: Page) -> None:
    """Until each frame shows what it was answered with: a quiet network is reported once for a page, never again."""
    frames = page.locator("iframe")
    for number in range(frames.count()):
        frames.nth(number).scroll_into_view_if_needed()
        expect(frames.nth(number).content_frame.locator("title")).to_have_count(1)


def test_without_scripts_nobody_is_asked_and_a_link_leads_there(browser: Browser, embeds: Served) -> None:
    with visit(browser, embeds, javascript=False) as visitor:
        expect(visitor.page.get_by_role("link", name="Bei YouTube ansehen (Ein Blick ins Büro)")).to_be_visible()
        expect(visitor.page.locator(".embed-link:visible")).to_have_count(KINDS)
        expect(visitor.page.get_by_role("button", name="laden")).to_have_count(0)
        scroll_to_the_end(visitor.page)
        assert visitor.asked == []


def test_nobody_is_asked_before_the_button_is_pressed_and_only_who_was_meant_then(
    browser: Browser, embeds: Served
) -> None:
    with visit(browser, embeds) as visitor:
        scroll_to_the_end(visitor.page)
        assert visitor.asked == []
        visitor.page.get_by_role("button", name="Karte laden (So finden Sie mich)").click()
        expect(visitor.page.locator("iframe")).to_have_count(1)
        wait_for_frames(visitor.page)
        assert visitor.hosts() == {"www.openstreetmap.org"}


def test_every_kind_loads_under_the_policy_and_asks_declared_hosts_alone(browser: Browser, embeds: Served) -> None:
    with visit(browser, embeds) as visitor:
        load_all(visitor.page)
        declared = {host.name for party in SHIPPED.values() for host in party.hosts} | {"termine.example.org"}
        wanted = {host_of(frame.get_attribute("src") or "") for frame in visitor.page.locator("iframe").all()}
        assert visitor.hosts() == wanted
        assert wanted <= declared
        assert visitor.errors == []


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_it_loads(width: int, browser: Browser, embeds: Served) -> None:
    with visit(browser, embeds, width=width) as visitor:
        before = visitor.page.locator(".embed").evaluate_all(BOXES)
        load_all(visitor.page)
        assert visitor.page.locator(".embed").evaluate_all(BOXES) == before
        frames = visitor.page.locator(".embed iframe").evaluate_all(BOXES)
        assert [height for _, height in frames] == [height - 2 for _, height in before], "a frame fills its box"
        assert visitor.page.evaluate(SHIFTED) == 0


def test_what_is_always_to_be_loaded_moves_nothing_either(browser: Browser, embeds: Served) -> None:
    with visit(browser, embeds, width=360) as visitor:
        visitor.page.get_by_label("Inhalte von YouTube immer laden").first.check()
        visitor.page.locator("[data-embed-load]").first.click()
        visitor.asked.clear()
        visitor.page.reload()
        expect(visitor.page.locator(".embed iframe[src*='youtube']")).to_have_count(4)
        wait_for_frames(visitor.page)
        assert visitor.hosts() == {"www.youtube-nocookie.com"}
        assert visitor.page.evaluate(SHIFTED) == 0


def test_on_paper_title_and_address_are_left(browser: Browser, embeds: Served) -> None:
    with visit(browser, embeds) as visitor:
        visitor.page.emulate_media(media="print")
        expect(visitor.page.locator(".embed-title:visible")).to_have_count(KINDS)
        expect(visitor.page.locator(".embed-link:visible")).to_have_count(KINDS)
        expect(visitor.page.locator(":is(.embed-icon, .embed-actions, .embed-about):visible")).to_have_count(0)


def test_the_button_says_what_it_loads_and_who_will_know(browser: Browser, embeds: Served) -> None:
    with visit(browser, embeds) as visitor:
        button = visitor.page.get_by_role("button", name="Kalender laden (Ein Telefonat)")
        expect(button).to_have_accessible_description(
            re.compile(r"^Dieser Kalender liegt bei Cal\.com .* willigen Sie")
        )


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)], ids=["wide", "narrow-dark"])
def test_axe_finds_nothing_before_and_after_and_nothing_scrolls_sideways(
    width: int,
    dark: bool,  # noqa: FBT001 - a case
    browser: Browser,
    embeds: Served,
) -> None:
    axe = from_npm("axe-core/axe.min.js").read_text("utf-8")
    with visit(browser, embeds, width=width, dark=dark) as visitor:
        visitor.page.evaluate(f"{axe}; 0")
        assert visitor.page.evaluate(RUN, list(TAGS)) == []
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
        load_all(visitor.page)
        assert visitor.page.evaluate(RUN, list(TAGS)) == []
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_html_checker_finds_no_error(embeds: Served) -> None:
    assert html_errors(embeds.out) == set()
