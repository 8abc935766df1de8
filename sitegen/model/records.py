"""Testimonials and directories: data files whose items have known keys, for the layouts that show them.

A data file stays what it is, plain values for any layout; here its items become records when a layout asks for them,
and findings when the site is checked. Never reads a file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Annotated, Final, TypeVar

import msgspec
from msgspec import Meta

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.common import typeset
from sitegen.model.site import Datum
from sitegen.schema.convert import Converted, convert
from sitegen.schema.nodes import Mapping as Group
from sitegen.schema.nodes import Node, Scalar, Sequence
from sitegen.schema.yaml_reader import read_yaml
from sitegen.text.locales import Language
from sitegen.text.moments import Moment

T = TypeVar("T", bound=msgspec.Struct)

TESTIMONIALS: Final = "testimonials"
"""The data file that holds them, without ending."""


class TestimonialFields(msgspec.Struct, frozen=True, kw_only=True):
    """One item of `content/data/testimonials.yaml`."""

    quote: Annotated[
        str,
        Meta(
            description="Die Stimme im Wortlaut; eine Leerzeile beginnt einen Absatz.",
            extra={"german": ("zitat", "text"), "example": "quote: Am Montag gehen die Rechnungen hinaus."},
        ),
    ]
    name: Annotated[str, Meta(description="Wer das sagt.", extra={"example": "name: Eva Müller"})]
    company: Annotated[
        str,
        Meta(
            description="Beruf, Betrieb oder Ort.",
            extra={"german": ("firma", "betrieb"), "example": "company: Gärtnerei Müller, Hanau"},
        ),
    ] = ""
    date: Annotated[
        Moment | None,
        Meta(description="Von wann die Stimme ist.", extra={"german": ("datum",), "example": "date: 2026-09"}),
    ] = None
    consent: Annotated[
        bool | str,
        Meta(
            description="Ob sie veröffentlicht werden darf: ja, oder wie und wann das gesagt wurde; nur für Sie.",
            extra={"german": ("einwilligung", "freigabe"), "example": "consent: ja"},
        ),
    ] = False
    checked: Annotated[
        str,
        Meta(
            description="Wie geprüft ist, dass sie echt ist; steht unter der Stimme.",
            extra={"german": ("geprüft", "prüfung"), "example": "checked: Auftrag seit 2024, Wortlaut freigegeben"},
        ),
    ] = ""


class DirectoryFields(msgspec.Struct, frozen=True, kw_only=True):
    """One item of a list of platforms, agencies, tools or partners."""

    name: Annotated[str, Meta(description="Wie es heißt.", extra={"german": ("titel",), "example": "name: Werkzeug"})]
    url: Annotated[
        str,
        Meta(
            description="Die Adresse, mit https://.",
            pattern=r"^https?://\S+$",
            extra={"german": ("adresse", "link"), "example": "url: https://www.example.org/"},
        ),
    ] = ""
    text: Annotated[
        str,
        Meta(
            description="Ein bis zwei Sätze dazu.",
            extra={"german": ("beschreibung",), "example": "text: Das nehme ich jeden Tag."},
        ),
    ] = ""
    category: Annotated[
        str,
        Meta(
            description="Die Gruppe, unter der es steht.",
            extra={"german": ("kategorie",), "example": "category: Schreiben"},
        ),
    ] = ""
    ad: Annotated[
        bool,
        Meta(
            description="Ob es dafür Geld oder eine Provision gibt; dann steht „Anzeige“ dabei.",
            extra={"german": ("anzeige", "werbung"), "example": "ad: ja"},
        ),
    ] = False


class Testimonial(msgspec.Struct, frozen=True, kw_only=True):
    """What a customer said, typeset."""

    quote: tuple[str, ...]
    """Paragraphs."""
    name: str
    company: str
    date: Moment | None
    checked: str


class DirectoryGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The items of one category."""

    name: str
    """Empty for items without a category."""
    items: tuple[DirectoryItem, ...]


class DirectoryItem(msgspec.Struct, frozen=True, kw_only=True):
    """One item of a directory, typeset."""

    name: str
    url: str
    text: str
    category: str
    ad: bool


def testimonials_of(datum: Datum, language: Language) -> tuple[Testimonial, ...]:
    """The testimonials of a data file; items that cannot be read are left out (`testimonial_findings` names them)."""
    return tuple(
        Testimonial(
            quote=tuple(typeset(" ".join(part.split()), language) for part in item.quote.split("\n\n") if part.strip()),
            name=typeset(item.name, language),
            company=typeset(item.company, language),
            date=item.date,
            checked=typeset(item.checked, language),
        )
        for item in values(records(node_of(datum), TestimonialFields))
    )


def directory_of(datum: Datum, language: Language) -> tuple[DirectoryGroup, ...]:
    """A directory by category, in the order of the file; items that cannot be read are left out.

    `directory_findings` names those.
    """
    groups: dict[str, list[DirectoryItem]] = defaultdict(list)
    for item in directory_items(datum, language):
        groups[item.category].append(item)
    return tuple(DirectoryGroup(name=name, items=tuple(items)) for name, items in groups.items())


def directory_items(datum: Datum, language: Language) -> tuple[DirectoryItem, ...]:
    """Its items as they come."""
    return tuple(
        DirectoryItem(
            name=typeset(item.name, language),
            url=item.url,
            text=typeset(item.text, language),
            category=typeset(item.category, language),
            ad=item.ad,
        )
        for item in values(records(node_of(datum), DirectoryFields))
    )


def testimonial_findings(node: Node) -> tuple[Diagnostic, ...]:
    """What is wrong with a file of testimonials: broken items, and those without consent or without a check."""
    found: list[Diagnostic] = [*no_list(node, "- quote: …\n  name: Eva Müller")]
    for item, read in records(node, TestimonialFields):
        found.extend(read.findings)
        fields = read.value
        if fields is None:
            continue
        start = msgspec.structs.replace(item.span, end_column=0)
        if not fields.consent:
            found.append(Diagnostic(code="SG322", span=start, facts={"name": fields.name}))
        if not fields.checked:
            found.append(Diagnostic(code="SG323", span=start, facts={"name": fields.name}))
    return tuple(found)


def directory_findings(node: Node) -> tuple[Diagnostic, ...]:
    """What is wrong with a file that a page shows as a directory."""
    broken = (finding for _, read in records(node, DirectoryFields) for finding in read.findings)
    return (*no_list(node, "- name: Werkzeug\n  url: https://www.example.org/"), *broken)


def no_list(node: Node, line: str) -> Iterator[Diagnostic]:
    """A file that is a single text."""
    if isinstance(node, Scalar):
        name = PurePosixPath(node.span.file).stem
        yield Diagnostic(code="SG138", span=node.span, facts={"key": name, "line": line})


def records(node: Node, wanted: type[T]) -> tuple[tuple[Node, Converted[T]], ...]:
    """The items of a list, each with what came of it; a single group is a list of one."""
    items = node.items if isinstance(node, Sequence) else (node,) if isinstance(node, Group) else ()
    return tuple((item, convert(item, wanted)) for item in items)


def values(read: tuple[tuple[Node, Converted[T]], ...]) -> tuple[T, ...]:
    """Those that could be read."""
    return tuple(converted.value for _, converted in read if converted.value is not None)


def data_node(path: str, text: str, datum: Datum) -> Node | None:
    """The data file `path` as nodes: with places if it is YAML, else without lines."""
    if path.endswith((".yaml", ".yml")):
        return read_yaml(text, file=path).node
    return node_of(datum, Span(file=path))


def node_of(datum: Datum, span: Span = Span(file="")) -> Node:  # noqa: B008 - a frozen value
    """A plain value as node, so that one converter reads it whatever file it came from."""
    if isinstance(datum, dict):
        items = tuple((Scalar(text=key, span=span), node_of(value, span)) for key, value in datum.items())
        return Group(items=items, span=span)
    if isinstance(datum, list):
        return Sequence(items=tuple(node_of(value, span) for value in datum), span=span)
    if isinstance(datum, bool):
        return Scalar(text="ja" if datum else "nein", span=span)
    return Scalar(
        text="" if datum is None else str(datum), plain=not isinstance(datum, str) or "\n" not in datum, span=span
    )


def data_file(name: str, texts: Mapping[str, str]) -> str:
    """The file below `content/data/` that goes by `name`; empty when there is none."""
    paths = (f"content/data/{name}{ending}" for ending in (".yaml", ".yml", ".json", ".csv"))
    return next((path for path in paths if path in texts), "")
