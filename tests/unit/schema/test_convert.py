from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

import msgspec
import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.schema.convert import Converted, convert
from sitegen.schema.yaml_reader import read_yaml
from sitegen.text.moments import Moment, parse_moment


class Unit(StrEnum):
    HOUR = "hour"
    MONTH = "month"


class Image(msgspec.Struct, frozen=True, kw_only=True):
    src: str
    alt: str = ""


class Front(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: Annotated[str, msgspec.Meta(description="Überschrift", extra={"example": "title: Post vom Amt"})]
    date: Moment | None = None
    summary: str = ""
    slug: Annotated[
        str,
        msgspec.Meta(pattern=r"^[a-z0-9-]+\Z"),
        msgspec.Meta(description="kleine Buchstaben, Ziffern, Striche", extra={"example": "slug: neu"}),
    ] = ""
    plz: str = ""
    tags: tuple[str, ...] = ()
    images: list[Image] = []
    image: str | Image | None = None
    draft: bool = False
    comments: bool | Literal["closed"] = True
    order: Annotated[int, msgspec.Meta(ge=0, le=99)] = 0
    price: Annotated[
        Decimal | Literal["on-request"],
        msgspec.Meta(description="Preis", extra={"synonyms": {"auf Anfrage": "on-request"}}),
    ] = "on-request"
    unit: Annotated[Unit | None, msgspec.Meta(description="Einheit", extra={"synonyms": {"Stunde": "hour"}})] = None
    links: dict[str, str] = {}


def converted(text: str, *, title: str = "title: a\n") -> Converted[Front]:
    read = read_yaml(title + text, file="content/blog/a.md")
    assert read.findings == ()
    assert read.node is not None
    return convert(read.node, Front)


def front(text: str, *, title: str = "title: a\n") -> Front:
    result = converted(text, title=title)
    assert result.findings == ()
    assert result.value is not None
    return result.value


def findings(text: str, *, title: str = "title: a\n") -> tuple[Diagnostic, ...]:
    result = converted(text, title=title)
    assert result.value is None
    return result.findings


def codes(text: str, *, title: str = "title: a\n") -> list[tuple[str, int, int]]:
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings(text, title=title)]


@pytest.mark.parametrize("typed", ["Tipp #3 für Sie", "[Update]", "{Name}", "01067", "ja", "5.3.2026 # x", "null"])
def test_a_text_keeps_the_line_as_typed(typed: str) -> None:
    assert front(f"title: {typed}", title="").title == typed


def test_a_comment_ends_what_is_no_text() -> None:
    value = front(
        "draft: ja # Entwurf\norder: 3 #drei\ndate: 5.3.2026 # März\nslug: neu # kurz\nunit: hour # je\nprice: 45 # €"
    )
    assert (value.draft, value.order, value.slug, value.unit, value.price) == (True, 3, "neu", Unit.HOUR, Decimal(45))
    assert value.date == parse_moment("2026-03-05")


@pytest.mark.parametrize(("left", "right"), ["„“", "“”", "”“", "»«", "«»", "‚‘", "’’"])
def test_quotation_marks_of_a_word_processor_are_no_part_of_what_is_no_text(left: str, right: str) -> None:
    typed = "draft: {0}ja{1} # Entwurf\ndate: {0}5.3.2026{1}\nunit: {0}hour{1}\nprice: {0}45 €{1}\ntags: {0}Büro{1}"
    value = front(typed.format(left, right), title=f"title: {left}Neu{right}\n")
    assert (value.draft, value.unit, value.price) == (True, Unit.HOUR, Decimal(45))
    assert value.date == parse_moment("2026-03-05")
    assert (value.title, value.tags) == (f"{left}Neu{right}", (f"{left}Büro{right}",))


@pytest.mark.parametrize("word", ["ja", "Ja", "true", "yes", "an", "on", "1"])
def test_yes(word: str) -> None:
    assert front(f"draft: {word}").draft is True


@pytest.mark.parametrize("word", ["nein", "false", "No", "aus", "off", "0", '"nein"'])
def test_no(word: str) -> None:
    assert front(f"comments: {word}").comments is False


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("Büro", ("Büro",)),
        ("Büro, E-Mail , 2026", ("Büro", "E-Mail", "2026")),
        ('"Büro, E-Mail"', ("Büro", "E-Mail")),
        ('Büro, "Müller, Eva"', ("Büro", "Müller, Eva")),
        ("[1, 2.50, 007]", ("1", "2.50", "007")),
        ("\n- Telefon: 9–17 Uhr\n-\n- b", ("Telefon: 9–17 Uhr", "b")),
        ("", ()),
    ],
)
def test_tags_come_as_line_list_or_numbers(typed: str, tags: tuple[str, ...]) -> None:
    assert front(f"tags: {typed}").tags == tags


@pytest.mark.parametrize("empty", ["", " ", '""', "~", "null", "# später"])
def test_an_empty_optional_field_is_not_given(empty: str) -> None:
    value = front(f"summary: {empty}\ndate: {empty}\nimage: {empty}\norder: {empty}\nimages: {empty}")
    assert value == front("")


def test_short_forms_and_groups() -> None:
    assert front("image: a.jpg").image == "a.jpg"
    assert front("image:\n  src: a.jpg\n  alt: Bild: rot").image == Image(src="a.jpg", alt="Bild: rot")
    assert front("images: {src: a.jpg}").images == [Image(src="a.jpg")]
    assert front("images:\n- src: a.jpg\n- src: b.jpg").images == [Image(src="a.jpg"), Image(src="b.jpg")]
    assert front("links:\n  Über mich: /ueber/\n  /alt/: /neu/").links == {"Über mich": "/ueber/", "/alt/": "/neu/"}


def test_a_choice_beside_another_kind() -> None:
    assert front("comments: closed").comments == "closed"
    assert front("price: auf Anfrage").price == "on-request"
    assert front("price: 45,50 €").price == Decimal("45.50")
    assert front("unit: stunde").unit is Unit.HOUR


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("date: 2026-13-05", ("SG141", 2, 7)),
        ("date: 5/3/2026", ("SG142", 2, 7)),
        ("date: bald", ("SG143", 2, 7)),
        ("date: [a]", ("SG139", 2, 7)),
        ("price: 1.234", ("SG144", 2, 8)),
        ("price: 45 Taler", ("SG145", 2, 8)),
        ("price: -4", ("SG155", 2, 8)),
        ("price: 0045", ("SG156", 2, 8)),
        ("price: auf anfrge", ("SG147", 2, 8)),
        ("price: {a: b}", ("SG139", 2, 8)),
        ("draft: vielleicht", ("SG146", 2, 8)),
        ("draft: [ja]", ("SG139", 2, 8)),
        ("unit: Stnde", ("SG147", 2, 7)),
        ("unit: Elefant", ("SG148", 2, 7)),
        ("unit: [a]", ("SG139", 2, 7)),
        ("order: drei", ("SG149", 2, 8)),
        ("order: 1.000", ("SG149", 2, 8)),
        ("order: [1]", ("SG139", 2, 8)),
        ("order: -1", ("SG150", 2, 8)),
        ("order: 100", ("SG151", 2, 8)),
        ("slug: Über mich", ("SG152", 2, 7)),
        ("summary:\n  - a\n  - b", ("SG137", 3, 3)),
        ("tags: [a] b [", ("SG138", 2, 7)),
        ("tags:\n  a: b\n  c: d", ("SG138", 3, 3)),
        ("images: a.jpg", ("SG136", 2, 9)),
        ("links: a", ("SG136", 2, 8)),
        ("links:\n  a:\n    - b\n    - c", ("SG137", 4, 5)),
        ("image:\n  alt: b", ("SG130", 3, 3)),
    ],
)
def test_a_value_that_cannot_be_taken_is_refused_at_its_place(line: str, found: tuple[str, int, int]) -> None:
    assert codes(line) == [found]


def test_missing_and_empty_required_fields() -> None:
    assert codes("summary: a", title="") == [("SG130", 1, 1)]
    assert codes("title:", title="") == [("SG140", 1, 1)]
    assert codes("", title="") == [("SG130", 1, 0 + 1)]


def test_all_faults_are_found_together_and_in_lists_too() -> None:
    text = "titel: b\ndate: 30.2.2026\nprice: 1.234\nimages:\n- alt: x\n- sr: y\ndraft: hm"
    found = [finding.code for finding in findings(text, title="")]
    assert found == ["SG102", "SG141", "SG144", "SG130", "SG102", "SG146"]


def test_an_ambiguous_price_asks_which() -> None:
    (finding,) = findings("price: 1.234")
    assert "1234 oder 1,23" in finding.message


def test_a_word_that_is_no_choice_is_asked_back_in_the_words_people_type() -> None:
    (finding,) = findings("unit: Stnde")
    assert finding.facts["known"] == "Stunde"


def test_other_types_than_groups_can_be_wanted() -> None:
    read = read_yaml("- a\n- b: c", file="content/data/a.yaml")
    assert read.node is not None
    assert convert(read.node, list[str]).value == ["a", "b: c"]


@pytest.mark.parametrize(
    "text",
    ["title: a\n  date: 2026-03-05", 'title: a\ndate = "2026-03-05"', "title: a\ndate 2026-03-05"],
)
def test_what_could_not_be_read_is_not_missing_too(text: str) -> None:
    class Dated(msgspec.Struct, frozen=True, kw_only=True):
        title: str
        date: Moment

    read = read_yaml(text, file="content/blog/a.md")
    assert read.node is not None
    assert len(read.findings) == 1
    assert convert(read.node, Dated).findings == ()


def test_an_unclosed_list_is_still_a_list() -> None:
    read = read_yaml("title: a\ntags: [Büro, Ablage", file="content/blog/a.md")
    assert [finding.code for finding in read.findings] == ["SG106"]
    assert read.node is not None
    value = convert(read.node, Front).value
    assert value is not None
    assert value.tags == ("Büro", "Ablage")


def test_a_price_that_is_none_is_told_how_prices_look() -> None:
    assert codes("price: viel") == [("SG145", 2, 8)]
    assert codes("price: auf Anfrag") == [("SG147", 2, 8)]
