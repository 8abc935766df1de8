"""Asks the decision hooks about what has just arrived, one after the other, while the visitor waits.

What they say is weighed: reject > spam > hold > approve > nothing. A hook that fails, hangs, is refused or talks in
riddles holds the item back for a person. Nothing is kept here; the caller keeps item and jobs in one transaction.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import Final

import msgspec
from msgspec.structs import replace

from sitegen.inbox.desk import Desk, ManifestUnavailableError
from sitegen.inbox.events import happening_of, submitted_event
from sitegen.inbox.hooks import reasons
from sitegen.inbox.hooks.disabling import disable, disabled
from sitegen.inbox.hooks.document import document_of, encoded
from sitegen.inbox.hooks.orders import Reconsideration, written
from sitegen.inbox.hooks.programs import Program, deciders
from sitegen.inbox.hooks.running import run_program
from sitegen.inbox.hooks.verdicts import FINAL, Saying, Verdict, saying_of, stronger, unclear, with_reason
from sitegen.inbox.records import Decision, Item, Job, State
from sitegen.inbox.schedule import retry_at

_DECIDED: Final[dict[Verdict, State]] = {
    "approve": State.APPROVED,
    "reject": State.REJECTED,
    "spam": State.SPAM,
}


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """How long hooks may take, in seconds."""

    hook: float = 5.0
    """Each of them."""
    chain: float = 10.0
    """All together: a visitor waits."""


PATIENCE: Final = Patience()


class HookDecision(msgspec.Struct, frozen=True, kw_only=True):
    """What the decision hooks of an item have brought about."""

    verdict: Verdict
    item: Item
    """The item as it is to be kept: changed fields, score, reasons, labels, and with a decision its state."""
    reasons: tuple[str, ...] = ()
    """What this decision added to the reasons of the item."""
    by: str = ""
    """Who had the last word: `hook:NAME`; empty for nobody."""
    jobs: tuple[Job, ...] = ()
    """To be kept together with the item: the hooks that are to be asked again."""


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """What has been said so far."""

    item: Item
    verdict: Verdict = "none"
    by: str = ""
    others: Reconsideration
    """What those have said who do not want to be asked again, and who does."""

    def with_saying(self, saying: Saying, program: Program) -> Round:
        """One more hook has spoken."""
        by = f"hook:{program.name}"
        others = self.others
        if saying.again:
            others = replace(others, programs=(*others.programs, program.key))
        elif stronger(saying.verdict, others.verdict) != others.verdict:
            others = replace(others, verdict=saying.verdict, by=by)
        outweighed = stronger(saying.verdict, self.verdict) != self.verdict
        return replace(
            self,
            item=saying.item,
            verdict=saying.verdict if outweighed else self.verdict,
            by=by if outweighed else self.by,
            others=others,
        )


def ask_hooks(desk: Desk, item: Item, *, patience: Patience = PATIENCE) -> HookDecision:
    """What the hooks say of an item that was validated and judged but not yet kept.

    Takes up to 12 seconds. Raises StoreUnavailableError, but never for a fault of a hook.
    """
    try:
        programs = deciders(desk.config.hooks.folder, submitted_event(item))
    except OSError:
        held = with_reason(item, reasons.NO_FOLDER)
        return HookDecision(verdict="hold", item=held, reasons=_added(item, held))
    beginning = Round(item=item, others=Reconsideration())
    return settled(desk, item, ask(desk, beginning, programs, attempt=1, patience=patience))


def ask(
    desk: Desk, beginning: Round, programs: Collection[Program], *, attempt: int, patience: Patience = PATIENCE
) -> Round:
    """Let these programs speak in their order, until one has the last word or time is up."""
    said = beginning
    until = time.monotonic() + patience.chain
    for program in programs:
        left = until - time.monotonic()
        saying = _ask_one(desk, said.item, program, attempt=attempt, seconds=min(patience.hook, left))
        said = said.with_saying(saying, program)
        if saying.broken:
            disable(desk, program.key, version=program.version, site=said.item.site)
        if said.verdict in FINAL:
            break
    return said


def settled(desk: Desk, before: Item, said: Round) -> HookDecision:
    """The decision that follows from what was said."""
    item, verdict = _decided(desk, said)
    again = (_ask_again(desk, said),) if said.others.programs and verdict not in FINAL else ()
    return HookDecision(verdict=verdict, item=item, reasons=_added(before, item), by=said.by, jobs=again)


def _ask_one(desk: Desk, item: Item, program: Program, *, attempt: int, seconds: float) -> Saying:
    """What one hook says."""
    if program.refused or seconds <= 0:
        return unclear(item, name=program.name)
    if disabled(desk, program.key, version=program.version):
        return Saying(verdict="hold", item=with_reason(item, reasons.out_of_service(program.name)))
    event = submitted_event(item)
    personal = program.name in desk.config.hooks.personal
    try:
        happening = happening_of(event, item, desk=desk, previous=None)
        document = document_of(happening, desk=desk, personal=personal, attempt=attempt)
    except (ManifestUnavailableError, KeyError):
        return unclear(item, name=program.name)
    ran = run_program(
        program.path, encoded(document), event=event, event_id=document.id, attempt=attempt, timeout=seconds
    )
    return saying_of(ran, item, name=program.name)


def _decided(desk: Desk, said: Round) -> tuple[Item, Verdict]:
    """The item in the state that follows from the verdict, and the verdict as far as hooks may give it."""
    item, verdict = said.item, said.verdict
    if item.kind != "comment":
        # A message is never lost: what a hook dislikes is told in the daily overview.
        return (replace(item, state=State.SUSPECTED) if verdict in FINAL else item), verdict
    if verdict == "approve" and (desk.config.hooks.auto_approve != "hooks" or item.state is not State.PENDING):
        verdict = "hold"
    state = _DECIDED.get(verdict)
    if state is None:
        return item, verdict
    return replace(item, state=state, decision=Decision(by=said.by, at=desk.clock())), verdict


def _ask_again(desk: Desk, said: Round) -> Job:
    """The job that asks again whoever wanted more time."""
    now = desk.clock()
    return Job(
        id=f"hook:reconsider:{said.item.id}",
        kind="hook",
        site=said.item.site,
        item=said.item.id,
        due=retry_at(1, now, desk.chance) or now,
        payload=written(said.others),
    )


def _added(before: Item, after: Item) -> tuple[str, ...]:
    return tuple(reason for reason in after.reasons if reason not in before.reasons)
