"""What stands for things of others: nothing of it loads by itself, whatever an author types, and everybody is told."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_case import MINIMAL, SiteCase, codes
from sitegen.features.search.records import record_of
from sitegen.model.body import Body, EmbedSlot
from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_party import host_of
from sitegen.render.embeds import own_entry, without_embeds
from sitegen.render.markdown import MarkdownOptions, render_body
from sitegen.render.markdown.embed_sources import seconds
from sitegen.render.markdown.shortcodes import SHORTCODES

DECLARED = "third_parties:\n" + "".join(
    f"  - use: {party}\n"
    for party in ("youtube", "vimeo", "spotify", "openstreetmap", "google-maps", "calendly", "cal")
)
YOUTUBE = "third_parties:\n  - use: youtube\n"
DOCUMENT = (Path(__file__).parents[3] / "docs" / "einbetten.md").read_text("utf-8")
GOOGLE_MAP = '{{ map "Markt 1, Leipzig" provider="google" }}'
FILM = '{{ youtube "aqz-KE-bpKQ" title="Ein Film" }}'
OWN = "termine.example.org"
ENTRY = own_entry(OWN).replace("www.example.org", OWN)
FRAME = f'<iframe src="https://{OWN}/" title="Termine"></iframe>'
LOADING = "img, iframe, script, link, video, audio, source, object, embed, image, use, form"
"""Elements that ask for something."""
EMBEDS = [shortcode for shortcode in SHORTCODES.values() if shortcode.embed]
PIECES = (
    *("https://", "http:", "//", "/", "\\", "@", "?", "&", "#", "=", ".", ":", " ", "'", "<", ">", "\n", "%2F", "ä"),
    *("youtu.be", "www.youtube.com", "vimeo.com", "calendly.com", "cal.com", "www.google.com", "open.spotify.com"),
    *("evil.example", "watch", "v=", "t=", "aqz-KE-bpKQ", "76979871", "episode", "51.05", "13.73", "a", "@51.0,13.7"),
)


def embeds_of(body: Body) -> list[EmbedSlot]:
    return [slot for slot in body.slots if isinstance(slot, EmbedSlot)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    """A site with embeds of every kind, built without a finding."""
    settings = f"{MINIMAL}images: {{default_credit: eigen, cards: nein}}\n{DECLARED}{ENTRY}\n"
    site = SiteCase.of(tmp_path_factory.mktemp("embeds"), {}, settings=settings.replace("consent", "contract"))
    site.write("static/bild.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"></svg>')
    site.write("content/datenschutz.md", "---\ntitle: Datenschutz\n---\n\nText.\n")
    site.post("alle", "\n\n".join([*(shortcode.usage.example for shortcode in EMBEDS), FRAME])).post(
        "karte", GOOGLE_MAP
    )
    site.post("sie", f"Davor.\n\n{FILM}\n\nDanach.").post("du", FILM, tone="du").post("eigen", FRAME)
    site.post("bild", FILM.replace("title", 'preview="/bild.svg" title'))
    return site.post("vimeo", '{{ vimeo "76979871" title="Ein \'Rundgang\' & mehr" }}').built()


def about(site: SiteCase, post: str) -> LexborNode:
    """What a post says about its embed."""
    found = site.main(f"blog/{post}/index.html").css_first(".embed-about")
    assert found is not None
    return found


@given(typed=st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_whatever_is_typed_only_hosts_of_the_party_are_ever_named(typed: str) -> None:
    for shortcode in EMBEDS:
        given_as = typed.replace('"', "")
        body = render_body(f'{{{{ {shortcode.name} "{given_as}" title="Titel" }}}}', MarkdownOptions())
        for slot in embeds_of(body):
            assert SHIPPED[slot.party].serves(host_of(slot.source)), slot
            assert re.fullmatch(r"https://[a-z.-]+/[!-~]*", slot.source), slot
            assert re.fullmatch(r"https://[a-z.-]+/[!-~]*", slot.page), slot


@given(typed=st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_a_raw_frame_never_gets_into_a_page_with_a_foreign_address(typed: str) -> None:
    address = typed.replace("<", "&lt;").replace(">", "&gt;").replace("\n", "&#10;")
    body = render_body(f'<iframe src="{address}" title="Titel"></iframe>', MarkdownOptions())
    left = [unescape(value) for value in re.findall(r"<iframe[^>]*\bsrc=\"([^\"]*)", body.html)]
    assert [value for value in left if not re.fullmatch(r"\0\d+\0|\s*", value)] == []
    for slot in embeds_of(body):
        assert re.fullmatch(r"https://[a-z.-]+(?:[/?#][^\s\\]*)?", slot.source), slot


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *(("0", 0), ("90", 90), ("90s", 90), ("1:30", 90), ("1m30s", 90), ("2m", 120), ("1:02:03", 3723)),
        *((" 1H ", 3600), ("", None), ("bald", None), ("1:3", None), ("-5", None), ("9" * 30, None), ("h", None)),
    ],
)
def test_when_a_video_begins(typed: str, expected: int | None) -> None:
    assert seconds(typed) == expected


def test_everything_waits_in_a_template(site: SiteCase) -> None:
    """The parser does as browsers do: what stands in a template is no part of the page."""
    main = site.main("blog/alle/index.html")
    assert len(main.css(".embed")) == site.html("blog/alle/index.html").count("<template><iframe ") == len(EMBEDS) + 1
    assert [node.html for node in main.css(LOADING)] == []


def test_the_frame_is_boxed_named_and_lazy(site: SiteCase) -> None:
    template = re.search("<template>(.*?)</template>", site.html("blog/vimeo/index.html"))
    assert template
    frame = LexborHTMLParser(template[1]).css_first("iframe")
    assert frame is not None
    assert frame.attributes["src"] == "https://player.vimeo.com/video/76979871?dnt=1"
    assert frame.attributes["title"] == "Ein ‚Rundgang‘ & mehr"
    assert frame.attributes["loading"] == "lazy"
    assert frame.attributes["referrerpolicy"] == "strict-origin-when-cross-origin"
    assert "allow-top-navigation" not in (frame.attributes["sandbox"] or "allow-top-navigation")


@pytest.mark.parametrize(("tone", "words"), [("sie", "Ihre IP-Adresse"), ("du", "deine IP-Adresse")])
def test_visitors_are_told_in_the_tone_of_the_page(tone: str, words: str, site: SiteCase) -> None:
    text = about(site, tone).text()
    assert "YouTube (Google Ireland Limited)" in text
    assert words in text
    assert "Drittland: USA." in text
    assert "willig" in text


def test_nobody_is_asked_for_consent_where_none_is_needed(site: SiteCase) -> None:
    text = about(site, "eigen").text()
    assert f"{OWN} (Muster GmbH)" in text
    assert not re.search(r"willig|Cookies|Drittland", text)


def test_the_button_is_described_by_what_is_told(site: SiteCase) -> None:
    button = site.main("blog/sie/index.html").css_first("button[data-embed-load]")
    assert button is not None
    assert button.attributes["aria-describedby"] == about(site, "sie").attributes["id"]


def test_the_privacy_page_is_linked_or_where_there_is_none_that_of_the_party(site: SiteCase, tmp_path: Path) -> None:
    bare = SiteCase.of(tmp_path, {}, settings=MINIMAL + YOUTUBE).post("sie", FILM).built()
    links = [about(each, "sie").css_first("a") for each in (site, bare)]
    assert [link and link.attributes["href"] for link in links] == ["/datenschutz/", SHIPPED["youtube"].privacy_url]


def test_an_own_picture_stands_before_it_and_goes_the_way_of_all_pictures(site: SiteCase) -> None:
    figure = site.main("blog/bild/index.html").css_first("figure")
    assert figure is not None
    picture = figure.css_first("img")
    assert picture is not None
    assert (picture.attributes["src"], picture.attributes["alt"]) == ("/bild.svg", "")
    assert figure.css_first("figcaption .credit") is not None


def test_a_picture_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}, settings=MINIMAL + YOUTUBE)
    assert codes(site.post("a", FILM.replace("title", 'preview="weg.jpg" title')).build()) == ["SG303"]


def test_the_search_knows_the_title_and_nothing_else(site: SiteCase) -> None:
    record = record_of(site.html("blog/sie/index.html"))
    assert [line.text for line in record.lines] == ["Davor.", "Ein Film", "Danach."]


def test_readers_of_feeds_get_plain_links(site: SiteCase) -> None:
    html = without_embeds(site.html("blog/alle/index.html"))
    assert html.count("<p><a href=") == len(EMBEDS) + 1
    assert '<p><a href="https://cal.com/name/termin">Kalender bei Cal.com öffnen (Termin aussuchen)</a></p>' in html
    assert not re.search(r"embed|template|iframe", html.partition("<main")[2].partition("</main>")[0])
    assert "iframe" not in site.html("feed.xml") + site.html("rss.xml") + site.html("feed.json")


@pytest.mark.parametrize("text", [FILM, FRAME])
def test_the_lines_of_the_finding_are_ready_to_paste(text: str, tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}, settings=MINIMAL).post("a", text)
    (finding,) = site.build().findings.items
    assert finding.code in {"SG810", "SG811"}
    lines = finding.cure.partition("\n")[2].replace("www.example.org", "www.example.net")  # here it is the own site
    site.write("site.yaml", f"{MINIMAL}{lines}\n").built()


def test_every_example_of_the_document_is_right_and_every_option_is_in_it() -> None:
    lines = re.findall(r"\{\{.*?\}\}|<iframe.*?</iframe>", DOCUMENT)
    bodies = [render_body(line, MarkdownOptions()) for line in lines]
    assert [body.findings for body in bodies if body.findings] == []
    shown = {slot.party for body in bodies for slot in embeds_of(body)} - {""}
    assert {f"`{party}`" for party in shown} <= set(re.findall(r"`[a-z-]+`", DOCUMENT))
    assert {f"`{each.name}`" for embed in EMBEDS for each in embed.usage.parameters[1:]} <= set(
        re.findall(r"`[a-z]+`", DOCUMENT)
    )
    assert shown == {"youtube", "vimeo", "spotify", "openstreetmap", "google-maps", "calendly", "cal"}
