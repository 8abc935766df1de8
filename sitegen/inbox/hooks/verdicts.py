"""What a decision hook can say, and what becomes of several sayings. Pure.

Anything unclear is `hold`: nothing is lost by it and nothing is published.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from sitegen.inbox.records import Item, Job

Verdict = Literal["none", "approve", "hold", "spam", "reject"]

_RANK: Final[dict[Verdict, int]] = {"none": 0, "approve": 1, "hold": 2, "spam": 3, "reject": 4}
FINAL: Final[frozenset[Verdict]] = frozenset({"spam", "reject"})
"""What ends the chain: nothing said later could outweigh it by much."""


class HookDecision(msgspec.Struct, frozen=True, kw_only=True):
    """What the decision hooks of an item have brought about."""

    verdict: Verdict
    item: Item
    """The item as it is to be kept: changed fields, score, reasons, labels, and with a decision its state."""
    reasons: tuple[str, ...] = ()
    """What this decision added to the reasons of the item."""
    by: str = ""
    """Who decided: `hook:NAME`; empty for nobody."""
    jobs: tuple[Job, ...] = ()
    """To be kept together with the item: hooks that are to be asked again, or that had to be disabled."""


def stronger(one: Verdict, other: Verdict) -> bool:
    """Whether `one` outweighs `other`: reject > spam > hold > approve > none."""
    return _RANK[one] > _RANK[other]
