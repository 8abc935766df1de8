"""A build is opened without what its later stages need, which is imported while texts are rendered."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Final

from site_case import NOON
from sitegen.build.crew import Crew
from sitegen.build.gathering import Gathered, gather
from sitegen.build.memo import Memo
from sitegen.build.pipeline import quiet

OPENED: Final = """
import sys
import sitegen.build.opening
rooms = ("sitegen.checks", "sitegen.features", "sitegen.plan", "sitegen.build.stages")
late = ("jinja2", "markdown_it", "selectolax", *rooms)
print([name for name in sys.modules if name.startswith(late)])
"""


def test_what_plans_renders_pages_and_checks_is_imported_later() -> None:
    done = subprocess.run([sys.executable, "-c", OPENED], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"


def test_there_is_time_for_something_else_only_while_texts_are_rendered(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("title: Büro\nurl: https://www.example.org/\n", "utf-8")
    (tmp_path / "content/brief.md").write_text("---\ntitle: Brief\n---\n\nEin Brief.\n", "utf-8")
    calls: list[int] = []
    for number in (1, 2):
        with Memo.open(tmp_path, version="0", today=0) as memo:
            gathered = gather(
                tmp_path, memo, crew=Crew(1), now=NOON, progress=quiet, meanwhile=partial(calls.append, number)
            )
            memo.save()
        assert isinstance(gathered, Gathered)
        assert "content/brief.md" in gathered.bodies
    assert calls == [1]
