"""The preview in a browser: pages come anew by themselves, styles are swapped, and nobody loses her place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from browser.surroundings import IN_A_BROWSER
from serving_case import FILES, SETTINGS, Serving, serving
from site_case import SiteCase
from waiting import until

pytestmark = IN_A_BROWSER

POST: Final = "content/blog/erster.md"
LONG: Final = "".join(f"Absatz {number}.\n\n" for number in range(80))
"""Longer than any window."""
STYLE: Final = '{% extends "theme/style.css" %}\n{% block own %}\nh1 { color: rgb(1, 2, 3); }\n{% endblock %}\n'
FAULT: Final = "Siehe [dort](nirgends.md) und <em>hier</em>."


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    case = SiteCase.of(tmp_path_factory.mktemp("im-browser"), FILES, settings=SETTINGS)
    case.write("layouts/style.css", STYLE)
    with serving(case, "--no-open") as preview:
        preview.shows("/", "Guten Tag")
        yield preview


class Onlooker:
    """A page of the preview in a browser, and all that it asks for."""

    def __init__(self, page: Page, preview: Serving) -> None:
        self.page = page
        self.requests: list[str] = []
        self.loads = 0
        self.errors: list[str] = []
        self._listening = 0
        page.on("websocket", lambda socket: socket.on("framesent", self._note_frame))
        page.on("request", self._note)
        page.on("load", self._count)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self._preview = preview

    def _note(self, request: Request) -> None:
        self.requests.append(request.url)

    def _count(self, _page: Page) -> None:
        self.loads += 1

    def open(self, path: str) -> None:
        """Open a path and wait until the page listens."""
        before = self._listening
        self.page.goto(f"{self._preview.address.rstrip('/')}{path}", wait_until="load")
        until(lambda: self._heard() > before, "a page that listens")

    def _heard(self) -> int:
        """How often a page has said that it listens. Events come in while Playwright works."""
        self.page.evaluate("0")
        return self._listening

    def _note_frame(self, frame: str | bytes) -> None:
        self._listening += '"info"' in str(frame)

    @property
    def scrolled(self) -> int:
        """How far down the page one is."""
        return int(self.page.evaluate("Math.round(scrollY)"))

    def is_near(self, place: int) -> bool:
        """Whether one is where one was, within two lines: the browser moves along when something above grows."""
        return abs(self.scrolled - place) < 60


@pytest.fixture
def onlooker(browser: Browser, preview: Serving) -> Iterator[Onlooker]:
    context = browser.new_context(viewport={"width": 1000, "height": 700}, locale="de-DE")
    preview.case.write(POST, FILES[POST].replace("Ein Satz.", f"Ein Satz.\n\n{LONG}"))
    preview.case.write("layouts/style.css", STYLE)
    for paragraph in ("Absatz 3.<", "Absatz 40.<"):  # what tests before this one have edited
        preview.shows("/blog/erster/", paragraph)
    onlooker = Onlooker(context.new_page(), preview)
    yield onlooker
    foreign = [url for url in onlooker.requests if not url.startswith(preview.address)]
    context.close()
    assert foreign == []
    assert [said for said in onlooker.errors if "503" not in said] == []


def test_a_saved_page_comes_anew_and_one_stays_where_one_was(onlooker: Onlooker, preview: Serving) -> None:
    onlooker.open("/blog/erster/")
    onlooker.page.evaluate("scrollTo({top: 1200, behavior: 'instant'})")
    preview.case.edit(POST, "Absatz 40.", "Ein neuer Absatz.")
    expect(onlooker.page.get_by_text("Ein neuer Absatz.")).to_be_visible()
    until(lambda: onlooker.is_near(1200) and onlooker.loads > 1, "the place one was at, on a page loaded anew")


def test_a_style_is_swapped_without_loading_the_page(onlooker: Onlooker, preview: Serving) -> None:
    onlooker.open("/blog/erster/")
    onlooker.page.evaluate("scrollTo({top: 900, behavior: 'instant'}); window.kept = true")
    heading = onlooker.page.get_by_role("heading", level=1)
    expect(heading).to_have_css("color", "rgb(1, 2, 3)")
    for colour in ("rgb(4, 5, 6)", "rgb(7, 8, 9)"):
        preview.case.write("layouts/style.css", STYLE.replace("rgb(1, 2, 3)", colour))
        expect(heading).to_have_css("color", colour)
    assert onlooker.page.evaluate("window.kept") is True
    assert onlooker.scrolled == 900
    assert onlooker.loads == 1


def test_findings_appear_and_vanish_and_one_is_back_where_one_was(onlooker: Onlooker, preview: Serving) -> None:
    onlooker.open("/blog/erster/")
    onlooker.page.evaluate("scrollTo({top: 1000, behavior: 'instant'})")
    preview.case.edit(POST, "Absatz 3.", FAULT)
    expect(onlooker.page.get_by_role("heading", level=1)).to_have_text("Hier ist etwas zu ändern")
    expect(onlooker.page.get_by_text("content/blog/erster.md:14:14")).to_be_visible()
    expect(onlooker.page.locator(".meant")).to_have_text(FAULT)
    assert onlooker.page.locator("em").count() == 0
    preview.case.edit(POST, FAULT, "Absatz 3, geheilt.")
    expect(onlooker.page.get_by_text("Absatz 3, geheilt.")).to_be_visible()
    until(lambda: onlooker.is_near(1000), "the place one was at")


def test_the_last_good_state_can_be_looked_at_meanwhile(onlooker: Onlooker, preview: Serving) -> None:
    onlooker.open("/blog/erster/")
    preview.case.edit(POST, "Absatz 3.", FAULT)
    expect(onlooker.page.locator(".meant")).to_have_text(FAULT)  # half of the file may have been built before it
    onlooker.page.get_by_role("link", name="Letzten guten Stand ansehen").click()
    expect(onlooker.page.get_by_text("Absatz 3.", exact=True)).to_be_visible()
    expect(onlooker.page.get_by_text("Sie sehen den letzten guten Stand.")).to_be_visible()
    onlooker.page.get_by_role("link", name="Start").first.click()
    expect(onlooker.page.get_by_text("Guten Tag.")).to_be_visible()
    onlooker.page.get_by_role("link", name="Zurück zu den Befunden").click()
    expect(onlooker.page.get_by_role("heading", level=1)).to_have_text("Hier ist etwas zu ändern")
    preview.case.edit(POST, FAULT, "Absatz 3.")
    expect(onlooker.page.get_by_text("Guten Tag.")).to_be_visible()
    assert onlooker.page.get_by_text("Sie sehen den letzten guten Stand.").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_findings_can_be_read_in_light_and_dark(scheme: str, onlooker: Onlooker, preview: Serving) -> None:
    onlooker.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    preview.case.edit(POST, "Absatz 3.", FAULT)
    preview.shows("/blog/erster/", "SG301", status=503)
    onlooker.page.goto(f"{preview.address}blog/erster/")
    paper = onlooker.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(27, 24, 21)" if scheme == "dark" else "rgb(251, 248, 243)")


def test_drafts_are_marked(onlooker: Onlooker) -> None:
    onlooker.open("/blog/entwurf/")
    expect(onlooker.page.get_by_text("Entwurf", exact=True)).to_be_visible()
    onlooker.open("/blog/kommt/")
    expect(onlooker.page.get_by_text("Erscheint am 24.\u00a0Dezember 2091")).to_be_visible()
