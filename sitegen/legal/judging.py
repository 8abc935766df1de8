"""What a finding counts for before the law: which rule it speaks for, whether that rule holds, how grave it is.

Pure. Finds nothing itself, and never makes a finding graver because time has passed: a site that publishes today
publishes tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.diagnostic import Severity
from sitegen.legal.purpose import Purpose
from sitegen.legal.rules import RULE_OF, RULES, RULES_OF
from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country, country_of
from sitegen.settings.legal import reasons
from sitegen.settings.settings import Settings
from sitegen.text.moments import BERLIN


class Court(msgspec.Struct, frozen=True, kw_only=True):
    """What findings are judged by."""

    country: Country
    today: date
    """In Berlin."""
    purpose: Purpose = Purpose.WORK
    off: Mapping[str, str] = {}
    """Rules that the owner wants left out, by id, and her reason for each."""


def court_of(settings: Settings, *, now: datetime, purpose: Purpose) -> Court:
    """The court of a site, as of `now`."""
    return Court(
        country=country_of(settings.business, settings.language),
        today=now.astimezone(BERLIN).date(),
        purpose=purpose,
        off=dict(reasons(settings.legal, RULES)),
    )


def judged(findings: Iterable[Diagnostic], court: Court) -> Iterator[Diagnostic]:
    """The findings as they count; those of rules that are off or do not hold are left out."""
    for finding in findings:
        rule = RULES.get(finding.rule or RULE_OF.get(finding.code, ""))
        if rule is None:
            yield finding
            continue
        statute = rule.statutes.get(court.country)
        if statute and rule.id not in court.off and not is_over(statute, court.today):
            yield msgspec.structs.replace(
                finding, rule=rule.id, statute=statute.name, judged=severity(finding, rule, statute, court)
            )


def is_over(statute: Statute, today: date) -> bool:
    """Whether it holds no more."""
    return statute.until is not None and statute.until < today


def severity(finding: Diagnostic, rule: Rule, statute: Statute, court: Court) -> Severity:
    """How grave a breach is. A rule that came into force after the rules were last gone through is a note.

    Whoever finds it may have said already, where it is graver than the usual breach of its rule: a fact that the page
    contradicts is an error always.
    """
    if rule.by_time or statute.since > min(court.today, RULES_OF):
        return Severity.NOTE
    if finding.judged is not None:
        return finding.judged
    if rule.asks_for_data:
        return Severity.ERROR if court.purpose is Purpose.PUBLISH else Severity.WARNING
    return finding.severity
