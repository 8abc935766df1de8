"""Services as a visitor sees them and as the owner is told of them: through the front door."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from site_case import SiteCase, codes

SETTINGS = "title: Büro Test\nurl: https://www.example.org/\nbusiness: {vat: small_business, audience: business}\n"
SERVICE = """---
title: Buchhaltung
category: Büro
price: 45 €
unit: Stunde
billing_step: 15 Minuten
setup_fee: 90 €
minimum: 2
delivery_time: zwei Werktage
price_next:
  from: 1.1.2027
  price: 48 €
packages:
  - hours: 10
    price: 433,33 €
    note: ein halbes Jahr gültig
faq:
  - question: Wann fangen Sie an?
    answer: In der Woche darauf.
related_posts: rechnungen
cta: {title: Fangen wir an, link: kontakt.md, label: Termin vereinbaren}
---

Belege und Konten.
"""
FILES = {
    "content/index.md": '---\ntitle: Start\n---\n\nAb {{ price "buchhaltung" unit="ja" }}.\n',
    "content/services/buchhaltung.md": SERVICE,
    "content/preise.md": "---\ntitle: Preise\nlayout: prices\n---\n\nAlles auf einen Blick.\n",
    "content/kontakt.md": "---\ntitle: Kontakt\n---\n\nSchreiben Sie.\n",
    "content/blog/2026-11-01-rechnungen.md": "---\ntitle: Rechnungen\ndate: 2026-11-01\n---\n\nJeden Freitag.\n",
}
NEW_YEAR = datetime(2027, 1, 1, 0, 5, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    return SiteCase.of(tmp_path, FILES, settings=SETTINGS)


def text_of(site: SiteCase, path: str, selector: str) -> list[str]:
    found = site.page(path).css(selector)
    return [" ".join(node.text().split()) for node in found]


def test_the_page_of_a_service_says_everything(site: SiteCase) -> None:
    site.built()
    page = "leistungen/buchhaltung/index.html"
    assert text_of(site, page, ".facts dd") == [
        "45 € je Stunde",
        "abgerechnet je angefangene 15 Minuten",
        "einmalig 90 € für die Einrichtung",
        "ab 1. Januar 2027: 48 €",
        "Endpreis; nach § 19 UStG wird keine Umsatzsteuer berechnet.",
        "2 Stunden",
        "zwei Werktage",
    ]
    assert text_of(site, page, "table.packages tr") == [
        "Paket Preis je Stunde",
        "Einzelne Stunde 45 € 45 €",
        "10 Stunden ein halbes Jahr gültig 433,33 € 16,67 € weniger als einzeln rund 43,33 €",
    ]
    assert text_of(site, page, ".faq h3") == ["Wann fangen Sie an?"]
    assert text_of(site, page, ".call a") == ["Termin vereinbaren"]
    assert text_of(site, page, ".related h3") == ["Rechnungen"]


def test_the_price_list_has_packages_and_what_is_to_come(site: SiteCase) -> None:
    site.built()
    assert text_of(site, "preise/index.html", "table.prices tbody tr") == [
        "Büro",
        (
            "Buchhaltung abgerechnet je angefangene 15 Minuten mindestens 2 Stunden "
            "einmalig 90 € für die Einrichtung ab 1. Januar 2027: 48 € 45 € je Stunde"
        ),
        "Buchhaltung: 10 Stunden rund 43,33 € je Stunde, 16,67 € weniger als einzeln 433,33 €",
    ]


def test_a_price_in_prose_is_the_record(site: SiteCase) -> None:
    site.built()
    assert '<data value="45">45\u00a0€ je\u00a0Stunde</data>' in site.html("index.html")


def test_one_line_changes_every_page_and_the_build_says_so(site: SiteCase) -> None:
    assert site.build().price_changes == ()
    result = site.edit("content/services/buchhaltung.md", "price: 45 €", "price: 46,50 €").build()
    (change,) = result.price_changes
    shown = [path for path in result.changes.changed if path.endswith(".html") and "46,50\u00a0€" in site.html(path)]
    assert (change.title, change.before, change.after) == ("Buchhaltung", "45\u00a0€", "46,50\u00a0€")
    assert change.pages == len(shown) >= 4


def test_a_changed_package_is_told_too(site: SiteCase) -> None:
    site.build()
    (change,) = site.edit("content/services/buchhaltung.md", "433,33", "420").build().price_changes
    assert change.title == "Buchhaltung, 10\u00a0Stunden"
    assert change.pages == 2


def test_a_coming_price_comes_by_itself(site: SiteCase) -> None:
    site.build()
    result = site.build(now=NEW_YEAR)
    assert [(change.before, change.after) for change in result.price_changes] == [("45\u00a0€", "48\u00a0€")]
    assert codes(result) == ["SG178"]
    assert site.build(now=NEW_YEAR, strict=True).written


def test_a_second_build_writes_nothing_and_tells_nothing(site: SiteCase) -> None:
    site.build()
    remembered = next((site.root / ".sitegen").rglob("prices.json"))
    before = remembered.stat().st_mtime_ns
    result = site.build()
    assert (result.changes.created, result.changes.changed, result.price_changes) == ((), (), ())
    assert remembered.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", ["", "{", "[1]", '{"x": {"title": 1}}'])
def test_damaged_memories_of_prices_are_forgotten(site: SiteCase, damage: str) -> None:
    site.build()
    next((site.root / ".sitegen").rglob("prices.json")).write_text(damage)
    result = site.edit("content/services/buchhaltung.md", "price: 45 €", "price: 46 €").build()
    assert (result.written, result.price_changes) == (True, ())


def test_a_stopped_build_remembers_nothing(site: SiteCase) -> None:
    site.build()
    site.edit("content/services/buchhaltung.md", "price: 45 €", "price: 46 €")
    site.write("content/kaputt.md", "---\ntitel: x\n---\n")
    assert not site.build().written
    assert [change.after for change in site.remove("content/kaputt.md").build().price_changes] == ["46\u00a0€"]


def test_a_post_still_to_come_is_no_fault(site: SiteCase) -> None:
    site.edit("content/services/buchhaltung.md", "related_posts: rechnungen", "related_posts: rechnungen, spaeter")
    site.post("2026-12-01-spaeter", "Bald.", date="2026-12-01")
    site.built()
    assert text_of(site, "leistungen/buchhaltung/index.html", ".related h3") == ["Rechnungen"]


def test_net_prices_for_everybody_stop_the_build(site: SiteCase) -> None:
    site.write("site.yaml", SETTINGS.replace("small_business, audience: business", "net"))
    result = site.build()
    assert (codes(result), result.written) == (["SG177"], False)


def test_a_directory_groups_and_marks_what_is_paid_for(site: SiteCase) -> None:
    site.write("content/partner.md", "---\ntitle: Partner\nlayout: directory\ndata: partner\n---\n\nGute Leute.\n")
    site.write(
        "content/data/partner.yaml",
        "- name: Stempel Kraus\n  url: https://kraus.example/\n  category: Werkzeuge\n  ad: ja\n"
        "- name: Eva Müller\n  category: Menschen\n"
        "- name: Locher\n  url: https://locher.example/\n  category: Werkzeuge\n  text: Locht.\n",
    )
    site.built()
    assert text_of(site, "partner/index.html", "main h2") == ["Werkzeuge", "Menschen"]
    assert text_of(site, "partner/index.html", "main h3") == ["Stempel Kraus Anzeige", "Locher", "Eva Müller"]
    links = site.page("partner/index.html").css(".directory a")
    assert [(link.attributes["href"], link.attributes.get("rel")) for link in links] == [
        ("https://kraus.example/", "sponsored noopener"),
        ("https://locher.example/", None),
    ]


def test_a_voice_says_how_it_was_checked_and_hides_the_consent(site: SiteCase) -> None:
    site.write("content/stimmen.md", "---\ntitle: Stimmen\nlayout: testimonials\n---\n\nEcht.\n")
    site.write(
        "content/data/testimonials.yaml",
        "- quote: |\n    Erster Absatz.\n\n    Zweiter.\n  name: Eva Müller\n  date: 2026-09\n"
        "  consent: per E-Mail am 4.9.2026\n  checked: Auftrag seit 2024\n",
    )
    site.built()
    assert text_of(site, "stimmen/index.html", ".testimonial p") == ["Erster Absatz.", "Zweiter."]
    assert text_of(site, "stimmen/index.html", ".testimonial figcaption > *") == [
        "Eva Müller",
        "September 2026",
        "Geprüft: Auftrag seit 2024",
    ]
    assert "per E-Mail" not in site.html("stimmen/index.html")


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_voices_may_come_from_other_files(site: SiteCase, ending: str) -> None:
    site.write("content/stimmen.md", "---\ntitle: Stimmen\nlayout: testimonials\n---\n\nEcht.\n")
    content = {
        "json": '[{"quote": "Gut.", "name": "Eva", "consent": true, "checked": "Auftrag"}]',
        "csv": "quote;name;consent;checked\nGut.;Eva;ja;Auftrag\n",
    }
    site.write(f"content/data/testimonials.{ending}", content[ending])
    site.built()
    assert text_of(site, "stimmen/index.html", ".testimonial strong") == ["Eva"]


def test_the_manual_shows_what_can_be_typed(tmp_path: Path) -> None:
    manual = (Path(__file__).parents[1] / "docs" / "leistungen.md").read_text("utf-8")
    service, voices, tools = re.findall(r"```(?:markdown|yaml)\n(.*?)```", manual, re.DOTALL)
    site = SiteCase.of(tmp_path, FILES, settings=SETTINGS)
    site.write("content/services/buchhaltung.md", service)
    site.write("content/data/testimonials.yaml", voices)
    site.write("content/data/werkzeuge.yaml", tools)
    site.write("content/werkzeuge.md", "---\ntitle: W\nlayout: directory\ndata: werkzeuge\n---\n\nGut.\n")
    site.built()
    facts = text_of(site, "leistungen/buchhaltung/index.html", ".facts dd")
    assert "Endpreis; nach § 19 UStG wird keine Umsatzsteuer berechnet." in facts
