"""A build is opened without what its later stages need, which is imported while texts are rendered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from PIL import Image

from plain_site import lay_plain_layouts
from site_case import NOON
from sitegen.build.beforehand import FOR_DECODING, FOR_PICTURES
from sitegen.build.crew import Crew
from sitegen.build.layouts import LAYOUTS, block_findings, compiled_meanwhile, digests_of_layouts
from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.pipeline import quiet
from sitegen.build.texts.gathering import Gathered, gather
from sitegen.render.blocks import Outline, outline
from sitegen.render.compiled import KeptCode
from sitegen.text.locales import Language

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
from sitegen.build.beforehand import FOR_DECODING, FOR_PAGES, FOR_PICTURES
print([name for name in (*FOR_PAGES, *FOR_PICTURES, *FOR_DECODING) if name not in imported])
"""

FOR_FILES: Final = """
import sys
from pathlib import Path
from sitegen.build.beforehand import FOR_DECODING, FOR_PICTURES, import_for_pictures
import_for_pictures(Path(sys.argv[1]), sys.argv[2:])
print(*(name for name in (*FOR_PICTURES, *FOR_DECODING) if name in sys.modules))
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
                meanwhile=lambda _settings, shared: calls.append(shared),
            )
            memo.save()
        assert isinstance(gathered, Gathered)
        assert "content/brief.md" in gathered.bodies
    assert calls == [False]


def test_nothing_is_imported_beforehand_that_a_first_build_can_do_without(tmp_path: Path) -> None:
    """In one process nothing is: all of it was imported because something needed it."""
    lay_plain_layouts(tmp_path)
    (tmp_path / "static").mkdir()
    Image.new("RGB", (4, 3)).save(tmp_path / "static/bild.png")
    (tmp_path / "layouts/style.css").write_text("body { color: black }\n", "utf-8")
    (tmp_path / "site.yaml").write_text("title: Büro\nurl: https://www.example.org/\n", "utf-8")
    (tmp_path / "content/blog").mkdir(parents=True)
    (tmp_path / "content/blog/brief.md").write_text("---\ntitle: Brief\ndate: 2026-11-01\n---\n\nEin Brief.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BUILT, str(tmp_path)], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "[]"


def test_what_decodes_pictures_is_imported_beforehand_only_where_one_is_decoded(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    Image.new("RGB", (4, 3)).save(tmp_path / "static/plain.jpg")
    Image.new("RGB", (4, 3)).save(tmp_path / "static/other.png")
    assert imported_for(tmp_path, "static/text.txt") == []
    assert imported_for(tmp_path, "static/plain.jpg") == [*FOR_PICTURES]
    assert imported_for(tmp_path, "static/plain.jpg", "static/other.png") == [*FOR_PICTURES, *FOR_DECODING]
    assert imported_for(tmp_path, "content/plain.jpg") == [*FOR_PICTURES, *FOR_DECODING]


def imported_for(root: Path, *files: str) -> list[str]:
    args = [sys.executable, "-c", FOR_FILES, str(root), *files]
    done = subprocess.run(args, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.split()


def test_a_first_build_finds_its_layouts_compiled_and_their_blocks_looked_at(tmp_path: Path) -> None:
    lay_plain_layouts(tmp_path)
    (tmp_path / "layouts/broken.html").write_text("{% if %}", "utf-8")
    (tmp_path / "layouts/extra.html").write_text('{% extends "base.html" %}{% block nowhere %}{% endblock %}', "utf-8")
    with Memo.open(tmp_path, version="0", today=0) as memo:
        with compiled_meanwhile(tmp_path, Language.DE, memo, theme="theme"):
            pass
        known = memo.known_together(LAYOUTS, KeptCode)
        found = block_findings(tmp_path, digests_of_layouts(tmp_path, "theme"), memo)
        text = (tmp_path / "layouts/extra.html").read_bytes()
        assert memo.get_many("outline", [key_of(text)], type=Outline) == {key_of(text): outline(text)}
    whole = [path for path in (tmp_path / "layouts").rglob("*.html") if path.name != "broken.html"]
    assert len(known) >= len(whole)
    assert [finding.code for finding in found] == ["SG508"]
