"""A round over many addresses: one question at a time for each host, with a pause, and never too many at once."""

from __future__ import annotations

import http.client
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Final

from sitegen.checks.requests.addresses import host_asked
from sitegen.linkcheck.answer import Answer
from sitegen.linkcheck.asking import InternalError, Reply
from sitegen.linkcheck.judging import judged_fault, judged_reply, wants_rest

MOST: Final = 200
"""Addresses in one round; what is left is asked the next time."""
PAUSE: Final = 1.0
"""Seconds between two questions to one host."""
_HOSTS_AT_ONCE: Final = 8

Ask = Callable[[str], Reply]
"""Asks one address; raises where nobody answers."""
Wait = Callable[[float], None]


def go_round(addresses: Sequence[str], ask: Ask, *, today: date, wait: Wait = time.sleep) -> dict[str, Answer]:
    """The answers of the first `MOST` addresses; a host that asks for rest is left alone after that."""
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses[:MOST]:
        hosts[host_asked(address)].append(address)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        rounds = pool.map(lambda host: list(_ask_host(host, ask, today=today, wait=wait)), hosts.values())
        return dict(answer for answers in rounds for answer in answers)


def _ask_host(addresses: Iterable[str], ask: Ask, *, today: date, wait: Wait) -> Iterator[tuple[str, Answer]]:
    for number, address in enumerate(addresses):
        if number:
            wait(PAUSE)
        try:
            answer = judged_reply(ask(address), address, today=today)
        except (OSError, http.client.HTTPException, ValueError, InternalError) as error:
            answer = judged_fault(error, today=today)
        yield address, answer
        if wants_rest(answer):
            return
