"""Comments in a browser: nothing that anybody typed runs, asks for anything, or stands in anybody's way."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count, islice
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from browser.scrolling import scroll_to_the_end
from browser.served import Served, served
from browser.surroundings import IN_A_BROWSER, from_npm
from browser.test_audit import RUN, TAGS, html_errors
from comment_case import INBOX, OPEN, PRIVACY, SETTINGS, comment, commented, ulid
from hostile import PAYLOADS, names, texts, websites
from site_case import SiteCase
from sitegen.model.comments.comment import Comment
from sitegen.model.comments.file import comment_bytes

pytestmark = IN_A_BROWSER

ON_A_PAGE: Final = 800
TRAP: Final = """
    window.caught = [];
    window.pwned = () => window.caught.push("pwned");
    for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => window.caught.push(name);
"""
TOUCH: Final = """() => {
    const kinds = ["mouseover", "pointerenter", "focus", "blur", "click", "load", "error", "toggle", "animationstart"];
    document.addEventListener("click", event => event.preventDefault(), true);
    const elements = [...document.querySelectorAll("#kommentare, #kommentare *")];
    for (const element of elements)
        for (const kind of kinds) element.dispatchEvent(new Event(kind, {bubbles: true, cancelable: true}));
    const attributes = elements.flatMap(element => [...element.attributes].map(found => found.name));
    const links = elements.filter(element => element.href).map(element => new URL(element.href).protocol);
    return {
        caught: window.caught,
        tags: [...new Set(elements.map(element => element.localName))].sort(),
        attributes: [...new Set(attributes)].sort(),
        protocols: [...new Set(links)].sort(),
        comments: document.querySelectorAll("#kommentare .comment").length,
    };
}"""
TAGS_OF_THE_LAYOUT: Final = {"section", "div", "article", "header", "span", "bdi", "time", "h2", "h3"}
TAGS_OF_TEXTS: Final = {"p", "br", "em", "strong", "s", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
ATTRIBUTES: Final = {
    *("id", "class", "href", "rel", "dir", "start", "datetime", "data-pagefind-ignore"),
    *("aria-label", "aria-hidden", "aria-labelledby"),
}


class SilentHandler(SimpleHTTPRequestHandler):
    """Files of a folder, without any policy: what a page does not hold itself, nothing else stops."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def without_policy(out: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SilentHandler, directory=str(out))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@contextmanager
def trapped(browser: Browser, origin: str) -> Iterator[tuple[Page, list[str]]]:
    """A page in which every call of a script is caught, and the addresses elsewhere that it asked for."""
    context = browser.new_context(base_url=origin)
    context.add_init_script(TRAP)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(origin) else asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog: {dialog.message}"))
    yield page, asked
    context.close()


def raw_file(number: int, text: str, post: str, **head: str) -> bytes:
    """A file as no writer of ours would make it."""
    fields = {"format": "1", "id": ulid(number), "post": post, "date": "2026-11-02T10:00:00Z", **head}
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\n{lines}---\n{text}\n".encode("utf-8", "replace")


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Path and bytes of files with every payload as name, website and text, by our writer and past it."""
    numbers = count(1)
    for text in texts():
        number = next(numbers)
        post = f"seite-{number // ON_A_PAGE}"
        yield f"content/comments/{post}/{ulid(number)}.md", raw_file(number, text, post, name='"Text"')
    for name in names():
        number = next(numbers)
        post = f"seite-{number // ON_A_PAGE}"
        named = comment(number, name, f"Name {number}", post=post, parent=number - 1 if number % ON_A_PAGE else 0)
        yield named.path, comment_bytes(named)
    for website in websites():
        number = next(numbers)
        post = f"seite-{number // ON_A_PAGE}"
        typed = json.dumps(website, ensure_ascii=False)
        yield f"content/comments/{post}/{ulid(number)}.md", raw_file(number, "Website", post, website=typed)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    site = SiteCase.of(tmp_path_factory.mktemp("hostile"), PRIVACY, settings=SETTINGS + OPEN + INBOX)
    for path, raw in hostile_files():
        target = site.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    for folder in (site.root / "content/comments").iterdir():
        site.post(f"2026-11-01-{folder.name}", "Ein Text.", title=f"Beitrag {folder.name}")
    result = site.build()
    if not result.written:  # addresses with an @ in them stop a build; they are taken out for the rest
        for found in result.findings.items:
            if found.code == "SG751":
                site.remove(found.span.file)
        result = site.build()
    assert result.written, site.report(result)
    return site


def test_nothing_that_anybody_typed_runs(browser: Browser, hostile: SiteCase) -> None:
    assert len(set(PAYLOADS)) >= 120
    seen = 0
    with without_policy(hostile.out) as origin, trapped(browser, origin) as (page, asked):
        for path in sorted(hostile.out.glob("blog/seite-*/index.html")):
            page.goto(f"/{path.parent.relative_to(hostile.out).as_posix()}/")
            found = page.evaluate(TOUCH)
            assert found["caught"] == []
            assert set(found["tags"]) <= TAGS_OF_THE_LAYOUT | TAGS_OF_TEXTS
            assert set(found["attributes"]) <= ATTRIBUTES
            assert set(found["protocols"]) <= {"http:", "https:", "mailto:"}
            seen += found["comments"]
        assert asked == []
    assert seen > len(PAYLOADS) * 18


def test_the_trap_catches_what_runs(browser: Browser, tmp_path: Path) -> None:
    attacks = "<p onmouseover=pwned()>x</p><script>alert(1)</script><img src=//evil.example/x.png onerror=pwned()>"
    (tmp_path / "index.html").write_text(f"<!doctype html><div id=kommentare>{attacks}</div>", "utf-8")
    with without_policy(tmp_path) as origin, trapped(browser, origin) as (page, asked):
        page.goto("/")
        found = page.evaluate(TOUCH)
        assert {"alert", "pwned"} <= set(found["caught"])
        assert asked == [f"http://{'evil.example'}/x.png"]


def discussion() -> Iterator[Comment]:
    """A discussion with one of everything."""
    long = "Einlangeswortohneeinzigestrennstelle" * 4
    yield comment(1, website="https://anna.example/", text=f"Danke! *Sehr* gut: `code`\n\n```\n{long}\n```\n\n{long}")
    yield comment(2, "Vera Sonne", "> Danke!\n\nGern, [hier](https://a.example/).", parent=1, type="owner_reply")
    yield comment(3, "Özlem", "1. eins\n2. zwei\n   - drei", parent=2)
    yield comment(4, "", "Noch tiefer.", parent=3)
    yield comment(5, deleted=True)
    yield comment(6, "مريم", "مرحبا بالعالم", parent=5)
    yield comment(7, "Blog von Kim", "", type="pingback", website="https://kim.example/")
    yield from (comment(8 + number, name, "Auch.") for number, name in enumerate(islice("abcdefghij", 8)))


@pytest.fixture(scope="module")
def threads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    site = commented(tmp_path_factory.mktemp("threads"), *discussion()).built()
    with served(site.out) as answering:
        yield answering


@pytest.mark.parametrize(("width", "colours"), [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")])
def test_axe_finds_nothing_in_a_discussion(width: int, colours: str, browser: Browser, threads: Served) -> None:
    context = browser.new_context(
        base_url=threads.origin,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if colours == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"/blog/rechnungen/#kommentar-{ulid(3)}")
    page.evaluate(f"{from_npm('axe-core/axe.min.js').read_text('utf-8')}; 0")
    assert page.evaluate(RUN, list(TAGS)) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_the_html_checker_finds_no_error_in_a_discussion(threads: Served) -> None:
    assert html_errors(threads.out / "blog") == set()


def test_a_discussion_asks_nobody_else_for_anything(browser: Browser, threads: Served) -> None:
    with trapped(browser, threads.origin) as (page, asked):
        page.goto("/blog/rechnungen/")
        scroll_to_the_end(page)
        assert asked == []
