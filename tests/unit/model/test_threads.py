"""Threads: in order of time, no deeper than they may be, and none lost on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.comments.comment import Comment, CommentType
from sitegen.model.comments.threads import Thread, settled, threads

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def comment(
    name: str, parent: str = "", *, at: int = 0, deleted: bool = False, kind: CommentType = "comment"
) -> Comment:
    return Comment(
        id=name, post="p", parent=parent, name=name, date=NOON + timedelta(minutes=at), deleted=deleted, type=kind
    )


def shape(found: tuple[Thread, ...]) -> list[object]:
    return [
        (thread.comment.id + (f">{thread.answered.id}" if thread.answered else ""), shape(thread.answers))
        if thread.answers
        else thread.comment.id + (f">{thread.answered.id}" if thread.answered else "")
        for thread in found
    ]


def in_threads(found: tuple[Thread, ...]) -> Iterator[str]:
    for thread in found:
        yield thread.comment.id
        yield from in_threads(thread.answers)


CHAIN = (
    comment("a"),
    comment("b", "a", at=1),
    comment("c", "b", at=2),
    comment("d", "c", at=3),
    comment("e", "d", at=4),
)


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (1, ["a", "b>a", "c>b", "d>c", "e>d"]),
        (2, [("a", ["b", "c>b", "d>c", "e>d"])]),
        (3, [("a", [("b", ["c", "d>c", "e>d"])])]),
        (5, [("a", [("b", [("c", [("d", ["e"])])])])]),
    ],
)
def test_what_lies_deeper_stands_on_the_last_level_and_says_whom_it_answers(depth: int, expected: list[object]) -> None:
    assert shape(threads(settled(CHAIN).comments, depth=depth)) == expected


def test_the_order_is_that_of_time_then_of_ids() -> None:
    mixed = (comment("c", at=1), comment("b"), comment("a", at=1), comment("z", "b", at=9), comment("y", "b", at=9))
    assert shape(threads(settled(mixed).comments, depth=3)) == [("b", ["y", "z"]), "a", "c"]


def test_a_deleted_comment_stays_only_for_its_answers() -> None:
    said = (
        comment("a", deleted=True),
        comment("b", "a"),
        comment("c", deleted=True),
        comment("d", "c", deleted=True),
        comment("e", "d", deleted=True),
    )
    assert shape(threads(settled(said).comments, depth=3)) == [("a", ["b"])]


def test_an_orphan_stands_for_itself() -> None:
    found = settled([comment("a"), comment("b", "weg")])
    assert [one.id for one in found.orphans] == ["b"]
    assert shape(threads(found.comments, depth=3)) == ["a", "b"]


def test_a_circle_is_cut_at_its_oldest() -> None:
    found = settled([comment("a", "c", at=1), comment("b", "a"), comment("c", "b", at=2), comment("d", "a", at=3)])
    assert [one.id for one in found.circular] == ["b"]
    assert shape(threads(found.comments, depth=3)) == [("b", [("c", ["a", "d>a"])])]
    alone = settled([comment("a", "a")])
    assert [one.id for one in alone.circular] == ["a"]


def test_mentions_stand_in_no_thread() -> None:
    found = settled([comment("a"), comment("m", kind="pingback"), comment("b", "m")])
    assert not found.orphans
    assert shape(threads(found.comments, depth=3)) == ["a", "b"]


NAMES = [f"{number:02}" for number in range(12)]


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*NAMES, "", "", "weg"])), st.integers(1, 5))
def test_each_comment_is_shown_once_whatever_answers_what(parents: dict[str, str], depth: int) -> None:
    found = settled(comment(name, parent) for name, parent in parents.items())
    shown = list(in_threads(threads(found.comments, depth=depth)))
    assert sorted(shown) == sorted(parents)


@pytest.mark.parametrize("deleted", [False, True])
def test_a_chain_of_ten_thousand_answers_takes_no_time(deleted: bool) -> None:  # noqa: FBT001 - a parameter
    chain = [comment(f"{n:05}", f"{n - 1:05}" if n else "", at=n, deleted=deleted) for n in range(10_000)]
    begun = time.process_time()
    found = threads(settled(chain).comments, depth=3)
    assert time.process_time() - begun < 3.0  # 0.04 alone; up to one where the coverage of a whole suite is measured
    assert len(list(in_threads(found))) == (0 if deleted else 10_000)
