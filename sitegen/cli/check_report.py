"""How a check ended, in German: what was checked, what was left out and why, and what no program can see.

Pure functions; the findings themselves are shown by `diagnostics.present`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from sitegen.cli import check_wording as wording
from sitegen.diagnostics import Findings, Severity
from sitegen.legal.judging import Court
from sitegen.legal.rules import RULES_OF
from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country
from sitegen.settings.legal import SAMPLE
from sitegen.text.locales import Language
from sitegen.text.moments import long_date, parse_moment
from sitegen.text.plurals import counted

_SHORTENED: Final = "…"


def check_end(findings: Findings, court: Court | None, rules: Mapping[str, Rule], *, strict: bool) -> str:
    """The last lines of a check by `rules`; without a court it ended before any of them was asked."""
    lines = [verdict(findings, strict=strict)]
    if court is None:
        return "\n".join([*lines, wording.NOT_CHECKED])
    return "\n".join([*lines, *checked_lines(court, rules), wording.UNSEEN])


def verdict(findings: Findings, *, strict: bool) -> str:
    """Whether the site may go out."""
    if not findings:
        return wording.NOTHING_FOUND
    if findings.of_severity(Severity.ERROR):
        return wording.MUST_BE_MENDED
    return wording.STRICT_STOPPED if findings.stops(strict=strict) else wording.MAY_GO_OUT


def checked_lines(court: Court, rules: Mapping[str, Rule]) -> Iterator[str]:
    """By which rules it was judged, and which of them are off or advice."""
    held = [rule for rule in rules.values() if court.country in rule.statutes]
    asked = [rule for rule in held if rule.id not in court.off]
    if asked:
        count, country = counted(len(asked), *wording.RULE), wording.COUNTRIES[court.country]
        yield wording.CHECKED.format(rules=count, country=country, date=in_words(RULES_OF))
    reasons = set(court.off.values())
    if not asked and len(reasons) == 1:
        yield wording.ALL_OFF.format(reason=reasons.pop())
    else:
        for rule in held:
            if rule.id in court.off:
                yield wording.ONE_OFF.format(id=rule.id, title=rule.title, reason=court.off[rule.id])
    if advice := sum(not rule.statutes[court.country].verified for rule in asked):
        yield wording.ADVICE.format(count=advice)


def listed_rules(rules: Collection[Rule], *, width: int) -> str:
    """A line for each rule, shortened to `width` columns, below one that says how many there are."""
    head = wording.RULES_HEAD.format(count=len(rules), date=in_words(RULES_OF))
    return "\n".join([head, *(_shortened(_line(rule), width) for rule in rules)])


def explained_rule(rule: Rule, *, width: int) -> str:
    """Everything there is to say of one rule, wrapped at `width` columns."""
    statutes = "\n".join(_statute(country, statute) for country, statute in rule.statutes.items())
    paragraphs = [f"{rule.id}: {rule.title}.", statutes, rule.kept_by]
    if rule.codes:
        paragraphs.append(wording.SPOKEN_BY.format(codes=", ".join(rule.codes)))
    if rule.asks_for_data:
        paragraphs.append(wording.ASKS_FOR_DATA)
    if rule.by_time:
        paragraphs.append(wording.BY_TIME)
    else:
        paragraphs.append(f"{wording.HOW_OFF}\n{wording.OFF_LINES.format(id=rule.id, sample=SAMPLE)}")
    return "\n\n".join(_wrapped(paragraph, width) for paragraph in paragraphs if paragraph)


def in_words(day: date) -> str:
    """„22. November 2026“."""
    return long_date(parse_moment(day.isoformat()), Language.DE)


def _line(rule: Rule) -> str:
    """`IMP-003  Anschrift …  [Rat in Österreich]`; what is advice everywhere says so shortly."""
    advice = [country for country, statute in rule.statutes.items() if not statute.verified]
    mark = f" ({wording.IS_ADVICE}: {', '.join(country.upper() for country in advice)})" if advice else ""
    return f"{rule.id:<9}  {rule.title}{mark}"


def _statute(country: Country, statute: Statute) -> str:
    line = wording.IN_FORCE.format(
        country=wording.COUNTRIES[country].removeprefix("die "), statute=statute.name, since=in_words(statute.since)
    )
    until = [wording.UNTIL.format(until=in_words(statute.until))] if statute.until else []
    advice = [] if statute.verified else [wording.IS_ADVICE]
    return ", ".join([line, *until, *advice])


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + _SHORTENED


def _wrapped(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width=width, subsequent_indent="", break_long_words=False, break_on_hyphens=False)
        if not line.startswith(" ")
        else line
        for line in text.split("\n")
    )
