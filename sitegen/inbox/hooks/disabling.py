"""Remembers which hooks and webhooks have been taken out of service, in the store, so that all instances know.

A hook is meant in the version it had: once its file is replaced or touched, or the settings of a webhook change, it is
in service again.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from sitegen.inbox.desk import Desk
from sitegen.inbox.events import system_job
from sitegen.inbox.mail.notices import alerts_of


class Disabled(msgspec.Struct, frozen=True, kw_only=True):
    """A hook out of service."""

    since: datetime
    """UTC."""
    version: str


def disabled(desk: Desk, key: str, *, version: str) -> Disabled | None:
    """Since when the hook of that key is out of service in that version; None if it is not."""
    noted = desk.store.noted(_name(key))
    if not noted:
        return None
    kept = msgspec.json.decode(noted, type=Disabled)
    return kept if kept.version == version else None


def disable(desk: Desk, key: str, *, version: str, site: str) -> None:
    """Take a hook out of service, tell of it as an event and warn the owner by mail."""
    told = system_job("hook.disabled", site=site, subject=key, desk=desk)
    desk.store.add_jobs((told, *alerts_of("hook.disabled", site=site, desk=desk, about=key)))
    kept = Disabled(since=desk.clock(), version=version)
    desk.store.note(_name(key), msgspec.json.encode(kept).decode())


def _name(key: str) -> str:
    return f"hook.disabled:{key}"
