"""Comments from anybody: their HTML does no harm, and their file gives back what it was given."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sitegen.model.comments.comment import NAME_LIMIT, TEXT_LIMIT, Comment
from sitegen.model.comments.file import cleaned, comment_bytes, holds_address, read_comment
from sitegen.model.comments.text import SCHEMES, TAGS, comment_html, plain_text, rendered

PATIENCE = 3.0
"""Seconds of a processor that is busy and watched; it takes a tenth of that alone."""
YEARS = (datetime(1970, 1, 1), datetime(2999, 12, 31))  # noqa: DTZ001 - the strategy adds the zone
ULID_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

SCRAPS = st.sampled_from(
    [
        *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "]]>", "<svg/onload=a>", "<b>"),
        *("javascript:alert(1)", "JaVaScRiPt:", "data:text/html,", "//evil.example", "https://a.example/", "mailto:x"),
        *(
            "[a](",
            "![",
            "](",
            ")",
            "<https://",
            ">",
            "`",
            "```\n",
            "~~",
            "**",
            "*",
            "_",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "\\",
        ),
        *(
            "&#106;",
            "&lt;",
            "&amp;",
            "&colon;",
            "\t",
            "\r\n",
            "\x00",
            "\u202e",
            "\u200b",
            '"',
            "'",
            "onclick=",
            "---\n",
        ),
        *("eva@example.org", "name: ", "{{", "{%", "Grüße", "\ud800", "\x1b[31m", "%6A", "ſcript"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(SCRAPS, st.text(max_size=4)), max_size=30).map("".join))
ULIDS = st.builds(
    lambda first, rest: first + rest, st.sampled_from("01234567"), st.text(ULID_LETTERS, min_size=25, max_size=25)
)


def comments() -> st.SearchStrategy[Comment]:
    return st.builds(
        Comment,
        id=ULIDS,
        post=st.from_regex(r"[a-zäöü0-9][a-zäöü0-9 -]{0,20}[a-z]", fullmatch=True),
        parent=st.one_of(st.just(""), ULIDS),
        name=TEXTS,
        website=st.one_of(TEXTS, TEXTS.map("https://www.example.org/".__add__)),
        date=st.datetimes(*YEARS, timezones=st.just(UTC)),
        type=st.sampled_from(["comment", "owner_reply", "webmention", "pingback", "trackback"]),
        source=st.sampled_from(["form", "manual", "wordpress:123"]),
        deleted=st.booleans(),
        text=TEXTS,
    )


@given(TEXTS)
@example("[a](javascript:alert(1)) <javascript:alert(1)> [b](//evil.example) [c](/innen/ 'onclick=x')")
@example('5. "><script>alert(1)</script>')
def test_the_html_of_any_text_does_no_harm(text: str) -> None:
    tree = LexborHTMLParser(f"<div id=all>{comment_html(text)}</div>")
    allowed = {"a": {"href", "rel"}, "ol": {"start"}}
    for node in tree.css("#all *"):
        assert node.tag in TAGS
        assert set(node.attributes) <= allowed.get(node.tag or "", set())
        href = node.attributes.get("href")
        if href is not None:
            assert href.partition(":")[0].lower() in SCHEMES
            assert node.attributes["rel"] == "nofollow ugc noopener"
    assert len(tree.css("#all ~ *")) == 0


@given(TEXTS)
def test_plain_text_has_no_markup_of_ours(text: str) -> None:
    assert not re.search(r"</?(?:p|em|strong|blockquote|li)>", plain_text(text.replace("<", "")))


@given(comments())
def test_a_file_gives_back_what_it_was_given(comment: Comment) -> None:
    raw = comment_bytes(comment)
    read = read_comment(comment.path, raw)
    assert not read.findings
    assert read.value == cleaned(comment)
    assert comment_bytes(read.value) == raw
    assert not holds_address(raw.decode())


@given(st.binary(max_size=300), st.booleans())
@example(b'---\nformat: 1\nname: "\\ud800"\n---\n', False)
@example(b"---\ndate: 0001-01-01T00:00:00+23:59\nwebsite: http://[\n---\n", False)
def test_no_file_is_too_broken_to_be_read(raw: bytes, fenced: bool) -> None:  # noqa: FBT001 - generated
    whole = b"---\n" + raw + b"\n---\ntext" if fenced else raw
    read = read_comment("content/comments/beitrag/x.md", whole)
    assert (read.value is None) == bool(read.findings)
    for finding in read.findings:
        assert finding.message
        assert finding.cure
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", finding.message + finding.cure)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        ">" * 5_000,
        "".join("  " * depth + "- x\n" for depth in range(600)),
        *(
            unit * (TEXT_LIMIT // len(unit))
            for unit in ("*a_", "**a *", "[a](", "![[", "<", "&", "\\", "` `` ", "~~a ~")
        ),
        *(
            unit * (TEXT_LIMIT // len(unit))
            for unit in ("[x](<", "- ", "1. ", "> > ", "<https://", "a@", "a@b.", "*" * 9)
        ),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_no_text_takes_long(text: str) -> None:
    begun = time.process_time()
    rendered(text)
    holds_address(text)
    assert time.process_time() - begun < PATIENCE


def test_the_longest_comment_that_a_form_takes_fits_into_a_file() -> None:
    longest = msgspec.convert(
        {
            "id": "01KAGB7Q3T0000000000000000",
            "post": "rechnungen",
            "name": "\U0001f600" * NAME_LIMIT,
            "date": "2026-11-21T10:30:00Z",
            "text": "\U0001f600" * TEXT_LIMIT,
        },
        Comment,
    )
    assert read_comment(longest.path, comment_bytes(longest)).value == longest
