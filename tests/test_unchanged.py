"""A site that stands as it was built is not built again, and whatever could make a difference makes one."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from site_case import NOON, SiteCase, codes
from sitegen.build import stages
from sitegen.build.files.workload import Shelf
from sitegen.build.result import BuildResult
from sitegen.output.place import Place


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    case = SiteCase.of(tmp_path, {"static/robots-extra.txt": "x"}).post("brief", "Ein Brief.")
    return case.built()


def builds(site: SiteCase, monkeypatch: pytest.MonkeyPatch, *, strict: bool = False) -> bool:
    """Whether anything is made when the site is built again."""
    called: list[Path] = []
    build_in = stages.build_in

    def watched(root: Path, place: Place, shelf: Shelf, **rest: Any) -> BuildResult:  # noqa: ANN401 - passed on
        called.append(root)
        return build_in(root, place, shelf, **rest)

    monkeypatch.setattr(stages, "build_in", watched)
    assert site.build(strict=strict).written
    return bool(called)


def test_nothing_is_made_twice(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not builds(site, monkeypatch)


def test_what_was_told_is_told_again(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {}).post("brief", "### Zu tief").post("morgen", "Bald.", date="2026-12-24")
    first, second = site.build(), site.build()
    assert codes(first) == codes(second) != []
    assert second.withheld == first.withheld != ()
    assert second.tally == first.tally
    assert (second.changes.unchanged, second.changes.created) == (len(first.changes.created), ())


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/blog/brief.md", "---\ntitle: Neu\ndate: 2026-11-01\n---\n\nNeu.\n"),
        ("content/neu.md", "---\ntitle: Neu\n---\n\nNeu.\n"),
        ("layouts/parts/greeting.html", "Guten Tag"),
        ("static/robots-extra.txt", "y"),
        ("site.yaml", "title: Anders\nurl: https://www.example.org/\n"),
        ("public/index.html", "hineingeschrieben"),
    ],
)
def test_every_file_counts(site: SiteCase, monkeypatch: pytest.MonkeyPatch, path: str, text: str) -> None:
    site.write(path, text)
    assert builds(site, monkeypatch)


def test_a_missing_page_is_made_again(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    site.remove("public/index.html")
    assert builds(site, monkeypatch)
    assert (site.out / "index.html").is_file()


def test_a_stricter_build_is_another(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    assert builds(site, monkeypatch, strict=True)


@pytest.mark.parametrize(
    ("later", "expected"),
    [(timedelta(minutes=5), False), (timedelta(hours=20), True), (timedelta(minutes=-5), True)],
    ids=["minutes", "another day", "the clock set back"],
)
def test_the_clock_counts(site: SiteCase, monkeypatch: pytest.MonkeyPatch, later: timedelta, *, expected: bool) -> None:
    site.now = NOON + later
    assert builds(site, monkeypatch) is expected


def test_a_post_appears_at_its_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = SiteCase.of(tmp_path, {}).post("bald", "Bald.", date="2026-11-21 12:10")
    site.build()
    site.now = NOON + timedelta(minutes=9)
    assert not builds(site, monkeypatch)
    site.now = NOON + timedelta(minutes=10)
    assert builds(site, monkeypatch)
    assert (site.out / "blog/bald/index.html").is_file()


def test_a_damaged_record_costs_time_alone(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    (record,) = (site.root / ".sitegen" / "outputs").glob("*/standing")
    record.write_bytes(record.read_bytes()[:-5])
    assert builds(site, monkeypatch)


def test_an_unchanged_site_needs_neither_jinja_nor_a_parser(site: SiteCase) -> None:
    code = (
        "import sys\n"
        "from sitegen.cli.entry import run\n"
        f"run(['build', '--site', {str(site.root)!r}, '--at', '2026-11-21T12:00'])\n"
        "heavy = {'jinja2', 'markdown_it', 'yaml', 'selectolax', 'sitegen.build.stages'}\n"
        "sys.exit(f'imported: {sorted(heavy & set(sys.modules))}' if heavy & set(sys.modules) else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
