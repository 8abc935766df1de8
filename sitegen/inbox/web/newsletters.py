"""Links in mails of a newsletter: GET shows one button, POST acts. Programs that open every link change nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from sitegen.inbox.events import subscription_job
from sitegen.inbox.tokens import Claim, ExpiredTokenError, ForgedTokenError, Purpose, open_token
from sitegen.inbox.web.pages import NOWHERE, Around, Notice, visitor_notice
from sitegen.inbox.web.parsing import body_of
from sitegen.inbox.web.room import Room

Step = Callable[[Around, Claim], Response]


class Newsletters:
    """The endpoints for subscriptions."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def confirm(self, request: Request) -> Response:
        """`GET /s/{token}` asks, `POST` confirms."""
        step = self._confirmed if request.method == "POST" else self._ask_to_confirm
        return await self._answer(request, "confirm", step)

    async def unsubscribe(self, request: Request) -> Response:
        """`GET /u/{token}` asks, `POST` ends the subscription, whatever its body says (RFC 8058 sends one)."""
        step = self._unsubscribed if request.method == "POST" else self._ask_to_unsubscribe
        return await self._answer(request, "unsubscribe", step)

    async def _answer(self, request: Request, purpose: Purpose, step: Step) -> Response:
        if request.method == "POST":
            await body_of(request)
        token = request.path_params["token"]
        return await self._room.others.run(partial(self._opened, token, purpose, step))

    def _opened(self, token: str, purpose: Purpose, step: Step) -> Response:
        desk, pages = self._room.desk, self._room.pages
        try:
            claim = open_token(token, purpose, keys=desk.secrets.keys, now=desk.clock())
        except ForgedTokenError:
            return pages.secret_notice(NOWHERE, visitor_notice(NOWHERE, "not_found"), status=404)
        except ExpiredTokenError:
            return pages.secret_notice(NOWHERE, visitor_notice(NOWHERE, "expired"), status=410)
        return step(self._room.around(claim.site), claim)

    def _ask_to_confirm(self, around: Around, claim: Claim) -> Response:
        subscriber = self._room.desk.store.subscriber(claim.id)
        if subscriber is None:
            return self._gone(around)
        if subscriber.confirmed:
            return self._room.pages.secret_notice(around, visitor_notice(around, "confirmed"))
        return self._question(around, "confirm")

    def _confirmed(self, around: Around, claim: Claim) -> Response:
        desk = self._room.desk
        subscriber = desk.store.subscriber(claim.id)
        if subscriber is None:
            return self._gone(around)
        told = subscription_job("subscription.confirmed", subscriber, desk=desk)
        if desk.store.confirm(claim.id, now=desk.clock(), jobs=(told,)) is None:
            return self._gone(around)
        return self._room.pages.secret_notice(around, visitor_notice(around, "confirmed"))

    def _ask_to_unsubscribe(self, around: Around, claim: Claim) -> Response:
        if self._room.desk.store.subscriber(claim.id) is None:
            return self._room.pages.secret_notice(around, visitor_notice(around, "unsubscribed"))
        return self._question(around, "unsubscribe")

    def _unsubscribed(self, around: Around, claim: Claim) -> Response:
        desk = self._room.desk
        subscriber = desk.store.subscriber(claim.id)
        if subscriber is not None:
            told = subscription_job("subscription.removed", subscriber, desk=desk)
            desk.store.unsubscribe(claim.id, jobs=(told,))
        return self._room.pages.secret_notice(around, visitor_notice(around, "unsubscribed"))

    def _question(self, around: Around, key: str) -> Response:
        title = around.manifest.title if around.manifest else ""
        notice = Notice(
            title=around.say(f"inbox_{key}_title"),
            texts=(around.say(f"inbox_{key}_text", title=title),),
            button=around.say(f"inbox_{key}_button"),
        )
        return self._room.pages.secret_notice(around, notice)

    def _gone(self, around: Around) -> Response:
        return self._room.pages.secret_notice(around, visitor_notice(around, "gone"), status=410)
