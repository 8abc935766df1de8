"""Whether there is room for one more: in the queue of comments, among the messages, on the disk.

Comments and messages fill separate measures. Nothing here is exact to the last one, since counting costs: what is
counted is believed for some seconds.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from sitegen.inbox.desk import Desk
from sitegen.inbox.limits import Fill, Quota
from sitegen.inbox.opening import is_postgres
from sitegen.inbox.records import WAITING, ItemKind

_KINDS: Final[dict[Quota, tuple[ItemKind, ...]]] = {"comment": ("comment",), "contact": ("contact", "report")}
_MEGABYTE: Final = 1_000_000


class Capacity:
    """The room that is left. Safe to be asked from several threads."""

    def __init__(self, desk: Desk) -> None:
        store, limits = desk.store, desk.config.limits
        self._clock = desk.clock
        self._most: dict[Quota, int] = {"comment": limits.queue, "contact": limits.contacts}
        self._fills: dict[Quota, Fill] = {
            "comment": Fill(lambda: store.count(kinds=_KINDS["comment"], states=WAITING)),
            "contact": Fill(lambda: store.count(kinds=_KINDS["contact"])),
        }
        self._least_free = limits.free_megabytes * _MEGABYTE
        self._folder = None if is_postgres(desk.config.database) else Path(desk.config.database).absolute().parent

    def has_room(self, quota: Quota) -> bool:
        """Whether one more may come. Raises StoreUnavailableError if that cannot be told."""
        return self._fills[quota].at(self._clock()) < self._most[quota] and self._has_disk()

    def one_more(self, quota: Quota) -> None:
        """One has come."""
        self._fills[quota].one_more()

    def _has_disk(self) -> bool:
        if self._folder is None:
            return True
        try:
            return shutil.disk_usage(self._folder).free >= self._least_free
        except OSError:
            return False
