"""One browser and one built site for all tests here.

Their modules carry `IN_A_BROWSER`, so that they share a worker: each worker would build a site of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browser.served import Served, built_example, served
from browser.surroundings import chromium

NOBODY_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""No test waits for a network that may be slow, or not there at all; and nothing leaves the machine."""

expect.set_options(timeout=30_000)  # milliseconds, as for all else that Playwright waits for

OpenPage = Callable[..., Page]
"""Opens a page of the site: `open_page(path, width=360, colour_scheme="dark", javascript=False)`."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    out = built_example(tmp_path_factory.mktemp("example"))
    with served(out) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ended with each module: while Playwright runs, its event loop bars others from running one in this thread."""
    program = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", NOBODY_ELSE])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: Served) -> Iterator[OpenPage]:
    contexts = []

    def opened(path: str, *, width: int = 1280, dark: bool = False, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=site.origin,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            locale="de-DE",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
