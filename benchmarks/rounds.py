"""The rounds: every change to every program in turn, so that a machine that slows down does so for all of them.

The only place that knows the order; it measures nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.changes import Change, Marks, apply
from benchmarks.checking import addresses, check, check_same
from benchmarks.laying import Expected, Laid, expected, lay
from benchmarks.measuring import Measured, measure, wait_for_quiet
from benchmarks.peers import Peer
from benchmarks.tools import Tools, environment


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One build that counts."""

    posts: int
    round: int
    peer: str
    change: Change
    html: int
    """Pages that were there then, as many as had to be."""
    measured: Measured


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How much is done for one size."""

    posts: int
    rounds: int
    warmup: int
    """Rounds before those, which do not count: they fill the caches of the machine."""
    patience: float
    """Seconds that a build waits at most for the machine to be idle."""


def compare(peers: Sequence[Peer], plan: Plan, *, tools: Tools, work: Path) -> Iterator[Run]:
    """Build everything as planned, in sites below `work`; each build is checked before its figures are given out."""
    wanted = expected(plan.posts)
    sites = [lay(peer, work, posts=plan.posts) for peer in peers]
    for number in range(-plan.warmup, plan.rounds):
        turn = number % len(sites)
        for change in Change:
            for laid in sites[turn:] + sites[:turn]:
                marks = Marks(number=number + plan.warmup)
                measured = _build(change, laid, expected=wanted, marks=marks, tools=tools, patience=plan.patience)
                if number >= 0:
                    yield Run(
                        posts=plan.posts,
                        round=number + 1,
                        peer=laid.peer.name,
                        change=change,
                        html=wanted.html,
                        measured=measured,
                    )
        check_same({laid.peer.name: addresses(laid) for laid in sites})


def _build(change: Change, laid: Laid, *, expected: Expected, marks: Marks, tools: Tools, patience: float) -> Measured:
    apply(change, laid, expected=expected, marks=marks)
    wait_for_quiet(patience)
    measured = measure(
        tools.command(laid.peer.cold),
        folder=laid.root,
        environment=environment(),
        log=laid.root.with_suffix(".log"),
    )
    check(change, laid, expected=expected, marks=marks)
    return measured
