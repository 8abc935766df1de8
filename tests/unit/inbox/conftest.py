"""The stores that the inbox's tests run over: a file, and a real PostgreSQL that is started once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_case import InboxCase
from postgres import emptied, running_postgres

BOTH = [
    pytest.param("sqlite", id="sqlite"),
    pytest.param("postgres", id="postgres", marks=pytest.mark.xdist_group("postgres")),
]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real server."""
    with running_postgres() as url:
        yield url


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """What `database:` says, for each kind of store."""
    if request.param == "postgres":
        return emptied(request.getfixturevalue("postgres"))
    return str(tmp_path / "inbox.sqlite")


@pytest.fixture
def case(database: str, tmp_path: Path) -> Iterator[InboxCase]:
    """A whole inbox over each kind of store."""
    inbox = InboxCase(tmp_path, database=database)
    yield inbox
    inbox.close()


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[InboxCase]:
    """An inbox over a file."""
    made = InboxCase(tmp_path)
    yield made
    made.close()
