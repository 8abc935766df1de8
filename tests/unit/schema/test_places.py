from __future__ import annotations

import pytest

from sitegen.schema.places import Step, place_of, scalars_of
from sitegen.schema.yaml_reader import read_yaml

TEXT = """\
title: Büro
image:
  src: foto.jpg
footer:
  - title: Kontakt
    page: kontakt.md
  - title: Preise
    page: preise.md
navigation:
  title: Blog
  page: /blog/
short: foto.jpg
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), (1, 8)),
        (("image", "src"), (3, 8)),
        (("footer", 1, "page"), (8, 11)),
        (("navigation", 0, "page"), (11, 9)),
        (("short", "src"), (12, 8)),
        (("nothing",), None),
        (("image", "alt"), None),
        (("footer", 5, "page"), None),
    ],
)
def test_the_place_of_a_value(path: tuple[Step, ...], place: tuple[int, int] | None) -> None:
    node = read_yaml(TEXT, file="site.yaml").node
    assert node is not None
    span = place_of(node, path)
    assert (span and (span.line, span.column)) == place


def test_all_texts_in_order() -> None:
    node = read_yaml("a: x\nb:\n  - y\n  - c: z\n", file="site.yaml").node
    assert node is not None
    assert [scalar.text for scalar in scalars_of(node)] == ["x", "y", "z"]
