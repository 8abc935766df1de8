"""From items to acts on files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_case import NOON
from sitegen.inbox.publishing.changes import Change, acts_for, is_fit
from sitegen.model.comments.comment import FOLDER, Comment
from sitegen.model.comments.file import comment_bytes, read_comment
from sitegen.text.ulids import new_ulid

IDS = [new_ulid(NOON, bytes([number]) * 10) for number in range(6)]
POST = "rechnungen"


def file_of(number: int, parent: int | None = None) -> bytes:
    answered = "" if parent is None else IDS[parent]
    return comment_bytes(Comment(id=IDS[number], post=POST, parent=answered, name="Anna", date=NOON, text="Text"))


def after(files: Mapping[str, bytes], *changes: Change) -> dict[str, bytes]:
    """The files once the acts are done."""
    changed = dict(files)
    for act in acts_for(changes, lambda _: files):
        name = act.path.removeprefix(f"{FOLDER}/{POST}/")
        changed.pop(name, None)
        if act.content is not None:
            changed[name] = act.content
    return changed


def withdrawn(number: int) -> Change:
    return Change(id=IDS[number], post=POST, content=None)


@pytest.mark.parametrize("post", ["rechnungen", "2024-03-hallo", "Über uns", "a", "v1.2", "前書き"])
def test_a_name_of_a_folder_is_fit(post: str) -> None:
    assert is_fit(IDS[0], post)


@given(st.text(max_size=140))
def test_whatever_is_fit_stays_below_the_folder(post: str) -> None:
    if is_fit(IDS[0], post):
        root = Path("/site") / FOLDER
        assert (root / post / f"{IDS[0]}.md").resolve().parent.parent == root
        assert not post.startswith((".", "-", "_"))
        assert "\n" not in post


def test_an_unfit_id_is_none() -> None:
    assert not is_fit("../../etc/passwd", POST)
    assert not is_fit(IDS[0].lower(), POST)


def test_what_is_there_already_is_left_alone() -> None:
    assert acts_for([Change(id=IDS[0], post=POST, content=file_of(0))], lambda _: {f"{IDS[0]}.md": file_of(0)}) == ()
    assert acts_for([withdrawn(0)], lambda _: {}) == ()


@given(
    st.lists(st.none() | st.integers(0, 4), min_size=6, max_size=6),
    st.permutations(range(6)).flatmap(lambda order: st.integers(0, 6).map(lambda count: order[:count])),
)
def test_a_tombstone_stands_only_where_somebody_still_answers(parents: list[int | None], gone: list[int]) -> None:
    parents = [parent if parent is not None and parent < number else None for number, parent in enumerate(parents)]
    files = {f"{IDS[number]}.md": file_of(number, parent) for number, parent in enumerate(parents)}

    left = after(files, *map(withdrawn, gone))

    comments = {Path(name).stem: read_comment(f"{FOLDER}/{POST}/{name}", raw).value for name, raw in left.items()}
    for number in range(6):
        comment = comments.get(IDS[number])
        has_answers = any(other and other.parent == IDS[number] for other in comments.values())
        if number in gone:
            assert (comment is not None and comment.deleted) == has_answers
            assert comment is None or (comment.name, comment.text) == ("", "")
        else:
            assert comment is not None
            assert not comment.deleted


def test_a_file_that_cannot_be_read_goes_as_a_whole() -> None:
    files = {f"{IDS[0]}.md": b"broken", f"{IDS[1]}.md": file_of(1, 0)}

    assert after(files, withdrawn(0)) == {f"{IDS[1]}.md": file_of(1, 0)}
