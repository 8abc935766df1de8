"""What only a store on a server does: restarts, and a server that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from at_once import at_once
from inbox_case import InboxCase
from postgres import restart
from sitegen.inbox.store.contract import StoreUnavailableError


@pytest.mark.xdist_group("postgres")
def test_after_a_restart_of_the_server_one_request_fails_at_most(postgres: str, tmp_path: Path) -> None:
    case = InboxCase(tmp_path, database=postgres)
    at_once(4, lambda _: case.desk.store.count())
    restart(postgres)
    with pytest.raises(StoreUnavailableError):
        case.desk.store.count()
    at_once(4, lambda _: case.desk.store.check())
    case.close()


@pytest.mark.xdist_group("postgres")
def test_a_server_is_backed_up_by_its_own_tools(postgres: str, tmp_path: Path) -> None:
    case = InboxCase(tmp_path, database=postgres)
    with pytest.raises(NotImplementedError):
        case.desk.store.backup(str(tmp_path / "copy"))
    case.close()


def test_a_server_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError):
        InboxCase(tmp_path, database=f"postgresql://inbox@/inbox?host={tmp_path}")
