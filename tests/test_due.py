"""`sitegen due`: the site changes at just the instants it names, and at no other."""

from __future__ import annotations

import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from site_case import NOON, SiteCase
from sitegen.build.lists.due import Due, due
from sitegen.build.memory.code_version import code_version
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions
from sitegen.build.warmth import Warmth
from sitegen.cli import preview_wording
from sitegen.cli.entry import run
from sitegen.plan.due import Change
from sitegen.text.moments import BERLIN

REPOSITORY: Final = Path(__file__).parents[1]
KEY: Final = b"0123456789abcdef0123456789abcdef"
SETTINGS: Final = """\
title: Büro Uhr
url: https://www.example.org/
search: {enabled: nein}
images: {cards: nein}
business:
  email: mail@example.org
  closed:
    - {from: 2026-12-24, to: 2027-01-06, note: Betriebsferien}
    - {from: 2027-03-01}
notice: {text: Ab Januar sind zwei Plätze frei., from: 2026-12-01 09:30, until: 2026-12-18}
comments: {open: ja, close_after: 30}
delivery: {provider: inbox, address: "https://eingang.example.org", site: uhr}
"""
FILES: Final = {
    "content/index.md": "---\ntitle: Start\n---\n\nGuten Tag.\n",
    "content/blog/da.md": "---\ntitle: Schon da\ndate: 2026-11-01\n---\n\nText.\n",
    "content/blog/kommt.md": "---\ntitle: Kommt noch\ndate: 2026-12-24T08:00\nexpires: 2027-01-15\n---\n\nText.\n",
    "content/kontakt.md": "---\ntitle: Kontakt\nlayout: contact\n---\n\nText.\n",
    "content/datenschutz.md": "---\ntitle: Datenschutz\n---\n\nText.\n",
    "content/blog/still.md": "---\ntitle: Still\ndate: 2026-11-02\ncomments: nein\n---\n\nText.\n",
    "content/blog/entwurf.md": "---\ntitle: Entwurf\ndate: 2026-12-30\ndraft: ja\n---\n\nText.\n",
    "content/services/eins.md": (
        "---\ntitle: Buchhaltung\nprice: 45\nunit: hour\nprice_next: {from: 2027-01-01, price: 48}\n---\n\nText.\n"
    ),
    "content/services/zwei.md": (
        "---\ntitle: Ablage\nprice: 40\ndraft: ja\nprice_next: {from: 2027-02-02, price: 41}\n---\n\nText.\n"
    ),
}
A_MOMENT: Final = timedelta(seconds=1)


class Clock:
    """A site that is built at one instant after another."""

    def __init__(self, case: SiteCase) -> None:
        self.case = case
        self._warmth = Warmth()

    def site_at(self, now: datetime) -> dict[str, bytes]:
        """Every file of the site as of an instant."""
        result = build(self.case.root, BuildOptions(now=now, form_key=KEY), warmth=self._warmth)
        assert result.written, self.case.report(result)
        return self.case.files()

    def due(self, now: datetime, since: datetime | None = None) -> Due:
        """What is due, past and ahead."""
        return due(self.case.root, now=now, since=since or now, version=code_version(), form_key=KEY)

    def assert_changes_at_just_these(self, changes: tuple[Change, ...], start: datetime, end: datetime) -> None:
        """From `start` to `end` the site is another at each of the changes, and between them it stays the same."""
        before = self.site_at(start)
        for at in (*sorted({change.at for change in changes}), None):
            until = end if at is None else at - A_MOMENT
            assert self.site_at(until) == before, f"changes unannounced before {until}"
            if at is not None:
                after = self.site_at(at)
                assert after != before, f"nothing changes at {at}"
                before = after


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    return Clock(SiteCase.of(tmp_path_factory.mktemp("uhr"), FILES, settings=SETTINGS))


def kinds(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(f"{change.at:%Y-%m-%d %H:%M}", change.kind) for change in changes]


def test_all_kinds_of_changes_are_named(clock: Clock) -> None:
    assert kinds(clock.due(NOON).ahead) == [
        ("2026-12-01 09:30", "notice-begins"),
        ("2026-12-02 00:00", "comments-close"),
        ("2026-12-10 00:00", "closing-days-announced"),
        ("2026-12-19 00:00", "notice-ends"),
        ("2026-12-24 08:00", "post-appears"),
        ("2027-01-01 00:00", "price-changes"),
        ("2027-01-01 00:00", "year-begins"),
        ("2027-01-01 00:00", "security-txt-renewed"),
        ("2027-01-07 00:00", "closing-days-over"),
        ("2027-01-15 06:00", "post-expires"),
        ("2027-02-15 00:00", "closing-days-announced"),
        ("2027-03-02 00:00", "closing-days-over"),
    ]


def test_the_site_changes_then_and_at_no_other_time(clock: Clock) -> None:
    clock.assert_changes_at_just_these(clock.due(NOON).ahead, NOON, datetime(2027, 6, 30, 23, 59, tzinfo=BERLIN))


@pytest.mark.soak
@pytest.mark.skipif(not os.environ.get("SITEGEN_SOAK"), reason="some forty builds of the example site: make soak")
def test_the_example_site_changes_then_and_at_no_other_time(tmp_path: Path) -> None:
    for name in ("content", "static"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copyfile(REPOSITORY / "site.yaml", tmp_path / "site.yaml")
    example = Clock(SiteCase(tmp_path))
    start, end = NOON - timedelta(days=40), datetime(2027, 6, 30, 23, 59, tzinfo=BERLIN)
    example.assert_changes_at_just_these(example.due(end, start).past, start, end)


def test_since_an_instant_only_what_came_due_until_now(clock: Clock) -> None:
    at = datetime(2026, 12, 24, 8, 0, tzinfo=BERLIN)
    assert kinds(clock.due(at, at - A_MOMENT).past) == [("2026-12-24 08:00", "post-appears")]
    assert clock.due(at, at).past == ()
    assert clock.due(at - A_MOMENT, at - timedelta(days=5)).past == ()


def test_a_year_that_began_meanwhile_is_due_every_time(clock: Clock) -> None:
    now = datetime(2029, 3, 1, tzinfo=BERLIN)
    years = [change.title for change in clock.due(now, NOON).past if change.kind == "year-begins"]
    assert years == ["2027", "2028", "2029"]


def test_without_a_receiver_no_comment_is_taken_and_none_is_closed(tmp_path: Path) -> None:
    settings = "".join(line for line in SETTINGS.splitlines(keepends=True) if not line.startswith("delivery:"))
    case = SiteCase.of(tmp_path, FILES, settings=f"{settings}delivery: {{provider: inbox}}\n")
    found = due(case.root, now=NOON, since=NOON, version=code_version())
    assert "comments-close" not in {change.kind for change in found.ahead}


def test_what_is_wrong_with_a_text_is_said_and_the_others_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    SiteCase.of(tmp_path, {**FILES, "content/blog/kaputt.md": '---\ntitle: "offen\n---\n\nText.\n'}, settings=SETTINGS)
    assert run(["due", "--site", str(tmp_path), "--at", "2026-11-21T12:00"]) == 0
    shown = capsys.readouterr()
    assert "content/blog/kaputt.md" in shown.err
    assert "Beitrag „Kommt noch“ erscheint (content/blog/kommt.md)" in shown.out


def test_for_people_each_instant_stands_above_what_changes(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["due", "--site", str(clock.case.root), "--at", "2026-12-26T12:00"]) == 0
    first = capsys.readouterr().out.replace("\u00a0", " ").split("\n")[:4]
    assert first == [
        "1. Januar 2027, 00:00 Uhr",
        "  Preis von „Buchhaltung“: 45 € → 48 € (content/services/eins.md)",
        "  Die Jahreszahl am Fuß der Seiten wird 2027",
        "  security.txt gilt ein halbes Jahr länger",
    ]


def test_for_programs_one_word_says_whether_anything_is_due(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    """What the hourly run of a pipeline asks."""

    def asked(since: str, at: str) -> dict[str, object]:
        call = ["due", "--site", str(clock.case.root), "--since", since, "--at", at, "--format", "json"]
        assert run(call) == 0
        return dict(json.loads(capsys.readouterr().out))

    answer = asked("2026-12-24T07:30", "2026-12-24T08:30")
    assert (answer["due"], answer["next"]) == (True, "2027-01-01T00:00:00+01:00")
    assert answer["instants"] == [
        {
            "at": "2026-12-24T08:00:00+01:00",
            "changes": [
                {
                    "kind": "post-appears",
                    "text": "Beitrag „Kommt noch“ erscheint (content/blog/kommt.md)",
                    "title": "Kommt noch",
                    "source": "content/blog/kommt.md",
                    "before": "",
                    "after": "",
                }
            ],
        }
    ]
    assert asked("2026-12-24T08:30", "2026-12-24T09:30")["due"] is False


def test_nothing_due_is_said(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["due", "--site", str(clock.case.root), "--since", "2026-11-20", "--at", "2026-11-21"]) == 0
    assert capsys.readouterr().out == "Nichts fällig.\n"


def test_without_settings_nothing_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SiteCase.of(tmp_path, {}, settings="title: [\n")
    assert run(["due", "--site", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("SG")


def test_nothing_is_built(tmp_path: Path) -> None:
    case = SiteCase.of(tmp_path, FILES, settings=SETTINGS)
    assert run(["due", "--site", str(tmp_path)]) == 0
    assert not case.out.exists()


def test_the_manual_shows_what_is_printed() -> None:
    manual = (REPOSITORY / "docs/vorschau.md").read_text("utf-8")
    for said in (preview_wording.READY, preview_wording.WITH_UNPUBLISHED, preview_wording.HOW_TO_END):
        assert said.partition("{")[0].strip() in manual
    assert preview_wording.NOTHING_DUE in manual
    for field in ("version", "now", "since", "due", "next", "instants"):
        assert f"`{field}`" in manual
