"""A site that is large enough to be shared among processes comes out as if one had made it, warm and cold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL, NOON, SiteCase

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="processes are copied on Linux alone")

PROGRAM = Path(__file__).parent / "build_here.py"
POSTS = 210
"""So that even laying ready is shared."""
LATE: Final = 150
"""The post that alone shows a picture: no policy follows from it before it is made."""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Posts with lists, links to each other, some code, and something to be said about every third and fifth."""
    case = SiteCase.of(tmp_path_factory.mktemp("large"), {}, settings=MINIMAL + QUIET)
    lay_plain_layouts(case.root)
    policy = '<meta http-equiv="Content-Security-Policy" content="{{ site.policy(page) }}">'
    case.edit("layouts/base.html", "</head>", f"{policy}</head>").write("static/bild.svg", "<svg/>")
    for number in range(POSTS):
        text = f"## Teil {number}\n\nSiehe [davor](beitrag-{max(0, number - 1):03}.md#teil-{max(0, number - 1)}).\n"
        text += "\n[hier klicken](beitrag-000.md)\n" if number % 5 == 0 else ""
        text += '\n<a href="/blog/beitrag-000/#teil-0">Anfang</a>\n' if number % 50 == 1 else ""
        text += f"\n```python\nteil = {number}\n```\n" if number % 40 == 2 else ""
        text += '\n<img src="/bild.svg" alt="Bild">\n' if number == LATE else ""
        text += "\n### Mehr\n\n- eins\n- zwei\n" if number % 3 else "\n#### Zu tief\n"
        day = f"2026-{number % 10 + 1:02}-{number % 28 + 1:02}"
        case.post(f"beitrag-{number:03}", text, title=f"Beitrag {number}", date=day, tags=f"[wort-{number % 7}]")
    return case.root


def built(case: SiteCase, workers: int) -> dict[str, Any]:
    """What a process of its own makes of the site: where threads run, as beside other tests, none is copied."""
    command = [sys.executable, str(PROGRAM), str(case.root), NOON.isoformat(), str(workers)]
    made: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert (made.pop("copies") > 0) == (workers > 1)
    return made


def test_any_number_of_workers_makes_the_same_site(sources: Path, tmp_path: Path) -> None:
    found = {}
    for workers in (1, 3):
        case = SiteCase.copied(tmp_path / str(workers), sources)
        cold = built(case, workers)
        assert all("img-src 'self'" in case.html(page) for page in cold["files"] if page.endswith("index.html"))
        case.edit("layouts/base.html", "</body>", "<p>Neu</p></body>")
        warm = built(case, workers)
        assert len(warm["changed"]) > POSTS
        case.edit("layouts/base.html", "Neu", "Neuer")
        case.edit("content/blog/beitrag-101.md", "#teil-0", "#teil-1")
        found[workers] = (cold, warm, built(case, workers))
    assert found[1] == found[3]
    assert {code for code, *_ in found[1][0]["findings"]} >= {"SG232", "SG634"}
    assert [file for code, file, *_ in found[1][2]["findings"] if code == "SG311"] == ["content/blog/beitrag-101.md"]
