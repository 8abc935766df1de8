"""What `sitegen publish` asks of a destination: what would change, and then to change it, or to go back.

Between proposal and deed the owner decides. A destination of files (folder, SFTP, rsync, S3) is `FileDestination`; git
has its own, since a commit is a transfer, a journal and a history in one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Final, Protocol, Self

import msgspec

from sitegen.build.lock import SiteLock, lock_on
from sitegen.diagnostics import Diagnostic
from sitegen.publish.changes import SiteChange, changes_between
from sitegen.publish.records import Facts, Version
from sitegen.publish.remote_lock import RemoteLock, new_token
from sitegen.publish.store import Store
from sitegen.publish.target import PublishError, Target, refused
from sitegen.publish.transfer import Plan, Tell, look, plan_for, save_foreign, send

_NAMED: Final = 5
"""So many files of others are named; there may be hundreds."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A file that would travel."""

    path: str
    size: int
    """In bytes; -1 where nobody has asked."""
    is_new: bool


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """What would happen, for the owner to decide about."""

    put: tuple[Item, ...] = ()
    gone: tuple[str, ...] = ()
    changes: tuple[SiteChange, ...] = ()
    is_first: bool = False
    """Whether nothing of ours is online yet."""
    goes_on: bool = False
    """Whether a transfer was cut off before and is completed now."""
    foreign: tuple[str, ...] = ()
    """Files of others that would be replaced."""
    notes: tuple[Diagnostic, ...] = ()
    facts: Facts = Facts()
    """Of what will be online then."""

    @property
    def is_empty(self) -> bool:
        """Whether what is online is what would be online."""
        return not self.put and not self.gone and not self.goes_on


class Destination(Protocol):
    """Where a site goes. Every method may raise PublishError."""

    @property
    def name(self) -> str:
        """As the owner calls it."""

    def __enter__(self) -> Self:
        """Connect."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go."""

    def propose(self, wanted: Version) -> Proposal:
        """What publishing this version would change."""

    def publish(self, *, now: datetime, tell: Tell) -> None:
        """Do what was proposed last."""

    def propose_return(self) -> Proposal:
        """What going back to the version before would change. Raises PublishError SG661 or SG662 without one."""

    def go_back(self, *, now: datetime, tell: Tell) -> None:
        """Do that."""


class FileDestination:
    """A target for files, with what this machine remembers of it."""

    def __init__(self, target: Target, store: Store, *, pause: Callable[[float], None] = time.sleep) -> None:
        """`pause` waits so many seconds while another's lock is watched."""
        self._target = target
        self._store = store
        self._pause = pause
        self._plan: Plan | None = None
        self._lock: SiteLock | None = None

    @property
    def name(self) -> str:
        """The target's."""
        return self._target.name

    def __enter__(self) -> Self:
        self._store.lock_file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = lock_on(self._store.lock_file)
        if self._lock is None:
            raise refused("SG660", target=self.name)
        try:
            self._target.__enter__()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._target.__exit__(kind, error, trace)
        if self._lock is not None:
            self._lock.release()

    def propose(self, wanted: Version) -> Proposal:
        """Looks at the target; changes nothing there."""
        remote = look(self._target, self._store)
        self._plan = plan_for(wanted, remote, self._target)
        proposal = proposal_for(self._plan)
        if proposal.is_empty and remote.version and self._store.history().token:
            # a transfer of ours was killed when all was done but for writing it down here
            self._store.published(remote.version, before=None)
        return proposal

    def publish(self, *, now: datetime, tell: Tell) -> None:
        """Send, and remember what is online and what was."""
        plan = self._planned()
        version = self._send(plan, now=now, tell=tell)
        self._store.published(version, before=plan.remote.version)

    def propose_return(self) -> Proposal:
        """The version before the one online, if this machine has both."""
        remote = look(self._target, self._store)
        if remote.version is None:
            raise refused("SG661")
        ids = self._store.history().ids
        if remote.id not in ids:
            raise refused("SG662")
        earlier = self._store.version(self._store.before(remote.id))
        if earlier is None:
            raise refused("SG661")
        self._plan = plan_for(earlier, remote, self._target)
        if self._store.missing(self._plan.difference.put):
            raise refused("SG662")
        return proposal_for(self._plan)

    def go_back(self, *, now: datetime, tell: Tell) -> None:
        """Send the earlier version again."""
        self._store.went_back_to(self._send(self._planned(), now=now, tell=tell))

    def _planned(self) -> Plan:
        assert self._plan is not None, "nothing was proposed"
        return self._plan

    def _send(self, plan: Plan, *, now: datetime, tell: Tell) -> Version:
        token, dead = new_token(), self._store.history().token
        self._store.begin(token)
        lock = RemoteLock.take(self._target, token=token, dead=dead, pause=self._pause)
        save_foreign(plan, self._target, self._store.replaced)
        version = send(plan, self._target, self._store, lock=lock, now=int(now.timestamp()), tell=tell)
        with suppress(PublishError):  # all is done; what is left of the lock is known by its token
            lock.release()
        return version


def proposal_for(plan: Plan) -> Proposal:
    """A plan as the owner sees it."""
    found, before = plan.difference, plan.remote.version
    return Proposal(
        put=tuple(Item(path=path, size=stamp.size, is_new=path in found.new) for path, stamp in found.put.items()),
        gone=found.gone,
        changes=changes_between(before.facts, plan.wanted.facts) if before else (),
        is_first=before is None,
        goes_on=plan.remote.is_broken_off,
        foreign=plan.foreign,
        facts=plan.wanted.facts,
    )


def in_the_way(proposal: Proposal, target: str) -> PublishError:
    """SG658: files of others would be replaced."""
    named = ", ".join(proposal.foreign[:_NAMED]) + (" …" if len(proposal.foreign) > _NAMED else "")
    return refused("SG658", target=target, files=named)
