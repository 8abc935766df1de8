"""What `sitegen check --old-urls` has found, in German. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.cli import old_urls_wording as wording
from sitegen.diagnostics.catalogue.promises import and_more
from sitegen.importers.proof.proof import Ended, Proof
from sitegen.text.plurals import counted

_SHOWN: Final = 10


def old_urls_lines(proofs: Sequence[Proof]) -> Iterator[str]:
    """A line for each kind of host, then the losses by reason, then what leads nowhere."""
    first = proofs[0]
    yield wording.HEAD.format(addresses=counted(len(first.ended), *wording.ADDRESS))
    width = max(len(name) for name in wording.HOSTS.values())
    for proof in proofs:
        counts = proof.counts
        told = (text.format(count=counts[end]) for end, text in wording.ENDS.items() if counts[end])
        yield f"  {wording.HOSTS[proof.host]:<{width}}  {', '.join(told)}"
    if any(proof.counts["same_page"] for proof in proofs):
        yield wording.SAME_PAGE
    if any(proof.counts["no_rule"] for proof in proofs):
        yield wording.NO_RULE
    yield from _losses(first.ended)
    yield from _failures(proofs)


def _losses(ended: Sequence[Ended]) -> Iterator[str]:
    by_reason: dict[str, list[str]] = defaultdict(list)
    for one in ended:
        if one.end == "lost":
            reason = one.url.reason
            by_reason[wording.UNSHOWN if one.url.target else wording.REASONS.get(reason, reason)].append(one.url.old)
    if by_reason:
        yield wording.LOST_HEAD
    for reason, paths in sorted(by_reason.items()):
        yield wording.LOST.format(count=len(paths), reason=reason, paths=and_more(paths))


def _failures(proofs: Sequence[Proof]) -> Iterator[str]:
    where: dict[str, list[str]] = defaultdict(list)
    lines: list[str] = []
    for proof in proofs:
        for one in proof.failed:
            if one.end == "broken":
                where[one.url.old].append(wording.HOSTS[proof.host])
            elif proof is proofs[0]:
                lines.append(wording.UNEXPLAINED.format(path=one.url.old))
    lines += (wording.FAILED.format(path=path, hosts=", ".join(names)) for path, names in where.items())
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield wording.MORE.format(count=len(lines) - _SHOWN)
    yield wording.CURE if lines else wording.ALL_WELL
