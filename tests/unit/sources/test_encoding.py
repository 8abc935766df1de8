from __future__ import annotations

import pytest

from sitegen.schema.quoted import UNPRINTABLE
from sitegen.sources.encoding import decoded


def found(raw: bytes) -> list[tuple[str, int, int]]:
    return [(item.code, item.span.line, item.span.column) for item in decoded("a.md", raw).findings]


@pytest.mark.parametrize("raw", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n"])
def test_text_has_one_kind_of_line_end_and_no_byte_order_mark(raw: bytes) -> None:
    assert decoded("a.md", raw).text == "a\nb\n"


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("a\nfür".encode("cp1252"), ("SG101", 2, 2)),
        ("ü\r\n".encode() + "äü".encode("latin-1"), ("SG101", 2, 1)),
        (b"\xef\xbb\xbf" + "ab€".encode("cp1252"), ("SG101", 1, 3)),
        ("für".encode("utf-16"), ("SG103", 0, 0)),
        ("für".encode("utf-16-le"), ("SG103", 0, 0)),
        ("für".encode("utf-16-be"), ("SG103", 0, 0)),
        (b"ab\nc\0d\0", ("SG104", 2, 2)),
    ],
)
def test_what_is_no_utf_8_text_is_refused_with_its_place(raw: bytes, place: tuple[str, int, int]) -> None:
    assert decoded("a.md", raw).text is None
    assert found(raw) == [place]


def test_control_characters_are_said_and_stepped_over() -> None:
    assert found(b"a\nb\x0bc\n\x07") == [("SG104", 2, 2), ("SG104", 3, 1)]
    assert decoded("a.md", b"a\nb\x0bc\n\x07").text == "a\nb c\n "
    assert found("§ 5 \x85".encode()) == [("SG104", 1, 5)]


@pytest.mark.parametrize("numbers", [range(0x800), range(0x2000, 0x2100), range(0xF000, 0x10100)], ids=str)
def test_each_character_that_no_text_has_is_said(numbers: range) -> None:
    wrong = [chr(number) for number in numbers if found(f"Für „{chr(number)}“ – 5 m²".encode())]
    assert wrong == [chr(number) for number in numbers if UNPRINTABLE.match(chr(number))]
