"""Approved comments on their way into a site: real git remotes, real folders, a real web server for the page."""

from __future__ import annotations

import os
import resource
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from git_remote import Remote, git, succeeds
from inbox_case import POST, SITE, InboxCase, manifest
from mail_server import MailServer
from sitegen.inbox.config import Publish
from sitegen.inbox.desk import Desk
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.mail.notices import MailOrder
from sitegen.inbox.moderation import approve, delete, edit, mark_spam, reject, undo
from sitegen.inbox.publishing import wording
from sitegen.inbox.publishing.changes import Change, ContestedError, PublishingError
from sitegen.inbox.publishing.folder import put_into_folder
from sitegen.inbox.publishing.git import TRIES, Repository, put_into_git
from sitegen.inbox.publishing.jobs import publish_job
from sitegen.inbox.publishing.page import LARGEST, page_holds
from sitegen.inbox.publishing.publisher import publish
from sitegen.inbox.publishing.report import Stuck, stuck
from sitegen.inbox.publishing.turns import state_folder, turn
from sitegen.inbox.records import Item, State
from sitegen.inbox.status import status_of
from sitegen.inbox.wishes import Wish
from sitegen.inbox.worker import Worker
from sitegen.model.comment_file import read_comment
from sitegen.model.inbox_manifest import InboxManifest, ManifestPost


@pytest.fixture
def case(tmp_path: Path) -> Iterator[InboxCase]:
    folder = tmp_path / "inbox"
    folder.mkdir()
    made = InboxCase(folder)
    yield made
    made.close()


@pytest.fixture
def remote(tmp_path: Path, case: InboxCase) -> Remote:
    """Where the inbox pushes to."""
    made = Remote(tmp_path)
    case.configure_site(publish=Publish(to="git", remote=str(made.path)))
    return made


def work(case: InboxCase, desk: Desk | None = None) -> int:
    """Hand over what is due, a minute after whatever went before."""
    case.clock.move(61)
    return Worker(desk or case.desk, {"publish": HANDLERS["publish"]}).run_once()


def approved(case: InboxCase, text: str = "Danke!", parent: str = "") -> Item:
    """A comment that the owner has just approved."""
    item = case.comment(text=text, parent=parent)
    assert approve(case.desk, item.id, by="cli").kind == "done"
    return case.item(item.id)


def path_of(item: Item) -> str:
    return f"content/comments/{item.post}/{item.id}.md"


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


# Folders


@pytest.fixture
def site(tmp_path: Path, case: InboxCase) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    case.configure_site(publish=Publish(to="folder", folder=str(folder)))
    return folder


def test_a_folder_gets_the_file_and_the_command_runs(case: InboxCase, site: Path) -> None:
    command = ("sh", "-c", 'ls content/comments/* > built; env > environment; echo "$0"')
    case.configure_site(publish=Publish(to="folder", folder=str(site), command=command))
    item = approved(case)

    work(case)

    assert read_comment(path_of(item), (site / path_of(item)).read_bytes()).value
    assert (site / "built").read_text() == f"{item.id}.md\n"
    assert "SITEGEN_INBOX" not in (site / "environment").read_text()
    assert case.item(item.id).state is State.PUBLISHED

    reject(case.desk, item.id, by="cli")
    work(case)
    assert not (site / path_of(item)).exists()


def test_a_folder_that_is_gone_is_waited_for(case: InboxCase, site: Path) -> None:
    approved(case)
    site.rmdir()

    work(case)

    assert [job.error for job in case.jobs("publish")] == [wording.NO_FOLDER]


REJECT: Final = """
import sys
from pathlib import Path

sys.path.append(sys.argv[1])
from inbox_case import InboxCase
from sitegen.inbox.moderation import reject

case = InboxCase(Path(sys.argv[2]))
reject(case.desk, sys.argv[3], by="cli")
case.close()
"""


def test_what_is_withdrawn_while_it_is_written_leaves_again(case: InboxCase, site: Path) -> None:
    """The command stands for another machine: it rejects the comment between the file and the database."""
    item = approved(case)
    command = (sys.executable, "-c", REJECT, str(Path(__file__).parent), str(case.folder), item.id)
    case.configure_site(publish=Publish(to="folder", folder=str(site), command=command))

    work(case)
    assert case.item(item.id).state is State.REJECTED
    assert (site / path_of(item)).exists()
    work(case)

    assert not (site / path_of(item)).exists()


def test_what_a_write_that_was_cut_off_left_behind_goes(case: InboxCase, site: Path) -> None:
    item = approved(case)
    half = (site / path_of(item)).with_name(f".{item.id}.md.new")
    half.parent.mkdir(parents=True)
    half.write_text("Anna Krüger")
    reject(case.desk, item.id, by="cli")
    work(case)
    assert not half.exists()


def test_a_command_that_does_not_exist_says_so(case: InboxCase, site: Path) -> None:
    case.configure_site(publish=Publish(to="folder", folder=str(site), command=("gibt-es-nicht",)))
    approved(case)

    work(case)

    assert [job.error for job in case.jobs("publish")] == [wording.COMMAND]


def test_a_command_that_fails_is_tried_again(case: InboxCase, site: Path) -> None:
    case.configure_site(publish=Publish(to="folder", folder=str(site), command=("test", "-e", "mended")))
    item = approved(case)

    work(case)
    assert [job.error for job in case.jobs("publish")] == [wording.COMMAND]
    assert case.item(item.id).state is State.APPROVED
    (site / "mended").touch()
    case.clock.move(3600)
    work(case)

    assert case.item(item.id).state is State.PUBLISHED


def test_a_full_disk_leaves_the_old_file_and_no_half_one(case: InboxCase, site: Path) -> None:
    """The system refuses to write beyond a few bytes, as a full disk does."""
    item = approved(case)
    path = site / path_of(item)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    change = Change(id=item.id, post=item.post, content=b"x" * 10_000)

    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(PublishingError) as failure:
            put_into_folder((change,), folder=site, command=())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert failure.value.sentence == wording.DISK
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]
    put_into_folder((change,), folder=site, command=())
    assert path.read_bytes() == change.content


def test_what_cannot_be_written_is_waited_for(case: InboxCase, site: Path) -> None:
    item = approved(case)
    target = site / path_of(item)
    target.mkdir(parents=True)  # a folder where the file should be

    work(case)
    assert [job.error for job in case.jobs("publish")] == [wording.DISK]
    assert list(target.parent.iterdir()) == [target]
    target.rmdir()
    case.clock.move(3600)
    work(case)

    assert target.is_file()
    assert case.item(item.id).state is State.PUBLISHED


def test_links_in_the_folder_are_not_followed(case: InboxCase, site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (site / "content").mkdir()
    (site / "content" / "comments").symlink_to(outside)
    approved(case)

    work(case)

    assert [job.error for job in case.jobs("publish")] == [wording.LINKED]
    assert not list(outside.iterdir())


# Pages


class Web:
    """A real web server with one page."""

    def __init__(self) -> None:
        self.page = "<p>Noch nichts</p>"
        self.location = ""
        self.moved = False
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                target = "/neu/" if web.moved and self.path != "/neu/" else web.location
                self.send_response(302 if target else 200)
                if target:
                    self.send_header("Location", target)
                self.end_headers()
                with suppress(OSError):  # whoever has seen enough hangs up
                    self.wfile.write(web.page.encode())

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - named by http.server
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def web(case: InboxCase, site: Path) -> Iterator[Web]:
    assert site.is_dir()
    running = Web()
    case.write_manifest(on(running.url))
    case.clock.move(61)
    yield running
    running.close()


def on(url: str) -> InboxManifest:
    """The site at that address."""
    return replace(manifest(), url=url, posts=(ManifestPost(id=POST, title="Rechnungen", url=f"{url}blog/"),))


def look(case: InboxCase) -> None:
    """Look at the pages that are due."""
    Worker(case.desk, {"probe": HANDLERS["probe"]}).run_once()


def events(case: InboxCase, item: Item) -> list[str]:
    """What was told of an item."""
    return [job.id.split(":")[1] for job in case.jobs("event") if job.item == item.id]


def test_published_is_told_when_the_page_shows_it(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    case.clock.move(31)
    look(case)
    assert "comment.published" not in events(case, item)

    web.page = f'<article id="kommentar-{item.id}">'
    case.clock.move(31)
    look(case)
    case.clock.move(3600)
    look(case)

    assert events(case, item).count("comment.published") == 1
    assert "publish.failed" not in events(case, item)
    assert not case.jobs("probe")


def test_what_was_withdrawn_is_not_looked_for(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    reject(case.desk, item.id, by="link")
    web.page = f'<article id="kommentar-{item.id}">'
    case.clock.move(31)
    look(case)

    assert "comment.published" not in events(case, item)
    assert [job.due for job in case.jobs("probe") if job.due <= case.clock()] == []


def test_a_site_that_is_no_longer_served_here_shows_nothing(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    web.page = f'<article id="kommentar-{item.id}">'
    case.configure(sites=())
    case.clock.move(31)
    look(case)

    assert "comment.published" not in events(case, item)


def test_a_comment_that_does_not_appear_is_told_once(case: InboxCase, web: Web) -> None:
    case.configure(mail=MailServer().settings())
    items = [approved(case, "Eins"), approved(case, "Zwei")]
    work(case)
    for _ in range(5):
        case.clock.move(600)
        look(case)

    assert [job.id for job in case.jobs("mail")] == [f"mail:page.missing:{SITE}:{items[0].id}"]
    web.page = "".join(f'<article id="kommentar-{item.id}">' for item in items)
    case.clock.move(3600)
    look(case)
    assert [events(case, item).count("comment.published") for item in items] == [1, 1]


def test_a_page_that_leads_elsewhere_is_not_followed(case: InboxCase, web: Web) -> None:
    other = Web()
    item = approved(case)
    other.page = f'<article id="kommentar-{item.id}">'
    web.location = other.url
    work(case)
    case.clock.move(31)

    look(case)
    other.close()

    assert "comment.published" not in events(case, item)


def test_a_page_that_moved_within_its_site_is_followed(case: InboxCase, web: Web) -> None:
    item = approved(case)
    work(case)
    web.page = f'<article id="kommentar-{item.id}">'
    web.moved = True
    case.clock.move(31)

    look(case)

    assert "comment.published" in events(case, item)


@pytest.mark.parametrize("url", ["http://example.org/", "ftp://127.0.0.1/", "keine Adresse", "http://[::1"])
def test_other_addresses_are_not_asked(url: str) -> None:
    assert not page_holds(url, "x", home=url)


def test_a_page_is_read_up_to_a_limit(web: Web) -> None:
    web.page = "x" * (LARGEST + 100_000) + "gesucht"

    assert not page_holds(web.url, "gesucht", home=web.url)


def test_what_is_fetched_is_published_when_it_appears(case: InboxCase, web: Web) -> None:
    case.configure_site(publish=Publish(to="export"))
    item = approved(case)
    work(case)
    assert case.item(item.id).state is State.APPROVED

    web.page = f'<article id="kommentar-{item.id}">'
    case.clock.move(31)
    look(case)

    assert case.item(item.id).state is State.PUBLISHED
    assert "comment.published" in events(case, item)
