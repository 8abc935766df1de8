"""`sitegen prices`, and what a build says of a price that changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.build.result import PriceChange
from sitegen.cli.build_report import price_line

Call = Callable[..., Any]

SETTINGS = "title: Büro\nurl: https://www.example.org/\nbusiness: {vat: brutto}\n"
HOURLY = """---
title: Buchhaltung
category: Büro
price: 45 €
unit: Stunde
price_next: {from: 1.1.2027, price: 48}
packages:
  - {hours: 10, price: 433}
---
"""
FREE = "---\ntitle: Kennenlernen\nprice: kostenlos\norder: 1\n---\n"
DRAFT = "---\ntitle: Geheim\nprice: 1\nunit: Stück\ndraft: ja\n---\n"
TABLE = """\
Büro
  Buchhaltung        45 €  je Stunde  ab 1. Januar 2027: 48 €
    10 Stunden      433 €             43,30 € je Stunde, 17 € weniger als einzeln
  Kennenlernen  kostenlos

inkl. USt
"""


@pytest.fixture
def priced(site: Path) -> Path:
    (site / "site.yaml").write_text(SETTINGS, "utf-8")
    folder = site / "content/services"
    folder.mkdir(parents=True)
    (folder / "buchhaltung.md").write_text(HOURLY, "utf-8")
    (folder / "kennenlernen.md").write_text(FREE.replace("order", "category: Büro\norder"), "utf-8")
    (folder / "geheim.md").write_text(DRAFT, "utf-8")
    return site


def test_all_prices_stand_in_columns(sitegen: Call, priced: Path) -> None:
    outcome = sitegen("prices", "--site", str(priced), "--at", "2026-11-21")
    assert (outcome.code, outcome.out, outcome.err) == (0, TABLE, "")


def test_prices_are_those_of_the_day(sitegen: Call, priced: Path) -> None:
    outcome = sitegen("prices", "--site", str(priced), "--at", "2027-01-01")
    assert "  Buchhaltung        48 €  je Stunde\n" in outcome.out


def test_prices_for_programs(sitegen: Call, priced: Path) -> None:
    read = json.loads(sitegen("prices", "--site", str(priced), "--format", "json", "--at", "2026-11-21").out)
    assert [service["title"] for service in read["services"]] == ["Buchhaltung", "Kennenlernen"]
    first = read["services"][0]
    assert (first["price"]["value"], first["price"]["currency"], first["price"]["unit"]) == ("45", "EUR", "hour")
    assert (first["packages"][0]["unit_value"], first["price"]["coming"]["value"]) == ("43.30", "48")


def test_a_broken_service_is_said_and_the_others_are_shown(sitegen: Call, priced: Path) -> None:
    (priced / "content/services/kaputt.md").write_text("---\ntitle: Kaputt\nprice: viel\n---\n", "utf-8")
    outcome = sitegen("prices", "--site", str(priced), "--at", "2026-11-21")
    assert (outcome.code, outcome.out) == (1, TABLE)
    assert "content/services/kaputt.md:3:8" in outcome.err


def test_a_site_without_services_says_how_to_begin(sitegen: Call, site: Path) -> None:
    outcome = sitegen("prices", "--site", str(site))
    assert (outcome.code, outcome.out) == (
        0,
        'Diese Website hat noch keine Leistungen. Die erste legt an: sitegen add service "Mein Titel"\n',
    )


def test_broken_settings_are_said(sitegen: Call, site: Path) -> None:
    (site / "site.yaml").write_text("titel: Büro\n", "utf-8")
    outcome = sitegen("prices", "--site", str(site))
    assert (outcome.code, outcome.out) == (1, "")
    assert "SG102" in outcome.err


@pytest.mark.parametrize(("pages", "count"), [(6, "6 Seiten"), (1, "1 Seite"), (0, "0 Seiten")])
def test_a_changed_price_is_told_with_its_pages(pages: int, count: str) -> None:
    change = PriceChange(title="Buchhaltung", before="45 €", after="48 €", pages=pages)
    assert price_line(change).replace("\u00a0", " ") == f"Buchhaltung: 45 € → 48 €, geändert auf {count}"
