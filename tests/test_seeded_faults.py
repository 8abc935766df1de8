"""The four faults by which generators are measured here: none slips through, alone or together, and nothing is written.

Other generators each miss at least one of them without a word. Called as the owner calls it, from arguments to exit
code; the reports in `seeded_faults/` are compared to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from golden import assert_golden
from site_case import SiteCase, lay_law_aside
from sitegen.cli.entry import run

REPORTS = Path(__file__).parent / "seeded_faults"
GOOD = {
    "content/index.md": "---\ntitle: Start\n---\n\nWillkommen.\n",
    "content/kontakt.md": "---\ntitle: Kontakt\n---\n\nRufen Sie an.\n",
    "content/blog/2026-11-02-ablage.md": "---\ntitle: Ablage\ndate: 2026-11-02\n---\n\nOrdnung muss sein.\n",
}
FAULTS = {
    "impossible-date": (
        "content/blog/2026-02-28-fristen.md",
        "---\ntitle: Fristen im Februar\ndate: 2026-02-30\n---\n\nDer Februar ist kurz.\n",
    ),
    "open-quote": (
        "content/blog/2026-11-03-rechnungen.md",
        '---\ntitle: "Rechnungen, die niemand vergisst\ndate: 2026-11-03\ntags: Büro, Ablage\n---\n\nEin Satz.\n',
    ),
    "unknown-shortcode": (
        "content/blog/2026-11-04-urlaub.md",
        '---\ntitle: Urlaub\ndate: 2026-11-04\n---\n\nSo sieht es aus:\n\n{{ galerie "urlaub" }}\n',
    ),
    "misspelt-key-and-dead-link": (
        "content/blog/2026-11-05-mahnungen.md",
        "---\ntitel: Mahnungen\ndate: 2026-11-05\n---\n\nFragen? [Schreiben Sie mir](../kontakte.md).\n",
    ),
}
TOGETHER = "all-four"


def faults_of(name: str) -> Iterable[tuple[str, str]]:
    return FAULTS.values() if name == TOGETHER else [FAULTS[name]]


def with_faults(root: Path, name: str) -> SiteCase:
    site = SiteCase.of(root, {**GOOD, **dict(faults_of(name))})
    lay_law_aside(root / "site.yaml")
    return site


def built_by_hand(site: SiteCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """`sitegen build` in the folder of the site, which must end with 1; what it prints."""
    monkeypatch.chdir(site.root)
    assert run(["build", "--at", "2026-11-21 12:00"]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def stamps(site: SiteCase) -> dict[str, tuple[bytes, int]]:
    """Content and time of every file of the output folder."""
    return {path: (content, (site.out / path).stat().st_mtime_ns) for path, content in site.files().items()}


@pytest.mark.parametrize("name", [*FAULTS, TOGETHER])
def test_each_fault_is_reported_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = with_faults(tmp_path, name)
    report = built_by_hand(site, capsys, monkeypatch)
    assert_golden(report, REPORTS / f"{name}.golden")
    assert not site.out.exists()


@pytest.mark.parametrize("name", [*FAULTS, TOGETHER])
def test_the_last_good_site_stays_as_it_is(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = SiteCase.of(tmp_path, GOOD).built()
    before = stamps(site)
    for path, text in faults_of(name):
        site.write(path, text)
    assert "Nichts wurde verändert" in built_by_hand(site, capsys, monkeypatch)
    assert stamps(site) == before


def test_together_they_are_the_sum_of_each_alone() -> None:
    alone = [(REPORTS / f"{name}.golden").read_text("utf-8").split("\n\n") for name in FAULTS]
    together = (REPORTS / f"{TOGETHER}.golden").read_text("utf-8").split("\n\n")
    assert together[:-2] == [finding for report in alone for finding in report[:-2]]
