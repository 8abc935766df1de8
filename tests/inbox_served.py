"""An inbox on a free port of this machine, behind real HTTP, while a block runs."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

import httpx

from inbox_case import SITE_URL, InboxCase
from sitegen.inbox.serving import server_for
from sitegen.inbox.web.app import Works
from waiting import PATIENCE, until

get: Final = partial(httpx.get, timeout=PATIENCE)
post: Final = partial(httpx.post, timeout=PATIENCE)
"""Asked as httpx does, which alone would bear five seconds."""


def client_of(base: str, origin: str = SITE_URL) -> httpx.Client:
    """A visitor who comes from a website, by default the one that the inbox knows."""
    return httpx.Client(timeout=PATIENCE, base_url=base, headers={"Origin": origin})


@contextmanager
def inbox_served(case: InboxCase, *, worker: Works | None = None) -> Iterator[str]:
    """Serve the case's desk, which then knows its address; `http://127.0.0.1:PORT`, without a slash."""
    door = socket.create_server(("127.0.0.1", 0))
    port = door.getsockname()[1]
    case.configure(address=f"http://127.0.0.1:{port}/")
    server = server_for(case.desk, worker=worker, host="127.0.0.1", port=port)
    thread = threading.Thread(target=server.run, args=([door],), name="inbox-server")
    thread.start()
    until(lambda: server.started or not thread.is_alive(), "the inbox to start")
    assert thread.is_alive(), "the inbox did not start"
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the inbox did not stop"
