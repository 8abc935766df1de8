"""What is typed is what counts, for any text; and no bytes, however hostile, raise."""

from __future__ import annotations

import json
from typing import Annotated

import msgspec
import yaml
from hypothesis import given
from hypothesis import strategies as st

from budgets import OFTEN
from sitegen.schema.as_typed import as_typed, ready_line
from sitegen.schema.convert import convert
from sitegen.schema.nodes import Mapping, Read, plain_data
from sitegen.schema.yaml_reader import read_yaml
from sitegen.sources.document import read_document
from sitegen.sources.paragraphs import pasted_paragraphs

PRINTABLE = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="\u200b\ufeff")
SPECIALS = st.sampled_from([*"#:*&!|>%@`-?[]{},\"'\\ ~=<.", ": ", " #", "- ", "--- ", "ja", "01067", "9:30", "„“"])
TYPED = st.lists(SPECIALS | PRINTABLE, max_size=30).map("".join).map(str.strip)


def opens_a_form(text: str) -> bool:
    """Quotes, brackets, block headers and a lonely # mean something at the beginning of a value."""
    return text[:1] in {'"', "'", "[", "{", "|", ">"} or text == "#" or text.startswith(("# ", "#\t"))


class Post(msgspec.Struct, frozen=True, kw_only=True):
    title: Annotated[str, msgspec.Meta(description="Titel")] = ""
    tags: tuple[str, ...] = ()


def read(text: str) -> Read:
    return read_yaml(text, file="content/blog/a.md", first_line=2)


def values(text: str) -> object:
    found = read(text)
    assert found.findings == ()
    assert found.node is not None
    return plain_data(found.node)


@given(TYPED.filter(lambda text: not opens_a_form(text)))
@OFTEN
def test_a_title_is_read_as_it_was_typed(typed: str) -> None:
    assert values(f"title: {typed}\nslug: a") == {"title": typed.strip(), "slug": "a"}


@given(TYPED.filter(lambda text: not opens_a_form(text)))
@OFTEN
def test_an_item_of_a_list_is_read_as_it_was_typed(typed: str) -> None:
    found = read(f"tags:\n  - {typed}\n  - letzter")
    assert found.node is not None
    converted = convert(found.node, Post)
    if found.findings or typed == "":
        return  # said, not silent; an empty item is none
    assert converted.value is not None
    assert converted.value.tags == (typed, "letzter")


@given(st.text(PRINTABLE, max_size=40))
@OFTEN
def test_text_in_double_quotes_is_what_the_quotes_say(text: str) -> None:
    assert values(f"title: {json.dumps(text)}") == {"title": text}
    assert values(f"title: {json.dumps(text, ensure_ascii=False)}") == {"title": text}


@given(TYPED)
@OFTEN
def test_a_ready_line_is_read_as_the_value_it_was_made_of(value: str) -> None:
    assert values(ready_line("title", value)) == {"title": value}
    assert values(f"title: {as_typed(value)}") == {"title": value}


SIMPLE_TEXT = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), max_size=30) | st.text(
    st.sampled_from("äöü€„“ ab\n#:-'\""), max_size=80
)
KEYS = st.from_regex(r"[a-zäöü][a-z0-9_]{0,8}", fullmatch=True)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SIMPLE_TEXT,
        lambda inner: (
            st.lists(SIMPLE_TEXT | st.dictionaries(KEYS, inner, min_size=1, max_size=3), min_size=1, max_size=3)
            | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@given(DATA, st.sampled_from([None, "'", '"', "|", ">"]))
@OFTEN
def test_what_pyyaml_writes_is_read_as_pyyaml_reads_it(data: dict[str, object], style: str | None) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style=style, sort_keys=False)
    assume_text_keys = yaml.load(text, Loader=yaml.CBaseLoader)
    found = read(text)
    assert found.findings == (), text
    assert found.node is not None
    assert plain_data(found.node) == assume_text_keys


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
@OFTEN
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    for start in (b"", b"---\n", b"+++\n", b"Title: a\n"):
        document, findings = read_document("content/blog/a.md", start + raw)
        assert document is not None or findings
        assert all(finding.message and finding.cure for finding in findings)


LINES = st.lists(
    st.sampled_from(
        [
            "title: a",
            "tags:",
            "  - a",
            "- b",
            "  src: x",
            '"',
            "'",
            "[a",
            "}",
            "text",
            "|",
            "a: |",
            "b: [",
            "\t",
            "",
            "---",
        ]
    )
    | TYPED,
    max_size=12,
).map("\n".join)


@given(LINES)
@OFTEN
def test_every_line_is_read_or_reported_inside_the_text(text: str) -> None:
    found = read(text)
    lines = text.split("\n")
    assert isinstance(found.node, Mapping) or found.node is not None
    for finding in found.findings:
        assert finding.message
        assert 2 <= finding.span.line <= len(lines) + 1
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 2]) + 1


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "Ein langer Satz, der nicht umbrochen wurde. " * 4,
            "Überschrift",
            "- Punkt",
            "• Punkt",
            "",
            "```",
            "> Zitat",
            "Kurz.",
        ]
    ),
    max_size=15,
).map("\n".join)


def separated(body: str) -> str:
    """`body` with a blank line before each line that wants one."""
    starts = set(pasted_paragraphs(body))
    lines = body.split("\n")
    return "\n".join(f"\n{line}" if number in starts else line for number, line in enumerate(lines, 1))


@given(PARAGRAPHS)
@OFTEN
def test_setting_paragraphs_apart_adds_blank_lines_only_and_only_once(body: str) -> None:
    apart = separated(body)
    assert separated(apart) == apart
    assert pasted_paragraphs(apart) == ()
    assert [line for line in apart.split("\n") if line.strip()] == [line for line in body.split("\n") if line.strip()]
