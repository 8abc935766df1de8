"""Legal pages of whole sites: a line in a text, and all that follows from `site.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain_site import QUIET
from site_case import MINIMAL, NOON, SiteCase, codes
from sitegen.diagnostics import Severity

PAGES = {
    "content/impressum.md": '---\ntitle: Impressum\n---\n\nDavor.\n\n{{ legal "impressum" }}\n\nDanach.\n',
    "content/datenschutz.md": '---\ntitle: Datenschutz\n---\n\n{{ legal "Datenschutz" }}\n',
    "content/barrieren.md": "---\ntitle: Barrieren\n---\n\n{{ legal barrierefreiheit }}\n",
}
HOSTED = "    hosting: {use: hetzner}\n"
BUSINESSES = {
    "de": (
        "business:\n  owner: Eva Müller\n  email: post@example.org\n  phone: 0351 1234567\n"
        f"  address: {{street: Lindenweg 3, postcode: 01067, city: Dresden}}\n  legal:\n{HOSTED}"
    ),
    "at": (
        "language: de-AT\nbusiness:\n  owner: Eva Müller\n  email: post@example.org\n"
        "  address: {street: Lindengasse 3, postcode: 1010, city: Wien}\n"
        "  legal:\n    activity: Virtuelle Assistenz\n    vat_id: ATU12345675\n    profession: {chamber: WKO Wien}\n"
        + HOSTED
    ),
    "ch": (
        "language: de-CH\nbusiness:\n  owner: Eva Müller\n  email: post@example.org\n"
        "  address: {street: Lindenweg 3, postcode: 3003, city: Bern}\n  legal:\n    vat_id: CHE-123.456.788\n" + HOSTED
    ),
}


def site_of(root: Path, country: str) -> SiteCase:
    return SiteCase.of(root, PAGES, settings=MINIMAL + QUIET + BUSINESSES[country])


def said(site: SiteCase, page: str) -> str:
    return site.main(f"{page}/index.html").text().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("country", "imprint", "authority", "law"),
    [
        ("de", "Angaben nach § 5 DDG", "Sächsische Datenschutz- und Transparenzbeauftragte", "§ 25 TDDDG"),
        ("at", "Angaben nach § 5 ECG und § 25 MedienG", "Österreichische Datenschutzbehörde", "§ 165 Abs. 3 TKG 2021"),
        ("ch", "Angaben nach Art. 3 Abs. 1 Bst. s UWG", "(EDÖB)", "Art. 45c FMG"),
    ],
)
def test_each_country_has_its_own(tmp_path: Path, country: str, imprint: str, authority: str, law: str) -> None:
    site = site_of(tmp_path, country).built()
    assert imprint in said(site, "impressum")
    assert authority in said(site, "datenschutz")
    assert law in said(site, "datenschutz")
    assert "Hier fehlt" not in said(site, "impressum") + said(site, "datenschutz") + said(site, "barrieren")


def test_own_texts_stay_above_and_below(tmp_path: Path) -> None:
    text = said(site_of(tmp_path, "de").built(), "impressum")
    assert text.index("Davor.") < text.index("Angaben nach") < text.index("Danach.")


def test_headings_are_no_part_of_a_paragraph(tmp_path: Path) -> None:
    main = site_of(tmp_path, "de").built().main("impressum/index.html")
    assert main.css("h2")
    assert not main.css("p h2, p p")


def test_what_is_missing_warns_and_is_shown_until_it_is_said(tmp_path: Path) -> None:
    site = site_of(tmp_path, "de").edit("site.yaml", "  owner: Eva Müller\n", "")
    result = site.build()
    assert result.written
    assert codes(result) == ["SG860"]
    assert "Hier fehlt: Ihr Vor- und Nachname (site.yaml, business.owner)" in said(site, "impressum")
    site.edit("site.yaml", "  email:", "  owner: Eva Müller\n  email:").built()
    assert "Hier fehlt" not in said(site, "impressum")


def test_the_page_follows_what_the_site_does(tmp_path: Path) -> None:
    site = site_of(tmp_path, "de").built()
    assert "lädt nichts von fremden Servern" in said(site, "datenschutz")
    site.edit("site.yaml", "business:", "third_parties:\n  - use: openstreetmap\nbusiness:").build()
    assert "lädt nichts von fremden Servern" not in said(site, "datenschutz")
    assert "OpenStreetMap Foundation" in said(site, "datenschutz")


@pytest.mark.parametrize(
    ("settings", "who"),
    [
        (
            "    hosting: {provider: Beispiel GmbH, seat: 'Weg 1, 60311 Frankfurt'}\n",
            "Beispiel GmbH, Weg 1, 60311 Frankfurt",
        ),
        ("    state: sn\nthird_parties:\n  - use: netcup\n    contract: 3.2.2026\n", "netcup GmbH"),
        ("    hosting: {use: uberspace, contract: 3.2.2026}\nthird_parties:\n  - use: netcup\n", "Jonas Pasche"),
    ],
)
def test_the_host_is_the_owners_or_the_only_one_declared(tmp_path: Path, settings: str, who: str) -> None:
    site = site_of(tmp_path, "de").edit("site.yaml", HOSTED, settings).built()
    assert f"Die Website liegt bei {who}" in said(site, "datenschutz")
    assert ("Vertrag zur Auftragsverarbeitung" in said(site, "datenschutz")) is ("contract" in settings)


def test_a_host_without_a_name_is_missing(tmp_path: Path) -> None:
    site = site_of(tmp_path, "de").edit("site.yaml", HOSTED, "    hosting: {log_days: 7}\n")
    assert codes(site.build()) == ["SG860"]
    assert "Hier fehlt: wo die Website liegt (site.yaml, business.legal.hosting)" in said(site, "datenschutz")


def test_time_alone_changes_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, "de").built()
    before = site.html("datenschutz/index.html")
    result = site.build(now=NOON.replace(year=NOON.year + 2))
    assert {found.severity for found in result.findings} == {Severity.NOTE}
    assert site.html("datenschutz/index.html").replace("2028", "2026") == before


def test_a_legal_page_needs_a_paragraph_of_its_own(tmp_path: Path) -> None:
    site = site_of(tmp_path, "de")
    site.write("content/impressum.md", '---\ntitle: Impressum\n---\n\nHier: {{ legal "impressum" }}\n')
    assert "SG812" in codes(site.build())
