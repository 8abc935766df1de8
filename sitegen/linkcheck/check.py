"""`sitegen check --links`: the links to others that the owner has typed, what became of them, and where they stand."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final

from sitegen.about import VERSION
from sitegen.checks.places import addresses_in_text
from sitegen.checks.requests.addresses import host_asked
from sitegen.diagnostics import Diagnostic, Span
from sitegen.linkcheck.answer import Answer, Link, Outcome
from sitegen.linkcheck.asking import ask
from sitegen.linkcheck.memory import due, remember, remembered
from sitegen.linkcheck.round import MOST, Ask, Wait, go_round
from sitegen.settings.load import SITE_FILE

_CODES: Final[Mapping[Outcome, str]] = {
    Outcome.GONE: "SG971",
    Outcome.MOVED: "SG972",
    Outcome.BUSY: "SG973",
    Outcome.UNREACHABLE: "SG974",
    Outcome.INTERNAL: "SG975",
}
_SEVERAL: Final = 3


def check_links_abroad(root: Path, links: Sequence[Link], *, home: str, today: date) -> tuple[Diagnostic, ...]:
    """Ask what has not been asked lately; `home` is the site's own address, by which a server knows who asks."""
    agent = f"sitegen/{VERSION} (+{home}; Verweisprüfung)".encode("ascii", "ignore").decode()
    return checked(root, links, partial(ask, agent=agent), today=today)


def checked(
    root: Path, links: Sequence[Link], ask: Ask, *, today: date, wait: Wait = time.sleep
) -> tuple[Diagnostic, ...]:
    """The same with any way to ask and to pause."""
    typed = {link: places for link in links if (places := places_of(root, link))}
    known = remembered(root)
    waiting = due((link.address for link in typed), known, today=today)
    answers = go_round(waiting, ask, today=today, wait=wait)
    if is_cut_off(answers):
        return (Diagnostic(code="SG977", span=Span(file="")),)
    known |= answers
    remember(root, known, today=today)
    left = sum(address not in known for address in waiting)
    return (*_findings(typed, known), *_left(left))


def is_cut_off(answers: Mapping[str, Answer]) -> bool:
    """Whether it is the own network that is missing, since of several nobody at all answered."""
    outcomes = {answer.outcome for answer in answers.values()}
    return len({host_asked(address) for address in answers}) >= _SEVERAL and outcomes == {Outcome.UNREACHABLE}


def places_of(root: Path, link: Link) -> tuple[Span, ...]:
    """Where an address was typed: in its text, in settings, data or layouts; nowhere if the theme put it together."""
    for file in (link.source, *_shared_files(root)):
        try:
            text = (root / file).read_text("utf-8-sig", errors="replace") if file else ""
        except OSError:
            continue
        found = tuple(addresses_in_text(text.replace("\r\n", "\n").replace("\r", "\n"), link.address, file))
        if found:
            return found
    return ()


@cache
def _shared_files(root: Path) -> tuple[str, ...]:
    """The files whose links may stand on every page."""
    found = (*sorted(root.glob("content/data/*")), *sorted(root.glob("layouts/**/*.html")))
    return (SITE_FILE, *(path.relative_to(root).as_posix() for path in found if path.is_file()))


def _findings(typed: Mapping[Link, Iterable[Span]], known: Mapping[str, Answer]) -> Iterator[Diagnostic]:
    for link, places in typed.items():
        answer = known.get(link.address)
        code = _CODES.get(answer.outcome) if answer else None
        if answer and code:
            asked = f"{answer.asked.day}.{answer.asked.month}.{answer.asked.year}"
            facts = {"target": link.address, "new": answer.target, "reason": answer.reason, "asked": asked}
            for span in places:
                yield Diagnostic(code=code, span=span, facts={**facts, "status": answer.status})


def _left(count: int) -> Iterator[Diagnostic]:
    if count:
        yield Diagnostic(code="SG976", span=Span(file=""), facts={"count": count, "most": MOST})
