"""The inbox's own pages in a real browser: axe and the HTML checker find nothing, nothing needs a script or scrolls.

Every kind of page is asked for by HTTP, as people get to it, so the ones after a press of a button are judged, too.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx
import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Route, expect

from browser.surroundings import IN_A_BROWSER, from_npm, html_checker
from browser.test_audit import RUN, TAGS
from inbox_case import POST, SITE, SITE_URL, InboxCase
from inbox_served import get, inbox_served, post
from sitegen.inbox.records import Item, State, Subscriber
from sitegen.inbox.tokens import confirm_url, review_url, unsubscribe_url

pytestmark = IN_A_BROWSER

TEXT: Final = "Bei mir hat *genau das* geholfen:\n\n- erst anrufen\n- dann schreiben"
LONG: Final = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3


class Inbox:
    """An inbox that is served, with one of everything in it."""

    def __init__(self, case: InboxCase, base: str) -> None:
        self.case, self.base = case, base
        self.public = case.comment(state=State.PUBLISHED, text="Wie lange darf das dauern?", name="Bernd Vogel")

    def item(self, **changes: object) -> Item:
        """A comment that waits, with something else about it."""
        self.case.clock.move(1)
        item = replace(self.case.comment(text=TEXT, parent=self.public.id), **changes, id=self.case.desk.new_id())
        self.case.desk.store.admit(item, duplicate_of=item.id, jobs=())
        return item

    def link(self, item: Item) -> str:
        return review_url(self.case.desk, item)

    def subscriber(self) -> Subscriber:
        asked = Subscriber(
            id=self.case.desk.new_id(), site=SITE, form="newsletter", email="a@b.example", asked=self.case.clock()
        )
        return self.case.desk.store.subscribe(asked, jobs=())

    def form(self, form: str, /, **values: str) -> httpx.Response:
        return post(f"{self.base}/f/{SITE}/{form}", data=values, headers={"Origin": SITE_URL})

    def pages(self) -> dict[str, str]:
        """The HTML of each kind of page, by name."""
        message = self.item(kind="contact", form="contact", post="", parent="", text="Guten Tag.\n" + LONG)
        report = self.item(kind="report", form="report", parent=self.public.id, fields=(("Wo?", f"{SITE_URL}/{LONG}"),))
        suspected = self.item(state=State.SUSPECTED, score=6.0, reasons=("decoy", "some_links"), name=LONG[:80])
        comment, subscriber = self.item(), self.subscriber()
        link = self.link(comment)
        where = {"post": POST, "parent": self.public.id}
        faulty_edit = {"action": "edit", "revision": "1", "name": "", "website": "javascript:x", "text": TEXT}
        approve = {"action": "approve_and_reply", "revision": "1", "reply": "Danke!"}
        asked = [
            ("comment", get(link)),
            ("faulty-edit", post(link, data=faulty_edit)),
            ("approved", post(link, data=approve)),
            ("already", post(link, data=approve)),
            ("message", get(self.link(message))),
            ("report", get(self.link(report))),
            ("suspected", get(self.link(suspected))),
            ("form", get(f"{self.base}/f/{SITE}/comment", params=where)),
            ("report-form", get(f"{self.base}/f/{SITE}/report", params=where)),
            ("faulty", self.form("contact", email="x", message="")),
            ("doubtful", self.form("comment", name="Anna", text=TEXT, leer="x", post=POST)),
            ("closed", self.form("comment", name="Anna", text=TEXT, post="alt")),
            ("confirm", get(confirm_url(self.case.desk, subscriber))),
            ("unsubscribe", get(unsubscribe_url(self.case.desk, subscriber))),
            ("nothing", get(f"{self.base}/nothing")),
            ("forged", get(f"{self.base}/m/forged")),
        ]
        return {name: answer.text for name, answer in asked}


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inbox]:
    case = InboxCase(tmp_path_factory.mktemp("inbox"))
    with inbox_served(case) as base:
        yield Inbox(case, base)
    case.close()


@pytest.fixture(scope="module")
def pages(inbox: Inbox) -> dict[str, str]:
    return inbox.pages()


def show(route: Route, html: str, headers: dict[str, str] | None = None) -> None:
    """Answer with a page."""
    route.fulfill(body=html, headers={"Content-Type": "text/html; charset=utf-8", **(headers or {})})


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (360, "dark")], ids=["wide", "narrow-dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    width: int, colours: str, browser: Browser, inbox: Inbox, pages: dict[str, str]
) -> None:
    axe = from_npm("axe-core/axe.min.js").read_text("utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if colours == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.route("**/page/*", lambda route: show(route, pages[route.request.url.rpartition("/")[2]]))
    found, wide = {}, []
    for name in pages:
        page.goto(f"{inbox.base}/page/{name}")
        page.evaluate(f"{axe}; 0")
        found[name] = page.evaluate(RUN, list(TAGS))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    context.close()
    assert {name: violations for name, violations in found.items() if violations} == {}
    assert wide == []


def test_the_html_checker_finds_no_error(tmp_path: Path, inbox: Inbox, pages: dict[str, str]) -> None:
    for name, html in pages.items():
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8")
    (tmp_path / "style.css").write_text(get(f"{inbox.base}/style-{SITE}.css").text, encoding="utf-8")
    command = [*html_checker(), "--also-check-css", str(tmp_path)]
    checked = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=300)
    messages = json.loads(checked.stdout)["messages"]
    assert [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in messages] == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, locale="de-DE", viewport={"width": 900, "height": 900})
    yield context.new_page()
    context.close()


def test_a_visitor_answers_a_comment_and_is_asked_back(inbox: Inbox, page: Page) -> None:
    """Sent at once, it looks like a program's work; the page asks, and everything is still there."""
    page.goto(f"{inbox.base}/f/{SITE}/comment?post={POST}&parent={inbox.public.id}")
    expect(page.locator(".kicker")).to_contain_text("Antwort auf den Kommentar von Bernd Vogel")
    page.get_by_role("textbox", name=re.compile("Name")).fill("Anna")
    page.get_by_role("textbox", name=re.compile("Kommentar")).fill("Zwei Zeilen\nund ein <b>Tag</b>")
    page.get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bitte bestätigen Sie Ihren Kommentar")
    expect(page.locator(".typed")).to_contain_text("und ein <b>Tag</b>")
    inbox.case.clock.move(5)
    with page.expect_request(f"{SITE_URL}/danke/comment/"):
        page.get_by_role("button").click()
    newest = inbox.case.desk.store.items(limit=1)[0]
    assert newest.text == "Zwei Zeilen\nund ein <b>Tag</b>"
    assert newest.parent == inbox.public.id


@pytest.mark.parametrize("policy", ["no-referrer", "same-origin", "strict-origin-when-cross-origin"])
def test_a_form_delivers_whatever_its_site_says_of_itself(inbox: Inbox, page: Page, policy: str) -> None:
    """Under the first two, the browser does not tell where the form comes from."""
    text = f"Unsere Seiten verraten nichts: {policy}"
    form = (
        f'<form method="post" action="{inbox.base}/f/{SITE}/contact"><input name="email" value="a@b.example">'
        f'<input name="message" value="{text}"><button>Senden</button></form>'
    )
    page.route("http://site.example/**", lambda route: show(route, form, {"Referrer-Policy": policy}))
    page.goto("http://site.example/kontakt/")
    with page.expect_request(f"{SITE_URL}/danke/contact/"):
        page.get_by_role("button").click()
    kept = {item.text: item for item in inbox.case.desk.store.items()}[text]
    foreign = policy == "strict-origin-when-cross-origin"  # this page is none of the site's
    assert kept.reasons == (("origin_foreign",) if foreign else ("origin_hidden",))
    assert kept.state is (State.SUSPECTED if foreign else State.PENDING)


def test_the_owner_approves_and_answers_without_a_script(inbox: Inbox, page: Page) -> None:
    item = inbox.item()
    page.goto(inbox.link(item))
    expect(page.locator(".preview em")).to_have_text("genau das")
    page.get_by_label("Ihre Antwort").fill("Danke, das freut mich!")
    page.get_by_role("button", name="Freigeben und antworten").click()
    expect(page.get_by_role("status")).to_contain_text("Freigegeben, und Ihre Antwort gleich mit.")
    expect(page.get_by_role("status").get_by_role("link")).to_have_attribute(
        "href", f"{SITE_URL}/blog/{POST}/#kommentar-{item.id}"
    )
    page.get_by_role("button", name="Zurücknehmen").click()
    expect(page.get_by_role("status")).to_contain_text("Zurückgenommen.")


def test_the_owner_mends_a_text_without_a_script(inbox: Inbox, page: Page) -> None:
    page.goto(inbox.link(inbox.item()))
    page.get_by_text("Bearbeiten", exact=True).click()
    page.get_by_role("textbox", name="Text").fill("Kürzer.")
    page.get_by_role("button", name="Änderung speichern").click()
    expect(page.locator(".sheet")).to_have_text("Kürzer.")


def test_nothing_a_visitor_typed_runs_or_is_fetched(inbox: Inbox, browser: Browser) -> None:
    evil = '"><img src=https://evil.example/x onerror=alert(1)><script>alert(2)</script>'
    item = inbox.item(
        name=evil[:80], website=evil, email=evil, text=f"{evil}\n\n![x](https://evil.example/y)", fields=((evil, evil),)
    )
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    alerts: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: alerts.append(dialog.message))
    page.goto(inbox.link(item))
    asked_for = tuple(asked)
    context.close()
    assert alerts == []
    assert [url for url in asked_for if not url.startswith(inbox.base)] == []
