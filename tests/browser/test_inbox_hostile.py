"""Whatever is typed into a form, no page of the inbox runs it: neither for its sender nor for the owner.

The policy of these pages would stop a script anyway; here it is taken off, so that cleaning alone is judged.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from browser.surroundings import IN_A_BROWSER
from hostile import PAYLOADS
from inbox_case import POST, SITE, SITE_URL, InboxCase
from inbox_served import get, inbox_served, post
from sitegen.inbox.tokens import review_url

pytestmark = [*IN_A_BROWSER, pytest.mark.soak]

TRIED = PAYLOADS if os.environ.get("SITEGEN_SOAK") else PAYLOADS[::4]
TRAP = "window.caught = []; window.pwned = (...seen) => caught.push(seen.join()); window.alert = pwned;"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[InboxCase, str]]:
    case = InboxCase(tmp_path_factory.mktemp("hostile-inbox"))
    case.configure(limits=replace(case.config.limits, comments_per_sender=10_000, comments_per_hour=10_000))
    with inbox_served(case) as base:
        yield case, base
    case.close()


def pages_of(case: InboxCase, base: str, payload: str) -> Iterator[str]:
    """What the sender sees of a form with faults, and the owner of a comment, each with the payload everywhere."""
    typed = {"name": payload, "website": payload, "text": payload, "email": payload, "post": POST, "parent": ""}
    yield post(f"{base}/f/{SITE}/comment", data=typed, headers={"Origin": SITE_URL}).text
    case.clock.move(1)
    kept = case.comment(text=payload, name=payload, website=payload, email=payload)
    yield get(review_url(case.desk, kept)).text


def run_in(page: Page, html: str) -> list[str]:
    """What a page runs when everything on it is looked at, clicked and left."""
    page.set_content(html, wait_until="load")
    caught: list[str] = page.evaluate(
        """async () => {
          for (const element of document.querySelectorAll("*")) {
            for (const kind of ["error", "load", "focus", "mouseover", "toggle"]) {
              element.dispatchEvent(new Event(kind));
            }
          }
          await new Promise((done) => setTimeout(done));
          return window.caught;
        }"""
    )
    return caught


def test_nothing_that_anybody_sent_runs(browser: Browser, served: tuple[InboxCase, str]) -> None:
    case, base = served
    context = browser.new_context()
    context.add_init_script(TRAP)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{base}/style-{SITE}.css")
    asked.clear()
    found = {payload: run_in(page, html) for payload in TRIED for html in pages_of(case, base, payload)}
    foreign = [url for url in asked if not url.startswith((base, "about:", "data:"))]
    assert "1" in run_in(page, "<img src=x onerror=pwned(1)>"), "the trap catches nothing"
    context.close()
    assert {payload: caught for payload, caught in found.items() if caught} == {}
    assert foreign == []
