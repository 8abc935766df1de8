"""The whole way with real parts: a visitor's click, a mail, the owner's decision, a push, a build, the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from browser.surroundings import IN_A_BROWSER, chromium
from waiting import PATIENCE, until
from walk_case import Walk, walk

pytestmark = IN_A_BROWSER

TEXT = "Danke! Ich schreibe sie jetzt immer *sofort*."


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    chromium()
    with walk(tmp_path_factory.mktemp("walk")) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Without a script, as some browse."""
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    yield context.new_page()
    context.close()


def answer_the_sum(page: Page) -> None:
    """What a person does who reads „sechs plus eins“."""
    field = page.locator('input[name="sum"]')
    hint = page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
    left, right = map(int, re.findall(r"\d+", hint))
    field.fill(str(left + right))


def test_a_comment_from_click_to_page(way: Walk, page: Page) -> None:
    page.goto(f"{way.origin}/blog/rechnungen/")
    page.get_by_label("Name").fill("Anna Krüger")
    page.get_by_label("E-Mail").fill("anna@krueger.example")
    page.locator('textarea[name="text"]').fill(TEXT)
    answer_the_sum(page)
    page.get_by_role("button", name="Kommentar").click()
    expect(page).to_have_url(re.compile(f"^{way.origin}/danke/"))

    mail = way.mail_about("Rechnungen, die bezahlt werden")
    link = way.review_link(mail)
    assert mail.recipients == ("eva@nachmittag.example",)
    assert "anna@krueger.example" in str(mail.message["Reply-To"])

    with httpx.Client(timeout=PATIENCE) as scanner:
        for _ in range(5):
            assert scanner.get(link).status_code == 200
            assert scanner.head(link).status_code == 200
        scanner.request("OPTIONS", link)
    (waiting,) = (item for item in way.listed() if item["kind"] == "comment")
    assert waiting["state"] == "pending"
    assert way.pushed() == []

    page.goto(link)
    page.get_by_role("button", name="Freigeben", exact=True).click()
    expect(page.locator("body")).to_contain_text("Freigegeben.")
    (file,) = until(way.pushed, "the comment in the forge")
    assert file == f"content/comments/rechnungen/{waiting['id']}.md"

    way.build()
    page.goto(f"{way.origin}/blog/rechnungen/")
    comment = page.locator(f"#kommentar-{waiting['id']}")
    assert "Anna Krüger" in comment.inner_text()
    assert "sofort" in comment.locator("em").inner_text()
    html = way.site.html("blog/rechnungen/index.html")
    assert "anna@krueger.example" not in html
    own = {urlsplit(way.origin).netloc, urlsplit(way.inbox).netloc}
    loaded = re.findall(r'(?:src|srcset|poster|action)="(https?://[^"/]+)', html)
    assert {urlsplit(address).netloc for address in loaded} <= own

    page.goto(link)
    assert "Bereits veröffentlicht" in page.inner_text("body")


def test_a_message_reaches_the_owner_and_leads_to_the_page_after_it(way: Walk, page: Page) -> None:
    page.goto(f"{way.origin}/kontakt/")
    page.locator('input[name="email"]').fill("bernd@vogel.example")
    page.locator('textarea[name="message"]').fill("Guten Tag, ich suche jemanden für meine Buchhaltung.")
    answer_the_sum(page)
    page.locator("form button").click()
    expect(page).to_have_url(f"{way.origin}/danke/contact/")
    assert "einen Werktag" in page.inner_text("main")
    assert "Buchhaltung" in way.mail_about("Neue Nachricht").body


def test_what_is_wrong_is_said_with_everything_typed_still_there(way: Walk) -> None:
    answers = {"message": "Nur der Text.", "email": "zwei@a.example, drei@b.example", "leer": ""}
    with httpx.Client(timeout=PATIENCE) as sender:
        answer = sender.post(f"{way.inbox}/f/nachmittag/contact", data=answers, headers={"Origin": way.origin})
    assert answer.status_code == 422
    assert "<title>Fehler: " in answer.text
    assert "Nur der Text." in answer.text
