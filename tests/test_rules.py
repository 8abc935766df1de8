"""Two cases at least for each rule of law: a site that breaks it, with the report of its build, and one that keeps it.

`rules/IMP-003.failing.case` and `rules/IMP-003.passing.case`, more of them as `rules/IMP-003-postfach.failing.case`.
Sections are files of the site, as in `findings/`; besides `=== report` (failing cases have it, passing ones have not)
there may be `=== purpose` with `publish` and `=== now` with an instant. A site that does not speak of `legal:` is not
asked for legal pages (`site_case.ASIDE`).
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from case_files import CASES_OF_RULES, sections
from golden import UPDATING
from site_case import MINIMAL, SiteCase
from sitegen.build.result import BuildResult
from sitegen.legal.purpose import Purpose
from sitegen.legal.rules import RULE_OF, RULES

FAILING = [case for case in CASES_OF_RULES if case.name.endswith(".failing.case")]
PASSING = [case for case in CASES_OF_RULES if case.name.endswith(".passing.case")]

HIGHEST = {
    "IMP": 13, "ODR": 2, "VSBG": 1, "DSE": 6, "PRIV": 13, "FORM": 7, "NEWS": 1, "PRICE": 7, "B2C": 2, "REV": 3,
    "AD": 2, "GREEN": 1, "IMG": 3, "AI": 1, "COM": 1, "BFSG": 1, "DATE": 1, "AT": 1, "CH": 1,
}  # fmt: skip
"""The highest number of each series. An id is never given to another rule, so these only grow."""
IDS = {f"{series}-{number:03}" for series, highest in HIGHEST.items() for number in range(1, highest + 1)}


def rule_of(case: Path) -> str:
    """`IMP-003` of `IMP-003-postfach.failing.case`."""
    return "-".join(case.name.partition(".")[0].split("-")[:2])


def built(case: Path, root: Path) -> tuple[SiteCase, BuildResult, str | None]:
    """The site of a case, what came of it, and the report that is expected."""
    parts = sections(case)
    expected = parts.pop("report", b"").decode() or None
    purpose = Purpose(parts.pop("purpose", b"work").decode().strip())
    now = parts.pop("now", b"").decode().strip()
    site = SiteCase.of(root, {}, settings=MINIMAL)
    for path, content in parts.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    result = site.build(purpose=purpose, now=datetime.fromisoformat(now) if now else None)
    return site, result, expected


@pytest.mark.parametrize("case", FAILING, ids=lambda case: case.name)
def test_what_breaks_a_rule_is_found(case: Path, tmp_path: Path) -> None:
    site, result, expected = built(case, tmp_path)
    report = site.report(result) + "\n"
    assert rule_of(case) in {found.rule for found in result.findings}, report
    if UPDATING:
        head = case.read_bytes().partition(b"=== report\n")[0]
        case.write_bytes(head + b"=== report\n" + report.encode())
    else:
        assert report == expected


@pytest.mark.parametrize("case", PASSING, ids=lambda case: case.name)
def test_what_keeps_a_rule_is_left_in_peace(case: Path, tmp_path: Path) -> None:
    site, result, expected = built(case, tmp_path)
    report = site.report(result)
    assert rule_of(case) not in {found.rule for found in result.findings}, report
    assert result.written, report
    assert expected is None


def test_there_are_exactly_these_rules() -> None:
    assert set(RULES) == IDS
    assert len(IDS) == 67


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_both_cases(rule: str) -> None:
    assert rule in set(map(rule_of, PASSING))
    assert rule in set(map(rule_of, FAILING)) or RULES[rule].kept_by


def test_no_case_for_a_rule_that_is_none() -> None:
    assert set(map(rule_of, CASES_OF_RULES)) - set(RULES) == set()
    assert set(CASES_OF_RULES) == {*FAILING, *PASSING}


def test_a_code_speaks_for_one_rule() -> None:
    assert len(RULE_OF) == sum(len(rule.codes) for rule in RULES.values())
