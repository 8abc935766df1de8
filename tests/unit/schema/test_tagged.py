"""Groups that say themselves of which type they are."""

from __future__ import annotations

from typing import Annotated

import msgspec
import pytest
from msgspec import Meta

from sitegen.schema.convert import Converted, convert
from sitegen.schema.json_schema import json_schema
from sitegen.schema.yaml_reader import read_yaml


class Round(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="round"):
    radius: Annotated[int, Meta(description="Halbmesser.")]


class Flat(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="flat"):
    width: Annotated[int, Meta(description="Breite.")] = 1


class Shapes(msgspec.Struct, frozen=True, kw_only=True):
    shapes: Annotated[
        tuple[Round | Flat, ...], Meta(description="Formen.", extra={"types": {"rund": "round"}, "example": "shapes:"})
    ] = ()


def shapes(text: str) -> Converted[Shapes]:
    node = read_yaml(text, file="f.yaml").node
    assert node is not None
    return convert(node, Shapes)


def test_the_type_decides_what_a_group_becomes() -> None:
    value = shapes("shapes:\n  - type: round\n    radius: 3\n  - type: flat").value
    assert value == Shapes(shapes=(Round(radius=3), Flat()))


def test_a_single_group_needs_no_list() -> None:
    assert shapes("shapes:\n  type: flat\n  width: 2").value == Shapes(shapes=(Flat(width=2),))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("shapes:\n  - width: 2", "SG191"),
        ("shapes:\n  - type:\n    width: 2", "SG191"),
        ("shapes:\n  - rund", "SG191"),
        ("shapes:\n  - type: rounf", "SG192"),
        ("shapes:\n  - type: rund", "SG192"),
        ("shapes:\n  - type: dreieckig", "SG193"),
        ("shapes:\n  - type: flat\n    radius: 2", "SG131"),
        ("shapes:\n  - type: round", "SG130"),
    ],
)
def test_faults_are_found_at_their_place(text: str, code: str) -> None:
    findings = shapes(text).findings
    assert [finding.code for finding in findings] == [code]
    assert findings[0].span.line > 1


def test_a_word_that_people_type_is_proposed_and_not_taken() -> None:
    assert shapes("shapes:\n  - type: rund").findings[0].facts["known"] == "round"


def test_editors_are_told_which_keys_go_with_which_type() -> None:
    schema = json_schema(Shapes, title="Formen")["properties"]["shapes"]
    items = schema["anyOf"][0]["items"]["anyOf"]
    assert [item["properties"]["type"]["const"] for item in items] == ["round", "flat"]
    assert items[0]["required"] == ["type", "radius"]
