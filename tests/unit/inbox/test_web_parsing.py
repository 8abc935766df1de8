"""Whatever a body holds: pairs, or a refusal with its status."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.inbox.web.parsing import MOST_FIELDS, Pairs, RefusedError, check_type, pairs_of

TYPED = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


def refused_or(read: Callable[[], Pairs], *, status: int) -> Pairs:
    """What was read; nothing if it was refused, and then with this status and no other."""
    try:
        return read()
    except RefusedError as refused:
        if refused.status != status:
            raise
        return ()


@given(st.binary(max_size=2000))
def test_any_bytes_are_pairs_or_refused(body: bytes) -> None:
    pairs = refused_or(lambda: pairs_of(body), status=400)
    assert len(pairs) <= MOST_FIELDS
    assert not any("\0" in part for pair in pairs for part in pair)


@given(st.lists(st.tuples(TYPED.filter(bool), TYPED), max_size=MOST_FIELDS))
def test_what_a_browser_sends_comes_out_as_it_was_typed(pairs: list[tuple[str, str]]) -> None:
    assert pairs_of(urlencode(pairs).encode()) == tuple(pairs)


@given(st.text(max_size=200))
def test_any_type_is_taken_or_refused(content_type: str) -> None:
    def read() -> Pairs:
        check_type(content_type)
        return ()

    assert refused_or(read, status=415) == ()


@pytest.mark.parametrize(
    "content_type",
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "Application/X-WWW-Form-Urlencoded;charset=utf-8",
        'application/x-www-form-urlencoded; charset="utf-8"',
    ],
)
def test_a_plain_form_is_taken(content_type: str) -> None:
    check_type(content_type)
