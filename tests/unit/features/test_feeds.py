"""The three feeds, read back as a feed reader reads them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL as BARE
from site_case import SiteCase
from sitegen.features.feeds import with_full_addresses

MINIMAL = BARE + QUIET

ATOM = "{http://www.w3.org/2005/Atom}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
SUBFOLDER = MINIMAL.replace("example.org/", "example.org/va/") + "description: Kurz & gut\nblog: {feed_size: 3}\n"

FILES = {
    "content/index.md": "---\ntitle: Start\n---\nGuten Tag.\n",
    "content/authors/jo.md": "---\ntitle: Jo Adler\n---\nJo.\n",
    "static/bild.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"></svg>\n',
    "content/blog/alt.md": "---\ntitle: Zu alt für den Feed\ndate: 2020-01-01\n---\nText.\n",
    "content/blog/winter.md": (
        "---\ntitle: Winter <b>& mehr</b>\ndate: 2026-01-15\nauthor: jo\ncategory: Büro\ntags: [E-Mail, Zeit]\n"
        "summary: Kurz gesagt.\n---\n"
        "[Start](../index.md), [Fuß](#unten), [fremd](https://www.example.com/x), <a href='/'>roh</a>.[^1]\n\n"
        '![Bild](/bild.svg)\n\n## Unten\n\n`href="/bleibt/"`\n\n[^1]: Fußnote\n'
    ),
    "content/blog/sommer.md": (
        "---\ntitle: Sommer\ndate: 2026-07-15 18:30\nupdated: 2026-10-26\nauthors: [jo, Kim Gast]\n"
        "ad: Firma GmbH\n---\nWarm.\n"
    ),
    "content/blog/herbst.md": "---\ntitle: Herbst\ndate: 2026-10-25\n---\nKühl.\n",
    "content/blog/entwurf.md": "---\ntitle: Entwurf\ndate: 2026-11-01\ndraft: ja\n---\nGeheim.\n",
    "content/blog/morgen.md": "---\ntitle: Morgen\ndate: 2026-11-22\n---\nGeheim.\n",
    "content/blog/vorbei.md": "---\ntitle: Vorbei\ndate: 2026-11-01\nexpires: 2026-11-20\n---\nGeheim.\n",
}

HERBST, SOMMER, WINTER = (f"https://www.example.org/va/blog/{name}/" for name in ("herbst", "sommer", "winter"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    case = SiteCase.of(tmp_path_factory.mktemp("feeds"), FILES, settings=SUBFOLDER)
    lay_plain_layouts(case.root)
    return case.built()


@pytest.fixture(scope="module")
def atom(site: SiteCase) -> ET.Element:
    return ET.fromstring(site.html("feed.xml"))


@pytest.fixture(scope="module")
def channel(site: SiteCase) -> ET.Element:
    found = ET.fromstring(site.html("rss.xml")).find("channel")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def feed(site: SiteCase) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(site.html("feed.json"))
    return value


def texts(parent: ET.Element, *path: str) -> list[str]:
    return [found.text or "" for found in parent.findall("/".join(path))]


def links(parent: ET.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in parent.findall(f"{ATOM}link")}


def test_the_newest_published_posts_stand_in_order_in_all_three(
    atom: ET.Element, channel: ET.Element, feed: dict[str, Any]
) -> None:
    wanted = [HERBST, SOMMER, WINTER]
    assert texts(atom, f"{ATOM}entry", f"{ATOM}id") == wanted
    assert [links(entry) for entry in atom.findall(f"{ATOM}entry")] == [{"alternate": url} for url in wanted]
    assert texts(channel, "item", "guid") == texts(channel, "item", "link") == wanted
    assert [item["id"] for item in feed["items"]] == [item["url"] for item in feed["items"]] == wanted


def test_an_advertising_post_is_marked_in_its_title(
    atom: ET.Element, channel: ET.Element, feed: dict[str, Any]
) -> None:
    wanted = ["Herbst", "Anzeige: Sommer", "Winter <b>& mehr</b>"]
    assert texts(atom, f"{ATOM}entry", f"{ATOM}title") == wanted
    assert texts(channel, "item", "title") == wanted
    assert [item["title"] for item in feed["items"]] == wanted


def test_dates_are_berlin_time_in_summer_and_in_winter(
    atom: ET.Element, channel: ET.Element, feed: dict[str, Any]
) -> None:
    """The day of „herbst“ is the one on which the clocks go back: at six it is winter time already."""
    published = ["2026-10-25T06:00:00+01:00", "2026-07-15T18:30:00+02:00", "2026-01-15T06:00:00+01:00"]
    assert texts(atom, f"{ATOM}entry", f"{ATOM}published") == published
    assert [item["date_published"] for item in feed["items"]] == published
    sent = [parsedate_to_datetime(text) for text in texts(channel, "item", "pubDate")]
    assert sent == [datetime.fromisoformat(text) for text in published]
    assert [moment.utcoffset() for moment in sent] == [timedelta(hours=hours) for hours in (1, 2, 1)]
    assert texts(channel, "item", "pubDate")[2] == "Thu, 15 Jan 2026 06:00:00 +0100"


def test_dates_of_change_come_from_the_posts(atom: ET.Element, channel: ET.Element, feed: dict[str, Any]) -> None:
    changed = ["2026-10-25T06:00:00+01:00", "2026-10-26T06:00:00+01:00", "2026-01-15T06:00:00+01:00"]
    assert texts(atom, f"{ATOM}entry", f"{ATOM}updated") == changed
    assert texts(atom, f"{ATOM}updated") == [changed[1]]
    assert texts(channel, "lastBuildDate") == ["Mon, 26 Oct 2026 06:00:00 +0100"]
    assert [item.get("date_modified") for item in feed["items"]] == [None, changed[1], None]


def test_authors_and_the_site_itself_where_nobody_is_named(
    atom: ET.Element, channel: ET.Element, feed: dict[str, Any]
) -> None:
    wanted = [["Büro Test"], ["Jo Adler", "Kim Gast"], ["Jo Adler"]]
    assert [texts(entry, f"{ATOM}author", f"{ATOM}name") for entry in atom.findall(f"{ATOM}entry")] == wanted
    assert [texts(item, CREATOR) for item in channel.findall("item")] == wanted
    assert [[author["name"] for author in item["authors"]] for item in feed["items"]] == wanted


def test_category_and_tags(atom: ET.Element, channel: ET.Element, feed: dict[str, Any]) -> None:
    entry = atom.findall(f"{ATOM}entry")[2]
    assert [(found.attrib["term"], found.attrib["label"]) for found in entry.findall(f"{ATOM}category")] == [
        ("buero", "Büro"),
        ("e-mail", "E-Mail"),
        ("zeit", "Zeit"),
    ]
    assert texts(channel.findall("item")[2], "category") == ["Büro", "E-Mail", "Zeit"]
    assert feed["items"][2]["tags"] == ["E-Mail", "Zeit"]


def test_the_site_is_named_with_its_language_and_its_addresses(
    atom: ET.Element, channel: ET.Element, feed: dict[str, Any]
) -> None:
    home = "https://www.example.org/va/"
    assert atom.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "de-DE"
    assert (texts(atom, f"{ATOM}id"), texts(atom, f"{ATOM}title"), texts(atom, f"{ATOM}subtitle")) == (
        [home],
        ["Büro Test"],
        ["Kurz & gut"],
    )
    assert links(atom) == {"alternate": home, "self": f"{home}feed.xml"}
    assert (texts(channel, "language"), texts(channel, "link"), texts(channel, "description")) == (
        ["de-de"],
        [home],
        ["Kurz & gut"],
    )
    assert [link.attrib["href"] for link in channel.findall(f"{ATOM}link")] == [f"{home}rss.xml"]
    assert (feed["version"], feed["language"]) == ("https://jsonfeed.org/version/1.1", "de-DE")
    assert (feed["home_page_url"], feed["feed_url"]) == (home, f"{home}feed.json")


def test_every_address_in_the_text_is_complete(atom: ET.Element, channel: ET.Element, feed: dict[str, Any]) -> None:
    bodies = [
        texts(atom, f"{ATOM}entry", f"{ATOM}content")[2],
        texts(channel, "item", "description")[2],
        feed["items"][2]["content_html"],
    ]
    assert bodies[0] == bodies[1] == bodies[2]
    tree = LexborHTMLParser(bodies[0])
    hrefs = [node.attributes["href"] or "" for node in tree.css("a[href]")]
    sources = [node.attributes["src"] or "" for node in tree.css("[src]")]
    assert sources == ["https://www.example.org/va/bild.svg"]
    assert all(address.startswith("https://www.exa") for address in hrefs), hrefs
    assert f"{WINTER}#unten" in hrefs
    assert "https://www.example.org/va/" in hrefs


def test_every_size_of_a_picture_has_a_complete_address() -> None:
    html = '<source srcset="/va/a-480.avif 480w, /va/a-800.avif 800w"><img srcset="/va/b.jpg" src="/va/b.jpg">'
    made = with_full_addresses(html, root="https://www.example.org/", page=WINTER)
    assert made == (
        '<source srcset="https://www.example.org/va/a-480.avif 480w, https://www.example.org/va/a-800.avif 800w">'
        '<img srcset="https://www.example.org/va/b.jpg" src="https://www.example.org/va/b.jpg">'
    )


def test_addresses_of_other_hosts_stay_as_they_are() -> None:
    html = '<img srcset="//cdn.example/a.jpg 2x, https://b.example/b.jpg 3x" src="//cdn.example/a.jpg">'
    assert with_full_addresses(html, root="https://www.example.org/", page=WINTER) == html


def test_code_that_looks_like_an_address_stays_as_it_is(feed: dict[str, Any]) -> None:
    assert 'href="/bleibt/"' in LexborHTMLParser(feed["items"][2]["content_html"]).text()


def test_the_summary_is_that_of_the_post(atom: ET.Element, feed: dict[str, Any]) -> None:
    assert texts(atom.findall(f"{ATOM}entry")[2], f"{ATOM}summary") == ["Kurz gesagt."]
    assert feed["items"][2]["summary"] == "Kurz gesagt."


def test_what_is_not_published_is_in_no_feed(site: SiteCase) -> None:
    for name in ("feed.xml", "rss.xml", "feed.json"):
        assert "Geheim" not in site.html(name)
        assert "Entwurf" not in site.html(name)


def test_a_feed_without_posts_is_still_whole_and_does_not_know_the_clock(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/index.md": FILES["content/index.md"]}, settings=MINIMAL)
    lay_plain_layouts(site.root)
    site.built()
    assert texts(ET.fromstring(site.html("feed.xml")), f"{ATOM}updated") == ["1970-01-01T00:00:00Z"]
    assert ET.fromstring(site.html("rss.xml")).find("channel/lastBuildDate") is None
    assert json.loads(site.html("feed.json"))["items"] == []
    before = site.files()
    site.now += timedelta(days=1)
    site.built()
    assert site.files() == before


def test_the_feed_of_a_site_without_description_says_its_tagline(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/index.md": FILES["content/index.md"]}, settings=MINIMAL + "tagline: Ruhig\n")
    lay_plain_layouts(site.root)
    site.built()
    assert ET.fromstring(site.html("rss.xml")).findtext("channel/description") == "Ruhig"
    assert ET.fromstring(site.html("feed.xml")).find(f"{ATOM}subtitle") is None
