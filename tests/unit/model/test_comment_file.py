"""What single files of comments say, and what is not taken."""

from __future__ import annotations

import pytest

from comment_case import comment, ulid
from sitegen.model.comments.comment import LARGEST, NAME_LIMIT
from sitegen.model.comments.file import CommentTooLargeError, cleaned, comment_bytes, holds_address, read_comment
from sitegen.model.comments.head import is_website

PATH = comment().path


def test_the_file_is_what_a_person_can_read() -> None:
    made = comment(1, 'Anna "Ännchen" K.', "Danke!\n\n---\n\nSehr.", website="https://anna.example/", parent=2)
    assert comment_bytes(made).decode() == (
        "---\n"
        "format: 1\n"
        f"id: {ulid(1)}\n"
        "post: rechnungen\n"
        f"parent: {ulid(2)}\n"
        'name: "Anna \\"Ännchen\\" K."\n'
        "website: https://anna.example/\n"
        "date: 2026-11-02T10:30:00Z\n"
        "type: comment\n"
        "source: form\n"
        "---\n"
        "Danke!\n\n---\n\nSehr.\n"
    )


def test_what_people_type_by_hand_is_taken() -> None:
    raw = (
        f"\ufeff---\r\nformat: 1\r\nid:   {ulid(1)}  \r\npost: rechnungen\r\nname: Anna K.\r\nwebsite:\r\n"
        "date: 2026-11-02 11:30:00+01:00\r\ndeleted: false\r\n---\r\n\r\nDanke!\r\n"
    )
    read = read_comment(PATH, raw.encode()).value
    assert read == comment(1, "Anna K.")


def test_a_tombstone_holds_nothing_of_anybody() -> None:
    raw = comment_bytes(comment(1, "Anna", "Geheim", website="https://anna.example/", deleted=True))
    assert b"Anna" not in raw
    assert b"anna" not in raw
    assert b"Geheim" not in raw
    typed_by_hand = comment_bytes(comment(1, "Anna", "Geheim")).replace(b"type:", b"deleted: true\ntype:")
    read = read_comment(PATH, typed_by_hand).value
    assert read
    assert (read.deleted, read.name, read.text) == (True, "", "")


def test_a_text_that_no_form_takes_is_not_written() -> None:
    with pytest.raises(CommentTooLargeError):
        comment_bytes(comment(text="x" * LARGEST))


def test_a_long_name_is_cut() -> None:
    name = cleaned(comment(name="Name " * 40)).name
    assert len(name) <= NAME_LIMIT
    assert name.endswith("Name…")


@pytest.mark.parametrize("raw", [b"\xff\xfe-\x00", b"---\n\x1b[2J\n---\n", b"\x00" * 9, b"---\nname: J\xf6rg\n---\n"])
def test_what_is_no_text_is_not_taken(raw: bytes) -> None:
    (found,) = read_comment(PATH, raw).findings
    assert found.code == "SG741"


@pytest.mark.parametrize("value", ['"offen', '"a" b', '"\\x41"', '"'])
def test_a_string_that_is_none_is_not_taken(value: str) -> None:
    raw = comment_bytes(comment()).decode().replace('"Anna Kramer"', value)
    assert [found.code for found in read_comment(PATH, raw.encode()).findings] == ["SG743"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anna@example.org", True),
        ("Mail:Änne.Müller+x@bücher-laden.example!", True),
        ("<a@b.de>", True),
        ("https://x.example/?to=a@b.de", True),
        ("@anna@social.example", False),
        ("a@b", False),
        ("um 5 @ 3.50", False),
        ("a @ b.de", False),
    ],
)
def test_what_is_an_address(text: str, expected: bool) -> None:  # noqa: FBT001 - a parameter
    assert holds_address(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/", True),
        ("http://bücher.example/ä?x=1&y#z", True),
        ("HTTPS://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False),
        ("//example.org/", False),
        ("https://", False),
        ("https://[::1", False),
        ("https://user@example.org/", False),
        ("https://example.org/\u202e", False),
        ('https://example.org/"x', False),
        ("https://example.org/ x", False),
    ],
)
def test_what_is_a_website(text: str, expected: bool) -> None:  # noqa: FBT001 - a parameter
    assert is_website(text) is expected
