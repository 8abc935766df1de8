"""Which full addresses lie on the own site."""

from __future__ import annotations

import pytest

from sitegen.checks.finished import FinishedSite
from sitegen.checks.own_addresses import own_path


def site(*, base: str = "", origin: str = "https://www.example.org", receiver: str = "") -> FinishedSite:
    return FinishedSite(pages=(), answered=frozenset(), base=base, origin=origin, texts={}, receiver=receiver)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://www.example.org/a/?q=1#b", "/a/"),
        ("https://www.example.org/gr%C3%B6%C3%9Fe/", "/größe/"),
        ("https://www.example.org/a;b#c?d", "/a;b"),
        ("https://www.example.org/a\tb/", "/ab/"),
        ("https://www.example.org", "/"),
        ("https://www.example.org?q", "/"),
        ("https://www.example.org:443/a/", "/a/"),
        ("http://WWW.Example.org/a/", "/a/"),
        ("https:\\\\www.example.org/a/", ""),
        ("https://www.example.org.other.example/a/", ""),
        ("https://www.example.org:8443/a/", ""),
        ("https://www.example.org@other.example/a/", ""),
        ("https://other.example/https://www.example.org/", ""),
    ],
)
def test_the_path_of_a_full_address(address: str, path: str) -> None:
    assert own_path(address, site()) == path


def test_what_lies_beside_the_folder_is_another_site() -> None:
    there = site(base="/verein")
    assert own_path("https://www.example.org/verein/a/", there) == "/verein/a/"
    assert own_path("https://www.example.org/a/", there) == ""
    assert own_path("https://www.example.org/vereinsheim/", there) == ""


def test_neither_the_inbox_nor_a_site_without_an_address_has_any() -> None:
    assert own_path("https://www.example.org/a/", site(receiver="www.example.org")) == ""
    assert own_path("https://www.example.org/a/", site(origin="")) == ""
