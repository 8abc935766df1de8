"""How all hooks and webhooks are: in service, refused, out of service, behind. For `status`; changes nothing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from sitegen.inbox.config import Webhook
from sitegen.inbox.desk import Desk
from sitegen.inbox.hooks.disabling import disabled
from sitegen.inbox.hooks.orders import Delivery, read_order
from sitegen.inbox.hooks.programs import Program, Refusal, all_programs
from sitegen.inbox.records import Job
from sitegen.inbox.webhooks.targets import Trouble, key_of, trouble_with

HookKind = Literal["decision", "notification", "webhook", "folder"]
HookTrouble = Refusal | Trouble | Literal["no_folder"]


class HookState(msgspec.Struct, frozen=True, kw_only=True):
    """How one hook is."""

    key: str
    """`comment.submitted.d/10-words` or `webhook:HOST:DIGEST`; of a folder that is missing, its path."""
    kind: HookKind
    trouble: HookTrouble | None = None
    """Why it is not run or called."""
    disabled_since: datetime | None = None
    """Since when it is out of service because it said so itself, UTC."""
    waiting: int = 0
    """Deliveries to be tried, or tried again."""
    dead: int = 0
    """Deliveries that were given up."""
    error: str = ""
    """What went wrong the last time, of those that wait or are given up: `exit code 1`, `timeout`, `HTTP 500`."""

    @property
    def in_service(self) -> bool:
        """Whether it is run or called when something happens."""
        return self.trouble is None and self.disabled_since is None

    @property
    def needs_attention(self) -> bool:
        """Whether the owner should look at it."""
        return not self.in_service or self.dead > 0


def hook_states(desk: Desk) -> tuple[HookState, ...]:
    """Every hook and every webhook of the settings."""
    hooks = desk.config.hooks
    jobs = _jobs_by_receiver(desk)
    webhooks = tuple(_webhook_state(desk, webhook, jobs) for webhook in hooks.webhooks)
    try:
        programs = all_programs(hooks.folder)
    except OSError:
        return HookState(key=hooks.folder, kind="folder", trouble="no_folder"), *webhooks
    return *(_program_state(desk, program, jobs) for program in programs), *webhooks


def _program_state(desk: Desk, program: Program, jobs: Mapping[str, Sequence[Job]]) -> HookState:
    out = disabled(desk, program.key, version=program.version)
    return _with_jobs(
        HookState(
            key=program.key,
            kind="decision" if program.decides else "notification",
            trouble=program.refused,
            disabled_since=out.since if out else None,
        ),
        jobs,
    )


def _webhook_state(desk: Desk, webhook: Webhook, jobs: Mapping[str, Sequence[Job]]) -> HookState:
    out = disabled(desk, key_of(webhook), version="")
    return _with_jobs(
        HookState(
            key=key_of(webhook),
            kind="webhook",
            trouble=trouble_with(webhook, os.environ),
            disabled_since=out.since if out else None,
        ),
        jobs,
    )


def _with_jobs(state: HookState, jobs: Mapping[str, Sequence[Job]]) -> HookState:
    """The state with what has still to be delivered or never will be."""
    mine = jobs.get(state.key, ())
    dead = sum(job.dead for job in mine)
    errors = [job.error for job in mine if job.error]
    return msgspec.structs.replace(state, waiting=len(mine) - dead, dead=dead, error=errors[-1] if errors else "")


def _jobs_by_receiver(desk: Desk) -> Mapping[str, Sequence[Job]]:
    """What has still to be delivered or never will be, by the key of whom it is meant for."""
    found: defaultdict[str, list[Job]] = defaultdict(list)
    for job in desk.store.jobs(kinds=("hook", "webhook")):
        order = read_order(job)
        for key in (order.receiver,) if isinstance(order, Delivery) else order.programs:
            found[key].append(job)
    return found
