"""The store over any engine: the tables put together, and what concerns the database as a whole."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sitegen.inbox.store.engine import Engine
from sitegen.inbox.store.items import Items
from sitegen.inbox.store.jobs import Jobs
from sitegen.inbox.store.memory import Memory
from sitegen.inbox.store.subscriptions import Subscriptions

_PROBE: Final = "store.checked"


class SqlStore(Items, Jobs, Memory, Subscriptions):
    """`Store` as the contract has it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def compact(self) -> None:
        """As `Store.compact`."""
        self._engine.compact()

    def backup(self, path: str) -> None:
        """As `Store.backup`."""
        self._engine.backup(path)

    def check(self) -> None:
        """As `Store.check`; it writes, since only that tells a full disk."""
        self.note(_PROBE, datetime.now(UTC).isoformat())

    def close(self) -> None:
        """As `Store.close`."""
        self._engine.close()
