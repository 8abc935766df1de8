from __future__ import annotations

import pytest

from sitegen.schema.nodes import Mapping, Read, Scalar, Sequence, plain_data
from sitegen.schema.yaml_reader import DEEPEST, read_yaml


def read(text: str) -> Read:
    return read_yaml(text, file="content/blog/a.md", first_line=2)


def data(text: str) -> object:
    found = read(text)
    assert found.findings == ()
    assert found.node is not None
    return plain_data(found.node)


def places(text: str) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in read(text).findings]


@pytest.mark.parametrize(
    "typed",
    [
        "Tipp #3 für Sie",
        "Büro: Ordnung: so geht's",
        "*Neu* im Büro",
        "@home arbeiten",
        "%50 mehr Zeit",
        "& Co.",
        "!wichtig",
        "`Code` zuerst",
        "- ein Strich",
        "? eine Frage",
        "[Update] Neues",
        "{Name} fehlt",
        "{{ name }} und mehr",
        '"Angst" im Büro',
        "'Tschuldigung' sagen",
        "'n Abend, wie geht's",
        "01067",
        "0301234567",
        "9:30",
        "ja",
        "nein",
        "null",
        "~",
        "5.3.2026",
        "45,50 €",
        "1.234",
        "1e3",
        "2026-03-05",
        "> 5 Tipps",
        "| hier",
        "„Angst“ – was nun?",
        "https://example.org/#a",
        "C:\\Büro\\neu",
        "100 % = alles",
        "=SUMME(A1)",
        "--- drei Striche",
        "<<",
        "#urlaub",
        "text\twith tab",
    ],
)
def test_a_value_is_kept_as_typed(typed: str) -> None:
    assert data(f"title: {typed}\nslug: a") == {"title": typed, "slug": "a"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"Angst"', "Angst"),
        ('"Angst"  # Kommentar', "Angst"),
        ("'It''s'", "It's"),
        (r'"a\tb\u00e4\ud83d\ude00\/"', "a\tbä😀/"),
        (r'"a\x41"', "aA"),
        ("''", ""),
        ("# nur ein Kommentar", ""),
        ("", ""),
        ('"#3"', "#3"),
        ('"Angst" #3', '"Angst" #3'),
    ],
)
def test_quotes_and_comments_mean_what_they_mean_in_yaml(typed: str, meant: str) -> None:
    assert data(f"title: {typed}") == {"title": meant}


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("[a, b]", ["a", "b"]),
        ("[a,b,]", ["a", "b"]),
        ("[]", []),
        ("[C#, @home, 007, 9:30, #urlaub]", ["C#", "@home", "007", "9:30", "#urlaub"]),
        ("[\"a, b\", 'c''d', \"Angst\" im Büro]", ["a, b", "c'd", '"Angst" im Büro']),
        ("[Tipp [neu], b] # Kommentar", ["Tipp [neu]", "b"]),
        ("[{src: a.jpg, alt: Rote Taste: F1}, b]", [{"src": "a.jpg", "alt": "Rote Taste: F1"}, "b"]),
        ("[[a, b], [c]]", [["a", "b"], ["c"]]),
        ("[\n  a, # erster\n  b\n  ]", ["a", "b"]),
        ("[\n  a,\n  b\n]", ["a", "b"]),
        ("[ein langer\n  Eintrag, b]", ["ein langer Eintrag", "b"]),
    ],
)
def test_items_in_brackets_are_kept_as_typed(typed: str, items: list[object]) -> None:
    assert data(f"tags: {typed}\nslug: a") == {"tags": items, "slug": "a"}


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("{src: f1.jpg, alt: Rote Taste}", {"src": "f1.jpg", "alt": "Rote Taste"}),
        ('{"src":"f1.jpg", alt: }', {"src": "f1.jpg", "alt": ""}),
        ("{}", {}),
    ],
)
def test_groups_in_braces(typed: str, group: dict[str, str]) -> None:
    assert data(f"image: {typed}") == {"image": group}


@pytest.mark.parametrize(
    "typed", ["{Name}", "{src:f1.jpg}", "{src: a, src: b}", "{{ name }}", "[a, b]]", "[{a: b} c, d] e"]
)
def test_brackets_that_hold_no_list_or_group_are_text(typed: str) -> None:
    assert data(f"title: {typed}") == {"title": typed}


def test_blocks_lists_and_texts_on_several_lines() -> None:
    text = """\
image: # Bild
  src: a.jpg
  alt: Zwei
    Zeilen
tags:
- Telefon: 9–17 Uhr
- Büro
faq:
  - frage: Wann?
    antwort: |
      Montags.

      Immer.
  -
    frage: Wo?
    antwort: >-
      Im
      Büro.
title:
  Auf der nächsten Zeile
quoted: "zwei
  Zeilen"
summary: Erste Zeile
  zweite Zeile: mit Doppelpunkt

  neuer Absatz
"""
    assert data(text) == {
        "image": {"src": "a.jpg", "alt": "Zwei Zeilen"},
        "tags": [{"Telefon": "9–17 Uhr"}, "Büro"],
        "faq": [{"frage": "Wann?", "antwort": "Montags.\n\nImmer.\n"}, {"frage": "Wo?", "antwort": "Im Büro."}],
        "title": "Auf der nächsten Zeile",
        "quoted": "zwei Zeilen",
        "summary": "Erste Zeile zweite Zeile: mit Doppelpunkt\nneuer Absatz",
    }


@pytest.mark.parametrize(
    "text",
    [
        "image:\n  src: a.jpg  \ntitle: b   ",
        "image:\r\n  src: a.jpg\r\ntitle: b",
        "image:\n\tsrc: a.jpg\ntitle:\tb",
        "image:\n\u00a0\u00a0src: a.jpg\ntitle:\u00a0b",
        "---\nimage:\n  src: a.jpg\ntitle: b\n...\n",
        "\u200bimage :\n  src: a.jpg\n\n# Kommentar\ntitle: b\n",
        "  image:\n    src: a.jpg\n  title: b",
    ],
)
def test_line_ends_tabs_and_blanks_of_all_kinds_are_read_rightly(text: str) -> None:
    assert data(text) == {"image": {"src": "a.jpg"}, "title": "b"}


def test_every_key_and_value_has_its_place() -> None:
    node = read('title: Neu\nimage:\n  alt:   "b"\n  tags: [x,  yz]').node
    assert isinstance(node, Mapping)
    (title_key, title), (_, image) = node.items
    assert (title_key.span.line, title_key.span.column, title_key.span.end_column) == (2, 1, 6)
    assert (title.span.line, title.span.column, title.span.end_column) == (2, 8, 11)
    assert isinstance(image, Mapping)
    (_, alt), (_, tags) = image.items
    assert (alt.span.line, alt.span.column) == (4, 10)
    assert isinstance(tags, Sequence)
    assert [(item.span.line, item.span.column, item.span.end_column) for item in tags.items] == [
        (5, 10, 11),
        (5, 14, 16),
    ]


def test_places_inside_brackets_over_several_lines() -> None:
    node = read("tags: [a,\n    b,\n  c]").node
    assert isinstance(node, Mapping)
    tags = node.items[0][1]
    assert isinstance(tags, Sequence)
    assert [(item.span.line, item.span.column) for item in tags.items] == [(2, 8), (3, 5), (4, 3)]


def test_what_stands_on_one_line_is_kept_as_typed_beside_its_meaning() -> None:
    node = read("a:\n- Telefon: 9–17 Uhr # ja\n- frage: a\n  antwort: b\nb: [Update]\nc: [a,\n  b]").node
    assert isinstance(node, Mapping)
    hours, _ = node.items[0][1].items if isinstance(node.items[0][1], Sequence) else ()
    typed = [hours.typed, _.typed, node.items[1][1].typed, node.items[2][1].typed]
    assert typed == ["Telefon: 9–17 Uhr # ja", None, "[Update]", None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('title: "Angst\ndate: a', [("SG105", 2, 8)]),
        ("title: 'Angst", [("SG105", 2, 8)]),
        ('tags:\n  - "Angst\n  - b', [("SG105", 3, 5)]),
        ('title: "Angst\n  summary: "b"', [("SG105", 2, 8), ("SG112", 3, 3)]),
        ("tags: [a, b\ndate: x]", [("SG106", 2, 7)]),
        ("image: {src: a\ntitle: b", [("SG106", 2, 8)]),
        ("title: a\nnur Text\nslug: b", [("SG110", 3, 1)]),
        ("title:Neues", [("SG111", 2, 1)]),
        ("title:Neues: so", [("SG111", 2, 1)]),
        ("title: a\n  date: b", [("SG112", 3, 3)]),
        ("title: a\n  - b", [("SG112", 3, 3)]),
        ("  title: a\ndate: b", [("SG112", 3, 1)]),
        ("image:\n    src: a\n  alt: b", [("SG112", 4, 3)]),
        ("image:\n\tsrc: a\n  alt: b", [("SG113", 4, 1)]),
        ("title: a\nslug: b\ntitle: c", [("SG114", 4, 1)]),
        ("title: a\n- b\n- c\nslug: d", [("SG115", 3, 1)]),
        ("title: a\n---\ntitle: b", [("SG116", 3, 1)]),
        ("tags:\n  -Büro\n  • E-Mail", [("SG117", 3, 3), ("SG117", 4, 3)]),
        ("tags:\n  - a\n  b: c", [("SG112", 4, 3)]),
        ("tags:\n  - [a]\n    - b", [("SG112", 4, 5)]),
        ('title = "Neues"', [("SG118", 2, 1)]),
        ("image: &bild\n  src: a", [("SG119", 2, 8)]),
        ("image: !!map\n  src: a", [("SG119", 2, 8)]),
        (r'title: "C:\Users"', [("SG120", 2, 8)]),
        (r'title: "a\u0000"', [("SG120", 2, 8)]),
        ("title: a\x08b\ndate: c", [("SG104", 2, 9)]),
        ("text: |\n    a\n  b", [("SG112", 3, 1)]),
        ("- a\nb: c", [("SG110", 3, 1)]),
    ],
)
def test_a_fault_is_reported_at_its_place(text: str, found: list[tuple[str, int, int]]) -> None:
    assert places(text) == found


def test_the_rest_is_read_in_spite_of_a_fault() -> None:
    node = read('title: "Angst\nnur Text\ndate:2026-01-01\ntitle: b\nslug: ok').node
    assert node is not None
    assert plain_data(node) == {"title": '"Angst', "date": "2026-01-01", "slug": "ok"}


def test_the_cure_of_an_unclosed_quote_is_the_whole_line() -> None:
    (finding,) = read('title: "Angst im Büro“').findings
    assert finding.facts["line"] == 'title: "Angst im Büro"'


def test_an_address_is_no_key_without_a_blank() -> None:
    assert places("https://example.org") == [("SG110", 2, 1)]


def test_too_much_text_is_refused() -> None:
    found = read_yaml("a: b\n" * 100, file="site.yaml", most_characters=99)
    assert found.node is None
    assert [finding.code for finding in found.findings] == ["SG107"]


def test_too_many_levels_are_refused() -> None:
    deep = "\n".join(" " * level + "a:" for level in range(DEEPEST + 5))
    assert [code for code, _, _ in places(deep)] == ["SG108"]


@pytest.mark.parametrize(
    "hostile", ["[" * 50_000, "{" * 50_000, "[a," * 30_000, "- " * 50_000, '"' * 50_001, "a: [" * 40_000]
)
def test_hostile_text_neither_raises_nor_hangs(hostile: str) -> None:
    assert read(hostile).node is not None
    assert read(f"title: {hostile}").node is not None


def test_brackets_may_nest_only_so_far() -> None:
    node = read("a: " + "[" * 20 + "]" * 20).node
    assert isinstance(node, Mapping)
    value = node.items[0][1]
    while isinstance(value, Sequence):
        value = value.items[0]
    assert isinstance(value, Scalar)


def test_a_list_alone_and_an_empty_text() -> None:
    assert data("- a\n- b: c") == ["a", {"b": "c"}]
    assert data("\n# nichts\n") == {}
