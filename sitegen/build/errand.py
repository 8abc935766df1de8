"""Things that a copy of this process does, one after the other, while this process does something else.

For what has but one answer and is known before there is anything to share; work in portions is shared by `crew`.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import suppress
from struct import Struct
from typing import Final, NoReturn, TypeVar

import msgspec

from sitegen.build.crew import can_copy, processors

__all__ = ["Errand", "worth_a_copy"]

_HEAD: Final = Struct("=?q")
"""Before each answer: whether it is one, or says why there is none, and how many bytes follow."""

T = TypeVar("T")


def worth_a_copy(workers: int | None) -> bool:
    """Whether somebody else could be at work meanwhile; `workers` is how many processes may be, as for `Crew`."""
    return workers != 1 and processors() > 1 and can_copy()


class Errand:
    """A copy on its way. It waits with an answer until that is taken. Call `end` when no more is wanted."""

    def __init__(self, *things: Callable[[], object]) -> None:
        """Begins at once, with the first of the `things`; each gives what msgspec knows. Ask `worth_a_copy` before."""
        reading, writing = os.pipe()
        self._process: int | None = os.fork()
        if not self._process:
            _do_and_end(things, writing)
        os.close(writing)
        self._answers = open(reading, "rb")  # noqa: SIM115, PTH123 -- `end` closes it; no path

    def answer(self, type: type[T]) -> T:  # noqa: A002 - the name msgspec gives it
        """What came of the next thing. Raises RuntimeError where the copy failed, with its traceback, or died."""
        if self._process is None:
            raise ValueError("nobody is on this errand any more")
        head = self._answers.read(_HEAD.size)
        is_answer, length = _HEAD.unpack(head) if len(head) == _HEAD.size else (False, 0)
        content = self._answers.read(length)
        if not is_answer or len(content) < length:
            raise RuntimeError(content.decode("utf-8", "replace") or "a copy ended without an answer")
        return msgspec.msgpack.decode(content, type=type)

    def end(self) -> None:
        """Let nobody work on it; what was not taken is lost."""
        if self._process is not None:
            import signal

            self._answers.close()
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = None


def _do_and_end(things: tuple[Callable[[], object], ...], writing: int) -> NoReturn:
    """Tell what comes of each thing, or why nothing does."""
    gc.disable()
    try:
        with open(writing, "wb") as answers:
            try:
                for thing in things:
                    content = msgspec.msgpack.encode(thing())
                    answers.write(_HEAD.pack(True, len(content)) + content)
                    answers.flush()
            except BaseException as error:  # noqa: BLE001 - it is raised again where somebody can tell of it
                import traceback

                told = "".join(traceback.format_exception(error)).encode()
                answers.write(_HEAD.pack(False, len(told)) + told)
    finally:
        os._exit(0)  # what the copied process had still to flush, to delete or to tell, it does itself
