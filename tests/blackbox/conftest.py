"""Our inbox as the target of the black-box tests: the one place here that knows how it is made."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from msgspec.structs import replace

from blackbox.target import Target
from inbox_case import POST, SECRETS, SITE, SITE_URL, InboxCase
from inbox_served import inbox_served
from sitegen.inbox.records import Subscriber
from sitegen.inbox.tokens import confirm_url, review_url, unsubscribe_url
from waiting import PATIENCE


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    case = InboxCase(tmp_path_factory.mktemp("inbox"))
    case.configure(limits=replace(case.config.limits, comments_per_hour=10_000))
    with inbox_served(case) as base, httpx.Client(timeout=PATIENCE) as owner:
        yield Target(
            base=base,
            site=SITE,
            origin=SITE_URL,
            post=POST,
            closed_post="alt",
            thanks=f"{SITE_URL}/danke/",
            export_token=SECRETS.export_token,
            review_link=lambda text: review_link(case, text),
            newsletter_links=lambda email: newsletter_links(case, email),
            is_confirmed=lambda email: subscriber(case, email).confirmed is not None,
            wait=case.clock.move,
            host="127.0.0.1",
            owner=owner,
            port=int(base.rpartition(":")[2]),
        )
    case.close()


def review_link(case: InboxCase, text: str) -> str:
    """The link for the newest item with this text."""
    item = next((item for item in case.desk.store.items(limit=10_000) if item.text == text), None)
    assert item, "nothing with this text was kept"
    return review_url(case.desk, item)


def newsletter_links(case: InboxCase, email: str) -> tuple[str, str]:
    """Both links of a subscription."""
    found = subscriber(case, email)
    return confirm_url(case.desk, found), unsubscribe_url(case.desk, found)


def subscriber(case: InboxCase, email: str) -> Subscriber:
    """The one subscription of an address."""
    (found,) = case.desk.store.subscribers(email=email)
    return found
