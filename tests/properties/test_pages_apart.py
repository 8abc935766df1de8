"""A page taken apart around `<main>` has the facts that it has in one piece, and so has every page of the same gist."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, event, example, given
from hypothesis import strategies as st

from plain_site import SITES
from sitegen.checks import margins
from sitegen.checks.facts import PageFacts, facts_of
from sitegen.checks.margins import gist_of, taken_apart
from sitegen.plan.policy import SITE_SLOT

NO_PART_OF_IT = b"<!-- -->"
"""Before a doctype: changes nothing but that the page is left in one piece."""
WHOLE_PAGES = sorted(SITES.glob("*/expected/index.html")) + sorted(SITES.glob("*/expected/404.html"))

QUIET = (
    "<p>Neu</p>",
    "<div>Neu</div>",
    "<ul><li>Neu</li></ul>",
    "<p>Neu <b>und</b> anders</p>",
    " ",
    "<hr>",
    "<p></p>",
)
SOUND = (
    *("<h2>Haus</h2>", '<a href="/impressum/">Impressum</a>', '<p><a href="https://amzn.to/1" rel=sponsored>x</a></p>'),
    *("<header>Anzeige</header>", "<p>nach § 5 TMG</p>", "<p><b>T</b>MG</p>", "<p>5 €</p>", "<p>Text folgt</p>", "Neu"),
    *('<form action="/s"><input name=q></form>', "<template><a href=/y>y</a></template>", "<q>TMG</q>", "BFSG-konform"),
    *("<script>fetch('/a')</script>", "<div hidden><a href=/datenschutz/>Datenschutz</a></div>", "<dialog>x</dialog>"),
    *(
        "<svg><a href=/z>z</a></svg>",
        '<article class="comment"></article>',
        "<blockquote>Gut</blockquote>",
        "<!-- x -->",
    ),
    *(
        '<img src="/a.png">',
        '<p class="captcha"></p>',
        "<button data-choices>x</button>",
        "<title>KI</title>",
        SITE_SLOT,
    ),
    *('<a href="/x/" onclick="x()"></a>', "<table><tr><td>§ 14 BGB</td></tr></table>", "<p>Text<p>folgt", *QUIET),
)
OPEN = (
    *(
        "<header>",
        "</header>",
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        '<a href="/x/">',
        "</a>",
        "<b>",
        "</b>",
        "<!--",
    ),
    *("-->", "<form>", "</form>", "<table>", "</table>", "<select>", "<svg>", "</svg>", "<template>", "</template>"),
    *("<script>", "</script>", "<title>", "<q>", "<plaintext>", "<frameset>", "</body>", "</html>", "<body hidden>"),
    *("<html hidden>", "<MAIN>", "</MAIN>", "<main>", '<p title="', '">', "<li>", "<noscript>", "</head>", "<head>"),
)
PIECES = st.lists(st.sampled_from(SOUND) | st.sampled_from(SOUND) | st.sampled_from(OPEN), max_size=3).map("".join)
MARGINS = st.lists(st.sampled_from(SOUND), max_size=3).map("".join) | PIECES
HEADS = st.sampled_from(("<title>T</title>", "<title>KI – Impressum</title>")) | st.sampled_from(
    (
        *("<title>", "<!--", "<script>", "<style>", "<noscript>", "<template>", "<p>", "<b>", "text", "</head>", '"'),
        *("<!-- <body a", "<!-- <body a--", "<frameset>", "<form>", "<meta name=a>", "<BODY hidden>", "<title><body>"),
    )
)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """Pages with anything in them, most with a `main`."""
    opening = draw(st.sampled_from((*["<!doctype html>"] * 9, "<!DOCTYPE html>\n", "", "<!-- ")))
    language = draw(st.sampled_from((*[' lang="de"'] * 6, "", " hidden", ' x="')))
    body = draw(st.sampled_from((*['<body class="a">'] * 6, "<body>", "<body hidden>", '<body x="', "<p><body>", "")))
    main = draw(st.sampled_from((*["<main>"] * 6, '<main id="inhalt">', "<main hidden>", "<MAIN>")))
    head, before, within, behind = draw(HEADS), draw(MARGINS), draw(MARGINS), draw(MARGINS)
    return f"{opening}<html{language}><head>{head}</head>{body}{before}{main}{within}</main>{behind}".encode()


def facts_in_one_piece(html: bytes) -> PageFacts:
    """The facts of a page that is not taken apart."""
    assert taken_apart(NO_PART_OF_IT + html) is None
    return facts_of(NO_PART_OF_IT + html)


@pytest.fixture(autouse=True)
def _in_a_process_that_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(margins, "_margins", {})
    monkeypatch.setattr(margins, "KEPT", 1_000_000)


@given(pages())
@example(b"<!doctype html><html><head><form></head><body><main></main>")
@example(
    b"<!doctype html><html><head><!--</head><body><p>--><main>--><MAIN><a href=/impressum>Impressum</a></MAIN></main>"
)
@example(b"<!doctype html><html><head></head><body><p>x</p><body hidden><main></main><a href=/impressum>Impressum</a>")
@example(b"<!doctype html><html><head></head><body><p><b>x</p><main></main><form>x</form>")
@example(b"<!doctype html><html><head></head><body><main><div><form></div></main><form action=/x></form>")
@example(b"<!doctype html><html><head></head><body><table><main></main><a href=/x>x</a></table>")
def test_parts_say_what_the_whole_page_says(html: bytes) -> None:
    event(f"taken apart: {taken_apart(html) is not None}")
    assert facts_of(html) == facts_in_one_piece(html)


@given(pages(), st.data())
def test_pages_of_the_same_gist_have_the_same_facts(html: bytes, data: st.DataObject) -> None:
    parts = margins.Parts.of(html)
    assume(parts and taken_apart(html))
    assert parts is not None
    before, behind = data.draw(edited(parts.before)), data.draw(edited(parts.behind))
    other = b"".join((parts.opening, parts.head, parts.body, before, parts.main, behind))
    is_same = gist_of(other) == gist_of(html)
    event(f"same gist: {is_same}")
    assert not is_same or facts_in_one_piece(other) == facts_in_one_piece(html)


def edited(margin: bytes) -> st.SearchStrategy[bytes]:
    """A margin with something put in somewhere."""
    return st.builds(
        lambda at, piece: margin[:at] + piece.encode() + margin[at:],
        st.sampled_from([number for number in range(len(margin) + 1) if margin[number : number + 1] in b"<"]),
        st.sampled_from(QUIET) | st.sampled_from(SOUND + OPEN),
    )


@pytest.mark.parametrize("page", WHOLE_PAGES, ids=lambda page: page.parts[-3])
def test_pages_of_golden_sites_are_taken_apart(page: Path) -> None:
    html = page.read_bytes()
    assert taken_apart(html) is not None
    assert facts_of(html) == facts_in_one_piece(html)
