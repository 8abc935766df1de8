"""Approved comments and git remotes in trouble: others who push, refuse, hang or are gone, and what lies in the way."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from git_remote import Remote, git, succeeds
from inbox_case import POST, SITE, InboxCase
from inbox_publishing import approved, case, path_of, remote, work
from mail_server import MailServer
from sitegen.inbox.config import Publish
from sitegen.inbox.mail.notices import MailOrder
from sitegen.inbox.moderation import approve, reject
from sitegen.inbox.publishing import wording
from sitegen.inbox.publishing.changes import Change, ContestedError
from sitegen.inbox.publishing.git import TRIES, Repository, put_into_git
from sitegen.inbox.publishing.report import Stuck, stuck
from sitegen.inbox.publishing.turns import state_folder, turn
from sitegen.inbox.records import State
from sitegen.inbox.status import status_of

__all__ = ["case", "remote"]


def test_four_publishers_and_the_owner_push_at_once(tmp_path: Path, remote: Remote, case: InboxCase) -> None:
    """Machines beside each other: each with a clone of its own, without a common lock."""
    per_machine = 2
    ulids = [case.desk.new_id() for _ in range(4 * per_machine)]

    def machine(number: int) -> None:
        repository = Repository(clone=tmp_path / f"clone{number}", remote=str(remote.path), branch="main")
        for ulid in ulids[number * per_machine : (number + 1) * per_machine]:
            change = Change(id=ulid, post=POST, content=f"{ulid}\n".encode())
            while True:
                try:
                    put_into_git((change,), repository=repository, now=case.clock(), chance=os.urandom)
                except ContestedError:
                    continue
                break

    with ThreadPoolExecutor(5) as pool:
        machines = [pool.submit(machine, number) for number in range(4)]
        owner = pool.submit(remote.commit, "content/blog/eins.md", "Eins")
        for work_of in (*machines, owner):
            work_of.result()

    assert {Path(name).stem: raw for name, raw in remote.files().items()} == {
        ulid: f"{ulid}\n".encode() for ulid in ulids
    }
    assert git("show", "main:content/blog/eins.md", folder=remote.path) == b"Eins"


def test_somebody_always_being_quicker_is_told_and_tried_again(case: InboxCase, remote: Remote) -> None:
    """The remote moves on between each fetch and push."""
    move_on = "git commit-tree main^{tree} -p main -m weiter | xargs git update-ref refs/heads/main"
    remote.hook(
        f"export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x\n"
        f"unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n{move_on}"
    )
    case.desk = replace(case.desk, chance=bytes)  # chance without a wait
    case.configure(mail=None)
    item = approved(case)

    work(case)

    assert remote.subjects().count("weiter") == TRIES
    (job,) = case.jobs("publish")
    assert job.error == wording.CONTESTED
    assert case.item(item.id).state is State.APPROVED
    assert [event.id.split(":")[1] for event in case.jobs("event")].count("publish.failed") == 1

    (remote.path / "hooks" / "pre-receive").unlink()
    case.clock.now = job.due
    work(case)
    assert case.item(item.id).state is State.PUBLISHED


def test_a_remote_that_is_gone_is_told_once_and_tried_until_it_is_back(case: InboxCase, remote: Remote) -> None:
    case.configure(mail=MailServer().settings())
    item = approved(case)
    away = remote.path.rename(remote.path.with_name("away.git"))
    for _ in range(12):
        case.clock.now = max(job.due for job in case.jobs("publish"))
        work(case)

    alerts = [job for job in case.jobs("mail") if MailOrder(letter="publish.failed").letter in job.id]
    assert len(alerts) == 1
    assert case.item(item.id).state is State.APPROVED
    assert {(job.error, job.dead) for job in case.jobs("publish")} == {(wording.UNREACHABLE, False)}

    away.rename(remote.path)
    case.clock.now = case.jobs("publish")[0].due
    work(case)
    assert case.item(item.id).state is State.PUBLISHED


def test_a_remote_that_refuses_says_so(case: InboxCase, remote: Remote) -> None:
    remote.hook("echo 'Dieser Zweig ist geschützt' >&2; exit 1")
    item = approved(case)

    work(case)

    assert [job.error for job in case.jobs("publish")] == [wording.REFUSED]
    assert case.item(item.id).state is State.APPROVED
    assert stuck(case.desk) == (Stuck(site=SITE, count=1, since=case.item(item.id).changed, error=wording.REFUSED),)
    assert status_of(case.desk).needs_attention


def test_a_clone_that_cannot_be_kept_is_waited_for(case: InboxCase, remote: Remote) -> None:
    state_folder(case.config).write_bytes(b"in the way")
    item = approved(case)

    work(case)
    assert [job.error for job in case.jobs("publish")] == [wording.DISK]
    state_folder(case.config).unlink()
    case.clock.move(3600)
    work(case)

    assert path_of(item) in remote.files()
    assert not stuck(case.desk)


def test_a_remote_that_hangs_is_not_waited_for(
    case: InboxCase, remote: Remote, monkeypatch: pytest.MonkeyPatch
) -> None:
    remote.hook("sleep 30")
    monkeypatch.setattr("sitegen.inbox.publishing.git.SECONDS", 1.0)
    approved(case)

    work(case)

    assert [job.error for job in case.jobs("publish")] == [wording.SLOW]


def test_a_machine_without_git_says_so(
    case: InboxCase, remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert remote.subjects()
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    approved(case)

    work(case)

    assert [job.error for job in case.jobs("publish")] == [wording.NO_GIT]


def test_a_branch_that_does_not_exist_says_so(case: InboxCase, remote: Remote) -> None:
    case.configure_site(publish=Publish(to="git", remote=str(remote.path), branch="haupt"))
    approved(case)

    work(case)

    assert [job.error for job in case.jobs("publish")] == [wording.NO_BRANCH]


def test_an_empty_repository_gets_its_first_commit(case: InboxCase, tmp_path: Path) -> None:
    empty = tmp_path / "comments.git"
    git("init", "--quiet", "--bare", "--initial-branch=main", str(empty), folder=tmp_path)
    case.configure_site(publish=Publish(to="git", remote=str(empty)))
    item = approved(case)

    work(case)

    assert git("show", f"main:{path_of(item)}", folder=empty)
    assert case.item(item.id).state is State.PUBLISHED


def test_a_link_in_the_repository_leads_nowhere(case: InboxCase, remote: Remote, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = remote.checkout / "content" / "comments"
    folder.mkdir(parents=True)
    (folder / POST).symlink_to(outside)
    remote.commit("content/comments/.keep", "")
    approved(case)

    work(case)

    assert not list(outside.iterdir())


def test_a_name_in_no_known_letters_stops_nobody(case: InboxCase, remote: Remote) -> None:
    place = remote.checkout / f"content/comments/{POST}"
    place.mkdir(parents=True)
    (place / os.fsdecode(b"\xff.md")).write_text("kein Kommentar")
    remote.commit("note.txt", "noch etwas")
    item = approved(case)
    work(case)
    assert case.item(item.id).state is State.PUBLISHED
    reject(case.desk, item.id, by="cli")
    work(case)
    assert not case.jobs("publish")
    assert not succeeds("cat-file", "-e", f"main:{path_of(item)}", folder=remote.path)


def test_a_damaged_clone_is_made_anew(case: InboxCase, remote: Remote) -> None:
    first = approved(case, "Eins")
    work(case)
    clone = state_folder(case.config) / f"{SITE}.git"
    (clone / "sitegen-index.lock").write_bytes(b"left by a killed process")
    for pack in (clone / "objects").rglob("*"):
        if pack.is_file():
            pack.chmod(0o600)
            pack.write_bytes(b"damaged")
    second = approved(case, "Zwei")

    work(case)
    case.clock.move(3600)
    work(case)

    assert set(remote.files()) == {path_of(first), path_of(second)}


def test_hooks_and_settings_of_the_clone_run_nothing(case: InboxCase, remote: Remote, tmp_path: Path) -> None:
    approved(case, "Eins")
    work(case)
    hooks = state_folder(case.config) / f"{SITE}.git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("pre-push", "post-checkout", "reference-transaction"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
        (hooks / name).chmod(0o755)
    approved(case, "Zwei")

    work(case)

    assert len(remote.files()) == 2
    assert not (tmp_path / "ran").exists()


def test_a_post_whose_id_is_no_folder_is_refused(case: InboxCase, remote: Remote) -> None:
    for post in ("..", "../../etc", "/etc", "a/b", ".git", "-rf", "a\nb", "", "a" * 130, "a..b"):
        approve(case.desk, case.comment(post=post).id, by="cli")

    work(case)

    assert {(job.dead, job.error) for job in case.jobs("publish")} == {(True, wording.UNFIT)}
    assert len(case.jobs("publish")) == 10
    assert remote.subjects() == ["Von Hand"]


def test_the_clone_lies_beside_the_database(case: InboxCase) -> None:
    assert state_folder(case.config) == case.folder / "publish"
    on_a_server = replace(case.config, database="postgresql://inbox@db.example/inbox")
    assert state_folder(on_a_server) == Path.home() / ".cache" / "sitegen-inbox" / "publish"


def test_another_process_at_work_is_waited_for(case: InboxCase, remote: Remote) -> None:
    item = approved(case)
    with turn(state_folder(case.config) / f"{SITE}.lock") as is_ours:
        assert is_ours
        work(case)
        assert [job.error for job in case.jobs("publish")] == [wording.BUSY]

    work(case)

    assert path_of(item) in remote.files()
