"""What became of a decision, said to whoever made it. Pure, save for `tell`."""

from __future__ import annotations

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.inbox.lines import decider
from sitegen.cli.telling import moment
from sitegen.inbox.moderation import Outcome
from sitegen.inbox.records import Item
from sitegen.text.ulids import short_of


def tell(outcome: Outcome, *, item_id: str, done: str) -> bool:
    """Say it, on standard error if nothing could be done; whether it is now as it was meant to be."""
    short = short_of(item_id)
    if outcome.kind == "done":
        console.say(done.format(id=short))
    elif outcome.kind == "already":
        console.say(_already(outcome.item, short))
    else:
        console.complain(_obstacle(outcome, short))
        return False
    return True


def _already(item: Item | None, short: str) -> str:
    if item is None or item.decision is None:
        return wording.ALREADY_SO.format(id=short)
    date, by = moment(item.decision.at), decider(item.decision.by)
    return wording.ALREADY_AT.format(id=short, state=wording.STATES[item.state], date=date, by=by)


def _obstacle(outcome: Outcome, short: str) -> str:
    item = outcome.item
    if outcome.kind == "faulty":
        return wording.FAULTY.format(sentence=" ".join(fault.sentence for fault in outcome.faults))
    if outcome.kind == "changed":
        return wording.CHANGED.format(id=short)
    if outcome.kind == "gone" or item is None:
        return wording.GONE.format(id=short)
    return wording.NOT_ALLOWED.format(id=short, state=wording.STATES[item.state], kind=wording.KINDS[item.kind])
