"""Asking about pages where they are made."""

from __future__ import annotations

import msgspec

from sitegen.build.pages.hearing import Listener
from sitegen.checks.facts import PageFacts
from sitegen.checks.finished import FinishedFile, FinishedPage, FinishedSite
from sitegen.checks.requests.request import Requests

SITE = FinishedSite(
    pages=(), answered=frozenset({"/a/", "/b/"}), base="", origin="https://www.example.org", texts={}, files=()
)


def page(*, address: str = "/a/", is_faulty: bool = False) -> FinishedPage:
    facts = PageFacts(addresses=(address,), pictures_without_alt=("x.png",) if is_faulty else ())
    return FinishedPage(url="/a/", source="", layout="", facts=facts)


def test_of_a_few_pages_those_are_silent_of_which_nothing_is_to_be_said() -> None:
    heard = list(Listener(SITE).heard([page(), page(is_faulty=True), page(address="/b/#mehr"), page(address="/c/")]))
    assert [one.is_silent for one in heard] == [True, False, True, False]
    assert heard[2].pointed == (("/b/", "mehr"),)


def test_what_is_wrong_with_a_stylesheet_makes_no_page_loud() -> None:
    sheet = FinishedFile(source="static/a.css", output="a.css", requests=Requests(addresses=(("font-src", "x.woff"),)))
    listener = Listener(msgspec.structs.replace(SITE, files=(sheet,)))
    assert [one.is_silent for one in listener.heard([page(), page(is_faulty=True)])] == [True, False]


def test_where_most_pages_are_loud_nobody_goes_on_asking() -> None:
    listener = Listener(SITE)
    first = [one.is_silent for one in listener.heard([page(is_faulty=True)] * 20)]
    assert not any(first)
    assert [one.is_silent for one in listener.heard([page()])] == [False]
