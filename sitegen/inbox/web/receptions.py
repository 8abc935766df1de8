"""What a sender gets to see, for everything that can become of a form."""

from __future__ import annotations

from typing import Final

from starlette.responses import RedirectResponse, Response

from sitegen.inbox.judging.origins import in_ascii
from sitegen.inbox.judging.timing import insistence
from sitegen.inbox.receiving import Closed, Doubtful, Faulty, Full, Kept, NotThere, Reception, Sent, Unreadable
from sitegen.inbox.sent import typed
from sitegen.inbox.web.forms import hidden_values, same_form
from sitegen.inbox.web.headers import plain_headers
from sitegen.inbox.web.pages import NOWHERE, Around, Link, visitor_notice, ways_on
from sitegen.inbox.web.parsing import Pairs
from sitegen.inbox.web.room import Room, minutes, retry_after
from sitegen.model.forms.answers import TECHNICAL_FIELDS

_WHY: Final = {"full": "inbox_full", "often": "inbox_often", "unavailable": "inbox_broken"}


def answer_to(room: Room, reception: Reception, sent: Sent) -> Response:
    """The answer to a form. May wait for a manifest."""
    if isinstance(reception, Kept):
        return RedirectResponse(in_ascii(reception.url), 303, headers=plain_headers())
    around = room.around(sent.site)
    match reception:
        case Faulty():
            return _faulty(room, around, reception, sent=sent)
        case Doubtful():
            return _doubtful(room, around, reception, sent=sent)
        case Full():
            return full_page(room, around, reception, sent=sent)
        case Closed():
            return _closed(room, around, reception)
        case Unreadable() | NotThere():
            return _refused(room, around, reception)


def not_there(room: Room, around: Around = NOWHERE) -> Response:
    """404, in the colours of the site if it is one of ours."""
    return room.pages.notice(around, visitor_notice(around, "not_found"), status=404)


def full_page(room: Room, around: Around, full: Full, *, sent: Sent) -> Response:
    """503: whatever the reason, the text stays on the page, and one button sends it again."""
    key, spec = _WHY[full.why], full.spec
    return room.pages.visitor(
        "resend.html",
        around,
        title=around.say(f"{key}_title"),
        status=503,
        headers=retry_after(full.wait),
        leads_to=(spec.thanks_url,) if spec else (),
        texts=(around.say(f"{key}_text"), around.say("inbox_wait", n=minutes(full.wait))),
        button=around.say("inbox_again_button"),
        action=room.pages.path("f", sent.site, sent.form),
        hidden=sent.pairs,
        typed=typed(spec, dict(sent.pairs)) if spec else _unnamed(sent.pairs),
        links=ways_on(around),
    )


def _refused(room: Room, around: Around, reception: Unreadable | NotThere) -> Response:
    if isinstance(reception, NotThere):
        return not_there(room, around)
    return room.pages.notice(around, visitor_notice(around, "unreadable"), status=400)


def _faulty(room: Room, around: Around, faulty: Faulty, *, sent: Sent) -> Response:
    form = same_form(room.desk, room.pages, spec=faulty.spec, answers=faulty.answers, site=sent.site)
    return room.pages.visitor(
        "form.html",
        around,
        title=around.say("inbox_fault_title", title=faulty.spec.title),
        status=422,
        leads_to=(faulty.spec.thanks_url,),
        form=form,
        about=None,
    )


def _doubtful(room: Room, around: Around, doubtful: Doubtful, *, sent: Sent) -> Response:
    spec, values = doubtful.spec, doubtful.values
    token = insistence(room.desk, site=sent.site, form=spec.name, values=values)
    title = "inbox_insist_title" if spec.kind == "comment" else "inbox_insist_subscribe_title"
    text = "inbox_insist_again_text" if doubtful.again else "inbox_insist_text"
    return room.pages.visitor(
        "resend.html",
        around,
        title=around.say(title),
        leads_to=(spec.thanks_url,),
        texts=(around.say(text),),
        button=around.say("inbox_insist_button"),
        action=room.pages.path("f", sent.site, sent.form),
        hidden=hidden_values(values, token),
        typed=typed(spec, values),
        links=(),
    )


def _closed(room: Room, around: Around, closed: Closed) -> Response:
    back = Link(url=closed.post.url, label=around.say("inbox_about_post", title=closed.post.title))
    return room.pages.visitor(
        "resend.html",
        around,
        title=around.say("inbox_closed_title"),
        status=403,
        texts=(around.say("inbox_closed_text"),),
        button="",
        action="",
        hidden=(),
        typed=typed(closed.spec, closed.values),
        links=(back, *ways_on(around)),
    )


def _unnamed(pairs: Pairs) -> Pairs:
    """What was typed where nobody knows the form: without what goes along hidden, and without labels."""
    return tuple(("", value) for name, value in pairs if value and name not in TECHNICAL_FIELDS)
