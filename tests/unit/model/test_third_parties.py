"""The shipped declarations: whole, readable, and fit for a Content Security Policy."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, get_args
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_cases import spec_of
from sitegen.model.forms.providers import PROVIDERS, target_of
from sitegen.model.third_parties import SHIPPED, shipped_of_host
from sitegen.model.third_parties.analytics import MATOMO_HOSTED, PLAUSIBLE_ALONE
from sitegen.model.third_party import Category, Host, ThirdParty, host_in, host_of
from sitegen.settings.forms import Delivery, Provider

ALL: Final = tuple(SHIPPED.values())
NOBODY_ELSE: Final = {"inbox", "mailto"}
WANTED: Final = frozenset(
    {
        *("youtube", "vimeo", "spotify", "google-maps", "openstreetmap", "calendly", "cal"),
        *("matomo", "plausible", "google-analytics", "meta-pixel", "brevo", "cleverreach"),
        *("netlify", "cloudflare-pages", "github-pages", "gitlab-pages"),
        *("hetzner", "ionos", "strato", "all-inkl", "netcup", "uberspace"),
    }
)


def texts_of(party: ThirdParty) -> tuple[str, ...]:
    stored = (text for item in party.storage for text in (item.duration, item.purpose))
    return (party.name, party.provider, party.seat, party.purpose, party.third_country, party.storage_note, *stored)


def test_what_owners_use_is_there() -> None:
    assert set(SHIPPED) >= WANTED
    assert {party.category for party in ALL} == set(get_args(Category)) - {"other"}


def test_no_two_have_the_same_name() -> None:
    assert max(Counter(party.id for party in ALL).values()) == 1
    assert all(SHIPPED[party.id] is party for party in ALL)


@pytest.mark.parametrize("party", [*ALL, PLAUSIBLE_ALONE, MATOMO_HOSTED], ids=lambda party: f"{party.id} {party.seat}")
def test_each_says_what_visitors_have_to_know(party: ThirdParty) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z]+)*", party.id)
    assert party.provider
    assert party.purpose
    assert not party.purpose.endswith(".")
    assert urlsplit(party.privacy_url).scheme == "https"
    assert party.checked is not None
    assert not party.needs_consent or party.storage or party.storage_note


@pytest.mark.parametrize("party", ALL, ids=lambda party: party.id)
def test_texts_are_set_as_german_wants_it(party: ThirdParty) -> None:
    for text in texts_of(party):
        assert not re.search(r"[0-9] (?:Tage|Monate|Jahre|Minuten)|[\"']| - |  ", text), text
        assert text == text.strip()
    assert not party.storage_note or party.storage_note.endswith(".")


@pytest.mark.parametrize("party", ALL, ids=lambda party: party.id)
def test_who_sits_outside_the_eea_says_where_data_go(party: ThirdParty) -> None:
    outside = party.seat.endswith(("USA", "Vereinigtes Königreich", "Indien", "Neuseeland"))
    assert not outside or party.third_country


@pytest.mark.parametrize("party", ALL, ids=lambda party: party.id)
def test_hosts_can_stand_in_a_policy(party: ThirdParty) -> None:
    assert all(host_in(host.name) == host.name and host.directives for host in party.hosts)


def test_a_host_belongs_to_one_of_them() -> None:
    hosts = [host.name for party in ALL for host in party.hosts]
    assert max(Counter(hosts).values()) == 1
    for party in ALL:
        for host in party.hosts:
            assert shipped_of_host(host.name.replace("*", "x")) is party


def test_only_what_counts_loads_with_every_page() -> None:
    assert {party.category for party in ALL if party.page_wide} == {"analytics", "marketing"}


@pytest.mark.parametrize("category", ["media", "maps", "booking", "marketing"])
def test_what_is_embedded_and_what_advertises_asks_first(category: Category) -> None:
    assert all(party.needs_consent for party in ALL if party.category == category)


@pytest.mark.parametrize("provider", sorted(set(PROVIDERS) - NOBODY_ELSE - {"netlify"}))
def test_forms_go_to_the_host_that_is_declared(provider: Provider) -> None:
    target = target_of(spec_of("contact"), Delivery(provider=provider, key="abc-123"))
    party = shipped_of_host(host_of(target.action))
    assert party is SHIPPED[provider]
    assert party.processor
    assert bool(party.third_country) is PROVIDERS[provider].third_country


def test_netlify_receives_forms_of_sites_it_hosts() -> None:
    assert SHIPPED["netlify"].category == "hosting"


def test_nobody_else_receives_what_stays_with_the_owner() -> None:
    assert not NOBODY_ELSE & set(SHIPPED)


@pytest.mark.parametrize(
    ("host", "name", "meant"),
    [
        ("cdn.example.org", "cdn.example.org", True),
        ("example.org", "cdn.example.org", False),
        ("a.example.org", "*.example.org", True),
        ("a.b.example.org", "*.example.org", True),
        ("example.org", "*.example.org", False),
        ("evilexample.org", "*.example.org", False),
        ("cdn.example.org.evil.test", "cdn.example.org", False),
    ],
)
def test_a_star_stands_for_what_is_below(host: str, name: str, meant: bool) -> None:  # noqa: FBT001 - a row of a table
    assert Host(name=name, directives=("img-src",)).is_meant(host) is meant


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("cdn.example.org", "cdn.example.org"),
        ("CDN.Example.org", "cdn.example.org"),
        ("*.example.org", "*.example.org"),
        ("xn--bro-hoa.example", "xn--bro-hoa.example"),
        ("https://cdn.example.org", ""),
        ("cdn.example.org/js", ""),
        ("cdn.example.org:8443", ""),
        ("cdn.example.org; script-src *", ""),
        ("*", ""),
        ("*.org", ""),
        ("localhost", ""),
        ("-a.example", ""),
        ("büro.example", ""),
        ("127.0.0.1", ""),
        ("example.org\n", ""),
    ],
)
def test_only_a_host_is_a_host(typed: str, host: str) -> None:
    assert host_in(typed) == host


@given(st.text(alphabet="aZ0.-*;:, '\n/äſK", max_size=30))
def test_nothing_that_means_something_in_a_policy_gets_through(typed: str) -> None:
    assert re.fullmatch(r"(\*\.)?[a-z0-9.-]*", host_in(typed))


@given(st.text(max_size=40))
def test_any_address_is_asked_for_its_host(address: str) -> None:
    assert not set(host_of(f"https://{address}")) & set("/?#@")
