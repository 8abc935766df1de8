"""From reasons to a score. Nothing is ever dropped for its score: it only decides who looks first.

A comment that reaches `SUSPICIOUS` is shown to its sender once more, to be confirmed; a message is kept as suspected
and told in the daily digest.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.inbox.judging.evidence import Evidence
from sitegen.inbox.judging.rules import Reason, findings

SUSPICIOUS: Final = 3.0
"""From this score on, something is suspected."""

POINTS: Final[dict[Reason, float]] = {
    "blocked": 10.0,
    "decoy": 5.0,
    "like_spam": 4.0,
    "sum_wrong": 3.0,
    "too_fast": 3.0,
    "markup": 3.0,
    "link_in_name": 3.0,
    "origin_foreign": 3.0,
    "flood": 3.0,
    "many_links": 3.0,
    "mixed_scripts": 2.0,
    "other_script": 2.0,
    "repeated": 1.5,
    "origin_hidden": 1.0,
    "some_links": 1.0,
    "stale_form": 1.0,
    "origin_unknown": 1.0,
    "known": -3.0,
}
"""What each reason is worth. One trap is enough; of the weaker signs it takes two."""


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules make of something that was sent."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_suspicious(self) -> bool:
        """Whether somebody should look twice."""
        return self.score >= SUSPICIOUS


def judge(evidence: Evidence) -> Judgement:
    """The score of everything that the rules find, and its reasons; never below 0."""
    reasons = findings(evidence)
    # A known name is typed by anybody: it outweighs doubts, never what was decided about the sender or a trap.
    if "known" in reasons and not {"blocked", "decoy"}.isdisjoint(reasons):
        reasons = tuple(reason for reason in reasons if reason != "known")
    return Judgement(score=max(0.0, sum(POINTS[reason] for reason in reasons)), reasons=reasons)
