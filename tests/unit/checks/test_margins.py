"""What stands around `<main>` is read once, and not everything there is worth a second look."""

from __future__ import annotations

import pytest

from sitegen.checks import margins
from sitegen.checks.margins import gist_of, taken_apart
from sitegen.plan.policy import SITE_SLOT

HEADER = '<header class="kopf"><a href="/">Start</a></header>'
MAIN = "<main><h1>Titel</h1></main>"
FOOTER = '<footer><p>© Werkstatt</p><ul><li><a href="/x/">X</a></li></ul></footer>'


def page(before: str = HEADER, main: str = MAIN, behind: str = FOOTER) -> bytes:
    """A page as layouts make it."""
    head = '<head><meta charset="utf-8"><title>Titel</title></head>'
    return f'<!doctype html>\n<html lang="de">\n{head}\n<body>{before}\n{main}\n{behind}</body>\n</html>\n'.encode()


@pytest.fixture(autouse=True)
def _in_a_process_that_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(margins, "_margins", {})


@pytest.mark.parametrize(
    "behind",
    [
        FOOTER.replace("Werkstatt", "Büro"),
        FOOTER.replace("</ul>", "</ul><p>Noch eine Zeile</p>"),
        FOOTER.replace("</p>", "</p>\n<hr>\n"),
        f"{FOOTER}<h2>Haus</h2><p>Ganz unten</p>",
    ],
)
def test_a_line_that_says_nothing(behind: str) -> None:
    assert gist_of(page(behind=behind)) == gist_of(page())


@pytest.mark.parametrize(
    "behind",
    [
        FOOTER.replace("X</a>", "Y</a>"),
        FOOTER.replace("/x/", "/y/"),
        FOOTER.replace("<p>", "<p hidden>"),
        FOOTER.replace("<ul>", '<ul class="captcha">'),
        FOOTER.replace("Werkstatt", "§ 5 TMG"),
        FOOTER.replace("Werkstatt", "<b>T</b>MG"),
        FOOTER.replace("Werkstatt", "Text folgt"),
        FOOTER.replace("Werkstatt", "Anzeige"),
        FOOTER.replace("Werkstatt", '<a href="https://amzn.to/1">Buch</a>'),
        FOOTER.replace("</footer>", '<form action="/s"><input name="q"></form></footer>'),
        FOOTER.replace("Werkstatt</p>", "Werkstatt</p><blockquote>Gut</blockquote>"),
        f"{FOOTER}unten",
        f"<p>Zeile</p>unten{FOOTER}",
        "",
    ],
)
def test_a_line_that_says_something(behind: str) -> None:
    assert gist_of(page(behind=behind)) != gist_of(page())


def test_what_the_page_itself_says_is_in_its_gist() -> None:
    assert gist_of(page(main=MAIN.replace("Titel", "Name"))) != gist_of(page())


def test_a_block_that_begins_a_line() -> None:
    """Without it, both words would stand on one."""
    assert gist_of(page(behind="BFSG<p>x</p>-konform")) != gist_of(page(behind="BFSG-konform"))


@pytest.mark.parametrize(
    "html",
    [
        page().replace(b"<!doctype html>", b""),
        page().replace(b"<main>", b"<div>").replace(b"</main>", b"</div>"),
        page(before="<div>", behind="</div>"),
        page(main="<main><b>x</main>"),
        page(main="<main><!-- </main>", behind="-->"),
        page(main="<main><div><form></div></main>"),
        page(main="<main>x</main><main>y</main>"),
        page(before="<body hidden>"),
        page(behind=f"<p>{SITE_SLOT}</p>"),
        page(main="<main><body hidden></main>"),
        page().replace(b"<title>", b"<p>"),
    ],
)
def test_a_page_that_is_one_piece(html: bytes) -> None:
    assert taken_apart(html) is None


def test_no_more_margins_are_kept_than_help(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken_apart(page(before="<p>bekannt</p>")) is not None
    monkeypatch.setattr(margins, "KEPT", 0)
    assert taken_apart(page(before="<p>bekannt</p>")) is not None
    assert taken_apart(page(before="<p>unbekannt</p>")) is None
