"""Where visitors send forms to, and the forms that the inbox shows itself."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from sitegen.inbox.receiving import FULL_WAIT, Full, Sent, receive
from sitegen.inbox.web.forms import asked_form, fresh_form
from sitegen.inbox.web.lanes import LaneFullError
from sitegen.inbox.web.pages import NOWHERE, Link, Notice, ways_on
from sitegen.inbox.web.parsing import form_pairs
from sitegen.inbox.web.receptions import answer_to, full_page, not_there
from sitegen.inbox.web.room import Room, unavailable
from sitegen.model.forms.form import COMMENT_FORM


class Visitors:
    """The endpoints for forms."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def submit(self, request: Request) -> Response:
        """`POST /f/{site}/{form}`."""
        sent = Sent(
            site=request.path_params["site"],
            form=request.path_params["form"],
            pairs=await form_pairs(request),
            origin=request.headers.get("origin"),
            fetch_site=request.headers.get("sec-fetch-site"),
            sender=self._room.sender(request),
        )
        lane = self._room.comments if sent.form == COMMENT_FORM else self._room.others
        try:
            return await lane.run(partial(self._submitted, sent))
        except LaneFullError:
            return full_page(self._room, NOWHERE, Full(why="full", wait=FULL_WAIT), sent=sent)

    async def show(self, request: Request) -> Response:
        """`GET /f/{site}/{form}?post=&parent=`."""
        site, form = request.path_params["site"], request.path_params["form"]
        post, parent = (request.query_params.get(name, "") for name in ("post", "parent"))
        return await self._room.others.run(partial(self._shown, site, form, post=post, parent=parent))

    def _submitted(self, sent: Sent) -> Response:
        return answer_to(self._room, receive(self._room.door, sent), sent)

    def _shown(self, site: str, form: str, *, post: str, parent: str) -> Response:
        room, around = self._room, self._room.around(site)
        if around.manifest is None:
            return unavailable(room, NOWHERE) if room.desk.site(site) else not_there(room)
        asked = asked_form(room.desk, around.manifest, form=form, post=post, parent=parent, site=site)
        if asked is None:
            return not_there(room, around)
        if asked.is_closed and asked.post:
            back = Link(url=asked.post.url, label=around.say("inbox_about_post", title=asked.post.title))
            title, text = around.say("inbox_closed_title"), around.say("inbox_closed_bare_text")
            return room.pages.notice(around, Notice(title=title, texts=(text,), links=(back, *ways_on(around))))
        return room.pages.visitor(
            "form.html",
            around,
            title=asked.spec.title,
            leads_to=(asked.spec.thanks_url,),
            form=fresh_form(room.desk, room.pages, asked, site=site),
            about=asked.about,
        )
