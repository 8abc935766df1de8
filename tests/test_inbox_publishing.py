"""Approved comments on their way into a site, and out of it again: pushed to a real git remote."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace

from git_remote import Remote, git
from inbox_case import POST, SITE, InboxCase
from inbox_publishing import approved, case, path_of, remote, work
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.moderation import approve, delete, edit, mark_spam, reject, undo
from sitegen.inbox.publishing.jobs import publish_job
from sitegen.inbox.publishing.publisher import publish
from sitegen.inbox.publishing.turns import state_folder
from sitegen.inbox.records import Item, State
from sitegen.inbox.wishes import Wish
from sitegen.inbox.worker import Worker
from sitegen.model.comments.file import read_comment

__all__ = ["case", "remote"]


def test_an_approved_comment_is_pushed_and_then_published(case: InboxCase, remote: Remote) -> None:
    item = approved(case, "Danke, schreiben Sie an anna@krueger.example!")

    work(case)

    raw = remote.files()[path_of(item)]
    comment = read_comment(path_of(item), raw).value
    assert comment is not None
    assert (comment.name, comment.post, comment.date) == ("Anna Krüger", POST, item.created)
    assert b"anna@krueger.example" not in raw
    assert case.item(item.id).state is State.PUBLISHED
    assert case.item(item.id).decision == item.decision
    assert remote.subjects() == [f"Kommentar {item.id}", "Von Hand"]
    author = git("log", "-1", "--format=%an %ae %cn %ct", "main", folder=remote.path)
    assert author == f"sitegen inbox inbox@sitegen.invalid sitegen inbox {int(case.clock().timestamp())}\n".encode()
    assert not case.jobs("publish")


def test_several_comments_share_a_commit(case: InboxCase, remote: Remote) -> None:
    first = approved(case, "Eins")
    work(case)
    late = [approved(case, "Zwei"), approved(case, "Drei")]
    worker = Worker(case.desk, HANDLERS)

    case.clock.move(30)
    worker.run_once()
    assert {case.item(item.id).state for item in late} == {State.APPROVED}
    case.clock.move(31)
    worker.run_once()

    assert {case.item(item.id).state for item in (first, *late)} == {State.PUBLISHED}
    assert remote.subjects() == ["Kommentare: 2", f"Kommentar {first.id}", "Von Hand"]


def test_done_twice_it_changes_nothing(case: InboxCase, remote: Remote) -> None:
    """A crash between push and database: the job comes again and finds the identical file."""
    item = approved(case)
    (job,) = case.jobs("publish")
    publish(case.desk, (job,))
    pushed = remote.subjects()
    desk = case.desk
    case.clock.move(61)
    put_back = replace(case.item(item.id), state=State.APPROVED)
    assert desk.store.change(case.item(item.id), put_back, jobs=())

    publish(desk, (job,))

    assert remote.subjects() == pushed
    assert case.item(item.id).state is State.PUBLISHED


def test_what_the_owner_pushed_meanwhile_stays(case: InboxCase, remote: Remote) -> None:
    first = approved(case, "Eins")
    work(case)
    remote.commit("content/blog/neu.md", "Neu")
    second = approved(case, "Zwei")

    work(case)

    assert set(remote.files()) == {path_of(first), path_of(second)}
    assert git("show", "main:content/blog/neu.md", folder=remote.path) == b"Neu"


@pytest.mark.parametrize("step", [reject, mark_spam, undo, delete])
def test_a_withdrawn_comment_leaves_the_site(case: InboxCase, remote: Remote, step: object) -> None:
    item = approved(case)
    work(case)
    assert callable(step)

    assert step(case.desk, item.id, by="cli").kind == "done"
    work(case)

    assert not remote.files()
    assert not case.jobs("publish")


def test_a_withdrawn_comment_with_answers_leaves_a_tombstone(case: InboxCase, remote: Remote) -> None:
    item = approved(case, "Frage")
    answer = approved(case, "Antwort", parent=item.id)
    work(case)

    reject(case.desk, item.id, by="cli")
    work(case)

    raw = remote.files()[path_of(item)]
    comment = read_comment(path_of(item), raw).value
    assert comment is not None
    assert (comment.deleted, comment.name, comment.text) == (True, "", "")
    assert path_of(answer) in remote.files()


def test_a_thread_that_is_withdrawn_as_a_whole_leaves_nothing(case: InboxCase, remote: Remote) -> None:
    item = approved(case, "Frage")
    answer = approved(case, "Antwort", parent=item.id)
    work(case)

    for withdrawn in (item, answer):
        reject(case.desk, withdrawn.id, by="cli")
    work(case)

    assert not remote.files()


def test_a_forgotten_comment_leaves_the_site(case: InboxCase, remote: Remote) -> None:
    item = approved(case)
    work(case)
    gone = case.item(item.id)

    case.desk.store.erase(item.id)
    case.desk.store.add_jobs((publish_job(gone, desk=case.desk),))
    work(case)

    assert not remote.files()
    assert not (state_folder(case.config) / f"{SITE}.git").exists()


def test_undone_before_the_push_nothing_is_pushed(case: InboxCase, remote: Remote) -> None:
    item = approved(case)
    undo(case.desk, item.id, by="cli")

    work(case)

    assert remote.subjects() == ["Von Hand"]
    assert case.item(item.id).state is State.PENDING


def test_an_edited_comment_is_written_again(case: InboxCase, remote: Remote) -> None:
    item = approved(case, "Mit Tippfheler")
    work(case)

    assert edit(case.desk, item.id, Wish(name="Anna K.", website="", text="Ohne Tippfehler")).kind == "done"
    work(case)

    assert b"Ohne Tippfehler" in remote.files()[path_of(item)]
    assert case.item(item.id).state is State.PUBLISHED


def test_eight_parallel_approvals_are_eight_files(case: InboxCase, remote: Remote) -> None:
    items = [case.comment(text=f"Nummer {number}") for number in range(8)]

    def decide(item: Item) -> str:
        kind = approve(case.desk, item.id, by="link").kind
        Worker(case.desk, {"publish": HANDLERS["publish"]}).run_once()
        return kind

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(decide, items))
    while case.jobs("publish"):
        work(case)

    assert outcomes == ["done"] * 8
    assert set(remote.files()) == {path_of(item) for item in items}
    assert {case.item(item.id).state for item in items} == {State.PUBLISHED}
