"""`docs/felder.md` lists every field an owner may type; it is made from the same Structs that read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from golden import assert_golden
from sitegen.inbox.config import InboxConfig
from sitegen.model import records
from sitegen.model.front_matter import AuthorFields, PageFields, PostFields
from sitegen.model.services.fields import ServiceFields
from sitegen.model.sidecar import Sidecar
from sitegen.schema.fields import Either, Many, Record, Shape, Tagged, fields_of
from sitegen.settings.settings import Settings

DOCUMENT = Path(__file__).parents[1] / "docs" / "felder.md"

PARTS: tuple[tuple[str, type[msgspec.Struct]], ...] = (
    ("Einstellungen: `site.yaml`", Settings),
    ("Beiträge: `content/blog/`", PostFields),
    ("Seiten", PageFields),
    ("Leistungen: `content/services/`", ServiceFields),
    ("Menschen: `content/authors/`", AuthorFields),
    ("Bilder: eine Datei neben dem Bild, `foto.jpg.yaml`", Sidecar),
    ("Stimmen: `content/data/testimonials.yaml`", records.TestimonialFields),
    ("Listen: Dateien in `content/data/`, die eine Seite mit `layout: directory` zeigt", records.DirectoryFields),
    ("Der Eingang: `inbox.yaml`", InboxConfig),
)

HEAD = """\
# Alle Felder

Was in `site.yaml`, im Kopf der Texte und in `inbox.yaml` stehen darf. Pflicht ist nur, was so gekennzeichnet ist.
Dieselben Erklärungen zeigt der Editor beim Tippen; die zu `inbox.yaml` stehen auch in der Vorlage von
`sitegen inbox new`.
"""


def records_of(shape: Shape) -> Iterator[tuple[str, type[msgspec.Struct]]]:
    """The groups that a field may hold, each with the mark that its keys bear."""
    match shape:
        case Record():
            yield "", shape.of
        case Tagged():
            yield from ((f"[{name}]", record) for name, record in shape.records.items())
        case Many():
            yield from records_of(shape.item)
        case Either():
            for option in shape.options:
                yield from records_of(option)
        case _:
            pass


def rows(record: type[msgspec.Struct], prefix: str = "") -> Iterator[str]:
    for field in fields_of(record).values():
        key = f"{prefix}{field.key}"
        required = " *Pflicht.*" if field.required and not prefix else ""
        yield f"| `{key}` | {field.description}{required} |"
        for mark, inner in records_of(field.shape):
            yield from rows(inner, f"{key}{mark}.")


def document() -> str:
    parts = [HEAD]
    for title, record in PARTS:
        parts.append(f"\n## {title}\n\n| Feld | was es bedeutet |\n|---|---|\n" + "\n".join(rows(record)) + "\n")
    return "".join(parts)


def test_document_lists_every_field() -> None:
    assert_golden(document(), DOCUMENT)


def test_every_field_has_a_description() -> None:
    assert "|  |" not in document()
