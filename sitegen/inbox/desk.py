"""What a request, a command or a job works with, in one value: settings, secrets, store, manifests, clock, chance.

It decides nothing. Whoever makes one (the command line, a test) says which clock and which chance it has.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import msgspec

from sitegen.inbox.config import InboxConfig, InboxSite
from sitegen.inbox.records import Job
from sitegen.inbox.secrets import Secrets
from sitegen.inbox.store.contract import Store
from sitegen.model.inbox_manifest import InboxManifest
from sitegen.text.ulids import new_ulid


class ManifestUnavailableError(Exception):
    """No manifest of this site could be read, now or before."""


class Manifests(Protocol):
    """Where manifests of sites come from."""

    def of(self, site: InboxSite) -> InboxManifest:
        """The manifest of a site, the last good one if a newer cannot be read. Raises ManifestUnavailableError."""


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """What everything here works with."""

    config: InboxConfig
    secrets: Secrets
    store: Store
    manifests: Manifests
    clock: Callable[[], datetime]
    """The instant, in UTC."""
    chance: Callable[[int], bytes]
    """That many random bytes."""

    def site(self, site_id: str) -> InboxSite | None:
        """The site of that id."""
        return next((site for site in self.config.sites if site.id == site_id), None)

    def manifest(self, site_id: str) -> InboxManifest:
        """The manifest of a site that is known. Raises ManifestUnavailableError; KeyError for an unknown site."""
        site = self.site(site_id)
        if site is None:
            raise KeyError(site_id)
        return self.manifests.of(site)

    def new_id(self) -> str:
        """A fresh ULID."""
        return new_ulid(self.clock(), self.chance(10))


class Done(msgspec.Struct, frozen=True):
    """The job is done."""


class Later(msgspec.Struct, frozen=True, kw_only=True):
    """The job is to be tried again."""

    due: datetime
    error: str


class Dead(msgspec.Struct, frozen=True, kw_only=True):
    """The job is given up."""

    error: str


JobResult = Done | Later | Dead
Handler = Callable[[Desk, tuple[Job, ...]], tuple[JobResult, ...]]
"""Works on jobs of its kind and says of each what became of it, in their order. Done twice, it does no harm."""
