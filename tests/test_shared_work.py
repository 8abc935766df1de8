"""A site that is large enough to be shared among processes comes out as if one had made it, warm and cold."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

import pytest

from compiled_once import COMPILED
from plain_site import lay_plain_layouts
from site_case import NOON, SiteCase
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.build.warmth import Warmth

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="processes are copied on Linux alone")

POSTS = 210
"""So that even laying ready is shared."""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Posts with lists, links to each other, and something to be said about every third and fifth."""
    case = SiteCase.of(tmp_path_factory.mktemp("large"), {})
    lay_plain_layouts(case.root)
    for number in range(POSTS):
        text = f"## Teil {number}\n\nSiehe [davor](beitrag-{max(0, number - 1):03}.md#teil-{max(0, number - 1)}).\n"
        text += "\n[hier klicken](beitrag-000.md)\n" if number % 5 == 0 else ""
        text += "\n### Mehr\n\n- eins\n- zwei\n" if number % 3 else "\n#### Zu tief\n"
        day = f"2026-{number % 10 + 1:02}-{number % 28 + 1:02}"
        case.post(f"beitrag-{number:03}", text, title=f"Beitrag {number}", date=day, tags=f"[wort-{number % 7}]")
    return case.root


def built(case: SiteCase, workers: int) -> BuildResult:
    options = BuildOptions(now=NOON, workers=workers)
    return build(case.root, options, warmth=Warmth(compiled=COMPILED))


def seconds_of_copies() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def test_any_number_of_workers_makes_the_same_site(sources: Path, tmp_path: Path) -> None:
    found = {}
    for workers in (1, 3):
        case = SiteCase.copied(tmp_path / str(workers), sources)
        before = seconds_of_copies()
        cold = built(case, workers)
        was_shared = seconds_of_copies() > before
        assert was_shared == (workers > 1 and sys.platform.startswith("linux"))
        cold_files = case.files()
        case.edit("layouts/base.html", "</body>", "<p>Neu</p></body>")
        warm = built(case, workers)
        assert len(warm.changes.changed) > POSTS
        found[workers] = (cold.findings, cold_files, warm.findings, warm.changes, case.files())
        assert not built(case, workers).changes.changed
    assert found[1] == found[3]
    assert {one.code for one in found[1][0]} >= {"SG232", "SG634"}
