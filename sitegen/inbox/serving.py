"""The inbox behind a port: uvicorn with the deadlines of a door that anybody may knock at.

It belongs behind a reverse proxy, which speaks TLS and keeps slow and huge requests away; what gets through is met here
once more. No request is ever logged.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Final

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from sitegen.inbox.desk import Desk
from sitegen.inbox.web.app import Works, make_app
from sitegen.inbox.web.bare import bare_answer

HEAD_SECONDS: Final = 4.0
"""How long the head of a request may take; a body has `parsing.BODY_SECONDS`, so that both take 10 at most."""
READ_SECONDS: Final = 6.0
"""How long an answer waits for somebody who reads nothing of it."""
LARGEST_HEAD: Final = 16 * 1024
"""Bytes of a request's line and headers."""
MOST_CONNECTIONS: Final = 1_000
_IDLE_SECONDS: Final = 5
_LINGER_SECONDS: Final = 1.0
_CROWD_SECONDS: Final = 60
_CLOSING_SECONDS: Final = 15
"""How long requests that are being answered have when the inbox is stopped; a decision hook takes up to ten."""


class Protocol(H11Protocol):
    """HTTP/1.1 that does not wait for ever: neither for a head, nor for the rest of a body nobody reads any more."""

    _deadline: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None
    _is_refused: bool = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        """Somebody knocks."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            self._refuse(bare_answer(503, "unavailable", retry_after=_CROWD_SECONDS))
            return
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Some bytes of a request."""
        if not self._is_refused:
            super().data_received(data)
            self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        super().connection_lost(exc)
        self._call_off()
        self._is_read()

    def pause_writing(self) -> None:
        """They read more slowly than we write; whoever reads nothing at all is left."""
        super().pause_writing()
        self._wait_for_reader()

    def resume_writing(self) -> None:
        """They have read."""
        super().resume_writing()
        self._is_read()

    def on_response_complete(self) -> None:
        """One request is answered; the next may come."""
        super().on_response_complete()
        self._watch()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP; `msg`, which is in English, is told to nobody."""
        del msg
        self._refuse(bare_answer(400, "unreadable"))

    def _watch(self) -> None:
        """While no request is being answered, the one that is to come has a deadline."""
        if self._is_answering():
            self._call_off()
        elif self._deadline is None and not self._is_refused:
            self._deadline = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _is_answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def _call_off(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _wait_for_reader(self) -> None:
        left = self.transport.get_write_buffer_size()
        self._unread = self.loop.call_later(READ_SECONDS, self._go_on_or_leave, left)

    def _go_on_or_leave(self, left_before: int) -> None:
        if self.transport.get_write_buffer_size() < left_before:
            self._wait_for_reader()
        else:
            self.transport.abort()

    def _is_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _give_up(self) -> None:
        has_begun, _ = self.conn.trailing_data
        if has_begun and not self._is_answering():
            self._refuse(bare_answer(408, "too_slow"))
        else:
            self.transport.close()

    def _refuse(self, answer: bytes) -> None:
        """Answer and say no more. What still comes is thrown away: closing at once would cut the answer off."""
        if self._is_refused or self.transport.is_closing():
            return
        self._is_refused = True
        self.transport.write(answer)
        self.transport.write_eof()
        self.loop.call_later(_LINGER_SECONDS, self.transport.close)


class _Server(uvicorn.Server):
    """Ends as soon as it is open where it was told to before it heard signals itself."""

    told_to_end: threading.Event | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """From here on uvicorn hears signals."""
        await super().startup(sockets)
        if self.told_to_end and self.told_to_end.is_set():
            self.should_exit = True


def server_for(desk: Desk, *, worker: Works | None = None, host: str, port: int) -> _Server:
    """The server, ready to be run. Raises ValueError for a proxy in the settings that is no address."""
    config = uvicorn.Config(
        make_app(desk, worker=worker),
        host=host,
        port=port,
        http=Protocol,
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        h11_max_incomplete_event_size=LARGEST_HEAD,
        timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=_CLOSING_SECONDS,
    )
    return _Server(config)


def serve(desk: Desk, *, worker: Works | None = None, host: str, port: int, told_to_end: threading.Event) -> None:
    """Serve until SIGINT or SIGTERM, then finish what is being answered. Raises OSError for a place that is taken.

    Whoever calls hears signals until the server does, and sets `told_to_end`.
    """
    server = server_for(desk, worker=worker, host=host, port=port)
    server.told_to_end = told_to_end
    server.run()
