"""An inbox that sends its mails to a real mail server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_case import InboxCase
from mail_server import MailServer, Received
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.mail.notices import notices_of
from sitegen.inbox.records import Item
from sitegen.inbox.worker import Worker

DAY = 86_400


@pytest.fixture
def server() -> Iterator[MailServer]:
    """It takes every mail, unless it is told what to answer."""
    with MailServer() as running:
        yield running


@pytest.fixture
def case(tmp_path: Path, server: MailServer) -> Iterator[InboxCase]:
    """An inbox with that server in its settings."""
    made = InboxCase(tmp_path)
    made.configure(mail=server.settings())
    yield made
    made.close()


def work(case: InboxCase) -> int:
    """Send what is due."""
    return Worker(case.desk, {"mail": HANDLERS["mail"]}).run_once()


def told(case: InboxCase, item: Item) -> Item:
    """Have the jobs for a new item kept, as on its arrival."""
    case.desk.store.add_jobs(notices_of(item, desk=case.desk))
    return item


def entries_in(mail: Received) -> int:
    """How many comments a mail to the owner tells of."""
    counted = re.fullmatch(r"Büro Nachmittag: (\d+) neue Einträge", mail.subject)
    return int(counted[1]) if counted else 1
