"""A visitor of a built site whose every request is answered here: its own files, and stand-ins for all others.

Nothing leaves the machine. What others would be asked for is written down, and their stand-ins store what the
declarations of the golden site say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route

from browser.served import TYPES
from browser.shifting import SHIFTS
from plain_site import SITES, lay_golden_site
from site_case import SiteCase
from waiting import PATIENCE

ORIGIN: Final = "https://www.buero-einwilligung.example"
SIGNAL: Final = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"
STAND_INS: Final = {
    "/gtag/js": "for (const own of ['_ga', '_ga_T']) document.cookie = `${own}=1; path=/; domain=${location.host}`;",
    "/chat.js": "document.cookie = 'raum=1; path=/'; localStorage.raum_7 = 'x'; localStorage.eigenes = 'bleibt';",
}
"""What scripts of others do, by their path."""
WATCHED: Final = 80
"""Milliseconds in which one that must not come would have come."""
PAGES: Final = {**TYPES, ".css": "text/css", ".html": "text/html; charset=utf-8"}


class Visit:
    """One visitor with one page, and what others have been asked for."""

    def __init__(self, context: BrowserContext, out: Path) -> None:
        self._asked: list[str] = []
        self.errors: list[str] = []
        self._out = out
        self._context = context
        context.route("**/*", self._answer)
        self.page = self.new_page()

    def new_page(self) -> Page:
        """A further window of the same browser."""
        page = self._context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        return page

    def opened(self, path: str) -> Page:
        """A page of the site, when its own scripts have run."""
        self.page.goto(f"{ORIGIN}{path}", wait_until="load")
        return self.page

    def asks(self, *hosts: str) -> bool:
        """Whether the visit has asked exactly these others since the last time; waits for those that must come."""
        deadline = monotonic() + PATIENCE
        while not self._hosts().issuperset(hosts) and monotonic() < deadline:
            self.page.wait_for_timeout(20)
        self.page.wait_for_timeout(WATCHED)
        asked = self._hosts()
        self._asked.clear()
        return asked == set(hosts)

    def _hosts(self) -> set[str]:
        return {urlsplit(url).hostname or "" for url in self._asked}

    def cookies(self) -> set[str]:
        """The names of the cookies that the page can see."""
        return {cookie.get("name", "") for cookie in self._context.cookies(ORIGIN)}

    def record(self) -> dict[str, Any]:
        """The choice as it is stored; empty before there is one."""
        found: dict[str, Any] = json.loads(self.page.evaluate("localStorage.getItem('choices')") or "{}")
        return found

    def choices(self) -> dict[str, bool]:
        """Who is allowed and who is not."""
        return dict(self.record().get("choices", {}))

    def _answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        if f"{url.scheme}://{url.netloc}" == ORIGIN:
            file = self._out / url.path.strip("/")
            file = file / "index.html" if url.path.endswith("/") else file
            route.fulfill(path=file, content_type=PAGES[file.suffix])
            return
        self._asked.append(route.request.url)
        if route.request.resource_type == "script":
            route.fulfill(body=STAND_INS.get(url.path, ""), content_type=PAGES[".js"])
        else:
            route.fulfill(body="<title>x</title>", content_type=PAGES[".html"])


def built(root: Path, preset: str = "paper") -> Path:
    """The golden site in this look, built in `root`; its output folder."""
    case = SiteCase(root)
    lay_golden_site(SITES / "consent", root)
    case.edit("site.yaml", "third_parties:\n", f"theme: {{preset: {preset}}}\nthird_parties:\n")
    result = case.build()
    assert result.written, case.report(result)
    return case.out


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press the button of this name."""
    page.get_by_role("button", name=name, exact=True).click()


def open_settings(page: Page) -> None:
    """Press what stands in the foot of every page."""
    page.get_by_role("contentinfo").get_by_role("button", name="Cookie-Einstellungen").click()


def choose(page: Page, **answers: bool) -> None:
    """Set these in the settings, and save."""
    for name, checked in answers.items():
        page.get_by_label(name.replace("_", " "), exact=True).set_checked(checked)
    press(page, "Auswahl speichern")


@contextmanager
def visit(
    browser: Browser,
    out: Path,
    *,
    width: int = 1280,
    dark: bool = False,
    javascript: bool = True,
    signal: bool = False,
    now: datetime | None = None,
) -> Iterator[Visit]:
    """A new visitor, who knows nothing of the site."""
    context = browser.new_context(
        viewport={"width": width, "height": 640},
        color_scheme="dark" if dark else "light",
        java_script_enabled=javascript,
        reduced_motion="reduce",
        locale="de-DE",
        timezone_id="Europe/Berlin",
        accept_downloads=True,
    )
    if javascript:
        context.add_init_script(f"{SIGNAL if signal else ''};{SHIFTS}")
    if now:
        context.clock.set_fixed_time(now)
    try:
        yield Visit(context, out)
    finally:
        context.close()
