"""What publishing would change and how it went, in German: one sentence, the titles below it, the files on request.

Pure functions over a `Proposal`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from sitegen.cli import publish_wording as wording
from sitegen.cli.commands.fix_pictures import size_of
from sitegen.diagnostics.present.excerpt import safe
from sitegen.publish.changes import SiteChange
from sitegen.publish.destination import Proposal
from sitegen.publish.records import Facts
from sitegen.text.plurals import counted

NAMED: Final = 8
"""Titles below the sentence; a first import may have hundreds."""


def change_sentence(proposal: Proposal, *, site: str, sentence: str = wording.WILL_CHANGE) -> str:
    """`Das ändert sich auf www.x.example: 1 neuer Beitrag.`; `sentence` needs `{site}` and `{parts}`."""
    if proposal.is_empty:
        return wording.NOTHING.format(site=site)
    if proposal.is_first:
        return wording.FIRST_TIME.format(site=site, parts=start_parts(proposal.facts))
    return sentence.format(site=site, parts=", ".join(change_parts(proposal.changes)) or only_files(proposal))


def change_parts(changes: Sequence[SiteChange]) -> Iterator[str]:
    """`1 neuer Beitrag`, `2 Preise geändert`: kinds and fates that do not occur are left out."""
    for (kind, fate), group in groupby(changes, key=lambda change: (change.kind, change.fate)):
        yield counted(len(list(group)), *wording.CHANGES[kind][fate])


def start_parts(facts: Facts) -> str:
    """`12 Beiträge, 5 Seiten und 3 Leistungen`: what a site begins with."""
    numbers = {"posts": len(facts.posts), "pages": len(facts.pages), "services": len(facts.services)}
    return ", ".join(counted(n, *wording.STARTS[kind]) for kind, n in numbers.items() if n) or wording.EMPTY_SITE


def only_files(proposal: Proposal) -> str:
    """What there is to say where no text and no price changed."""
    return wording.ONLY_FILES.format(count=counted(len(proposal.put) + len(proposal.gone), *wording.FILE))


def detail_lines(changes: Sequence[SiteChange]) -> list[str]:
    """A line for each title, or for each price; comments are only counted."""
    named = [change for change in changes if change.kind != "comment"]
    lines = [wording.DETAIL.format(fate=wording.FATES[one.fate], what=_what(one)) for one in named[:NAMED]]
    more = len(named) - NAMED
    return [*lines, wording.MORE.format(count=more)] if more > 0 else lines


def travel_line(proposal: Proposal, *, target: str) -> str:
    """`14 Dateien (312 kB) nach access-1.example, 2 Dateien dort gelöscht.`."""
    put, gone = len(proposal.put), len(proposal.gone)
    sizes = [item.size for item in proposal.put if item.size >= 0]
    parts = []
    if put and sizes:
        files = counted(put, *wording.FILE)
        parts.append(wording.TRAVELS.format(count=files, size=size_of(sum(sizes)), target=target))
    elif put:
        parts.append(wording.TRAVELS_UNSIZED.format(count=counted(put, *wording.FILE), target=target))
    if gone:
        parts.append(wording.DELETED.format(count=counted(gone, *wording.FILE)))
    return wording.PLAN.format(parts=", ".join(parts) or wording.NO_FILE)


def plan_lines(proposal: Proposal) -> list[str]:
    """Every file that would be sent, in the order of travel, and every one that would be deleted."""
    width = max((len(item.path) for item in proposal.put), default=0)
    sent = [
        (wording.PLAN_NEW if item.is_new else wording.PLAN_CHANGED).format(
            path=item.path.ljust(width) if item.size >= 0 else item.path,
            size=wording.SIZE.format(size=size_of(item.size).rjust(9)) if item.size >= 0 else "",
        )
        for item in proposal.put
    ]
    return [*sent, *(wording.PLAN_GONE.format(path=path) for path in proposal.gone)]


def _what(change: SiteChange) -> str:
    """What was online comes from the place itself, so it is shown as any text of others."""
    if change.kind == "price":
        return safe(wording.PRICE.format(title=change.title, before=change.before, after=change.after))
    return safe(change.title)
