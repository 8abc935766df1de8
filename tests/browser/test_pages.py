"""What only a browser decides about finished pages: what they load, how they fit, what moves, how they print."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response
from selectolax.lexbor import LexborHTMLParser

from browser.conftest import OpenPage
from browser.served import Served
from browser.shifting import SHIFTS, least_shift
from browser.surroundings import IN_A_BROWSER

pytestmark = IN_A_BROWSER

KINDS = {"home", "page", "post", "service", "services", "blog", "term", "terms", "archive", "year", "search", "error"}
WIDTHS = (320, 360, 1280)


@pytest.fixture
def page(browser: Browser, site: Served) -> Page:
    """One page to go from address to address with; quicker than one for each."""
    context = browser.new_context(base_url=site.origin, viewport={"width": 1280, "height": 800}, locale="de-DE")
    return context.new_page()


def test_the_example_has_every_kind_of_page(site: Served) -> None:
    assert set(site.kinds) >= KINDS


def test_marks_stand_between_the_steps_of_the_way_here(open_page: OpenPage, site: Served) -> None:
    marks = """items => items.map(item => getComputedStyle(item, "::after").content)"""
    *between, last = open_page(site.kinds["post"][0]).locator(".breadcrumb li").evaluate_all(marks)
    assert last == "none"
    assert between
    assert all("›" in mark for mark in between)


def test_no_page_asks_anybody_else_or_complains(page: Page, site: Served) -> None:
    """Under the policy that the site has been built with: what it forbids would be a complaint on the console."""
    trouble: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(site.origin):
            trouble.append(f"{page.url} asks {request.url}")

    def said(message: ConsoleMessage) -> None:
        trouble.append(f"{page.url}: {message.text}")

    def answered(response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            trouble.append(f"{page.url} misses {response.url}")

    page.on("request", asked)
    page.on("console", said)
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on("response", answered)
    for path in site.of_each_kind():
        page.goto(path)
    assert trouble == []


INJECTED = """() => new Promise((done) => {
    const stopped = new Set();
    addEventListener("securitypolicyviolation", (event) => {
        stopped.add(event.effectiveDirective);
        if (stopped.size === 3) done([...stopped].sort());
    });
    const script = document.createElement("script"), image = new Image();
    script.textContent = "document.title = 'ausgeführt'";
    image.src = "https://fremd.example/a.png";
    document.body.append(script, image);
    document.body.setAttribute("style", "color: red");
})"""


def test_what_somebody_smuggles_into_a_page_does_nothing(page: Page) -> None:
    page.goto("/")
    title = page.title()
    assert page.evaluate(INJECTED) == ["img-src", "script-src-elem", "style-src-attr"]
    assert page.title() == title


def test_no_page_scrolls_sideways(page: Page, site: Served) -> None:
    too_wide = []
    for path in site.pages():
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                too_wide.append(f"{path} at {width}: {wide}")
    assert too_wide == []


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(width: int, page: Page, site: Served) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)

    def shift_of(path: str) -> float:
        page.goto(path)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return float(page.evaluate("window.shifted"))

    moved = {path: least_shift(partial(shift_of, path)) for path in site.of_each_kind()}
    assert {path: shift for path, shift in moved.items() if shift} == {}


def test_each_page_has_one_main_heading_and_says_its_language(page: Page, site: Served) -> None:
    for path in site.of_each_kind():
        page.goto(path)
        assert page.get_by_role("heading", level=1).count() == 1, path
        assert page.locator("html").get_attribute("lang") == "de-DE", path


def test_each_page_but_the_one_for_errors_tells_search_engines_what_it_is_about(site: Served) -> None:
    said = {}
    for path in set(site.pages()) - {"/404.html"}:
        page = LexborHTMLParser((site.out / f"{path.strip('/')}/index.html".lstrip("/")).read_text("utf-8"))
        (description,) = page.css("meta[name=description]")
        said[path] = description.attributes.get("content") or ""
    assert {path for path, text in said.items() if len(text) < len("Alle Beiträge")} == set()


def test_dark_and_light_are_two_looks(open_page: OpenPage) -> None:
    colours = "() => [document.documentElement, document.body].map(one => getComputedStyle(one).backgroundColor).join()"
    assert open_page("/", dark=True).evaluate(colours) != open_page("/").evaluate(colours)


def test_a_printed_post_shows_its_text_and_no_navigation(open_page: OpenPage, site: Served) -> None:
    page = open_page(site.kinds["post"][0])
    page.emulate_media(media="print")
    last = page.locator("article .prose > p").last
    assert last.is_visible()
    assert page.locator("article h1").is_visible()
    assert not page.get_by_role("navigation").first.is_visible()
    assert not page.get_by_role("link", name="Zum Inhalt springen").is_visible()


def test_every_picture_on_a_page_is_there(page: Page, site: Served) -> None:
    missing = []
    for path in site.of_each_kind():
        page.goto(path)
        page.evaluate("() => { for (const image of document.images) image.loading = 'eager'; }")
        page.wait_for_function("() => [...document.images].every(image => image.complete)")
        broken = page.evaluate("() => [...document.images].filter(one => !one.naturalWidth).map(one => one.currentSrc)")
        missing += [f"{path}: {source}" for source in broken]
    assert missing == []
