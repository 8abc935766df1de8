"""A new site holds starter texts without anybody's facts, and nothing of this repository."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sitegen.about import INSTALL_FROM
from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.editors import with_modeline
from sitegen.scaffold.new_site import create_site, example_files, starter_files, starter_settings
from sitegen.settings.packaged import packaged_folder

INVENTED = ("Nachmittag", "Mühlbach", "Toussaint", "Offenbach", "Quittengasse", "90009417", "buero-nachmittag", "€")
"""Of the example's people and prices."""


def made(folder: Path) -> tuple[Diagnostic, ...]:
    return create_site(folder, starter_files(starter_settings()))


def test_a_new_site_has_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "mein büro"
    assert made(folder) == ()
    for path in ("site.yaml", "content/index.md", "layouts/.gitkeep", "static/.gitkeep", "README.md", ".gitignore"):
        assert (folder / path).is_file(), path


def test_nothing_that_is_published_is_somebody_elses() -> None:
    published = [file for file in starter_files(starter_settings()) if "/_" not in file.path]
    texts = {file.path: file.content.decode() for file in published if file.path.startswith(("content/", "site.yaml"))}
    assert {path: word for path, text in texts.items() for word in INVENTED if word in text} == {}
    assert not [path for path in texts if path.startswith(("content/comments", "content/data", "content/authors"))]


def test_starter_texts_address_nobody_so_that_they_fit_sie_and_du() -> None:
    texts = [file.content.decode() for file in starter_files(starter_settings()) if file.path.startswith("content/")]
    published = [text for text in texts if "Dateien, deren Name mit _ beginnt" not in text]
    assert [
        found for text in published for found in re.findall(r"\b(?:Sie|Ihnen|Ihr|Ihre\w*|du|dir|dich|dein\w*)\b", text)
    ] == []


def test_the_example_can_be_had_whole(tmp_path: Path) -> None:
    assert create_site(tmp_path / "x", example_files()) == ()
    copied, packaged = tmp_path / "x/content/index.md", packaged_folder("content") / "index.md"
    assert copied.read_bytes() == packaged.read_bytes()
    assert (tmp_path / "x/content/comments").is_dir()


def test_layouts_and_static_start_empty() -> None:
    paths = [file.path for file in starter_files(starter_settings()) if file.path.startswith(("layouts/", "static/"))]
    assert paths == ["layouts/.gitkeep", "static/.gitkeep"]


def test_no_file_is_made_twice_or_hidden_by_chance() -> None:
    paths = [file.path for file in starter_files(starter_settings())]
    assert len(paths) == len(set(paths))
    assert not [path for path in paths if path.startswith("content/") and "/." in path]


def test_settings_lead_editors_to_their_schema(tmp_path: Path) -> None:
    made(tmp_path / "x")
    first = (tmp_path / "x/site.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=.schema/site.schema.json"
    assert (tmp_path / "x/.schema/site.schema.json").is_file()


def test_the_line_for_editors_stands_there_once() -> None:
    once = with_modeline("title: x\n")
    assert with_modeline(once) == once


def test_editor_settings_name_only_schemas_that_are_there(tmp_path: Path) -> None:
    made(tmp_path / "x")
    settings = json.loads((tmp_path / "x/.vscode/settings.json").read_text(encoding="utf-8"))
    for schema in settings["yaml.schemas"]:
        assert json.loads((tmp_path / "x" / schema).read_text(encoding="utf-8"))["type"] == "object"


def test_the_readme_names_where_to_install_from(tmp_path: Path) -> None:
    made(tmp_path / "x")
    assert f"pip install {INSTALL_FROM}" in (tmp_path / "x/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [".git/config", ".DS_Store"])
def test_a_fresh_clone_counts_as_empty(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x" / name
    path.parent.mkdir(parents=True)
    path.write_text("", encoding="utf-8")
    assert made(tmp_path / "x") == ()


def test_a_file_in_the_way_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    assert [finding.code for finding in made(tmp_path / "x")] == ["SG002"]
