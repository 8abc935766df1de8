from __future__ import annotations

import pytest

from sitegen.schema.nodes import Mapping, plain_data
from sitegen.sources.toml_head import read_toml

HEAD = """\
title = "Neues: so"
date = 2026-03-05T09:30:00+01:00
  draft = true
plz = "01067"
weight = 1.10
tags = ["a", 3]

[image]
src = "a.jpg"
[[faq]]
frage = "Wann?"
"""


def test_toml_gives_the_same_nodes_as_yaml() -> None:
    node = read_toml(HEAD, file="a.md", first_line=2).node
    assert node is not None
    assert plain_data(node) == {
        "title": "Neues: so",
        "date": "2026-03-05T09:30:00+01:00",
        "draft": "true",
        "plz": "01067",
        "weight": "1.10",
        "tags": ["a", "3"],
        "image": {"src": "a.jpg"},
        "faq": [{"frage": "Wann?"}],
    }


def test_keys_and_values_are_found_in_their_lines() -> None:
    node = read_toml(HEAD, file="a.md", first_line=2).node
    assert isinstance(node, Mapping)
    places = {key.text: (key.span.line, key.span.column, value.span.column) for key, value in node.items}
    assert places["title"] == (2, 1, 9)
    assert places["draft"] == (4, 3, 11)
    assert places["image"] == (9, 2, 2)
    image = node.items[6][1]
    assert isinstance(image, Mapping)
    assert image.items[0][1].span.line == 10


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title = Neues", ("SG123", 2, 9)),
        ('title = "a"\ndate = 2026-13-05', ("SG123", 3, 8)),
        ("a = [" * 2000, ("SG123", 2, 1)),
        ("a = " + "9" * 5000, ("SG123", 2, 1)),
        ('title = "a', ("SG123", 2, 1)),
        ("a" * 200_001, ("SG107", 2, 0)),
    ],
)
def test_what_is_no_toml_is_refused(text: str, place: tuple[str, int, int]) -> None:
    read = read_toml(text, file="a.md", first_line=2)
    assert read.node is None
    (finding,) = read.findings
    assert (finding.code, finding.span.line) == place[:2]
