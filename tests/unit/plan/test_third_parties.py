"""Who else is involved on a site, and what counts its visits."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

import msgspec
import pytest

from made import page, view_of
from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_party import EVERY_DIRECTIVE
from sitegen.plan.analytics import ANALYTICS_ASSET, AnalyticsScript, analytics_scripts
from sitegen.plan.third_parties import DeclaredParty, missing_fields, party_of_host, resolve
from sitegen.settings.load import load
from sitegen.settings.settings import Settings

SITE: Final = "title: Büro Test\nurl: https://www.mein-buero.example/\n"

OWN: Final = """\
third_parties:
  - use: Terminland
    provider: Muster GmbH
    seat: Dresden, Deutschland
    purpose: Termine buchen
    legal_basis: consent
    storage:
      - name: _sid
        duration: 6 Monate
        purpose: den Browser wiedererkennen
    third_country: keines
    privacy_url: https://www.example.org/datenschutz
    hosts: [termine.example.org]
"""


def settings_of(text: str) -> Settings:
    loaded = load(SITE + text)
    assert not loaded.findings, [found.message for found in loaded.findings]
    assert loaded.settings is not None
    return loaded.settings


def parties(text: str, *used: str) -> dict[str, DeclaredParty]:
    return {party.id: party for party in resolve(settings_of(text), used)}


def analytics(text: str) -> tuple[DeclaredParty, tuple[AnalyticsScript, ...]]:
    settings = settings_of(f"analytics:\n{text}")
    assert settings.analytics is not None
    (party,) = resolve(settings, ())
    return party, analytics_scripts(settings.analytics, settings.url)


def test_nobody_is_involved_without_a_word() -> None:
    assert parties("") == {}


def test_a_name_is_enough_for_a_shipped_one() -> None:
    found = parties("third_parties:\n  - use: youtube\n")["youtube"]
    shipped = msgspec.structs.asdict(SHIPPED["youtube"])
    assert {key: getattr(found, key) for key in shipped} == shipped
    assert (found.origin, found.contract) == ("entry", None)


def test_the_owner_knows_better() -> None:
    text = """\
third_parties:
  - use: calendly
    purpose: Erstgespräche vereinbaren
    seat: Atlanta, USA
    third_country: USA; Standardvertragsklauseln
    contract: 3.2.2026
    hosts: assets.calendly.com
    everywhere: yes
"""
    found, shipped = parties(text)["calendly"], SHIPPED["calendly"]
    assert (found.purpose, found.seat) == ("Erstgespräche vereinbaren", "Atlanta, USA")
    assert found.third_country == "USA; Standardvertragsklauseln"
    assert found.contract is not None
    assert found.contract.at.date() == date(2026, 2, 3)
    assert [host.name for host in found.hosts] == [host.name for host in shipped.hosts] + ["assets.calendly.com"]
    assert found.page_wide
    assert (found.provider, found.storage_note) == (shipped.provider, shipped.storage_note)


def test_what_is_stored_replaces_the_list_and_its_note() -> None:
    stored = "{name: sp_t, duration: 1 Jahr, purpose: Wiedererkennen}"
    found = parties(f"third_parties:\n  - use: spotify\n    storage:\n      - {stored}\n")["spotify"]
    assert [item.name for item in found.storage] == ["sp_t"]
    assert found.storage_note == ""


def test_an_own_one_says_it_all() -> None:
    found = parties(OWN)["terminland"]
    assert (found.name, found.provider, found.category) == ("Terminland", "Muster GmbH", "other")
    assert (found.third_country, found.checked, found.page_wide) == ("", None, False)
    assert found.needs_consent
    assert [item.duration for item in found.storage] == ["6\u00a0Monate"]
    assert [(host.name, host.directives) for host in found.hosts] == [("termine.example.org", EVERY_DIRECTIVE)]


@pytest.mark.parametrize(
    "key", ["provider", "seat", "purpose", "legal_basis", "third_country", "privacy_url", "hosts", "storage"]
)
def test_an_own_one_that_is_not_whole_is_none(key: str) -> None:
    (field,) = settings_of(OWN).third_parties
    usual = {info.name: info.default for info in msgspec.structs.fields(field)}
    bare = msgspec.structs.replace(field, **{key: usual[key]})
    assert missing_fields(bare) == (key,)
    assert resolve(Settings(title="T", third_parties=(bare,)), ()) == ()


def test_nothing_stored_is_something_said() -> None:
    (field,) = settings_of(OWN).third_parties
    assert missing_fields(msgspec.structs.replace(field, storage=())) == ()


def test_what_settings_bring_needs_no_entry_and_takes_one() -> None:
    assert parties("", "formspree")["formspree"].origin == "implied"
    assert parties("", "inbox", "mailto") == {}
    entry = "third_parties:\n  - use: formspree\n    contract: 3.2.2026\n"
    found = resolve(settings_of(entry), ("formspree",))
    assert [(party.id, party.contract is not None) for party in found] == [("formspree", True)]


def test_forms_bring_their_receiver_when_there_is_one() -> None:
    settings = settings_of("delivery:\n  provider: formspree\n  key: abcdefgh\n")
    assert view_of(page("a.md"), settings=settings).third_parties() == ()
    view = view_of(page("a.md", form="contact"), settings=settings)
    assert [party.id for party in view.third_parties()] == ["formspree"]
    assert view.party("formspree") is view.party_of_host("formspree.io")
    assert view.party("youtube") is None
    assert view.party_of_host("www.youtube-nocookie.com") is None
    assert view.analytics_scripts() == ()


def test_where_the_site_lies_is_told_once() -> None:
    view = view_of(settings=settings_of("business:\n  legal:\n    hosting:\n      use: hetzner\n"))
    (party,) = view.third_parties()
    assert (party.id, party.category, party.origin) == ("hetzner", "hosting", "implied")
    own = "business:\n  legal:\n    hosting:\n      provider: Beispiel GmbH\n      seat: Dresden, Deutschland\n"
    assert view_of(settings=settings_of(own)).third_parties() == ()


def test_a_whole_name_counts_before_a_star() -> None:
    text = OWN.replace("[termine.example.org]", '["*.example.org"]') + (
        "  - use: youtube\n    hosts: video.example.org\n"
    )
    found = tuple(parties(text).values())
    assert [party.id for party in found] == ["terminland", "youtube"]
    assert [
        getattr(party_of_host(found, host), "id", "") for host in ("video.example.org", "a.example.org", "a.test")
    ] == [
        "youtube",
        "terminland",
        "",
    ]


# Analytics


def test_plausible_asks_nobody() -> None:
    party, scripts = analytics("  provider: plausible\n")
    assert (party.id, party.needs_consent, party.origin) == ("plausible", False, "analytics")
    domain = (("data-domain", "mein-buero.example"),)
    assert scripts == (AnalyticsScript(party="plausible", src="https://plausible.io/js/script.js", attributes=domain),)


def test_plausible_with_a_file_of_the_sites_own() -> None:
    _, scripts = analytics("  provider: plausible\n  id: pa-AbC_123\n")
    assert [(script.asset, script.src) for script in scripts] == [
        (ANALYTICS_ASSET, ""),
        ("", "https://plausible.io/js/pa-AbC_123.js"),
    ]


def test_plausible_on_an_own_server() -> None:
    party, (script,) = analytics(
        "  provider: plausible\n  address: https://zahl.example.org/\n  id: mein-buero.example\n"
    )
    assert [host.name for host in party.hosts] == ["zahl.example.org"]
    assert (party.provider, party.processor) == ("ein eigener Server", False)
    assert script.src == "https://zahl.example.org/js/script.js"


def test_matomo_asks_only_for_cookies() -> None:
    text = "  provider: matomo\n  address: https://zahl.example.org/matomo\n  id: 3\n"
    party, scripts = analytics(text)
    assert (party.id, party.needs_consent, party.storage) == ("matomo", False, ())
    assert scripts == (
        AnalyticsScript(
            party="matomo",
            asset=ANALYTICS_ASSET,
            attributes=(
                ("data-provider", "matomo"),
                ("data-address", "https://zahl.example.org/matomo/"),
                ("data-id", "3"),
                ("data-cookies", "no"),
            ),
        ),
        AnalyticsScript(party="matomo", src="https://zahl.example.org/matomo/matomo.js"),
    )
    party, scripts = analytics(text + "  cookies: yes\n")
    assert party.needs_consent
    assert [item.name for item in party.storage] == ["_pk_id.*", "_pk_ses.*", "_pk_ref.*"]
    assert ("data-cookies", "yes") in scripts[0].attributes


def test_matomo_at_its_makers_is_somebody_else() -> None:
    party, _ = analytics("  provider: matomo\n  address: https://buero.matomo.cloud/\n  id: 1\n")
    assert (party.provider, party.processor) == ("InnoCraft Limited", True)
    assert "Neuseeland" in party.third_country


def test_matomo_may_run_on_the_sites_own_host() -> None:
    party, _ = analytics("  provider: matomo\n  address: https://www.mein-buero.example/matomo/\n  id: 1\n")
    assert [host.name for host in party.hosts] == ["www.mein-buero.example"]


@pytest.mark.parametrize(("mode", "said"), [("", "no"), ("  consent_mode: yes\n", "yes")])
def test_google_analytics_always_asks(mode: str, said: str) -> None:
    party, scripts = analytics(f"  provider: google-analytics\n  id: G-ABC1234567\n{mode}")
    assert party.needs_consent
    assert party.page_wide
    assert scripts[0].attributes == (
        ("data-provider", "google-analytics"),
        ("data-id", "G-ABC1234567"),
        ("data-consent-mode", said),
    )
    assert scripts[1].src == "https://www.googletagmanager.com/gtag/js?id=G-ABC1234567"


@pytest.mark.parametrize("text", ["  provider: matomo\n", "  provider: google-analytics\n"])
def test_nothing_is_inserted_that_could_not_count(text: str) -> None:
    assert analytics(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "  provider: plausible\n",
        "  provider: plausible\n  id: pa-1\n",
        "  provider: matomo\n  address: https://zahl.example.org/\n  id: 1\n",
        "  provider: matomo\n  address: https://buero.matomo.cloud/\n  id: 1\n",
        "  provider: google-analytics\n  id: G-ABC1234567\n",
    ],
)
def test_scripts_come_from_hosts_that_are_declared(text: str) -> None:
    party, scripts = analytics(text)
    for host in (script.src.split("/")[2] for script in scripts if script.src):
        assert party_of_host([party], host) is party


def test_an_entry_adds_to_what_analytics_declares() -> None:
    text = "analytics:\n  provider: plausible\nthird_parties:\n  - use: plausible\n    contract: 3.2.2026\n"
    found = parties(text)["plausible"]
    assert found.contract is not None
    assert [host.name for host in found.hosts] == ["plausible.io"]


# What owners read about it

DOCUMENT: Final = (Path(__file__).parents[3] / "docs" / "dritte.md").read_text("utf-8")


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL))
def test_examples_are_taken_as_they_stand(example: str) -> None:
    assert resolve(settings_of(example), ())


def test_the_document_names_every_shipped_one() -> None:
    shipped = DOCUMENT.partition("## Mitgeliefert")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in shipped.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`([^`]+)`", "".join(rows))) == {"use:", *SHIPPED}


def test_each_one_is_to_be_checked_by_its_owner() -> None:
    asked = set(re.findall(r"`([^`]+)`", DOCUMENT.partition("## Bitte prüfen")[2]))
    silent = {"plausible", "matomo", "formspree"}
    assert asked >= set(SHIPPED) - silent
