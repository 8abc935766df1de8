"""What programs ask for: approved comments as signed JSONL, whether all is well, and the stylesheet of a site."""

from __future__ import annotations

import hmac
from datetime import timedelta
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sitegen.inbox.publishing.exporting import exported
from sitegen.inbox.records import JobKind
from sitegen.inbox.status import oldest_mail
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.web.headers import plain_headers
from sitegen.inbox.web.room import Room
from sitegen.inbox.webhooks.signing import signature_headers

LATE: Final = timedelta(hours=6)
"""A mail that waits for longer needs somebody."""

_MAILS: Final[tuple[JobKind, ...]] = ("mail",)


class Machines:
    """The endpoints for programs."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def export(self, request: Request) -> Response:
        """`GET /x/{site}` with `Authorization: Bearer SITEGEN_EXPORT_TOKEN`.

        A line for each comment that is approved (the fields of its file) or withdrawn (`{"withdrawn": ULID, "post":
        …}`), the oldest first, signed by Standard Webhooks with the token as secret. Comments whose time here is over
        are in neither: what is missing stays as it is.
        """
        return await self._room.others.run(partial(self._exported, request))

    async def health(self, _request: Request) -> Response:
        """`GET /health`: 200 while things can be kept and mails go out, else 503. Nothing about anybody."""
        return await self._room.others.run(self._healthy)

    async def style(self, request: Request) -> Response:
        """`GET /style-{site}.css`, and `/style.css` for pages of no site."""
        site = request.path_params.get("site", "")
        return await self._room.others.run(lambda: self._room.pages.style(self._room.around(site)))

    def _exported(self, request: Request) -> Response:
        desk, site = self._room.desk, request.path_params["site"]
        token = desk.secrets.export_token
        given = request.headers.get("authorization", "").encode()
        if not token or not hmac.compare_digest(given, f"Bearer {token}".encode()):
            return Response(status_code=401, headers={**plain_headers(), "WWW-Authenticate": "Bearer"})
        if desk.site(site) is None:
            return Response(status_code=404, headers=plain_headers())
        body = b"".join(line + b"\n" for line in exported(desk, site))
        signed = signature_headers(desk.new_id(), body, now=desk.clock(), secrets=[token.encode()])
        headers = {**plain_headers(), **signed}
        return Response(body, headers=headers, media_type="application/jsonl")

    def _healthy(self) -> Response:
        desk = self._room.desk
        try:
            desk.store.check()
            mails = desk.store.jobs(kinds=_MAILS, dead=False)
        except StoreUnavailableError:
            return JSONResponse({"store": False}, 503, headers=plain_headers())
        now = desk.clock()
        waiting = oldest_mail(mails, now)
        oldest = now - waiting.since if waiting else timedelta(0)
        report = {"store": True, "oldest_unsent_mail_seconds": int(oldest.total_seconds())}
        return JSONResponse(report, 503 if oldest > LATE else 200, headers=plain_headers())
