"""A build is opened without what its later stages need, which is imported while texts are rendered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from PIL import Image

from plain_site import lay_plain_layouts
from site_case import NOON
from sitegen.build.crew import Crew
from sitegen.build.memory.memo import Memo
from sitegen.build.pipeline import quiet
from sitegen.build.texts.gathering import Gathered, gather

OPENED: Final = """
import sys
import sitegen.build.opening
rooms = ("sitegen.checks", "sitegen.features", "sitegen.plan", "sitegen.build.stages")
late = ("jinja2", "markdown_it", "selectolax", *rooms)
print([name for name in sys.modules if name.startswith(late)])
"""

BUILT: Final = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions
build(Path(sys.argv[1]), BuildOptions(now=datetime(2026, 11, 20, 12, tzinfo=UTC), workers=1))
imported = set(sys.modules)
from sitegen.build.beforehand import FOR_PAGES, FOR_PICTURES
print([name for name in (*FOR_PAGES, *FOR_PICTURES) if name not in imported])
"""


def test_what_plans_renders_pages_and_checks_is_imported_later() -> None:
    done = subprocess.run([sys.executable, "-c", OPENED], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"


def test_there_is_time_for_something_else_only_while_texts_are_rendered(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("title: Büro\nurl: https://www.example.org/\n", "utf-8")
    (tmp_path / "content/brief.md").write_text("---\ntitle: Brief\n---\n\nEin Brief.\n", "utf-8")
    calls: list[bool] = []
    for _ in range(2):
        with Memo.open(tmp_path, version="0", today=0) as memo:
            gathered = gather(
                tmp_path,
                memo,
                crew=Crew(1),
                now=NOON,
                progress=quiet,
                meanwhile=calls.append,
            )
            memo.save()
        assert isinstance(gathered, Gathered)
        assert "content/brief.md" in gathered.bodies
    assert calls == [False]


def test_nothing_is_imported_beforehand_that_a_first_build_can_do_without(tmp_path: Path) -> None:
    """In one process nothing is: all of it was imported because something needed it."""
    lay_plain_layouts(tmp_path)
    (tmp_path / "static").mkdir()
    Image.new("RGB", (4, 3)).save(tmp_path / "static/bild.jpg")
    (tmp_path / "layouts/style.css").write_text("body { color: black }\n", "utf-8")
    (tmp_path / "site.yaml").write_text("title: Büro\nurl: https://www.example.org/\n", "utf-8")
    (tmp_path / "content/blog").mkdir(parents=True)
    (tmp_path / "content/blog/brief.md").write_text("---\ntitle: Brief\ndate: 2026-11-01\n---\n\nEin Brief.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BUILT, str(tmp_path)], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "[]"
