"""A new website: starter texts without anybody's facts, empty folders for what is her own, help for her editor.

What was answered stands in the `site.yaml` that is handed in; nothing of the example's people, prices, reviews and
comments goes along. The example itself can be had whole, to look at.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
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
_STARTER: Final = _TEMPLATES / "site"
_FROM_TEMPLATES: Final = {
    README: "README.md",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".vscode/extensions.json": "extensions.json",
}
_PATTERN: Final = "content/blog/_vorlage.md"
"""Every building block once, to copy from; never published."""
_KEPT_EMPTY: Final = ("layouts/.gitkeep", "static/.gitkeep")
_COUNTS_AS_EMPTY: Final = frozenset({".git", ".DS_Store"})


def create_site(folder: Path, files: Iterable[NewFile]) -> tuple[Diagnostic, ...]:
    """Lay `files` into `folder`, which must be new or empty; else SG002, and nothing is touched.

    Raises OSError where the disk refuses.
    """
    refused = refusal_of(folder)
    return (refused,) if refused else make_files(folder, tuple(files))


def refusal_of(folder: Path) -> Diagnostic | None:
    """SG002 where a site cannot be laid into `folder`."""
    if not folder.exists():
        return None
    is_free = folder.is_dir() and all(entry.name in _COUNTS_AS_EMPTY for entry in folder.iterdir())
    return None if is_free else Diagnostic(code="SG002", span=Span(file=""), facts={"folder": str(folder)})


def starter_settings() -> str:
    """The `site.yaml` of a new site before anything is answered."""
    return (_STARTER / "site.yaml").read_text(encoding="utf-8")


def starter_files(settings: str) -> Iterator[NewFile]:
    """Everything a new site consists of, with the text of its `site.yaml`."""
    yield NewFile(path="site.yaml", content=with_modeline(settings).encode())
    yield from _copies(_STARTER / "content", below="content")
    yield NewFile(path=_PATTERN, content=(packaged_folder("content") / "blog" / "_vorlage.md").read_bytes())
    yield from _surroundings()


def example_files() -> Iterator[NewFile]:
    """The website of the invented firm, whole; the steps to a website of one's own are for a new site."""
    settings = packaged_folder("site.yaml").read_text(encoding="utf-8")
    yield NewFile(path="site.yaml", content=with_modeline(settings).encode())
    yield from _copies(packaged_folder("content"), below="content")
    yield from (file for file in _surroundings() if file.path != README)


def _surroundings() -> Iterator[NewFile]:
    """What every site has around its texts."""
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
