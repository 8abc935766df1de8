"""Many senders at once against an inbox on real HTTP: what each got for an answer, and how long it took.

Asyncio and bare sockets: the load must cost less than what it loads.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urlencode

import msgspec

_CONNECTIONS: Final = 50
"""Open at once, as a reverse proxy keeps them."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One form of one sender."""

    path: str
    sender: str
    values: dict[str, str]


class Flooded(msgspec.Struct, frozen=True, kw_only=True):
    """What came back."""

    statuses: Counter[int]
    kept: tuple[Request, ...]
    """Those answered with 303."""
    without_retry: int
    """503s that do not say when to come back."""
    seconds: float
    slowest: float

    @property
    def rate(self) -> float:
        """Answers in a second."""
        return self.statuses.total() / self.seconds


def flood(host: str, port: int, requests: Sequence[Request], *, origin: str, seconds: float) -> Flooded:
    """Send all requests, spread over so many seconds (0: as fast as they are answered)."""
    return asyncio.run(_flood(host, port, requests, origin=origin, seconds=seconds))


async def _flood(host: str, port: int, requests: Sequence[Request], *, origin: str, seconds: float) -> Flooded:
    queue: asyncio.Queue[tuple[float, Request]] = asyncio.Queue()
    began = time.monotonic()
    for number, request in enumerate(requests):
        queue.put_nowait((began + seconds * number / len(requests), request))
    statuses: Counter[int] = Counter()
    kept: list[Request] = []
    slowest, without_retry = 0.0, 0

    async def lane() -> None:
        nonlocal slowest, without_retry
        reader, writer = await asyncio.open_connection(host, port)
        while not queue.empty():
            due, request = queue.get_nowait()
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            sent = time.monotonic()
            writer.write(written(request, host, origin))
            status, headers = await answer_from(reader)
            slowest = max(slowest, time.monotonic() - sent)
            statuses[status] += 1
            if status == 303:
                kept.append(request)
            without_retry += status == 503 and b"retry-after:" not in headers.lower()
        writer.close()

    async with asyncio.TaskGroup() as lanes:
        for _ in range(_CONNECTIONS):
            lanes.create_task(lane())
    return Flooded(
        statuses=statuses,
        kept=tuple(kept),
        without_retry=without_retry,
        seconds=time.monotonic() - began,
        slowest=slowest,
    )


def written(request: Request, host: str, origin: str) -> bytes:
    """The request as it goes over the wire."""
    body = urlencode(request.values).encode()
    head = (
        f"POST {request.path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nX-Forwarded-For: {request.sender}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def answer_from(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Status and headers of the next answer; its body is read and forgotten."""
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    await reader.readexactly(int(lengths[0].partition(b":")[2]) if lengths else 0)
    return int(head.split(b" ", 2)[1]), head


def requests_from(
    path: str, count: int, *, senders: int, values: Callable[[int], dict[str, str]]
) -> tuple[Request, ...]:
    """So many requests, from so many addresses in turn."""
    return tuple(
        Request(path=path, sender=f"10.{n % senders // 250}.{n % senders % 250}.7", values=values(n))
        for n in range(count)
    )
