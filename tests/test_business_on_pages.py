"""The business on the pages of a site: contact, foot, notice, and what machines read."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from site_case import SiteCase

SETTINGS = """\
title: Büro Test
url: https://www.example.org/
description: Ein Büro.
business:
  owner: Eva Müller
  address: {street: Elbweg 3, postcode: 01067, city: Dresden}
  email: eva@example.org
  phone: 0351 1234567
  hours: Mo–Do 9–13 Uhr, Fr nach Vereinbarung
  vat: gross
  profiles: https://www.linkedin.com/in/eva
  closed:
    - {from: 24.12.2026, to: 6.1.2027, note: Betriebsferien}
notice:
  text: Ab Januar ist wieder Platz.
  until: 30.11.2026
  link: {title: Kontakt, page: kontakt.md}
"""
FILES = {
    "content/index.md": "---\ntitle: Willkommen\n---\nHallo.\n",
    "content/kontakt.md": "---\ntitle: Kontakt\nlayout: contact\n---\nHallo.\n",
    "content/ueber-mich.md": "---\ntitle: Über mich\n---\nHallo.\n",
    "content/authors/eva.md": "---\ntitle: Eva Müller\nrole: Assistentin\n---\nHallo.\n",
    "content/services/stunde.md": (
        "---\ntitle: Stunde\nprice: 45,50\nunit: hour\nprice_next: {from: 1.1.2027, price: 48}\n---\nHallo.\n"
    ),
    "content/services/monat.md": "---\ntitle: Monat\nprice: 290\nunit: month\nfrom: true\n---\nHallo.\n",
    "content/services/rat.md": "---\ntitle: Rat\nprice: on-request\n---\nHallo.\n",
    "content/services/erst.md": "---\ntitle: Erstgespräch\nprice: 0\n---\nHallo.\n",
}
CHRISTMAS = datetime(2026, 12, 24, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    case = SiteCase.of(tmp_path, FILES, settings=SETTINGS)
    return case.post("eins", "Hallo.", title="Ein </script><!-- Titel & mehr", updated="2026-11-10", author="eva")


def things(site: SiteCase, path: str) -> dict[str, dict[str, Any]]:
    """The nodes of a page's JSON-LD by type."""
    (script,) = site.page(path).css('script[type="application/ld+json"]')
    return {node["@type"]: node for node in json.loads(script.text(deep=True))["@graph"]}


def text(site: SiteCase, path: str, selector: str) -> str:
    (found,) = site.page(path).css(selector)
    return " ".join(found.text(deep=True).split())


def test_the_contact_page_tells_every_way(site: SiteCase) -> None:
    main = site.built().main("kontakt/index.html")
    words = " ".join(main.text(deep=True).split())
    assert "Montag bis Donnerstag: 9–13 Uhr" in words
    assert "Freitag: nach Vereinbarung" in words
    assert "Eva Müller Elbweg 3 01067 Dresden" in words
    links = {link.attributes["href"] for link in main.css("a")}
    assert {"tel:+493511234567", "mailto:eva@example.org", "https://www.linkedin.com/in/eva"} <= links


def test_the_foot_of_every_page_names_the_business(site: SiteCase) -> None:
    expected = "Büro Test Eva Müller Elbweg 3, 01067 Dresden 0351 1234567 eva@example.org"
    assert text(site.built(), "blog/eins/index.html", "footer address") == expected


def test_the_bar_writes_a_mail_from_the_contact_page_alone(site: SiteCase) -> None:
    site.built()
    hrefs = {
        path: [link.attributes["href"] for link in site.page(path).css(".contact-bar a")]
        for path in ("index.html", "kontakt/index.html")
    }
    assert hrefs["index.html"] == ["tel:+493511234567", "/kontakt/"]
    assert hrefs["kontakt/index.html"] == ["tel:+493511234567", "mailto:eva@example.org"]


def test_what_has_dates_appears_and_goes(site: SiteCase) -> None:
    site.built()
    assert text(site, "index.html", "aside.notice") == "Ab Januar ist wieder Platz. Kontakt"
    assert "Betriebsferien" not in site.html("kontakt/index.html")
    site.build(now=CHRISTMAS)
    assert not site.page("index.html").css("aside.notice")
    assert "24. Dezember 2026 bis 6. Januar 2027: Betriebsferien" in text(site, "kontakt/index.html", ".closed")


def test_another_day_without_dates_writes_nothing(site: SiteCase) -> None:
    site.built()
    assert not site.build(now=site.now + timedelta(days=2)).changes.changed


def test_a_site_without_a_business_shows_none(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/index.md": FILES["content/index.md"]}).built()
    assert not site.page("index.html").css("address, .contact-bar, aside.notice")
    assert set(things(site, "index.html")) == {"WebSite"}
    assert ".well-known/security.txt" not in site.files()


def test_the_home_page_describes_business_and_website(site: SiteCase) -> None:
    found = things(site.built(), "index.html")
    business = found["ProfessionalService"]
    assert business["telephone"] == "+493511234567"
    assert business["address"]["postalCode"] == "01067"
    assert business["founder"]["jobTitle"] == "Assistentin"
    (hours,) = business["openingHoursSpecification"]
    assert (hours["opens"], hours["closes"], len(hours["dayOfWeek"])) == ("09:00", "13:00", 4)
    assert "specialOpeningHoursSpecification" not in business
    assert "aggregateRating" not in business
    assert found["WebSite"]["publisher"]["@id"] == business["@id"]


def test_closing_days_are_told_to_machines_as_well(site: SiteCase) -> None:
    site.build(now=CHRISTMAS)
    (closed,) = things(site, "kontakt/index.html")["ProfessionalService"]["specialOpeningHoursSpecification"]
    assert (closed["validFrom"], closed["validThrough"]) == ("2026-12-24", "2027-01-06")


def test_a_post_has_dates_with_their_zone_and_cannot_end_its_element(site: SiteCase) -> None:
    post = things(site.built(), "blog/eins/index.html")["BlogPosting"]
    assert post["headline"] == "Ein </script><!-- Titel & mehr"
    assert post["datePublished"] == "2026-11-01T06:00:00+01:00"
    assert post["dateModified"] == "2026-11-10T06:00:00+01:00"
    assert post["author"] == [{"@type": "Person", "name": "Eva Müller", "url": "https://www.example.org/blog/von/eva/"}]
    raw = re.findall(r'<script type="application/ld\+json">(.*)</script>', site.html("blog/eins/index.html"))
    assert len(raw) == 1
    assert not set(raw[0]) & set("<>&")


def test_open_graph_tells_when_a_post_appeared_and_who_wrote_it(site: SiteCase) -> None:
    page = site.built().page("blog/eins/index.html")
    said = {tag.attributes["property"]: tag.attributes["content"] for tag in page.css("meta[property]")}
    assert said["article:published_time"] == "2026-11-01T06:00:00+01:00"
    assert said["article:modified_time"] == "2026-11-10T06:00:00+01:00"
    assert said["article:author"] == "https://www.example.org/blog/von/eva/"


def test_prices_are_those_of_the_page(site: SiteCase) -> None:
    site.built()
    offers: dict[str, Any] = {
        name: things(site, f"leistungen/{name}/index.html")["Service"].get("offers")
        for name in ("stunde", "monat", "rat", "erst")
    }
    exact = offers["stunde"]["priceSpecification"]
    assert (exact["price"], exact["unitCode"], exact["valueAddedTaxIncluded"]) == (45.5, "HUR", True)
    least = offers["monat"]["priceSpecification"]
    assert (least["minPrice"], least["unitCode"], "price" in offers["monat"]) == (290, "MON", False)
    assert offers["rat"] is None
    assert offers["erst"]["price"] == 0


def test_a_coming_price_holds_from_its_day(site: SiteCase) -> None:
    site.build(now=CHRISTMAS + timedelta(days=14))
    offer = things(site, "leistungen/stunde/index.html")["Service"]["offers"]
    assert (offer["price"], offer["priceSpecification"]["validFrom"]) == (48, "2027-01-01")


def test_people_have_pages_about_them(site: SiteCase) -> None:
    site.built()
    about = things(site, "ueber-mich/index.html")["AboutPage"]["mainEntity"]
    profile = things(site, "blog/von/eva/index.html")["ProfilePage"]["mainEntity"]
    assert about["@id"] == profile["@id"] == "https://www.example.org/blog/von/eva/#person"


def test_the_breadcrumb_ends_with_the_page(site: SiteCase) -> None:
    items = things(site.built(), "kontakt/index.html")["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["item"]) for item in items] == [
        (1, "https://www.example.org/"),
        (2, "https://www.example.org/kontakt/"),
    ]


def test_security_txt_names_whom_to_tell(site: SiteCase) -> None:
    lines = site.built().html(".well-known/security.txt").splitlines()
    assert lines == [
        "Contact: mailto:eva@example.org",
        "Expires: 2027-07-01T00:00:00Z",
        "Preferred-Languages: de",
        "Canonical: https://www.example.org/.well-known/security.txt",
    ]
