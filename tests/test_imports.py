"""Starting is quick: what `sitegen --version` and the small commands may import, and how long the first takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from plain_site import lay_plain_layouts

PROMISED_SECONDS: Final = 0.1
TRIES: Final = 30

PROBE: Final = """
import json, sys
before = set(sys.modules)
from sitegen.cli.entry import run
run(sys.argv[1:])
print("\\n" + json.dumps(sorted(set(sys.modules) - before)))
"""
HEAVY: Final = {"PIL", "babel", "jinja2", "markdown_it", "pygments", "rich", "selectolax", "slugify", "yaml"}

NOT_FOR_AN_EDIT: Final = {
    *("PIL", "httpx", "idna", "markdown_it", "nh3", "pygments", "rich", "slugify", "tornado", "watchfiles", "yaml"),
    *(
        "asyncio",
        "concurrent.futures",
        "csv",
        "email",
        "http",
        "importlib.metadata",
        "multiprocessing",
        "subprocess",
        "tomllib",
    ),
    *("sitegen.importers", "sitegen.inbox", "sitegen.publish", "sitegen.scaffold", "sitegen.serve"),
    *("sitegen.legal.accessibility", "sitegen.legal.imprint", "sitegen.legal.privacy", "sitegen.sources.toml_head"),
    *("sitegen.build.findings.lawfulness", "sitegen.build.findings.stating", "sitegen.checks.legal.of_pages"),
    *("sitegen.build.texts.comments_made", "sitegen.model.comments.file", "sitegen.checks.requests.in_js"),
    *("sitegen.diagnostics.catalogue.links", "sitegen.diagnostics.present.machine"),
    "sitegen.diagnostics.present.terminal",
    *("sitegen.model.data", "sitegen.model.forms.fields", "sitegen.model.services.service", "sitegen.plan.old_urls"),
    *("sitegen.model.forms.markup", "sitegen.model.forms.providers", "sitegen.model.third_parties.media"),
    *("sitegen.output.pictures.measure", "sitegen.output.pictures.svg", "sitegen.output.pictures.workshop"),
    *("sitegen.render.calls", "sitegen.render.template_errors"),
    *("sitegen.schema.unknown_keys", "sitegen.settings.business_checks", "sitegen.text.wording.forms"),
    *("sitegen.render.markdown.blocks", "sitegen.render.markdown.raw_html", "sitegen.render.markdown.shortcodes"),
}
"""What a small site does not need that is built again after a word was changed."""
MOST_MODULES: Final = 371
"""Of our own for such a build; each takes at least a tenth of a millisecond."""
LATE: Final = """
import re, sys
compiled, really = [], re.compile
re.compile = lambda *args, **named: compiled.append(sys._getframe(1).f_code.co_filename) or really(*args, **named)
import sitegen.build.stages
print(sum("sitegen" in file for file in compiled))
"""
MOST_EXPRESSIONS: Final = 89
"""So many may be compiled before the first text is read; those that few texts need wait (`text/patterns.py`)."""


def imported_by(*args: str) -> set[str]:
    """The libraries that a call imports, standard library aside."""
    return {name.partition(".")[0] for name in modules_imported(*args)} - set(sys.stdlib_module_names)


def modules_imported(*args: str, folder: Path | None = None) -> set[str]:
    """All modules that a call in `folder` imports."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *args], cwd=folder, capture_output=True, check=True, encoding="utf-8"
    )
    return set(json.loads(done.stdout.rpartition("\n[")[2].join(["[", ""])))


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["inbox", "--help"], ["comment", "--help"]], ids=" ".join)
def test_the_door_imports_click_alone(args: list[str]) -> None:
    assert imported_by(*args) == {"sitegen", "click"}


def test_the_door_opens_no_archives() -> None:
    assert modules_imported("--version") & {"shutil", "tempfile", "textwrap", "zlib"} == set()


@pytest.mark.parametrize(
    "args", [["inbox", "list", "--help"], ["inbox", "keys"], ["comment", "add", "--help"]], ids=" ".join
)
def test_only_a_server_imports_a_server(args: list[str]) -> None:
    assert imported_by(*args) & {"starlette", "uvicorn", "httpx", "anyio"} == set()


@pytest.mark.parametrize("args", [["explain", "SG001"], ["schema"], ["add", "--help"], ["fix", "nothing.md"]])
def test_small_commands_import_nothing_heavy(args: list[str]) -> None:
    assert imported_by(*args) & HEAVY == set()


def test_a_word_is_changed_without_anything_heavy(tmp_path: Path) -> None:
    lay_plain_layouts(tmp_path)
    (tmp_path / "content/blog").mkdir(parents=True)
    settings = (
        *("title: Büro", "url: https://www.example.org/", "images: {cards: nein}"),
        "legal:\n  off: Diese Probe sieht niemand, und niemand bietet hier etwas an.",
    )
    (tmp_path / "site.yaml").write_text("\n".join(settings), "utf-8")
    post = tmp_path / "content/blog/brief.md"
    for text in ("Ein Brief.", "Noch ein Brief."):
        post.write_text(f"---\ntitle: Brief\ndate: 2026-11-01\n---\n\n{text}\n", "utf-8")
        imported = modules_imported("build", folder=tmp_path)
    assert "sitegen.render.markdown.engine" in imported, "the text was not rendered"
    assert "sitegen.output.commit" in imported, "nothing was written"
    assert imported & NOT_FOR_AN_EDIT == set()
    ours = [name for name in imported if name.startswith("sitegen.")]
    assert len(ours) <= MOST_MODULES, f"{len(ours)} modules: is what few sites need imported where it is needed?"


def test_expressions_that_few_texts_need_wait() -> None:
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, check=True, encoding="utf-8")
    assert int(done.stdout) <= MOST_EXPRESSIONS


def test_the_version_is_there_at_once() -> None:
    assert any(seconds_for("--version") <= PROMISED_SECONDS for _ in range(TRIES))


def seconds_for(*args: str) -> float:
    """How long a fresh process works: its processor time, which other tests beside it do not lengthen, where told."""
    began, before = time.perf_counter(), os.times()
    subprocess.run([sys.executable, "-m", "sitegen", *args], capture_output=True, check=True)
    after = os.times()
    worked = after.children_user - before.children_user + after.children_system - before.children_system
    return worked or time.perf_counter() - began
