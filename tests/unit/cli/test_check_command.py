"""`sitegen check` as its owner and a pipeline see it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.legal.rules import RULES

Call = Callable[..., Any]

AT = ("--site", "büro", "--at", "2026-11-24T08:00")
OFF = 'legal:\n  off: "Nur eine Probe, die niemand sieht."\n'


@pytest.fixture
def page(site: Path) -> Path:
    """The one page of a site whose owner has switched the law off."""
    (site / "site.yaml").write_text(f"title: Büro\nurl: https://www.example.org/\n{OFF}", encoding="utf-8")
    (site / "content").mkdir()
    path = site / "content/index.md"
    path.write_text("---\ntitle: Start\n---\n\nWillkommen.\n", encoding="utf-8")
    return path


@pytest.mark.usefixtures("page")
def test_a_good_site_is_checked_and_not_written(sitegen: Call, site: Path) -> None:
    outcome = sitegen("check", *AT)
    assert outcome.code == 0
    assert outcome.out.startswith("Nichts gefunden.\n")
    assert "Ihr Grund: Nur eine Probe, die niemand sieht.\n" in outcome.out
    assert "Was kein Programm sieht: " in outcome.out
    assert not (site / "public").exists()


def test_what_a_build_finds_fails_a_check(sitegen: Call, page: Path, site: Path) -> None:
    page.write_text("---\ntitel: Start\n---\n\nWillkommen.\n", encoding="utf-8")
    outcome = sitegen("check", *AT)
    assert outcome.code == 1
    assert "content/index.md:2:1  " in outcome.out
    assert "\nWas oben als Fehler steht, gehört vor der Veröffentlichung behoben.\n" in outcome.out
    assert not (site / "public").exists()


def test_warnings_fail_a_check_only_when_strict(sitegen: Call, page: Path) -> None:
    page.write_text("---\ntitle: Start\n---\n\n```unbekannt\nx\n```\n", encoding="utf-8")
    relaxed, strict = sitegen("check", *AT), sitegen("check", "--strict", *AT)
    assert (relaxed.code, strict.code) == (0, 1)
    assert "\nNichts davon hindert die Veröffentlichung.\n" in relaxed.out
    assert "\nMit --strict zählen auch Warnungen als Fehler.\n" in strict.out


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_is_for_programs_is_all_of_standard_output(sitegen: Call, form: str) -> None:
    outcome = sitegen("check", "--format", form, *AT)
    assert json.loads(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")


def test_a_site_that_cannot_be_read_was_not_judged(sitegen: Call, site: Path) -> None:
    (site / "site.yaml").write_text("- nichts\n", encoding="utf-8")
    outcome = sitegen("check", *AT)
    assert outcome.code == 1
    assert outcome.out.endswith("Weiter kam die Prüfung nicht: Zuerst muss das behoben sein.\n")


def test_without_a_site_there_is_nothing_to_check(sitegen: Call) -> None:
    outcome = sitegen("check", "--format", "json")
    assert outcome.code == 1
    assert [finding["code"] for finding in json.loads(outcome.out)["findings"]] == ["SG001"]


def test_all_rules_are_listed(sitegen: Call) -> None:
    outcome = sitegen("check", "--rules")
    assert outcome.code == 0
    head, *lines = outcome.out.splitlines()
    assert head.startswith(f"{len(RULES)} Regeln, Stand ")
    assert [line.split()[0] for line in lines] == list(RULES)


@pytest.mark.parametrize("id_", RULES)
def test_every_rule_is_explained(sitegen: Call, id_: str) -> None:
    outcome = sitegen("explain", id_.lower())
    assert outcome.code == 0
    assert outcome.out.startswith(f"{id_}: ")
    assert all(statute.name.split()[0] in outcome.out for statute in RULES[id_].statutes.values())
