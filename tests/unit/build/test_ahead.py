"""Texts that copies render before anybody knows what they are come out as those that are rendered one by one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from site_case import NOON
from sitegen.build.crew import Crew
from sitegen.build.memory.memo import Memo
from sitegen.build.pipeline import quiet
from sitegen.build.texts.gathering import Gathered, begun_ahead, gather, read_settings
from sitegen.build.texts.reading import read_texts
from sitegen.sources.scan import scan

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are copied on Linux alone")

HEADS = {
    3: "title: Entwurf\ndate: 2026-11-01\ndraft: ja",
    5: "title: Du\ndate: 2026-11-01\ntone: du",
    7: "titel: Ohne Datum",
    9: "title: Bald\ndate: 2027-11-01",
}
"""Posts that have no page, or not the tone of the site."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "content/blog"
    folder.mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: Büro\nurl: https://www.example.org/\n", "utf-8")
    for number in range(30):
        head = HEADS.get(number, f"title: Brief {number}\ndate: 2026-11-01")
        text = f'Ein "Brief".\n\n```python\nzahl = {number}\n```\n' if number % 4 == 0 else f"Nummer {number}."
        (folder / f"brief-{number:02}.md").write_text(f"---\n{head}\n---\n\n{text}\n", "utf-8")
    (folder / "kopflos.md").write_text("Hier fehlt der Kopf.\n", "utf-8")
    return tmp_path


def gathered(site: Path, *, workers: int) -> Gathered:
    with Memo.open(site, version=str(workers), today=0) as memo:
        found = gather(site, memo, crew=Crew(workers), now=NOON, progress=quiet)
        assert isinstance(found, Gathered)
        for source in found.bodies:
            found.bodies.html(source)
        memo.save()
    return found


def test_nothing_depends_on_who_began_when(site: Path) -> None:
    alone, ahead = gathered(site, workers=1), gathered(site, workers=2)
    assert list(alone.bodies) == list(ahead.bodies)
    assert alone.bodies.digest == ahead.bodies.digest
    for source in alone.bodies:
        assert alone.bodies.html(source) == ahead.bodies.html(source)
        assert alone.bodies[source] == ahead.bodies[source]
    assert (alone.without_entry, alone.findings, alone.faulty) == (ahead.without_entry, ahead.findings, ahead.faulty)


def test_only_a_first_build_begins_early(site: Path) -> None:
    begun = []
    for _ in range(2):
        with Memo.open(site, version="0", today=0) as memo:
            settings, texts = read_settings(site, memo).settings, read_texts(site, scan(site, "content"), memo).texts
            assert settings
            with begun_ahead(texts, settings, memo=memo, crew=Crew(2), progress=quiet) as ahead:
                begun.append(ahead is not None)
            memo.save()
    assert begun[1:] == [False]
