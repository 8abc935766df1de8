"""Ten websites with faults before the law as owners make them: each is found, and nothing is invented.

Each site lies in `seeded_legal_faults/`, with the report of its check as its owner reads it. Judged as before
publishing, so none of them goes out.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from example_site import ON_ONE_WORKER, lay_example
from golden import assert_golden
from site_case import NOON, SiteCase
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.legal.purpose import Purpose
from sitegen.legal.rules import RULES

SITES = Path(__file__).parent / "seeded_legal_faults"

SEEDED = {
    # an Impressum copied years ago
    "alter-text": (*("IMP-005", "IMP-007", "IMP-012", "IMP-012", "IMP-013", "ODR-001", "ODR-002", "VSBG-001"),),
    # Google wherever one looks
    "alles-von-google": (
        *("PRIV-002", "PRIV-002", "PRIV-002", "PRIV-004", "PRIV-005", "PRIV-009", "PRIV-012", "PRIV-013"),
    ),
    # a notice that knows only one answer, and a privacy page of former years
    "banner-ohne-nein": (
        *("DSE-002", "DSE-003", "DSE-004", "DSE-005", "PRIV-003", "PRIV-006", "PRIV-007", "PRIV-008"),
        *("PRIV-010", "PRIV-010", "PRIV-010", "PRIV-011", "PRIV-011", "PRIV-011"),
    ),
    # pictures of nobody, and faces of commenters from abroad
    "bilder-und-stimmen": ("BFSG-001", "COM-001", "COM-001", "COM-001", "IMG-001", "IMG-002", "IMP-010", "PRIV-005"),
    # forms from the internet
    "formular-aus-dem-netz": (
        *("FORM-001", "FORM-002", "FORM-003", "FORM-003", "FORM-004", "FORM-004", "FORM-005", "FORM-007"),
        *("NEWS-001", "PRIV-001"),
    ),
    # begun and never finished
    "halb-ausgefuellt": (
        *("DSE-006", "IMP-002", "IMP-003", "IMP-004", "IMP-005", "IMP-008", "IMP-008", "IMP-009"),
        *("IMP-011", "IMP-011"),
    ),
    # a small business that speaks of VAT
    "kleinunternehmen-mit-mwst": ("GREEN-001", "PRICE-001", "PRICE-002", "PRICE-002", "PRICE-006", "PRICE-007"),
    # net prices for families, and praise for oneself
    "netto-fuer-alle": (*("B2C-001", "B2C-001", "B2C-001", "IMP-006", "PRICE-003", "REV-001", "REV-002", "REV-003"),),
    # paid for and silent about it
    "werbung-ohne-wort": ("AD-001", "AD-001", "AD-002", "AD-002", "AI-001"),
    # in Vienna, and no way to the Impressum
    "wien-ohne-weg": ("AT-001", "AT-001", "DSE-001", "DSE-006", "IMP-001", "ODR-002"),
}
"""The rules that each site breaks, one for each finding."""


def laid(name: str, root: Path) -> tuple[SiteCase, BuildResult]:
    """The site, and how it was judged."""
    shutil.copytree(SITES / name, root, ignore=shutil.ignore_patterns("report.golden"))
    options = BuildOptions(now=NOON, purpose=Purpose.PUBLISH)
    return SiteCase(root), build(root, options)


@pytest.mark.parametrize("name", SEEDED)
def test_each_fault_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    site, result = laid(name, tmp_path / name)
    report = site.report(result)
    assert Counter(found.rule or found.code for found in result.findings) == Counter(SEEDED[name]), report
    assert_golden(f"{report}\n", SITES / name / "report.golden")
    assert not result.written
    assert not site.out.exists()


def test_every_site_is_asked_about() -> None:
    assert {folder.name for folder in SITES.iterdir()} == set(SEEDED)


def test_they_break_most_of_the_law() -> None:
    broken = {rule for rules in SEEDED.values() for rule in rules}
    assert broken <= set(RULES)
    assert len(broken) >= 45


@ON_ONE_WORKER
def test_nothing_is_invented_on_the_example_site(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("example")
    lay_example(root)
    result = build(root, BuildOptions(now=NOON, purpose=Purpose.PUBLISH, writes=False, strict=True))
    assert not result.findings, SiteCase(root).report(result)
