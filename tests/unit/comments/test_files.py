"""Comments on disk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.comments.deciding import Change, approval, owner_answer, pending_path, removal
from sitegen.comments.files import IGNORE_LINE, keep_out_of_git, perform, read_shelf
from sitegen.model.comments.comment import LARGEST, Comment
from sitegen.model.comments.file import comment_bytes

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
FIRST = Comment(id="01KAK5W3Q0D1VAH1H4KZT700AA", post="ablage", name="Anna", text="Hallo", date=AT)
ANSWER = owner_answer(FIRST, text="Danke!", name="Eva", new_id="01KAK5W3Q0D1VAH1H4KZT700AB", now=AT)


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_a_comment_waits_then_is_published_with_its_answer(tmp_path: Path) -> None:
    perform(tmp_path, Change(writes=((pending_path(FIRST), FIRST),)))
    assert read_shelf(tmp_path).shelf.pending == (FIRST,)
    perform(tmp_path, approval(FIRST, answer=ANSWER))
    assert files(tmp_path) == {FIRST.path, ANSWER.path}
    assert not (tmp_path / pending_path(FIRST)).parent.exists()
    assert set(read_shelf(tmp_path).shelf.published) == {FIRST, ANSWER}


def test_what_was_answered_leaves_its_place_and_what_was_not_leaves_nothing(tmp_path: Path) -> None:
    perform(tmp_path, Change(writes=((FIRST.path, FIRST), (ANSWER.path, ANSWER))))
    perform(tmp_path, removal(FIRST, read_shelf(tmp_path).shelf.published))
    left = next(comment for comment in read_shelf(tmp_path).shelf.published if comment.id == FIRST.id)
    assert (left.deleted, left.name, left.text) == (True, "", "")
    assert b"Anna" not in (tmp_path / FIRST.path).read_bytes()
    perform(tmp_path, removal(ANSWER, read_shelf(tmp_path).shelf.published))
    assert files(tmp_path) == {FIRST.path}


def test_done_twice_it_does_no_harm(tmp_path: Path) -> None:
    perform(tmp_path, approval(FIRST))
    perform(tmp_path, approval(FIRST))
    assert files(tmp_path) == {FIRST.path}


def test_broken_files_are_findings_and_the_others_are_there(tmp_path: Path) -> None:
    perform(tmp_path, Change(writes=((FIRST.path, FIRST),)))
    folder = (tmp_path / FIRST.path).parent
    (folder / f"{ANSWER.id}.md").write_text("kein Kommentar", "utf-8")
    (folder / "01KAK5W3Q0D1VAH1H4KZT700AC.md").write_bytes(b"x" * (LARGEST + 1))
    read = read_shelf(tmp_path)
    assert read.shelf.published == (FIRST,)
    assert {finding.code for finding in read.findings} == {"SG742", "SG740"}


def test_links_are_not_followed(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / f"{FIRST.id}.md").write_bytes(comment_bytes(FIRST))
    (site / "content/comments/steuer").mkdir(parents=True)
    (site / "content/comments/ablage").symlink_to(outside)
    (site / f"content/comments/steuer/{FIRST.id}.md").symlink_to(outside / f"{FIRST.id}.md")
    assert read_shelf(site).shelf.all == ()
    kept = files(outside)
    for change in (Change(writes=((ANSWER.path, ANSWER),)), Change(removes=(FIRST.path,))):
        with pytest.raises(OSError, match="symbolic links"):
            perform(site, change)
    assert files(outside) == kept


def test_a_link_left_beside_a_file_is_not_followed(tmp_path: Path) -> None:
    beside = (tmp_path / FIRST.path).with_name(f".{FIRST.id}.md.new")
    beside.parent.mkdir(parents=True)
    beside.symlink_to(tmp_path / "elsewhere")
    perform(tmp_path, Change(writes=((FIRST.path, FIRST),)))
    assert files(tmp_path) == {FIRST.path}


def test_a_site_without_comments_has_none(tmp_path: Path) -> None:
    assert read_shelf(tmp_path).shelf.all == ()


@pytest.mark.parametrize(
    ("before", "added"),
    [
        (None, True),
        ("", True),
        ("/public/", True),
        ("/public/\n", True),
        (f"{IGNORE_LINE}\n", False),
        ("_pending/\n", False),
    ],
)
def test_pending_comments_are_kept_out_of_git(tmp_path: Path, before: str | None, *, added: bool) -> None:
    path = tmp_path / ".gitignore"
    if before is not None:
        path.write_text(before, "utf-8")
    assert keep_out_of_git(tmp_path) is added
    text = path.read_text("utf-8")
    assert text.startswith(before or "")
    assert (f"\n{IGNORE_LINE}\n" in text) or not added
    assert keep_out_of_git(tmp_path) is False
