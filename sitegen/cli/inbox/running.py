"""`sitegen inbox serve` and `work`: the inbox at work until it is told to end. The only commands that need a server."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final

import click

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.inbox.desk import config_option, open_inbox, settings_findings, show_findings
from sitegen.cli.stopping import stop
from sitegen.text.plurals import counted

_LAST_PORT: Final = 65_535
_ENDING: Final = (signal.SIGINT, signal.SIGTERM)


class _Port(click.ParamType[int]):
    """The number of a port, refused in German where it is none."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 -- click's signature
        """1 to 65535."""
        if not str(value).isdecimal() or not 0 < int(value) <= _LAST_PORT:
            self.fail(wording.BAD_PORT.format(value=value), param, ctx)
        return int(value)


@click.command("serve", cls=GermanCommand, help=wording.SERVE_HELP)
@click.option("--host", default="127.0.0.1", metavar=wording.HOST_METAVAR, help=wording.HOST_OPTION)
@click.option("--port", type=_Port(), default=8080, metavar=wording.PORT_METAVAR, help=wording.PORT_OPTION)
@config_option
def serve_command(*, host: str, port: int, config_path: Path) -> int:
    """Exit code 0 after Ctrl-C or SIGTERM, with everything answered that had begun."""
    with open_inbox(config_path) as desk, _told_to_end() as end:
        _look_whether_free(host, port)
        show_findings(settings_findings(config_path), config_path)
        from sitegen.inbox.handlers import HANDLERS
        from sitegen.inbox.serving import serve
        from sitegen.inbox.worker import Worker

        console.say(wording.LISTENING.format(host=host, port=port, address=desk.config.address))
        serve(desk, worker=Worker(desk, HANDLERS), host=host, port=port, told_to_end=end)
    console.say(wording.STOPPED)
    return 0


@click.command("work", cls=GermanCommand, help=wording.WORK_HELP)
@click.option("--once", is_flag=True, help=wording.ONCE_OPTION)
@config_option
def work_command(*, once: bool, config_path: Path) -> int:
    """Beside a server that works, too, or several: each task is done by one of them."""
    with open_inbox(config_path) as desk, _told_to_end() as end:
        from sitegen.inbox.handlers import HANDLERS
        from sitegen.inbox.worker import Worker

        worker = Worker(desk, HANDLERS)
        if once:
            done = 0
            while not end.is_set() and (more := worker.run_once()):
                done += more
            console.say(wording.WORKED.format(count=counted(done, *wording.TASK)))
            return 0
        console.say(wording.WORKING)
        worker.run(end)
    console.say(wording.STOPPED)
    return 0


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """An event that is set by Ctrl-C and SIGTERM, which otherwise do nothing: what has begun is finished first."""
    end = threading.Event()

    def note(_signal: int, _frame: FrameType | None) -> None:
        end.set()

    before = {name: signal.signal(name, note) for name in _ENDING}
    try:
        yield end
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _look_whether_free(host: str, port: int) -> None:
    """Stop in German where something listens already; the server itself would say it in English."""
    try:
        socket.create_server((host, port)).close()
    except OSError:
        stop(wording.PORT_TAKEN.format(host=host, port=port))
