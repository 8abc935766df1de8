"""Work shared among several processes where that pays: many texts to render, many pages to make.

What comes out is the same for any number of workers, in the order of what went in. Workers are copies of this process
(`fork`): they see what it sees and give back values, nothing else; where a system cannot copy a process safely, the
work is done here, one thing after the other. Never remembers anything.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["Crew"]

_CAN_COPY: Final = sys.platform.startswith("linux")
"""macOS has `fork`, too, but its own libraries do not survive it."""
_MOST: Final = 8

S = TypeVar("S")
T = TypeVar("T")

Watch = Callable[[int, int], None]
"""Called with how many items are done, as far as one worker can tell, and how many there are."""


def unwatched(_done: int, _total: int) -> None:
    """The `Watch` of work that nobody looks at."""


class Crew:
    """So many workers at most; one means that all is done in this process."""

    def __init__(self, workers: int | None = None) -> None:
        """Without a number, as many as the machine has processors for this process, eight at most."""
        self._workers = workers or min(_MOST, processors())

    def map(
        self,
        work: Callable[[S], T],
        items: Sequence[S],
        *,
        type: type[T],  # noqa: A002 - the name msgspec gives it
        worth: int,
        watch: Watch = unwatched,
    ) -> list[T]:
        """`work` done with each of `items`; `worth` is how many of them a worker must have for its copying to pay.

        `type` is what the results are made of, for msgspec. Whatever `work` raises here is raised; what it raises in a
        copy becomes a RuntimeError with that copy's traceback.
        """
        workers = min(self._workers, len(items) // worth)
        if workers < 2 or not _CAN_COPY or threading.active_count() > 1:  # noqa: PLR2004 - one is no crew
            return list(_share(work, items, watch=watch, stride=1, total=len(items)))
        return _in_copies(work, items, workers=workers, type=type, watch=watch)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _share(work: Callable[[S], T], items: Sequence[S], *, watch: Watch, stride: int, total: int) -> Iterator[T]:
    """What this process does itself: all of `items`, of `stride` times as many."""
    for number, item in enumerate(items, 1):
        yield work(item)
        watch(min(number * stride, total), total)


def _in_copies(
    work: Callable[[S], T],
    items: Sequence[S],
    *,
    workers: int,
    type: type[T],  # noqa: A002 - as above
    watch: Watch,
) -> list[T]:
    """Every worker takes each n-th item, so that long and short ones mix; this process is the last worker."""
    import multiprocessing

    context = multiprocessing.get_context("fork")
    gc.freeze()  # what is there already stays shared: no copy looks through it for garbage
    crew: list[tuple[Any, Connection]] = []
    try:
        for number in range(workers - 1):
            receiver, sender = context.Pipe(duplex=False)
            worker = context.Process(target=_labour, args=(work, items[number::workers], sender), daemon=True)
            worker.start()
            sender.close()
            crew.append((worker, receiver))
        own = list(_share(work, items[workers - 1 :: workers], watch=watch, stride=workers, total=len(items)))
        decoder = msgspec.msgpack.Decoder(list[type])  # type: ignore[valid-type] # a type that is known when it runs
        shares = [*(_result(receiver, decoder) for _, receiver in crew), own]
        watch(len(items), len(items))
    finally:
        gc.unfreeze()
        for worker, receiver in crew:
            receiver.close()
            worker.join()
    return [shares[index % workers][index // workers] for index in range(len(items))]


def _labour(work: Callable[[S], T], items: Sequence[S], sender: Connection) -> None:
    """What a copy does: its share, and an answer of which the first byte says how it went."""
    gc.disable()
    try:
        answer = b"+" + msgspec.msgpack.encode([work(item) for item in items])
    except BaseException as error:  # noqa: BLE001 - it is raised again where somebody can tell of it
        answer = b"-" + "".join(_told(error)).encode()
    sender.send_bytes(answer)
    sender.close()


def _told(error: BaseException) -> list[str]:
    import traceback

    return traceback.format_exception(error)


def _result(receiver: Connection, decoder: msgspec.msgpack.Decoder[list[T]]) -> list[T]:
    """The share of one worker. Raises RuntimeError with its traceback where it failed or died."""
    try:
        answer = receiver.recv_bytes()
    except EOFError:
        answer = b"-a worker ended without an answer"
    if answer[:1] == b"-":
        raise RuntimeError(answer[1:].decode())
    return decoder.decode(memoryview(answer)[1:])
