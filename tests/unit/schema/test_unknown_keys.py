from __future__ import annotations

from typing import Annotated

import msgspec
import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.schema.convert import convert
from sitegen.schema.yaml_reader import read_yaml


class Post(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    date: str = ""
    updated: str = ""
    draft: bool = False
    author: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    image: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    price: Annotated[str, msgspec.Meta(description="Preis", extra={"german": ("Honorar",)})] = ""


def finding(text: str) -> Diagnostic:
    read = read_yaml(text, file="content/blog/a.md")
    assert read.node is not None
    findings = [found for found in convert(read.node, Post).findings if found.code != "SG130"]
    assert len(findings) == 1
    return findings[0]


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("TITEL", "title"),
        ("titl", "title"),
        ("datum", "date"),
        ("bild", "image"),
        ("preis", "price"),
        ("honorar", "price"),
        ("kategorie", "category"),
        ("schlagwörter", "tags"),
        ("Schlagwoerter", "tags"),
        ("entwurf", "draft"),
        ("autor", "author"),
        ("zusammenfassung", "summary"),
        ("aktualisiert", "updated"),
    ],
)
def test_the_key_meant_is_named(typed: str, known: str) -> None:
    found = finding(f"{typed}: Neues")
    assert (found.code, found.facts["known"], found.facts["line"]) == ("SG102", known, f"{known}: Neues")
    assert f"Meinten Sie „{known}“?" in found.message
    assert (found.span.line, found.span.column, found.span.end_column) == (1, 1, len(typed) + 1)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("description: Kurz: gut", "summary: Kurz: gut"),
        ("lastmod: 2026-01-01", "updated: 2026-01-01"),
        ("categories: [Büro, Post]", "category: Büro"),
        ("keywords: [a, b]", "tags: [a, b]"),
        ("permalink: /blog/neues/", "slug: neues"),
        ("Authors: Eva", "author: Eva"),
        ("thumbnail: a.jpg", "image: a.jpg"),
    ],
)
def test_the_key_of_another_program_comes_with_our_line(typed: str, line: str) -> None:
    found = finding(f"title: a\n{typed}")
    assert (found.code, found.facts["line"]) == ("SG132", line)


@pytest.mark.parametrize(
    "typed", ["layout: post", "weight: 3", "type: blog", "lang: de", "published: true", "Status: published"]
)
def test_the_key_of_another_program_without_a_counterpart_is_to_go(typed: str) -> None:
    assert finding(f"title: a\n{typed}").code == "SG133"


@pytest.mark.parametrize("typed", ["published: false", "Status: draft"])
def test_what_another_program_holds_back_is_a_draft_here(typed: str) -> None:
    found = finding(f"title: a\n{typed}")
    assert (found.code, found.facts["line"]) == ("SG134", "draft: ja")


def test_the_right_key_beside_the_wrong_one() -> None:
    assert finding("title: a\ntitel: b").code == "SG135"


def test_a_key_nobody_can_guess() -> None:
    found = finding("title: a\nxyzzy: b")
    assert found.code == "SG131"
    assert "title, date" in found.cure


def test_a_misspelt_required_key_is_not_missing_as_well() -> None:
    read = read_yaml("titel: a", file="a.md")
    assert read.node is not None
    assert [found.code for found in convert(read.node, Post).findings] == ["SG102"]
