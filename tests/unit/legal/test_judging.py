"""What a finding counts for before the law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import msgspec
import pytest

from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.legal.judging import Court, court_of, judged, severity
from sitegen.legal.purpose import Purpose
from sitegen.legal.rules import RULES, RULES_OF
from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Business, Country
from sitegen.settings.legal import SHORTEST, Legal, reasons
from sitegen.settings.settings import Settings
from sitegen.text.moments import BERLIN, parse_moment

HERE = Span(file="site.yaml")
TODAY = date(2026, 11, 22)
ENOUGH = "Das passt hier nicht."


def court(
    *, country: Country = Country.DE, purpose: Purpose = Purpose.WORK, off: Mapping[str, str] | None = None
) -> Court:
    return Court(country=country, today=TODAY, purpose=purpose, off=off or {})


def counted(finding: Diagnostic, by: Court) -> Diagnostic | None:
    return next(judged([finding], by), None)


MISSING = Diagnostic(code="SG860", span=HERE, rule="IMP-003")


def test_a_code_that_speaks_for_one_rule_needs_no_name() -> None:
    found = counted(Diagnostic(code="SG903", span=HERE), court())
    assert found is not None
    assert (found.rule, found.statute) == ("IMP-001", "§ 5 Abs. 1 DDG")


def test_what_the_law_has_no_say_in_is_left_alone() -> None:
    plain = Diagnostic(code="SG310", span=HERE, facts={"target": "/x/", "cure": ""})
    assert counted(plain, court(purpose=Purpose.PUBLISH)) is plain


@pytest.mark.parametrize(("purpose", "expected"), [(Purpose.WORK, Severity.WARNING), (Purpose.PUBLISH, Severity.ERROR)])
def test_what_is_not_said_yet_stops_only_publishing(purpose: Purpose, expected: Severity) -> None:
    found = counted(MISSING, court(purpose=purpose))
    assert found is not None
    assert found.severity is expected


@pytest.mark.parametrize("purpose", Purpose)
def test_a_contradiction_is_an_error_always(purpose: Purpose) -> None:
    found = counted(msgspec.structs.replace(MISSING, judged=Severity.ERROR), court(purpose=purpose))
    assert found is not None
    assert found.severity is Severity.ERROR


def test_a_rule_that_is_off_says_nothing() -> None:
    assert counted(MISSING, court(off={"IMP-003": ENOUGH})) is None
    assert counted(MISSING, court(off={"IMP-004": ENOUGH})) is not None


def test_a_country_without_the_rule_is_not_asked() -> None:
    assert counted(Diagnostic(code="SG860", span=HERE, rule="IMP-010"), court(country=Country.AT)) is None


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("id_", [id_ for id_, rule in RULES.items() if rule.by_time])
def test_what_time_brings_is_a_note(id_: str, purpose: Purpose) -> None:
    found = counted(Diagnostic(code="SG860", span=HERE, rule=id_, judged=Severity.ERROR), court(purpose=purpose))
    assert found is not None
    assert found.severity is Severity.NOTE


@pytest.mark.parametrize("days", [1, 400])
def test_a_rule_that_comes_is_a_note_and_stays_one(days: int) -> None:
    """It was not gone through with the others, so it must not stop anybody the day it comes into force."""
    coming = Statute(name="§ 1 XY", since=RULES_OF + timedelta(days=30))
    rule = Rule(id="XY-001", title="x", statutes={Country.DE: coming}, asks_for_data=True)
    later = msgspec.structs.replace(court(purpose=Purpose.PUBLISH), today=RULES_OF + timedelta(days=days))
    assert severity(MISSING, rule, coming, later) is Severity.NOTE


def settings(off: str | dict[str, str]) -> Settings:
    return Settings(title="x", business=Business(country=Country.CH), legal=Legal(off=off))


@pytest.mark.parametrize(
    ("off", "ids"),
    [
        ({}, set()),
        ({"IMP-003": ENOUGH}, {"IMP-003"}),
        ({"IMP-003": "nein"}, set()),
        ({"IMP-003": " " * SHORTEST}, set()),
        ({"XY-999": ENOUGH}, set()),
        ("", set()),
        ("egal", set()),
        (ENOUGH, set(RULES)),
    ],
)
def test_only_a_reason_switches_a_rule_off(off: str | dict[str, str], ids: set[str]) -> None:
    by = court_of(settings(off), now=parse_moment("2026-11-22").at, purpose=Purpose.WORK)
    assert set(by.off) == ids
    assert dict(reasons(Legal(off=off), RULES)) == dict(by.off)
    assert by.country is Country.CH


def test_the_day_is_that_of_berlin() -> None:
    late = parse_moment("2026-11-22T23:30").at.astimezone(BERLIN)
    assert court_of(settings({}), now=late, purpose=Purpose.WORK).today == date(2026, 11, 22)
