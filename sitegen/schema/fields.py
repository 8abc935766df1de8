"""What a Struct type says about the keys an author may type: the table that the converter and the JSON Schema share.

A Struct is declared once, with its German help beside each field:

    class Front(msgspec.Struct, frozen=True, kw_only=True):
        title: Annotated[str, Meta(description="Überschrift.", extra={"example": "title: Post vom Amt"})]
        price: Annotated[
            Decimal | Literal["on-request"],
            Meta(description="Preis in Euro.", extra={"synonyms": {"auf Anfrage": "on-request"}}),
        ] = "on-request"

`description` is shown by editors and in findings. In `extra`, `example` is the line ready to paste, `german` the German
words people type for the key, `synonyms` the words they type for a choice. Limits are msgspec's own (`ge`, `le`,
`pattern`); a pattern makes the field a word, and a comment may follow it. Tables are made once for each type.
Nothing here reads a value.
"""

from __future__ import annotations

import re
import types
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import msgspec

from sitegen.text.moments import Moment


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text as typed; with a pattern a word."""

    pattern: re.Pattern[str] | None = None


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """A whole number."""

    ge: int | None = None
    le: int | None = None


class Truth(msgspec.Struct, frozen=True):
    """Yes or no."""


class Amount(msgspec.Struct, frozen=True):
    """A sum of money as a Decimal."""


class Date(msgspec.Struct, frozen=True):
    """A date, with or without a time, as a Moment."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One of a few words."""

    values: dict[str, Any]
    """Word as typed to the value it stands for."""
    synonyms: dict[str, str] = {}
    """Folded words to one of `values`."""
    words: tuple[str, ...] = ()
    """All that may be typed, as people spell it."""


class Many(msgspec.Struct, frozen=True, kw_only=True):
    """A list."""

    item: Shape
    into: type[list[Any] | tuple[Any, ...]]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Free keys, each with a value of one kind."""

    value: Shape


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A group with the keys of a Struct."""

    of: type[msgspec.Struct]


class Tagged(msgspec.Struct, frozen=True, kw_only=True):
    """A group with the keys of one of several Structs: a union of Structs that msgspec tells apart by their tag."""

    by: str
    """The key that says which."""
    records: dict[str, type[msgspec.Struct]]
    german: dict[str, str] = {}
    """Words people type for a type: `Ablauf` → `process`. They are proposed, not taken."""


class Either(msgspec.Struct, frozen=True, kw_only=True):
    """One of several kinds."""

    options: tuple[Shape, ...]


Shape = Text | Whole | Truth | Amount | Date | Choice | Many | Table | Record | Tagged | Either
"""What a field may hold."""

_EASIEST_LAST: Final = (Record, Tagged, Table, Choice, Truth, Whole, Amount, Date, Many, Text)


_SAID_BY_META: Final = ("description", "pattern", "ge", "le")


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One key an author may type."""

    key: str
    name: str
    """The Struct's attribute."""
    shape: Shape
    required: bool
    description: str
    example: str
    """Lines ready to paste; the usual value where none was given."""
    german: tuple[str, ...]


@cache
def fields_of(record: type[msgspec.Struct]) -> dict[str, Field]:
    """The fields of a Struct by key. Raises TypeError for an annotation that authors' values cannot become."""
    return {info.encode_name: _field(info) for info in msgspec.structs.fields(record)}


@cache
def shape_of(annotation: Any) -> Shape:  # noqa: ANN401 - an annotation is any object
    """What values of `annotation` look like. Raises TypeError where authors' values cannot become that."""
    return _shape(annotation, {})


def fold(word: str) -> str:
    """`word` for comparison: capitals, hyphens, underscores and ä or ae make no difference."""
    return word.lower().translate(_FOLDED).strip("\u200b\ufeff \u00a0")


_FOLDED: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "-": "_", " ": "_"})


def _field(info: msgspec.structs.FieldInfo) -> Field:
    meta = _metadata(info.type)
    usual = info.default if isinstance(info.default, str | int) and not isinstance(info.default, bool) else ""
    example = meta.get("example") or f"{info.encode_name}: {usual or '…'}"
    return Field(
        key=info.encode_name,
        name=info.name,
        shape=shape_of(info.type),
        required=info.required,
        description=meta.get("description", ""),
        example=str(example),
        german=tuple(meta.get("german", ())),
    )


def _metadata(annotation: Any) -> dict[str, Any]:  # noqa: ANN401 - an annotation is any object
    """All that `Meta` objects on an annotation say, the innermost first."""
    if get_origin(annotation) is not Annotated:
        return {}
    inner, *metas = get_args(annotation)
    found = _metadata(inner)
    for meta in metas:
        if isinstance(meta, msgspec.Meta):
            said = {name: getattr(meta, name) for name in _SAID_BY_META}
            found |= {name: value for name, value in said.items() if value is not None} | (meta.extra or {})
    return found


def _shape(annotation: Any, outer: dict[str, Any]) -> Shape:  # noqa: ANN401 - an annotation is any object
    meta = outer | _metadata(annotation)
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        present = tuple(option for option in arguments if option is not types.NoneType)
        if len(present) > 1 and (tagged := _tagged_shape(present, meta.get("types", {}))):
            return tagged
        options = tuple(_shape(option, meta) for option in present)
        return options[0] if len(options) == 1 else Either(options=tuple(sorted(options, key=_rank)))
    if origin is Literal:
        return _choice({str(value): value for value in arguments}, meta)
    if origin in {list, tuple}:
        return Many(item=_shape(arguments[0], meta), into=origin)
    if origin is dict:
        return Table(value=_shape(arguments[1], meta))
    return _single(annotation, meta)


def _tagged_shape(options: tuple[Any, ...], german: dict[str, str]) -> Tagged | None:
    """The shape of a union of tagged Structs; None for any other union."""
    configs = [config for option in options if (config := getattr(option, "__struct_config__", None)) is not None]
    if len(configs) < len(options) or not all(config.tag_field for config in configs):
        return None
    return Tagged(
        by=configs[0].tag_field,
        records={config.tag: option for config, option in zip(configs, options, strict=True)},
        german=german,
    )


def _single(annotation: Any, meta: dict[str, Any]) -> Shape:  # noqa: ANN401 - an annotation is any object
    if annotation is str:
        pattern = meta.get("pattern")
        return Text(pattern=re.compile(pattern) if pattern else None)
    if annotation is int:
        return Whole(ge=meta.get("ge"), le=meta.get("le"))
    simple: dict[Any, Shape] = {bool: Truth(), Decimal: Amount(), Moment: Date()}
    if annotation in simple:
        return simple[annotation]
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return _choice({member.value: member for member in annotation}, meta)
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return Record(of=annotation)
    raise TypeError(f"authors' values cannot become {annotation!r}")


def _choice(values: dict[str, Any], meta: dict[str, Any]) -> Choice:
    """Synonyms for other words than these belong to another part of the annotation."""
    synonyms = {word: value for word, value in meta.get("synonyms", {}).items() if value in values}
    folded = {fold(word): value for word, value in ({word: word for word in values} | synonyms).items()}
    return Choice(values=values, synonyms=folded, words=(*values, *synonyms))


def _rank(shape: Shape) -> int:
    return _EASIEST_LAST.index(type(shape))
