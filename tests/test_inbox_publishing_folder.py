"""Approved comments written into a folder of this machine, and the command that runs there afterwards."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from typing import Final

import pytest

from inbox_case import InboxCase
from inbox_publishing import approved, case, path_of, site, work
from sitegen.inbox.config import Publish
from sitegen.inbox.moderation import reject
from sitegen.inbox.publishing import wording
from sitegen.inbox.publishing.changes import Change, PublishingError
from sitegen.inbox.publishing.folder import put_into_folder
from sitegen.inbox.records import State
from sitegen.model.comments.file import read_comment

__all__ = ["case", "site"]


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
