"""Passing a post on: plain addresses that hold all of title and address, and what the owner may type for them."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from sitegen.plan.sharing import share_links
from sitegen.settings.load import load
from sitegen.settings.sharing import ALL_WAYS, ShareWay

TITLE = "Büro & Co. #1: 50 % weniger?"
URL = "https://example.org/va/blog/eins/?a=b#c"
HOSTS = {
    "mastodon": "share.joinmastodon.org",
    "linkedin": "www.linkedin.com",
    "xing": "www.xing.com",
    "whatsapp": "wa.me",
    "email": "",
}


@pytest.mark.parametrize("way", ALL_WAYS)
def test_an_address_holds_the_whole_address_of_the_post(way: ShareWay) -> None:
    (link,) = share_links([way], title=TITLE, url=URL)
    parts = urlsplit(link.url)
    assert (link.way, parts.netloc) == (way, HOSTS[way])
    assert URL in unquote(parts.fragment or parts.query)


def test_title_and_address_are_apart_in_a_mail() -> None:
    (link,) = share_links(["email"], title=TITLE, url=URL)
    assert parse_qs(urlsplit(link.url).query) == {"subject": [TITLE], "body": [URL]}


def test_what_is_shared_with_mastodon_stays_in_the_browser() -> None:
    (link,) = share_links(["mastodon"], title=TITLE, url=URL)
    parts = urlsplit(link.url)
    assert parts.query == ""
    assert unquote(parts.fragment) == f"text={TITLE} {URL}"


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("mastodon, email   # nur diese", ("mastodon", "email")),
        ("[xing, E-Mail]", ("xing", "email")),
        ("\n    - linkedin", ("linkedin",)),
        ("[]", ()),
    ],
)
def test_the_owner_names_the_ways_in_her_order(typed: str, ways: tuple[ShareWay, ...]) -> None:
    settings = load(f"title: Büro\nblog:\n  share: {typed}\n").settings
    assert settings is not None
    assert settings.blog.share == ways


def test_without_a_word_all_ways_are_open() -> None:
    settings = load("title: Büro\n").settings
    assert settings is not None
    assert settings.blog.share == ALL_WAYS


def test_an_unknown_way_is_a_finding() -> None:
    (finding,) = load("title: Büro\nblog:\n  share: mastodon, linkdin\n").findings
    assert (finding.code, finding.facts["known"]) == ("SG147", "linkedin")
