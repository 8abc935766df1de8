"""Asks decision hooks again that had said „later“, and does what they say now.

If a person has decided meanwhile, nobody is asked: a person's decision stands.
"""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.inbox import moderation
from sitegen.inbox.desk import Desk, Done, JobResult
from sitegen.inbox.events import event_job, submitted_event
from sitegen.inbox.hooks.decisions import HookDecision, Round, ask, settled
from sitegen.inbox.hooks.orders import Reconsideration, try_soon
from sitegen.inbox.hooks.programs import deciders
from sitegen.inbox.hooks.verdicts import FINAL
from sitegen.inbox.records import WAITING, Item, Job
from sitegen.inbox.schedule import try_later


def reconsider(desk: Desk, job: Job, order: Reconsideration) -> JobResult:
    """Ask the hooks of the order once more. A hook that was taken away no longer has a say."""
    item = desk.store.item(job.item)
    if item is None or item.state not in WAITING:
        return Done()
    try:
        programs = deciders(desk.config.hooks.folder, submitted_event(item))
    except OSError:
        return try_later(desk, job, error="hooks folder")
    beginning = Round(item=item, verdict=order.verdict, by=order.by, others=replace(order, programs=()))
    asked = tuple(program for program in programs if program.key in order.programs)
    said = ask(desk, beginning, asked, attempt=job.attempt + 1)
    if said.others.programs and said.verdict not in FINAL:
        return try_later(desk, job, error="exit code 75")
    return Done() if _kept(desk, item, settled(desk, item, said)) else try_soon(desk, error="changed meanwhile")


def _kept(desk: Desk, before: Item, decision: HookDecision) -> bool:
    """Write down what the hooks added and take the step they decided on; False if somebody else was quicker."""
    after = replace(decision.item, state=before.state, decision=before.decision)
    if after != before:
        after = replace(after, revision=before.revision + 1, changed=desk.clock())
        rewritten = (before.name, before.website, before.text) != (after.name, after.website, after.text)
        edited = (event_job("comment.edited", after, desk=desk, previous=before.state),) if rewritten else ()
        if not desk.store.change(before, after, jobs=edited):
            return False
    if after.kind == "comment":
        _decide(desk, after, decision)
    return True


def _decide(desk: Desk, item: Item, decision: HookDecision) -> None:
    """Take the step that was decided on. If a person was quicker in this instant, theirs counts."""
    match decision.verdict:
        case "approve":
            moderation.approve(desk, item.id, by=decision.by, revision=item.revision)
        case "reject":
            moderation.reject(desk, item.id, by=decision.by, revision=item.revision)
        case "spam":
            moderation.mark_spam(desk, item.id, by=decision.by, revision=item.revision)
        case _:
            pass
