"""The owner's page about one item: GET shows, POST decides. Its address is a key, for this one item and for 14 days.

Programs that open every link in a mail change nothing by it. A decision names the revision that was looked at; if
somebody else was quicker, or the text has changed, the page says so and shows how things stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from sitegen.inbox.desk import ManifestUnavailableError
from sitegen.inbox.records import Item
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.tokens import Claim, ExpiredTokenError, ForgedTokenError, open_token, review_url
from sitegen.inbox.web.deciding import Decided, decide
from sitegen.inbox.web.lanes import LaneFullError
from sitegen.inbox.web.pages import NOWHERE, Notice
from sitegen.inbox.web.parsing import form_pairs
from sitegen.inbox.web.review_page import Typed, already_said, review_page
from sitegen.inbox.web.room import Room
from sitegen.inbox.wording import tell

_FORGED: Final = 404
_GONE: Final = 410
_UNAVAILABLE: Final = 503
_TYPED: Final = {"reply": "reply_label", "name": "name", "website": "website", "text": "text"}


class Reviews:
    """The endpoints for the owner."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request) -> Response:
        """`GET /m/{token}`."""
        return await self._room.others.run(partial(self._opened, request.path_params["token"], None))

    async def act(self, request: Request) -> Response:
        """`POST /m/{token}`."""
        form, token = dict(await form_pairs(request)), request.path_params["token"]
        try:
            return await self._room.others.run(partial(self._opened, token, form))
        except (StoreUnavailableError, ManifestUnavailableError, LaneFullError):
            return self._not_saved(token, form)

    def _opened(self, token: str, form: Mapping[str, str] | None) -> Response:
        """The page for a token; with a form, what it says is done before."""
        desk = self._room.desk
        try:
            claim = open_token(token, "mod", keys=desk.secrets.keys, now=desk.clock())
        except ForgedTokenError:
            return self._notice("unknown", status=_FORGED)
        except ExpiredTokenError:
            return self._notice("expired", status=_GONE)
        item = desk.store.item(claim.id)
        if item is None or item.site != claim.site:
            return self._notice("gone", status=_GONE)
        if form is None:
            return self._page(item, claim)
        return self._decided(item, claim, form)

    def _decided(self, item: Item, claim: Claim, form: Mapping[str, str]) -> Response:
        typed = Typed(
            reply=form.get("reply", ""),
            name=form.get("name", item.name),
            website=form.get("website", item.website),
            text=form.get("text", item.text),
        )
        decided = decide(self._room.desk, item, form, manifest=self._room.manifest(item.site))
        if decided.item is None:
            return self._notice("gone", status=_GONE)
        return self._page(decided.item, claim, decided=decided, typed=typed if decided.keeps_typed else None)

    def _page(
        self, item: Item, claim: Claim, *, decided: Decided | None = None, typed: Typed | None = None
    ) -> Response:
        desk, around = self._room.desk, self._room.around(item.site)
        parent = desk.store.item(item.parent) if item.parent else None
        page = review_page(
            item,
            config=desk.config,
            manifest=around.manifest,
            parent=parent,
            parent_review=review_url(desk, parent) if parent and item.kind == "report" else "",
            said=decided.said if decided else already_said(item, around.manifest),
            is_edited=decided is None and claim.digest != item.digest,
            is_editing=decided is not None and decided.is_editing,
            typed=typed,
        )
        status = decided.status if decided else 200
        title = tell("fault_title", title=page.title) if page.said and page.said.is_fault else page.title
        return self._room.pages.secret("review.html", around, title=title, status=status, page=page, tell=tell)

    def _not_saved(self, token: str, form: Mapping[str, str]) -> Response:
        """Nothing has happened; what was typed stays, and one button tries again."""
        typed = tuple((tell(label), form[name]) for name, label in _TYPED.items() if form.get(name))
        return self._room.pages.secret(
            "resend.html",
            NOWHERE,
            title=tell("not_saved_title"),
            status=_UNAVAILABLE,
            texts=(tell("not_saved_text"),),
            button=tell("again"),
            action=self._room.pages.path("m", token),
            hidden=tuple(form.items()),
            typed=typed,
            links=(),
        )

    def _notice(self, key: str, *, status: int) -> Response:
        notice = Notice(title=tell(f"{key}_title"), texts=(tell(f"{key}_text"),))
        return self._room.pages.secret_notice(NOWHERE, notice, status=status)
