"""Whatever visitors type, a mail holds nothing of theirs to click on and no line that looks like ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.inbox.mail.quoting import beginning, defanged, on_one_line, quoted

LINKED = re.compile(
    r"\b[a-z][a-z0-9+.-]*://|\bwww\.|\w@\w|(?<![\w\[])[a-z0-9-]+\.(?:com|de|example|org)\b", re.IGNORECASE
)
"""What mail programs are known to make links of."""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("https://a.example/x?y=1", "hxxps://a[.]example/x?y=1"),
        ("HTTP://A.EXAMPLE", "HxxP://A[.]EXAMPLE"),
        ("ftp://a.example", "ftp[:]//a[.]example"),
        ("www.a.de und b.de/c", "www.a[.]de und b[.]de/c"),
        ("anna@sub.krueger.example", "anna[@]sub.krueger[.]example"),
        ("büro-müller.de", "büro-müller[.]de"),
        ("z. B. um 9.30 Uhr, Nr. 4.", "z. B. um 9.30 Uhr, Nr. 4."),
        ("Fertig.", "Fertig."),
        ("", ""),
    ],
)
def test_addresses_are_broken_and_prose_is_not(typed: str, shown: str) -> None:
    assert defanged(typed) == shown


def test_a_quotation_cannot_be_left() -> None:
    assert quoted("a\r\n\r\n-- \rb\u2028c\x00\u202e\n") == "> a\n>\n> --\n> b\n> c"


def test_one_line_stays_one() -> None:
    assert on_one_line("Anna\r\nBcc: x\u2029y\tz") == "Anna Bcc: x y z"


def test_a_beginning_says_that_more_follows() -> None:
    assert (beginning("kurz", 5), beginning("zu lang", 4)) == ("kurz", "zu…")


PIECES = st.sampled_from(
    ["https://", "www.", "a.de", "b.example/x", "x@y.de", " ", "\n", "hxxps", ".", "@", "/", "ä", ":"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_nothing_is_left_to_click_on(text: str) -> None:
    shown = quoted(text)
    assert all(line.startswith(">") for line in shown.split("\n"))
    assert not re.search(r"https?://", shown, re.IGNORECASE)
    assert not re.search(r"\w@\w+\.\w", shown)
    assert not re.search(r"(?<![\w.-])[a-z]+\.(?:de|example)(?![\w-])", shown)
