"""What every request works with: the desk, the door, the pages and the lanes."""

from __future__ import annotations

import logging
import math
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from sitegen.inbox.desk import Desk, ManifestUnavailableError
from sitegen.inbox.limits import Address, Network, sender_of
from sitegen.inbox.receiving import UNAVAILABLE_WAIT, Door
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.web.lanes import Lane, LaneFullError
from sitegen.inbox.web.pages import NOWHERE, Around, Notice, Pages, visitor_notice, ways_on
from sitegen.inbox.web.parsing import RefusedError
from sitegen.model.inbox_manifest import InboxManifest

_LOG: Final = logging.getLogger("sitegen.inbox")

Endpoint = Callable[[Request], Awaitable[Response]]


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """One inbox as its pages see it."""

    desk: Desk
    door: Door
    pages: Pages
    comments: Lane
    others: Lane
    proxies: tuple[Network, ...]

    def around(self, site_id: str) -> Around:
        """What stands around a page of a site; nothing for one that is unknown or silent. May wait for a manifest."""
        manifest = self.manifest(site_id)
        return Around(site=site_id, manifest=manifest) if manifest else NOWHERE

    def manifest(self, site_id: str) -> InboxManifest | None:
        """The manifest of a site, if there is one to be had."""
        try:
            return self.desk.manifest(site_id)
        except (KeyError, ManifestUnavailableError):
            return None

    def sender(self, request: Request) -> Address | None:
        """Who a request comes from; to be counted and forgotten."""
        peer = request.client.host if request.client else None
        return sender_of(peer, request.headers.getlist("x-forwarded-for"), self.proxies)


def guarded(endpoint: Endpoint, room: Room) -> Endpoint:
    """The endpoint, with a page for whatever keeps it from answering. Nothing of the request is ever logged."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except RefusedError as refused:
            return room.pages.notice(NOWHERE, visitor_notice(NOWHERE, refused.sentence), status=refused.status)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except (StoreUnavailableError, LaneFullError):
            return unavailable(room, NOWHERE)
        except Exception as error:  # noqa: BLE001 - a trace might quote what somebody wrote; its kind is enough
            _LOG.error("inbox: %s in %s", type(error).__name__, endpoint.__name__)
            return room.pages.notice(NOWHERE, visitor_notice(NOWHERE, "failed"), status=500)

    return answer


def unavailable(room: Room, around: Around) -> Response:
    """Come back later."""
    title = around.say("inbox_unavailable_title")
    texts = (around.say("inbox_unavailable_text"), around.say("inbox_wait", n=minutes(UNAVAILABLE_WAIT)))
    notice = Notice(title=title, texts=texts, links=ways_on(around))
    return room.pages.notice(around, notice, status=503, headers=retry_after(UNAVAILABLE_WAIT))


def retry_after(wait: timedelta) -> dict[str, str]:
    """The header that tells programs when to come back."""
    return {"Retry-After": str(max(1, math.ceil(wait.total_seconds())))}


def minutes(wait: timedelta) -> int:
    """Minutes to be told to a person: at least one."""
    return max(1, math.ceil(wait / timedelta(minutes=1)))
