"""A flood from a thousand addresses: each answered 303 or 503, every 303 in the database, comments block no message.

`SITEGEN_SOAK=1` sends the full 10,000 messages in a minute; the figures are printed (`-s`).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from flood import Flooded, Request, flood, requests_from
from inbox_case import POST, SITE, SITE_URL, InboxCase
from inbox_served import inbox_served
from sitegen.inbox.config import Mail
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.worker import Worker

pytestmark = pytest.mark.soak

SOAK = bool(os.environ.get("SITEGEN_SOAK"))
MESSAGES, SECONDS = (10_000, 60.0) if SOAK else (600, 0.0)
SENDERS = 1_000
SLOWEST = 10.0


@pytest.fixture
def case(tmp_path: Path) -> Iterator[InboxCase]:
    case = InboxCase(tmp_path)
    case.configure(proxies=("127.0.0.1",), mail=Mail(host="127.0.0.1", port=9, security="none", sender="e@a.example"))
    yield case
    case.close()


def message(number: int) -> dict[str, str]:
    return {"name": "Bernd", "email": f"b{number}@vogel.example", "message": f"Nachricht {number}: Haben Sie Zeit?"}


def comment(number: int) -> dict[str, str]:
    return {"name": "Anna", "text": f"Kommentar {number}: Danke!", "post": POST, "page": "/blog/"}


def assert_nothing_is_lost(case: InboxCase, flooded: Flooded, *, field: str) -> None:
    assert set(flooded.statuses) <= {200, 303, 503}
    assert flooded.without_retry == 0
    kept = {item.text for item in case.desk.store.items(limit=100_000)}
    assert {request.values[field] for request in flooded.kept} <= kept


def test_a_flood_of_messages(case: InboxCase) -> None:
    requests = requests_from(f"/f/{SITE}/contact", MESSAGES, senders=SENDERS, values=message)
    with inbox_served(case, worker=Worker(case.desk, HANDLERS)) as base:
        flooded = flood("127.0.0.1", int(base.rpartition(":")[2]), requests, origin=SITE_URL, seconds=SECONDS)
    print(f"{flooded.statuses} in {flooded.seconds:.1f} s, {flooded.rate:.0f}/s, slowest {flooded.slowest:.2f} s")  # noqa: T201 - figures for whoever asks (`-s`)
    assert_nothing_is_lost(case, flooded, field="message")
    assert flooded.statuses[303] == MESSAGES
    assert flooded.slowest < SLOWEST


def test_a_flood_of_comments_keeps_no_message_out(case: InboxCase) -> None:
    comments = requests_from(f"/f/{SITE}/comment", MESSAGES // 2, senders=SENDERS, values=comment)
    messages = requests_from(f"/f/{SITE}/contact", 50, senders=50, values=message)
    answered: list[Flooded] = []
    with inbox_served(case) as base:
        port = int(base.rpartition(":")[2])

        def attack(requests: tuple[Request, ...], seconds: float) -> None:
            answered.append(flood("127.0.0.1", port, requests, origin=SITE_URL, seconds=seconds))

        attacker = threading.Thread(target=attack, args=(comments, 0.0))
        attacker.start()
        enquiries = flood("127.0.0.1", port, messages, origin=SITE_URL, seconds=1.0)
        attacker.join()
    (attacked,) = answered
    assert_nothing_is_lost(case, attacked, field="text")
    assert attacked.statuses[303] <= case.config.limits.comments_per_hour + 50  # those already on their way
    assert enquiries.statuses[303] == 50
    assert enquiries.slowest < SLOWEST
