"""An inbox on a free port of this machine, behind real HTTP, while a block runs."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from inbox_case import InboxCase
from sitegen.inbox.serving import server_for
from sitegen.inbox.web.app import Works

_STARTS_WITHIN: Final = 10.0


@contextmanager
def inbox_served(case: InboxCase, *, worker: Works | None = None) -> Iterator[str]:
    """Serve the case's desk, which then knows its address; `http://127.0.0.1:PORT`, without a slash."""
    port = free_port()
    case.configure(address=f"http://127.0.0.1:{port}/")
    server = server_for(case.desk, worker=worker, host="127.0.0.1", port=port)
    thread = threading.Thread(target=server.run, name="inbox-server")
    thread.start()
    until = time.monotonic() + _STARTS_WITHIN
    while not server.started:
        assert thread.is_alive(), "the inbox did not start"
        assert time.monotonic() < until, "the inbox did not start in time"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive(), "the inbox did not stop"


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
