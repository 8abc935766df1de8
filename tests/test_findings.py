"""One case for each code of the catalogue: a site with the fault, and the report as its owner reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from case_files import CASES_OF_CODES, CASES_OF_RULES, sections
from golden import UPDATING
from site_case import MINIMAL, SiteCase, codes
from sitegen.diagnostics.catalogue import ENTRIES
from sitegen.output.pictures.faults import Fault

UNIT = Path(__file__).parent / "unit"

ELSEWHERE = {
    "SG001": "cli/test_commands.py",
    "SG002": "cli/test_commands.py",
    "SG003": "cli/test_commands.py",
    "SG004": "cli/test_commands.py",
    "SG005": "cli/test_commands.py",
    "SG006": "cli/test_entry.py",
    "SG007": "cli/test_commands.py",
    "SG100": "sources/test_scan.py",
    "SG107": "schema/test_yaml_reader.py",
    "SG124": "sources/test_scan.py",
    "SG125": "sources/test_scan.py",
    "SG127": "sources/test_scan.py",
    "SG331": "output/pictures/test_variants.py",
    "SG332": "output/pictures/test_variants.py",
    "SG336": "build/test_picturing.py",
    "SG601": "output/test_place.py",
    "SG602": "output/test_place.py",
    "SG603": "output/test_place.py",
    "SG604": "output/test_faults.py",
    "SG605": "output/test_faults.py",
    "SG606": "output/test_compare.py",
    "SG607": "output/test_compare.py",
    "SG608": "output/test_compare.py",
    "SG610": "output/test_faults.py",
    "SG611": "output/test_faults.py",
    "SG613": "output/test_recovery.py",
    "SG614": "output/test_manifest.py",
    "SG615": "build/test_memo.py",
    "SG616": "build/test_memo.py",
    "SG617": "build/test_lock.py",
    "SG618": "output/test_faults.py",
    "SG620": "test_search.py",
    "SG621": "test_search.py",
    "SG622": "test_search.py",
    "SG638": "checks/test_weight.py",
    "SG619": "test_why.py",
    "SG640": "test_serving.py",
    "SG641": "serve/test_listening.py",
    "SG642": "serve/test_listening.py",
    "SG643": "serve/test_listening.py",
    "SG651": "test_publishing.py",
    "SG652": "test_publishing_trust.py",
    "SG653": "test_publishing_trust.py",
    "SG654": "test_publishing_trust.py",
    "SG655": "test_publishing_trust.py",
    "SG656": "test_publishing_trust.py",
    "SG657": "test_publishing.py",
    "SG658": "test_publishing.py",
    "SG659": "test_publishing_places.py",
    "SG660": "test_publishing_places.py",
    "SG661": "test_publishing.py",
    "SG662": "test_publishing_places.py",
    "SG663": "test_publishing.py",
    "SG664": "test_publishing_git.py",
    "SG665": "test_publishing.py",
    "SG666": "test_publishing_trust.py",
    "SG667": "test_publishing.py",
    "SG668": "test_publishing_git.py",
    "SG669": "test_publishing_trust.py",
    "SG670": "test_recipes.py",
    "SG671": "test_recipes.py",
    "SG672": "test_update.py",
    "SG673": "test_update.py",
    "SG674": "test_update.py",
    "SG675": "test_update.py",
    "SG680": "test_import_wordpress_exports.py",
    "SG681": "test_import_wordpress_exports.py",
    "SG682": "test_import_wordpress_exports.py",
    "SG683": "test_import_wordpress_exports.py",
    "SG684": "test_import_wordpress_exports.py",
    "SG685": "test_import_wordpress_exports.py",
    "SG690": "test_add_hostile_text.py",
    "SG691": "test_add_hostile_text.py",
    "SG692": "test_add_hostile_text.py",
    "SG693": "test_add_hostile_text.py",
    "SG740": "test_comments_hostile.py",
    "SG752": "test_comments_hostile.py",
    "SG756": "test_comments_hostile.py",
    "SG770": "inbox/test_config.py",
    "SG771": "inbox/test_config.py",
    "SG772": "inbox/test_config.py",
    "SG773": "inbox/test_config.py",
    "SG774": "inbox/test_config.py",
    "SG775": "inbox/test_config.py",
    "SG776": "inbox/test_config.py",
    "SG777": "inbox/test_config.py",
    "SG778": "inbox/test_config.py",
    "SG779": "inbox/test_config.py",
    "SG780": "inbox/test_config.py",
    "SG781": "inbox/test_config.py",
    "SG782": "inbox/test_config.py",
    "SG783": "inbox/test_config.py",
    "SG784": "inbox/test_config.py",
    "SG785": "inbox/test_config.py",
    "SG786": "inbox/test_config.py",
    "SG787": "inbox/test_config.py",
    "SG788": "inbox/test_config.py",
    "SG789": "inbox/test_config.py",
    "SG790": "inbox/test_config.py",
    "SG971": "test_linkcheck.py",
    "SG972": "test_linkcheck.py",
    "SG973": "test_linkcheck.py",
    "SG974": "test_linkcheck.py",
    "SG975": "test_linkcheck.py",
    "SG976": "test_linkcheck.py",
    "SG977": "test_linkcheck.py",
    "SG980": "test_folder_check.py",
    "SG981": "test_folder_check.py",
    "SG982": "test_folder_check.py",
    "SG983": "test_folder_check.py",
    "SG984": "test_folder_check.py",
    "SG985": "test_folder_check.py",
    "SG986": "test_folder_check.py",
    "SG987": "test_folder_check.py",
    "SG988": "test_folder_check.py",
    "SG989": "test_folder_check.py",
}
"""What a site's text cannot bring about: code → the test that shows it, below `unit` or beside this one."""


REPORTED = re.compile(r"^(SG[0-9]{3}) ", re.MULTILINE)


def shown() -> set[str]:
    """Codes that a case shows: one of its own, or the report of a case for a rule of law."""
    of_rules = (REPORTED.findall(sections(case).get("report", b"").decode()) for case in CASES_OF_RULES)
    return {case.stem.partition("-")[0] for case in CASES_OF_CODES}.union(*of_rules)


@pytest.mark.parametrize("case", CASES_OF_CODES, ids=lambda case: case.stem)
def test_report_of_the_case(case: Path, tmp_path: Path) -> None:
    parts = sections(case)
    expected = parts.pop("report").decode()
    site = SiteCase.of(tmp_path, {}, settings=MINIMAL)
    for path, content in parts.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    result = site.build()
    report = site.report(result) + "\n"
    assert case.stem.partition("-")[0] in codes(result), report
    if UPDATING:
        head = case.read_bytes().partition(b"=== report\n")[0]
        case.write_bytes(head + b"=== report\n" + report.encode())
    else:
        assert report == expected


def test_every_code_has_a_case() -> None:
    assert set(ENTRIES) - shown() - set(ELSEWHERE) == set()


def test_no_case_for_a_code_that_is_gone() -> None:
    assert (shown() | set(ELSEWHERE)) - set(ENTRIES) == set()


@pytest.mark.parametrize(("code", "test"), ELSEWHERE.items())
def test_a_code_shown_elsewhere_is_shown_there(code: str, test: str) -> None:
    path = UNIT / test if "/" in test else Path(__file__).with_name(test)
    names = (code, *(f"Fault.{fault.name}" for fault in Fault if fault.value == code))
    assert any(name in path.read_text("utf-8") for name in names)
