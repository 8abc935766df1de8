"""A new site holds the example and nothing of this repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.about import INSTALL_FROM
from sitegen.scaffold.editors import with_modeline
from sitegen.scaffold.new_site import create_site, site_files
from sitegen.settings.packaged import packaged_folder


def test_a_new_site_has_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "mein büro"
    assert create_site(folder) == ()
    for path in ("site.yaml", "content/index.md", "layouts/.gitkeep", "static/.gitkeep", "README.md", ".gitignore"):
        assert (folder / path).is_file(), path
    assert (folder / "content/index.md").read_bytes() == (packaged_folder("content") / "index.md").read_bytes()


def test_layouts_and_static_start_empty() -> None:
    paths = [file.path for file in site_files() if file.path.startswith(("layouts/", "static/"))]
    assert paths == ["layouts/.gitkeep", "static/.gitkeep"]


def test_no_file_is_made_twice_or_hidden_by_chance() -> None:
    paths = [file.path for file in site_files()]
    assert len(paths) == len(set(paths))
    assert not [path for path in paths if path.startswith("content/") and "/." in path]


def test_settings_lead_editors_to_their_schema(tmp_path: Path) -> None:
    create_site(tmp_path / "x")
    first = (tmp_path / "x/site.yaml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=.schema/site.schema.json"
    assert (tmp_path / "x/.schema/site.schema.json").is_file()


def test_the_line_for_editors_stands_there_once() -> None:
    once = with_modeline("title: x\n")
    assert with_modeline(once) == once


def test_editor_settings_name_only_schemas_that_are_there(tmp_path: Path) -> None:
    create_site(tmp_path / "x")
    settings = json.loads((tmp_path / "x/.vscode/settings.json").read_text(encoding="utf-8"))
    for schema in settings["yaml.schemas"]:
        assert json.loads((tmp_path / "x" / schema).read_text(encoding="utf-8"))["type"] == "object"


def test_the_readme_names_where_to_install_from(tmp_path: Path) -> None:
    create_site(tmp_path / "x")
    assert f"pip install {INSTALL_FROM}" in (tmp_path / "x/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [".git/config", ".DS_Store"])
def test_a_fresh_clone_counts_as_empty(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x" / name
    path.parent.mkdir(parents=True)
    path.write_text("", encoding="utf-8")
    assert create_site(tmp_path / "x") == ()


def test_a_file_in_the_way_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    assert [finding.code for finding in create_site(tmp_path / "x")] == ["SG002"]
