from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import jsonschema
import msgspec
import pytest

from sitegen.schema.fields import fields_of, shape_of
from sitegen.schema.json_schema import json_schema
from sitegen.text.moments import Moment


class Image(msgspec.Struct, frozen=True, kw_only=True):
    src: str


class Front(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    title: Annotated[str, msgspec.Meta(description="Überschrift des Beitrags.")]
    date: Moment
    slug: Annotated[str, msgspec.Meta(pattern="^[a-z]+$")] = ""
    tags: list[str] = []
    image: str | Image | None = None
    draft: bool = False
    order: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1
    price: Decimal | Literal["on-request"] = "on-request"
    ai: Annotated[Literal["no", "assisted"], msgspec.Meta(description="KI", extra={"synonyms": {"nein": "no"}})] = "no"
    links: dict[str, str] = {}
    from_: str = ""


SCHEMA = json_schema(Front, title="Kopf eines Beitrags")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_it_is_a_schema_with_german_help() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["title"] == "Kopf eines Beitrags"
    assert SCHEMA["properties"]["title"]["description"] == "Überschrift des Beitrags."
    assert SCHEMA["required"] == ["title", "date"]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"tags": "a, b"},
        {"tags": ["a", 3]},
        {"image": "a.jpg"},
        {"image": {"src": "a.jpg"}},
        {"image": None},
        {"draft": "ja"},
        {"draft": True},
        {"price": 45},
        {"price": "45,50 €"},
        {"ai": "nein"},
        {"order": 9},
        {"links": {"a": "b"}},
        {"slug": "abc"},
        {"from": "a"},
    ],
)
def test_what_we_take_it_takes(more: dict[str, object]) -> None:
    VALIDATOR.validate({"title": "a", "date": "2026-01-01", **more})


@pytest.mark.parametrize(
    "more",
    [
        {"titel": "a"},
        {"image": {"sr": "a"}},
        {"draft": "hm"},
        {"ai": "x"},
        {"order": 10},
        {"slug": "A"},
        {"from_": "a"},
    ],
)
def test_what_we_refuse_it_refuses(more: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid({"title": "a", "date": "2026-01-01", **more})


def test_a_type_that_no_author_can_type_is_our_fault() -> None:
    with pytest.raises(TypeError, match="bytes"):
        shape_of(bytes)


def test_fields_are_known_by_the_key_people_type() -> None:
    assert fields_of(Front)["from"].name == "from_"
    assert fields_of(Front)["title"].required
