"""The inbox as an ASGI application: which address is answered by whom, and the worker beside it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final, Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sitegen.inbox.capacity import Capacity
from sitegen.inbox.desk import Desk
from sitegen.inbox.limits import Gate, networks
from sitegen.inbox.receiving import Door
from sitegen.inbox.web.lanes import Lane
from sitegen.inbox.web.machines import Machines
from sitegen.inbox.web.newsletters import Newsletters
from sitegen.inbox.web.pages import NOWHERE, Pages, visitor_notice
from sitegen.inbox.web.review import Reviews
from sitegen.inbox.web.room import Endpoint, Room, guarded
from sitegen.inbox.web.visitors import Visitors

THREADS: Final = 8
"""Of each lane."""
WAITING: Final = 200
"""Requests that may wait before a lane."""
_STOPS_WITHIN: Final = 5.0
"""Seconds that the worker has to end."""


class Works(Protocol):
    """What runs beside the door until it is told to stop."""

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set."""


def make_app(desk: Desk, *, worker: Works | None = None) -> Starlette:
    """The application for a desk; `worker` runs in a thread of its own as long as the application does.

    Raises ValueError for a proxy in the settings that is no address.
    """
    room = room_for(desk)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        stop = threading.Event()
        thread = threading.Thread(target=worker.run, args=(stop,), name="inbox-worker") if worker else None
        if thread:
            thread.start()
        yield
        stop.set()
        room.comments.close()
        room.others.close()
        if thread:
            thread.join(_STOPS_WITHIN)

    return Starlette(routes=_routes(room), exception_handlers={HTTPException: _refused_by(room)}, lifespan=lifespan)


def room_for(desk: Desk) -> Room:
    """What requests work with."""
    gate = Gate(desk.config.limits, desk.chance)
    return Room(
        desk=desk,
        door=Door(desk=desk, gate=gate, capacity=Capacity(desk)),
        pages=Pages(desk.config.address),
        comments=Lane("comments", threads=THREADS, waiting=WAITING),
        others=Lane("others", threads=THREADS, waiting=WAITING),
        proxies=networks(desk.config.proxies),
    )


def _routes(room: Room) -> list[Route]:
    visitors, reviews, machines = Visitors(room), Reviews(room), Machines(room)
    newsletters = Newsletters(room)

    def route(path: str, method: str, endpoint: Endpoint) -> Route:
        return Route(path, guarded(endpoint, room), methods=[method])

    return [
        route("/f/{site}/{form}", "POST", visitors.submit),
        route("/f/{site}/{form}", "GET", visitors.show),
        route("/m/{token}", "GET", reviews.show),
        route("/m/{token}", "POST", reviews.act),
        route("/s/{token}", "GET", newsletters.confirm),
        route("/s/{token}", "POST", newsletters.confirm),
        route("/u/{token}", "GET", newsletters.unsubscribe),
        route("/u/{token}", "POST", newsletters.unsubscribe),
        route("/x/{site}", "GET", machines.export),
        route("/health", "GET", machines.health),
        route("/style-{site}.css", "GET", machines.style),
        route("/style.css", "GET", machines.style),
    ]


def _refused_by(room: Room) -> Callable[[Request, Exception], Response]:
    """Pages for what no route answers."""

    def refused(_request: Request, error: Exception) -> Response:
        status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
        key = {404: "not_found", 405: "not_allowed"}.get(status, "unreadable")
        return room.pages.notice(NOWHERE, visitor_notice(NOWHERE, key), status=status, headers=headers)

    return refused
