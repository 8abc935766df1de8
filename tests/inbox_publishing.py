"""An inbox that hands approved comments over to a site: a real git remote, or a folder of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from git_remote import Remote
from inbox_case import InboxCase
from sitegen.inbox.config import Publish
from sitegen.inbox.desk import Desk
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.moderation import approve
from sitegen.inbox.records import Item
from sitegen.inbox.worker import Worker


@pytest.fixture
def case(tmp_path: Path) -> Iterator[InboxCase]:
    """An inbox in a folder of its own, beside what it hands over to."""
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


@pytest.fixture
def site(tmp_path: Path, case: InboxCase) -> Path:
    """The folder that the inbox writes to."""
    folder = tmp_path / "site"
    folder.mkdir()
    case.configure_site(publish=Publish(to="folder", folder=str(folder)))
    return folder


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
    """Where its file lies in the site."""
    return f"content/comments/{item.post}/{item.id}.md"
