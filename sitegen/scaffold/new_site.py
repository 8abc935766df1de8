"""A new website: the example to start from, empty folders for what is her own, and help for her editor.

Copies what comes with the program and never changes it, save for one line that leads editors to the schema.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sitegen.about import INSTALL_FROM
from sitegen.diagnostics import Diagnostic, Span
from sitegen.scaffold.double_click import double_click_files
from sitegen.scaffold.editors import editor_settings, schema_files, with_modeline
from sitegen.scaffold.new_file import NewFile, make_files
from sitegen.settings.packaged import packaged_folder

README: Final = "README.md"

_TEMPLATES: Final = Path(__file__).parent / "templates"
_FROM_TEMPLATES: Final = {
    README: "README.md",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".vscode/extensions.json": "extensions.json",
}
_KEPT_EMPTY: Final = ("layouts/.gitkeep", "static/.gitkeep")
_COUNTS_AS_EMPTY: Final = frozenset({".git", ".DS_Store"})


def create_site(folder: Path) -> tuple[Diagnostic, ...]:
    """Make a new site in `folder`, which must be new or empty; else SG002, and nothing is touched.

    Raises OSError where the disk refuses.
    """
    if not _is_free(folder):
        return (Diagnostic(code="SG002", span=Span(file=""), facts={"folder": str(folder)}),)
    return make_files(folder, tuple(site_files()))


def site_files() -> Iterator[NewFile]:
    """Everything a new site consists of."""
    settings = packaged_folder("site.yaml").read_text(encoding="utf-8")
    yield NewFile(path="site.yaml", content=with_modeline(settings).encode())
    yield from _copies(packaged_folder("content"), below="content")
    for path in _KEPT_EMPTY:
        yield NewFile(path=path, content=b"")
    for path, template in _FROM_TEMPLATES.items():
        text = (_TEMPLATES / template).read_text(encoding="utf-8").replace("{install_from}", INSTALL_FROM)
        yield NewFile(path=path, content=text.encode())
    yield from double_click_files()
    yield editor_settings()
    yield from schema_files()


def _copies(folder: Path, *, below: str) -> Iterator[NewFile]:
    """Every file of `folder`, in a fixed order, without hidden ones."""
    for current, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            source = Path(current, name)
            yield NewFile(path=f"{below}/{source.relative_to(folder).as_posix()}", content=source.read_bytes())


def _is_free(folder: Path) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and all(entry.name in _COUNTS_AS_EMPTY for entry in folder.iterdir())
