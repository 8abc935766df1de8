"""What a browser loads of others before a choice, after it, and when it is taken back."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.consent_case import built, choose, open_settings, press, visit
from browser.surroundings import IN_A_BROWSER
from site_case import NOON

pytestmark = IN_A_BROWSER

GOOGLE = "www.googletagmanager.com"
CHAT = "chat.example.org"
VIDEO = "www.youtube-nocookie.com"
ACCEPT, REFUSE, CHOOSE = "Alle akzeptieren", "Alle ablehnen", "Auswahl"
LOAD = re.compile("^Video laden")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("consent"))


def test_nothing_of_others_loads_before_a_choice(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        for path in ("/", "/video/", "/du/", "/impressum/"):
            visitor.opened(path)
        assert visitor.asks()
        assert visitor.cookies() == set()
        assert visitor.choices() == {}
        assert visitor.errors == []


def test_a_refusal_is_kept_and_not_asked_about_again(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/"), REFUSE)
        expect(visitor.page.locator(".consent")).to_be_hidden()
        expect(visitor.opened("/video/").locator(".consent")).to_be_hidden()
        assert visitor.asks()
        assert visitor.choices() == {"youtube": False, "chatraum": False, "google-analytics": False}


def test_an_acceptance_loads_what_was_declared_on_every_page(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/"), ACCEPT)
        assert visitor.asks(GOOGLE, CHAT)
        visitor.opened("/video/")
        assert visitor.asks(GOOGLE, CHAT, VIDEO)
        assert visitor.errors == []


def test_a_single_choice_loads_that_alone(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        page = visitor.opened("/")
        press(page, CHOOSE)
        assert not any(box.is_checked() for box in page.get_by_role("checkbox").all())
        choose(page, Chatraum=True)
        visitor.opened("/video/")
        assert visitor.asks(CHAT)


def test_google_is_told_in_its_own_form(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/"), ACCEPT)
        assert visitor.asks(GOOGLE, CHAT)
        layer = visitor.page.evaluate("window.dataLayer.map((said) => [...said].map(String))")
        told = json.loads(visitor.page.evaluate("JSON.stringify(window.dataLayer.map((said) => [...said]))"))
        assert [said[0] for said in layer] == ["consent", "consent", "js", "config"]
        assert set(told[0][2].values()) == {"denied"}
        assert told[1][2] == {"analytics_storage": "granted"}


def test_a_withdrawal_removes_what_was_stored_and_what_runs(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/"), ACCEPT)
        page = visitor.opened("/video/")
        assert visitor.asks(GOOGLE, CHAT, VIDEO)
        assert visitor.cookies() == {"_ga", "_ga_T", "raum"}
        open_settings(page)
        with page.expect_event("load"):
            press(page, REFUSE)
        expect(page.locator("iframe")).to_have_count(0)
        expect(page.get_by_role("button", name=LOAD)).to_be_visible()
        assert visitor.asks()
        assert visitor.cookies() == set()
        assert page.evaluate("Object.keys(localStorage).sort()") == ["choices", "eigenes"]


def test_taking_back_one_leaves_the_others(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/video/"), ACCEPT)
        assert visitor.asks(GOOGLE, CHAT, VIDEO)
        open_settings(visitor.page)
        choose(visitor.page, YouTube=False)
        expect(visitor.page.locator("iframe")).to_have_count(0)
        assert visitor.asks(), "nothing that ran was taken back: no reload"
        open_settings(visitor.page)
        with visitor.page.expect_event("load"):
            choose(visitor.page, Google_Analytics=False)
        assert visitor.asks(CHAT)
        assert visitor.cookies() == {"raum"}


def test_another_window_follows(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/video/"), ACCEPT)
        other = visitor.page
        visitor.page = visitor.new_page()
        visitor.opened("/")
        open_settings(visitor.page)
        press(visitor.page, REFUSE)
        expect(other.locator("iframe")).to_have_count(0)
        expect(other.locator(".consent")).to_be_hidden()


def test_an_embed_loads_when_asked_once_or_always(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/video/"), REFUSE)
        press(visitor.page, LOAD)
        assert visitor.asks(VIDEO)
        expect(visitor.page.locator("iframe")).to_be_focused()
        page = visitor.opened("/video/")
        assert visitor.asks()
        page.get_by_label("immer laden").check()
        press(page, LOAD)
        assert visitor.asks(VIDEO)
        page = visitor.opened("/video/")
        assert visitor.asks(VIDEO)
        open_settings(page)
        choose(page, YouTube=False)
        expect(page.get_by_label("immer laden")).not_to_be_checked()
        visitor.opened("/video/")
        assert visitor.asks()


def test_the_signal_of_the_browser_is_a_refusal_that_is_told_once(browser: Browser, out: Path) -> None:
    with visit(browser, out, signal=True) as visitor:
        page = visitor.opened("/video/")
        expect(page.locator(".consent")).to_contain_text("Global Privacy Control")
        expect(page.get_by_role("button", name=ACCEPT, exact=True)).to_be_hidden()
        press(page, "Verstanden")
        expect(page.locator(".consent")).to_be_hidden()
        expect(visitor.opened("/").locator(".consent")).to_be_hidden()
        assert visitor.asks()
        open_settings(visitor.page)
        expect(visitor.page.get_by_role("dialog")).to_contain_text("Global Privacy Control")
        choose(visitor.page, Chatraum=True)
        visitor.opened("/")
        assert visitor.asks(CHAT), "what somebody chooses herself counts more than the signal"


def test_without_scripts_nothing_loads_and_nothing_asks(browser: Browser, out: Path) -> None:
    with visit(browser, out, javascript=False) as visitor:
        page = visitor.opened("/video/")
        assert visitor.asks()
        expect(page.locator(".consent")).to_be_hidden()
        expect(page.get_by_text("Cookie-Einstellungen").last).to_be_hidden()
        expect(page.get_by_role("button")).to_have_count(0)
        expect(page.get_by_role("link", name="Bei YouTube ansehen")).to_be_visible()


@pytest.mark.parametrize(("days", "asked"), [(179, False), (181, True)])
@pytest.mark.parametrize("answer", [ACCEPT, REFUSE])
def test_a_choice_holds_half_a_year(answer: str, days: int, asked: bool, browser: Browser, out: Path) -> None:  # noqa: FBT001 - a case
    with visit(browser, out, now=NOON) as visitor:
        press(visitor.opened("/"), answer)
        visitor.page.context.clock.set_fixed_time(NOON + timedelta(days=days))
        assert visitor.asks(*(() if answer == REFUSE else (GOOGLE, CHAT)))
        expect(visitor.opened("/").locator(".consent")).to_be_visible(visible=asked)
        assert visitor.asks(*(() if asked or answer == REFUSE else (GOOGLE, CHAT)))


def test_other_parties_are_asked_about_anew(browser: Browser, out: Path) -> None:
    with visit(browser, out) as visitor:
        press(visitor.opened("/"), ACCEPT)
        stored = json.dumps({**visitor.record(), "version": "of before"})
        visitor.page.evaluate("(stored) => localStorage.setItem('choices', stored)", stored)
        assert visitor.asks(GOOGLE, CHAT)
        expect(visitor.opened("/").locator(".consent")).to_be_visible()
        assert visitor.asks()
        assert visitor.cookies() == set()


def test_the_receipt_tells_the_day_and_can_be_kept(browser: Browser, out: Path) -> None:
    with visit(browser, out, now=NOON) as visitor:
        page = visitor.opened("/")
        press(page, CHOOSE)
        expect(page.locator("[data-choices-receipt]")).to_be_hidden()
        choose(page, Chatraum=True)
        open_settings(page)
        expect(page.locator("[data-choices-receipt] b")).to_have_text("21. November 2026 um 12:00")
        with page.expect_download() as download:
            page.get_by_role("button", name="Als Datei sichern").click()
        assert download.value.suggested_filename == "einwilligung.json"
        kept = json.loads(download.value.path().read_text("utf-8"))
        assert kept["choices"] == {"youtube": False, "chatraum": True, "google-analytics": False}
        assert kept["time"] == "2026-11-21T11:00:00.000Z"
        assert visitor.errors == []
