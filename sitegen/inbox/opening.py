"""From settings and secrets to a desk that can be worked at: the one place where store and manifests are chosen."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime

from sitegen.inbox.config import InboxConfig
from sitegen.inbox.desk import Desk
from sitegen.inbox.manifests import ManifestFiles
from sitegen.inbox.secrets import Secrets
from sitegen.inbox.store.contract import Store


def open_store(config: InboxConfig, secrets: Secrets) -> Store:
    """The store that `database:` names; made if it is not there yet. Raises StoreUnavailableError."""
    if is_postgres(config.database):
        from sitegen.inbox.store.postgres import open_postgres

        return open_postgres(config.database, password=secrets.database_password)
    from sitegen.inbox.store.sqlite import open_sqlite

    return open_sqlite(config.database)


def open_desk(
    config: InboxConfig,
    secrets: Secrets,
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    chance: Callable[[int], bytes] = os.urandom,
) -> Desk:
    """A desk; `desk.store.close()` is for whoever opened it. Raises StoreUnavailableError."""
    store = open_store(config, secrets)
    manifests = ManifestFiles(store=store, clock=clock)
    return Desk(config=config, secrets=secrets, store=store, manifests=manifests, clock=clock, chance=chance)


def is_postgres(database: str) -> bool:
    """Whether `database:` is the address of a PostgreSQL server rather than a path."""
    return database.startswith(("postgresql://", "postgres://"))
