"""Runs a preview from its first build to Ctrl-C: one thread answers, one builds, two watch.

Only one preview of a site runs at a time, since all of them build into one folder.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from sitegen.build.result import BuildOptions
from sitegen.diagnostics.present import LinesOf
from sitegen.output.place import PREVIEW_FOLDER
from sitegen.serve.listening import Listening
from sitegen.serve.preview import Preview
from sitegen.serve.rebuilding import Built, Rebuilder
from sitegen.serve.stage import Stage
from sitegen.serve.watching import Watcher

if TYPE_CHECKING:
    from tornado.httpserver import HTTPServer

_TURN: Final = 0.001
"""Seconds after which a build lets the answers have their turn; Python's own 5 ms would show."""
_WAKE: Final = 0.5
"""Seconds in which Windows notices Ctrl-C."""


class Told(Protocol):
    """Who is told how it goes; called in the thread of the server."""

    def ready(self) -> None:
        """The preview answers from now on."""
        ...

    def built(self, built: Built) -> None:
        """A build is done."""
        ...


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What a preview is made of."""

    root: Path
    options: Callable[[], BuildOptions]
    """Asked before each build; the output folder is ours to choose."""
    lines_in: Callable[[], LinesOf]
    """Gives the lines of sources as they are when it is called."""


def run(wishes: Wishes, listening: Listening, told: Told) -> None:
    """Answer on `listening` until Ctrl-C, or until the process is asked to end."""
    sys.setswitchinterval(_TURN)
    asyncio.run(_run(wishes, listening, told))


async def _run(wishes: Wishes, listening: Listening, told: Told) -> None:
    loop = asyncio.get_running_loop()
    over = asyncio.Event()
    folder = wishes.root / PREVIEW_FOLDER

    def call(act: Callable[[], None]) -> None:
        """Have something done in this thread; nothing more once the loop has ended."""
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(act)

    preview = Preview(Stage(folder, wishes.lines_in), call)

    def take_over(built: Built) -> None:
        preview.take_over(built)
        with contextlib.suppress(BrokenPipeError):  # nobody reads along any more, but somebody may still look
            told.built(built)

    rebuilder = Rebuilder(
        wishes.root,
        lambda: msgspec.structs.replace(wishes.options(), out=folder),
        audience=preview,
        tell=lambda built: call(lambda: take_over(built)),
    )
    watcher = Watcher(wishes.root, rebuilder.changed)
    server = _server(preview, listening)
    _end_on_signals(loop, over)
    watcher.start()
    rebuilder.start()
    told.ready()
    try:
        await over.wait()
    finally:
        server.stop()
        watcher.stop()
        rebuilder.stop()


def _server(preview: Preview, listening: Listening) -> HTTPServer:
    from tornado.httpserver import HTTPServer

    from sitegen.serve.web import application

    server = HTTPServer(application(preview, bound_to=listening.host))
    server.add_socket(listening.socket)
    return server


def _end_on_signals(loop: asyncio.AbstractEventLoop, over: asyncio.Event) -> None:
    """Ctrl-C, and what a system sends to end a process. Windows knows the former alone, and only when it wakes."""
    try:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            loop.add_signal_handler(getattr(signal, name), over.set)
    except (AttributeError, NotImplementedError):
        _keep_waking(loop)


def _keep_waking(loop: asyncio.AbstractEventLoop) -> None:
    loop.call_later(_WAKE, _keep_waking, loop)
