"""Forms as the inbox itself shows them: to answer a comment, to report one, and again when something was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec
from markupsafe import Markup

from sitegen.inbox.desk import Desk
from sitegen.inbox.judging.timing import shown_now
from sitegen.inbox.receiving import is_open, may_be_meant
from sitegen.inbox.web.pages import Pages
from sitegen.model.comments.comment import comment_anchor
from sitegen.model.forms.form import (
    DECOY_FIELD,
    PAGE_FIELD,
    PARENT_FIELD,
    POST_FIELD,
    TIME_FIELD,
    Answers,
    FormSpec,
    FormTarget,
    SumQuestion,
)
from sitegen.model.forms.markup import form_markup
from sitegen.model.forms.sum import sum_for
from sitegen.model.inbox_manifest import InboxManifest, ManifestPost

ALONG: tuple[str, ...] = (PAGE_FIELD, POST_FIELD, PARENT_FIELD, TIME_FIELD)
"""What goes along hidden with a form."""
_REPORTED: str = "content"
"""The field of the report form that says which comment is meant."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a form is about: a post, and the comment that is answered."""

    title: str
    url: str
    reply_to: str = ""
    """The name of who wrote that comment; empty where there is none or it is not known here."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A form that somebody wants to see."""

    spec: FormSpec
    post: ManifestPost | None = None
    parent: str = ""
    about: About | None = None
    is_closed: bool = False


def asked_form(desk: Desk, manifest: InboxManifest, *, form: str, post: str, parent: str, site: str) -> Asked | None:
    """The form of that name; None if there is no such form, post or public comment. Raises StoreUnavailableError."""
    spec = manifest.form(form)
    if spec is None:
        return None
    if spec.kind not in {"comment", "report"}:
        return Asked(spec=spec)
    subject = manifest.post(post)
    if subject is None or (parent and not may_be_meant(desk, parent, site=site, post=post)):
        return None
    item = desk.store.item(parent) if parent else None
    url = f"{subject.url}#{comment_anchor(parent)}" if parent else subject.url
    return Asked(
        spec=spec,
        post=subject,
        parent=parent,
        about=About(title=subject.title, url=url, reply_to=item.name if item and spec.kind == "comment" else ""),
        is_closed=spec.kind == "comment" and not is_open(subject, desk.clock()),
    )


def fresh_form(desk: Desk, pages: Pages, asked: Asked, *, site: str) -> Markup:
    """The form, empty, with the instant at which it is shown."""
    spec, about = asked.spec, asked.about
    page = urlsplit(asked.post.url).path if asked.post else ""
    along = {
        PAGE_FIELD: page,
        POST_FIELD: asked.post.id if asked.post else "",
        PARENT_FIELD: asked.parent,
        TIME_FIELD: shown_now(desk, site=site, form=spec.name),
    }
    reported = {_REPORTED: about.url} if about and spec.kind == "report" and spec.field(_REPORTED) else {}
    return form_markup(
        spec,
        target_for(pages, site=site, form=spec.name),
        values=reported,
        question=question_for(desk, spec, page=page, site=site),
        extra_hidden=[(name, value) for name, value in along.items() if value],
        heading=1,
    )


def same_form(desk: Desk, pages: Pages, *, spec: FormSpec, answers: Answers, site: str) -> Markup:
    """The form once more, with what was typed and what is wrong with it."""
    values = answers.values
    return form_markup(
        spec,
        target_for(pages, site=site, form=spec.name),
        values=values,
        faults=answers.faults,
        question=question_for(desk, spec, page=values.get(PAGE_FIELD, ""), site=site),
        extra_hidden=[(name, values[name]) for name in ALONG if values.get(name)],
        heading=1,
    )


def target_for(pages: Pages, *, site: str, form: str) -> FormTarget:
    """Our own door, as the browser sees it."""
    return FormTarget(action=pages.path("f", site, form), decoy=DECOY_FIELD)


def question_for(desk: Desk, spec: FormSpec, *, page: str, site: str) -> SumQuestion | None:
    """The sum, where the site asks one and we have its key."""
    key = desk.secrets.form_key
    return sum_for(spec.name, page, site=site, key=key) if spec.sum and key else None


def hidden_values(values: Mapping[str, str], token: str) -> tuple[tuple[str, str], ...]:
    """Everything that was sent, to be sent again with a new token (or the same, if there is none)."""
    kept = {name: value for name, value in values.items() if value}
    return tuple((kept | ({TIME_FIELD: token} if token else {})).items())
