"""Work shared among several processes where that pays: many texts to render, many pages to make.

What comes out is the same for any number of workers, in the order of what went in. Workers are copies of this process
(`fork`): they see what it sees and give back values, nothing else; where a system cannot copy a process safely, the
work is done here, one thing after the other. Never remembers anything.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from struct import Struct
from typing import Final, Generic, NoReturn, Self, TypeVar

import msgspec

__all__ = ["Crew", "Job", "can_copy", "processors"]

_CAN_COPY: Final = hasattr(os, "memfd_create")
"""On Linux, that is. macOS has `fork`, too, but its own libraries do not survive it."""
_MOST: Final = 8
_TURNS: Final = 8
"""How often each worker comes back for more, at least."""
_TURNS_LEFT: Final = 2
"""The same for what is left at any time: portions become smaller, so all workers end at the same time."""
_MOST_AT_ONCE: Final = 16
"""What is done together costs less, but not for ever."""
_NUMBER: Final = 8
"""Bytes of the number of a portion."""
_HEAD: Final = Struct("=qq")
"""Before each note of a copy: the number of the portion, and how many bytes follow."""
_FAULT: Final = -1
_END: Final = -2

S = TypeVar("S")
T = TypeVar("T")

Watch = Callable[[int, int], None]
"""Called with how many items are done, as far as one worker can tell, and how many there are."""
Notes = Iterator[tuple[int, bytes]]
"""The numbers of portions, and what came of each in MessagePack."""


def unwatched(_done: int, _total: int) -> None:
    """The `Watch` of work that nobody looks at."""


class Crew:
    """So many workers at most; one means that all is done in this process."""

    def __init__(self, workers: int | None = None) -> None:
        """Without a number, as many as the machine has processors for this process, eight at most."""
        self._workers = workers or min(_MOST, processors())

    @property
    def rest(self) -> Crew:
        """For what is done while copies are at work at something else: half as many."""
        return Crew(max(1, self._workers // 2))

    def map(
        self,
        work: Callable[[S], T],
        items: Sequence[S],
        *,
        type: type[T],  # noqa: A002 - the name msgspec gives it
        worth: int,
        watch: Watch = unwatched,
    ) -> list[T]:
        """`work` done with each of `items`, as `begin` says."""
        with self.begin(work, items, type=type, worth=worth, watch=watch) as job:
            return job.results()

    def begin(
        self,
        work: Callable[[S], T],
        items: Sequence[S],
        *,
        type: type[T],  # noqa: A002 - as above
        worth: int,
        watch: Watch = unwatched,
    ) -> Job[S, T]:
        """The same for whoever has something else to do first: copies begin now, this process when it asks for results.

        `worth` is how many items a worker must have for its copying to pay; `type` is what the results are made of,
        for msgspec.
        """
        return self.begin_together(partial(map, work), items, type=type, worth=worth, watch=watch)

    def begin_together(
        self,
        work: Callable[[Sequence[S]], Iterable[T]],
        items: Sequence[S],
        *,
        type: type[T],  # noqa: A002 - as above
        worth: int,
        watch: Watch = unwatched,
    ) -> Job[S, T]:
        """The same for work that is done with a few items at once: it gives one result for each."""
        workers = max(1, min(self._workers, len(items) // worth))
        if not _CAN_COPY or threading.active_count() > 1:
            workers = 1
        return Job(work, _Portions(items, workers), workers=workers, type=type, watch=watch)


def can_copy() -> bool:
    """Whether this process may be copied now: a copy has one thread alone, and would wait for what the others hold."""
    return _CAN_COPY and threading.active_count() == 1


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Job(Generic[S, T]):
    """Work that several do: every worker takes portions until none is left. Call `end`, or use it as a context."""

    def __init__(
        self,
        work: Callable[[Sequence[S]], Iterable[T]],
        portions: _Portions[S],
        *,
        workers: int,
        type: type[T],  # noqa: A002 - as above
        watch: Watch,
    ) -> None:
        """One of the workers is this process."""
        self._work = work
        self._portions = portions
        self._type = type
        self._watch = watch
        self._copies: list[_Copy] = []
        if workers > 1:
            gc.freeze()  # what is there already stays shared: no copy looks through it for garbage
        try:
            for first in range(workers - 1):
                self._copies.append(_Copy(partial(_labour, work, portions, first, parent=os.getpid())))
        except BaseException:
            self.end()
            raise

    @property
    def is_shared(self) -> bool:
        """Whether anybody else is at work."""
        return bool(self._copies)

    def results(self) -> list[T]:
        """Of all items, in their order. Take a share of the work, and wait for the others.

        Whatever the work raises here is raised; what it raises in a copy becomes a RuntimeError with its traceback.
        """
        portions, total = self._portions, len(self._portions)
        results: dict[int, list[T]] = {}
        done = 0
        for number in portions.taken():
            results[number] = share = []
            for result in self._work(portions[number]):
                share.append(result)
                done += 1
                self._watch(min(done * (len(self._copies) + 1), total), total)
        if self._copies:
            decoder = msgspec.msgpack.Decoder(list[self._type])  # type: ignore[name-defined] # known when it runs
            for copy in self._copies:
                results |= copy.results(decoder)
            self._watch(total, total)
        return list(chain.from_iterable(results[number] for number in range(portions.count)))

    def end(self) -> None:
        """Let nobody work on."""
        if self._copies:
            gc.unfreeze()
        while self._copies:
            self._copies.pop().end()
        self._portions.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """However it went."""
        self.end()


class _Portions(Generic[S]):
    """The items in portions, of which every worker takes the next one when it is done with its last.

    The numbers of those that nobody has taken yet stand in a file in memory. All copies of this process share the place
    up to which it is read, so none is read twice.
    """

    def __init__(self, items: Sequence[S], workers: int) -> None:
        """The first ones are given to copies, one to each; this process may begin late, and find that none is left."""
        self._items: Final = items
        self._starts: Final = (*_starts_of_portions(len(items), workers), len(items))
        self.count: Final = len(self._starts) - 1
        self._left = os.memfd_create("left") if workers > 1 else None
        if self._left is not None:
            left = range(workers - 1, self.count)
            os.pwrite(self._left, b"".join(number.to_bytes(_NUMBER) for number in left), 0)

    def __getitem__(self, number: int) -> Sequence[S]:
        return self._items[self._starts[number] : self._starts[number + 1]]

    def __len__(self) -> int:
        return len(self._items)

    def taken(self, *given: int) -> Iterator[int]:
        """The numbers of the portions for one worker: those `given` to nobody else, then of what is left."""
        if self._left is None:
            yield from range(self.count)
            return
        yield from given
        while number := os.read(self._left, _NUMBER):
            yield int.from_bytes(number)

    def close(self) -> None:
        """Call it when all are taken."""
        if self._left is not None:
            os.close(self._left)
            self._left = None


def _starts_of_portions(items: int, workers: int) -> Iterator[int]:
    """The number of the first item of each; whoever works alone takes as many at once as pay."""
    if workers == 1:
        yield from range(0, items, _MOST_AT_ONCE)
        return
    start, most = 0, min(_MOST_AT_ONCE, items // (workers * _TURNS))
    while start < items:
        yield start
        start += max(1, min(most, (items - start) // (workers * _TURNS_LEFT)))


def _labour(work: Callable[[Sequence[S]], Iterable[T]], portions: _Portions[S], first: int, *, parent: int) -> Notes:
    """What a copy does, as long as there is somebody to do it for: a copy keeps the lock of the site, too."""
    encode = msgspec.msgpack.Encoder().encode
    for number in portions.taken(first):
        if os.getppid() != parent:
            return
        yield number, encode(list(work(portions[number])))


class _Copy:
    """A copy of this process at work, which notes what comes of it in memory that both can see."""

    def __init__(self, labour: Callable[[], Notes]) -> None:
        """Both go on from here: this process at once, the copy with `labour` and no further."""
        self._memory: Final = os.memfd_create("notes")
        self._process: int | None = os.fork()
        if not self._process:
            _work_and_end(labour, self._memory)

    def results(self, decoder: msgspec.msgpack.Decoder[list[T]]) -> dict[int, list[T]]:
        """What came of its portions. Raises RuntimeError with its traceback where it failed or died."""
        if self._process is not None:
            os.waitpid(self._process, 0)
            self._process = None
        results: dict[int, list[T]] = {}
        for number, content in _read(self._memory):
            if number == _END:
                return results
            if number == _FAULT:
                raise RuntimeError(content.decode())
            results[number] = decoder.decode(content)
        raise RuntimeError("a worker ended without an answer")

    def end(self) -> None:
        """Whatever it may still be doing."""
        if self._process is not None:
            import signal

            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        os.close(self._memory)


def _work_and_end(labour: Callable[[], Notes], memory: int) -> NoReturn:
    """Note what comes of `labour`, then that this was all, or why it was not."""
    gc.disable()
    try:
        with open(memory, "wb") as notes:
            try:
                notes.writelines(_HEAD.pack(number, len(content)) + content for number, content in labour())
                notes.write(_HEAD.pack(_END, 0))
            except BaseException as error:  # noqa: BLE001 - it is raised again where somebody can tell of it
                told = "".join(_told(error)).encode()
                notes.write(_HEAD.pack(_FAULT, len(told)) + told)
    finally:
        os._exit(0)  # what the copied process had still to flush, to delete or to tell, it does itself


def _told(error: BaseException) -> list[str]:
    import traceback

    return traceback.format_exception(error)


def _read(memory: int) -> Iterator[tuple[int, bytes]]:
    """Notes as far as they are whole, one at a time: all of them together may be as large as the site."""
    place = 0
    while len(head := os.pread(memory, _HEAD.size, place)) == _HEAD.size:
        number, length = _HEAD.unpack(head)
        place += _HEAD.size
        content = os.pread(memory, length, place)
        if len(content) < length:
            return
        yield number, content
        place += length
