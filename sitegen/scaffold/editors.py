"""What an editor that knows YAML needs to complete and check while she types: schemas, and where they hold.

The schemas say the same as `settings` and `model.front_matter`; nothing is described here a second time.
"""

from __future__ import annotations

import json
from typing import Final

import msgspec

from sitegen.model.front_matter import AuthorFields, PageFields, PostFields
from sitegen.model.services.fields import ServiceFields
from sitegen.scaffold.new_file import NewFile
from sitegen.schema.json_schema import json_schema
from sitegen.settings.settings import Settings

FOLDER: Final = ".schema"

SCHEMAS: Final[dict[str, tuple[type[msgspec.Struct], str]]] = {
    "site": (Settings, "Einstellungen der Website"),
    "post": (PostFields, "Kopf eines Beitrags"),
    "page": (PageFields, "Kopf einer Seite"),
    "service": (ServiceFields, "Kopf einer Leistung"),
    "author": (AuthorFields, "Kopf einer Autorenseite"),
}
"""What can be described, with the title an editor shows."""

_WHERE: Final = {
    "site": "site.yaml",
    "post": "content/blog/**/*.md",
    "page": "content/*.md",
    "service": "content/services/**/*.md",
    "author": "content/authors/*.md",
}

_MODELINE: Final = f"# yaml-language-server: $schema={FOLDER}/site.schema.json\n"
"""The language server for YAML, which most editors use, looks for this line."""


def schema_text(name: str) -> str:
    """The JSON Schema `name` (a key of `SCHEMAS`), indented, without a line end."""
    described, title = SCHEMAS[name]
    return json.dumps(json_schema(described, title=title), ensure_ascii=False, indent=2)


def schema_files() -> tuple[NewFile, ...]:
    """All schemas as files of a site."""
    return tuple(
        NewFile(path=f"{FOLDER}/{name}.schema.json", content=f"{schema_text(name)}\n".encode()) for name in SCHEMAS
    )


def with_modeline(site_yaml: str) -> str:
    """The text of a `site.yaml` with the line that leads editors to its schema, once."""
    return site_yaml if _MODELINE.strip() in site_yaml else _MODELINE + site_yaml


def editor_settings() -> NewFile:
    """Visual Studio Code's settings of a site: which schema holds where, heads of texts included."""
    schemas = {f"{FOLDER}/{name}.schema.json": where for name, where in _WHERE.items()}
    settings = {"yaml.schemas": schemas, "files.encoding": "utf8", "[markdown]": {"editor.wordWrap": "on"}}
    return NewFile(path=".vscode/settings.json", content=f"{json.dumps(settings, indent=2)}\n".encode())
