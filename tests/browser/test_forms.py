"""Forms as a browser without scripts shows, walks and sends them; and what axe and the HTML checker say of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import OpenPage
from browser.served import Served, served
from browser.surroundings import IN_A_BROWSER, from_npm
from browser.test_audit import RUN, TAGS, html_errors
from plain_site import SITES, lay_golden_site
from site_case import SiteCase

pytestmark = IN_A_BROWSER

FOCUSED = "document.activeElement.name || document.activeElement.textContent.trim()"
ALL_KINDS = ("/", "/kontakt/", "/du/", "/rueckruf/", "/anmeldung/", "/leistungen/reisen/", "/danke/newsletter/")


class Receiver(ThreadingHTTPServer):
    """Takes what is sent to it and leads to where it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), ReceiverHandler)
        self.bodies: list[bytes] = []
        self.types: list[str] = []
        self.leads_to = ""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class ReceiverHandler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.types.append(self.headers["Content-Type"])
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", self.server.leads_to)
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[Served]:
    """The golden site with forms of every kind, which go to the receiver."""
    root = tmp_path_factory.mktemp("forms")
    lay_golden_site(SITES / "forms", root)
    site = SiteCase(root).edit("site.yaml", "https://eingang.buero-formular.example/post/", receiver.origin)
    site.edit("site.yaml", "https://www.buero-formular.example/va/", "https://www.buero-formular.example/").built()
    with served(site.out) as answering:
        receiver.leads_to = f"{answering.origin}/danke/contact/"
        yield answering


@pytest.fixture
def page(browser: Browser, forms: Served) -> Iterator[Page]:
    """A page without scripts."""
    context = browser.new_context(base_url=forms.origin, java_script_enabled=False, locale="de-DE")
    yield context.new_page()
    context.close()


def test_a_form_is_filled_in_and_sent_without_a_script(page: Page, receiver: Receiver) -> None:
    page.goto("/kontakt/")
    page.get_by_label("Name").fill("Zoë Öztürk & Söhne")
    page.get_by_label("E-Mail-Adresse").fill("zoe@example.org")
    page.get_by_role("textbox", name="Nachricht").fill("Zwei Zeilen,\n100 € = viel?")
    page.get_by_role("button", name="Nachricht senden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Nachricht")
    assert receiver.types == ["application/x-www-form-urlencoded"]
    sent = parse_qsl(receiver.bodies.pop().decode("ascii"), keep_blank_values=True, strict_parsing=True)
    assert sent == [
        ("page", "/kontakt/"),
        ("name", "Zoë Öztürk & Söhne"),
        ("email", "zoe@example.org"),
        ("phone", ""),
        ("message", "Zwei Zeilen,\r\n100 € = viel?"),
        ("leer", ""),
    ]


def test_what_is_missing_is_said_by_the_browser_before_anything_is_sent(page: Page, receiver: Receiver) -> None:
    page.goto("/kontakt/")
    page.get_by_role("button", name="Nachricht senden").click()
    expect(page.get_by_label("E-Mail-Adresse")).to_be_focused()
    assert page.url.endswith("/kontakt/")
    assert receiver.bodies == []


def test_every_field_has_its_name_its_hint_and_its_mark(page: Page) -> None:
    page.goto("/anmeldung/")
    for name, required in (
        ("Name", False),
        ("E-Mail-Adresse *", True),
        ("Welcher Termin? *", True),
        ("Ich esse kein Fleisch.", False),
        ("Was möchten Sie lernen?", False),
        ("Nachricht *", True),
        ("Ich habe die Datenschutzerklärung gelesen. *", True),
    ):
        field = page.get_by_label(name.removesuffix(" *"), exact=False).first
        expect(field).to_be_visible()
        expect(page.locator(f"label[for='{field.get_attribute('id')}']")).to_have_text(name)
        assert (field.get_attribute("required") is not None) == required
    expect(page.get_by_label("Was möchten Sie lernen?")).to_have_accessible_description("Ein Satz genügt: <b>kurz</b>.")
    expect(page.get_by_role("form", name="Anmeldung")).to_be_visible()


def test_the_keyboard_walks_the_form_in_its_order_and_past_the_decoy(open_page: OpenPage, forms: Served) -> None:
    page = open_page(f"{forms.origin}/anmeldung/")
    page.get_by_label("Name").focus()
    walked = []
    for _ in range(8):
        walked.append(page.evaluate(FOCUSED))
        page.keyboard.press("Tab")
    assert walked == [
        *("name", "email", "termin", "vegetarisch", "wunsch", "message"),
        *("privacy", "Datenschutzerklärung"),
    ]
    assert page.evaluate(FOCUSED) == "Verbindlich anmelden"


def test_nobody_sees_or_hears_the_decoy(page: Page) -> None:
    page.goto("/kontakt/")
    decoy = page.locator("input[name=leer]")
    expect(decoy).not_to_be_in_viewport()
    assert page.get_by_role("textbox", name="Bitte leer lassen").count() == 0
    box = decoy.bounding_box()
    assert box is None or box["x"] + box["width"] <= 0


def test_on_paper_the_address_stands_instead_of_the_form(page: Page) -> None:
    page.goto("/du/")
    page.emulate_media(media="print")
    expect(page.locator("form")).not_to_be_visible()
    expect(page.locator(".form-mail")).to_be_visible()


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (320, "dark")], ids=["wide", "narrow-dark"])
def test_axe_finds_nothing_in_any_form_and_nothing_scrolls_sideways(
    width: int, colours: str, browser: Browser, forms: Served
) -> None:
    axe = from_npm("axe-core/axe.min.js").read_text("utf-8")
    context = browser.new_context(
        base_url=forms.origin,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if colours == "dark" else "light",
    )
    page = context.new_page()
    found = {}
    for path in ALL_KINDS:
        page.goto(path)
        page.evaluate(f"{axe}; 0")
        found[path] = page.evaluate(RUN, list(TAGS))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()
    assert {path: violations for path, violations in found.items() if violations} == {}


def test_the_html_checker_finds_no_error_in_any_form(forms: Served) -> None:
    assert html_errors(forms.out) == set()


def test_every_control_is_large_enough_to_be_hit(page: Page) -> None:
    """24 px (WCAG 2.2, 2.5.8); the boxes are as large as that."""
    page.goto("/anmeldung/")
    for control in page.locator("form :is(input:not([type=hidden], [name=leer]), select, textarea, button)").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, control.get_attribute("name")


def test_the_example_has_forms(site: Served) -> None:
    shown = [path for path in site.pages() if 'class="form"' in _page(site, path)]
    assert {"/kontakt/", "/leistungen/kennenlernen/", "/leistungen/website-pflege/"} <= set(shown)
    assert "thanks" in site.kinds


def _page(site: Served, path: str) -> str:
    file = Path(site.out, path.strip("/"))
    return (file if file.suffix else file / "index.html").read_text("utf-8")
