"""The HTML of a form, the same on the site and on the pages of the inbox.

Works without a script and holds no style: classes begin with `form`, and a stylesheet has to move `form-decoy` out of
sight. Whatever is filled in is text and escaped. The pattern for faults is that of GOV.UK: a summary that takes the
focus, links to the fields, and the same words beside each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote

import msgspec
from markupsafe import Markup, escape

from sitegen.model.forms.controls import control, tag
from sitegen.model.forms.form import (
    PAGE_FIELD,
    PARENT_FIELD,
    POST_FIELD,
    PRIVACY_FIELD,
    SUM_CHECK_FIELD,
    SUM_FIELD,
    Fault,
    FieldSpec,
    FormSpec,
    FormTarget,
    SumQuestion,
)
from sitegen.model.forms.sum import NUMERALS
from sitegen.text.tone import Tone
from sitegen.text.wording import say

_SUM_LIMIT: Final = 20
_ALONG: Final = {PAGE_FIELD: "form_along_page", POST_FIELD: "form_along_post", PARENT_FIELD: "form_along_parent"}
"""What a mail says about where it was written, in words that are found again when it is pasted in as a comment."""


class _Filled(msgspec.Struct, frozen=True, kw_only=True):
    """A form with all that this one copy of it shows."""

    spec: FormSpec
    target: FormTarget
    values: Mapping[str, str]
    faults: tuple[Fault, ...]
    question: SumQuestion | None
    extra_hidden: tuple[tuple[str, str], ...]
    heading: int
    id: str

    def say(self, key: str, **facts: str | int) -> str:
        return say(key, self.spec.tone, facts)

    def fault_of(self, name: str) -> str:
        return next((fault.sentence for fault in self.faults if fault.field == name), "")


def form_markup(
    spec: FormSpec,
    target: FormTarget,
    *,
    values: Mapping[str, str] = {},
    faults: Sequence[Fault] = (),
    question: SumQuestion | None = None,
    extra_hidden: Sequence[tuple[str, str]] = (),
    heading: int = 2,
    form_id: str = "",
) -> Markup:
    """A whole form as HTML; for a target that is mail, a link that opens the visitor's mail program.

    `values` fill the fields (else what the spec says), `faults` stand in the summary and beside their fields,
    `extra_hidden` goes along (page, post, parent), `heading` is the level of the title, `form_id` the id of the form
    and the beginning of all others in it (else `form-NAME`).
    """
    form = _Filled(
        spec=spec,
        target=target,
        values=values,
        faults=tuple(faults),
        question=question,
        extra_hidden=tuple(extra_hidden),
        heading=heading,
        id=form_id or f"form-{spec.name}",
    )
    return _mail(form) if target.is_mail else _form(form)


def _form(form: _Filled) -> Markup:
    attributes = (
        ("class", "form"),
        ("id", form.id),
        ("action", form.target.action),
        ("method", "post"),
        ("accept-charset", "utf-8"),
        ("aria-labelledby", f"{form.id}-title"),
        *form.target.attributes,
    )
    inside = (
        *_head(form),
        tag("p", [("class", "form-legend")], form.say("form_legend")),
        *_hidden(form),
        *(
            control(form.id, field, _value(form, field), fault=form.fault_of(field.name), tone=form.spec.tone)
            for field in _visible(form)
        ),
        *_decoy(form),
        _privacy(form),
        tag(
            "p",
            [("class", "form-send")],
            tag("button", [("class", "button primary"), ("type", "submit")], form.spec.button),
        ),
    )
    return tag("form", attributes, _lines(inside))


def _head(form: _Filled) -> Iterator[Markup]:
    """Title, faults if there are any, introduction."""
    yield tag(f"h{form.heading}", [("id", f"{form.id}-title")], form.spec.title)
    if form.faults:
        yield _summary(form)
    for paragraph in form.spec.introduction.split("\n\n"):
        if paragraph.strip():
            yield tag("p", [], paragraph.strip())


def _summary(form: _Filled) -> Markup:
    """All faults, each a link to its field. `autofocus` brings the focus here without a script."""
    title = tag(
        f"h{min(form.heading + 1, 6)}",
        [("id", f"{form.id}-faults"), ("tabindex", "-1"), ("autofocus", "")],
        form.say("form_faults"),
    )
    shown = {field.name for field in _visible(form)} | {PRIVACY_FIELD}
    items = (
        tag("li", [], tag("a", [("href", f"#{form.id}-{fault.field}")], fault.sentence))
        if fault.field in shown
        else tag("li", [], fault.sentence)
        for fault in form.faults
    )
    alert = tag("div", [("role", "alert")], _lines((title, tag("ul", [], _lines(items)))))
    return tag("div", [("class", "form-summary")], alert)


def _visible(form: _Filled) -> tuple[FieldSpec, ...]:
    """The fields that are asked, the sum as the last of them."""
    asked = tuple(field for field in form.spec.fields if field.type != "hidden")
    return asked if form.question is None else (*asked, _sum_field(form.question, form.spec.tone))


def _sum_field(question: SumQuestion, tone: Tone) -> FieldSpec:
    """The sum in words, so that it is heard as it is meant, and in digits below."""
    words = {"left": NUMERALS[question.left], "right": NUMERALS[question.right]}
    return FieldSpec(
        name=SUM_FIELD,
        label=say("form_sum", tone, {**words}),
        hint=say("form_sum_hint", tone, {"sum": f"{question.left} + {question.right}"}),
        required=True,
        limit=_SUM_LIMIT,
    )


def _value(form: _Filled, field: FieldSpec) -> str:
    return form.values.get(field.name, field.value)


def _hidden(form: _Filled) -> Iterator[Markup]:
    own = ((field.name, _value(form, field)) for field in form.spec.fields if field.type == "hidden")
    check = ((SUM_CHECK_FIELD, form.question.check),) if form.question else ()
    for name, value in (*form.target.hidden, *own, *form.extra_hidden, *check):
        yield tag("input", [("type", "hidden"), ("name", name), ("value", value)])


def _decoy(form: _Filled) -> Iterator[Markup]:
    """A field that only programs fill in: out of sight, out of the tab order, silent for screen readers."""
    if not form.target.decoy:
        return
    decoy_id = f"{form.id}-{form.target.decoy}"
    kind = form.target.decoy_type
    silent = [("autocomplete", "off")] if kind == "text" else []  # HTML knows none for a box
    about = [("type", kind), ("id", decoy_id), ("name", form.target.decoy), ("tabindex", "-1")]
    field = tag("input", [*about, *silent])
    label = tag("label", [("for", decoy_id)], form.say("form_decoy"))
    yield tag("div", [("class", "form-decoy"), ("aria-hidden", "true")], _lines((label, field)))


def _privacy(form: _Filled) -> Markup:
    """The sentence at the button, or the box to be ticked."""
    sentence = _linked(form.spec.privacy_text, form.spec)
    if form.spec.privacy == "notice":
        return tag("p", [("class", "form-privacy")], sentence)
    box = FieldSpec(name=PRIVACY_FIELD, label="", type="checkbox", required=True)
    return control(
        form.id,
        box,
        form.values.get(PRIVACY_FIELD, ""),
        fault=form.fault_of(PRIVACY_FIELD),
        tone=form.spec.tone,
        label=sentence,
    )


def _linked(text: str, spec: FormSpec) -> Markup:
    """Text with the link to the privacy page in its place."""
    link = tag("a", [("href", spec.privacy_url)], spec.privacy_link) if spec.privacy_url else escape(spec.privacy_link)
    return escape(text).replace("{link}", link)


def _mail(form: _Filled) -> Markup:
    """A link instead of a form, with a mail that asks what the form would have asked."""
    subject = dict(form.target.hidden).get("subject", "")
    query = f"subject={quote(subject, safe='')}&body={quote(_body(form), safe='')}"
    plain = tag("a", [("href", form.target.action)], form.target.action.removeprefix("mailto:"))
    how = escape(form.say("form_mail_how", address="{address}")).replace("{address}", plain)
    more = form.say("form_privacy_more", link="{link}") if form.spec.privacy_url else ""
    notice = form.spec.privacy_text if form.spec.privacy == "notice" else more
    inside = (
        *_head(form),
        tag(
            "p",
            [("class", "form-send")],
            tag(
                "a",
                [("class", "button primary"), ("href", f"{form.target.action}?{query}")],
                form.say("form_mail_button"),
            ),
        ),
        tag("p", [("class", "form-hint")], how),
        *((tag("p", [("class", "form-privacy")], _linked(notice, form.spec)),) if notice else ()),
    )
    return tag("div", [("class", "form"), ("id", form.id)], _lines(inside))


def _body(form: _Filled) -> str:
    """The text of the mail: a line for each field, room for long answers, and what goes along."""
    lines = [_line_of(form, field) for field in form.spec.fields if field.type not in {"email", "checkbox", "hidden"}]
    along = [f"{form.say(_ALONG[name])}: {value}" for name, value in form.extra_hidden if value and name in _ALONG]
    return "\r\n".join((*lines, *along))


def _line_of(form: _Filled, field: FieldSpec) -> str:
    value = _value(form, field)
    if field.type == "textarea":
        return f"{field.label}:\r\n{value}\r\n"
    return f"{field.label}: {value}"


def _lines(parts: Iterable[Markup]) -> Markup:
    return Markup("\n").join(parts)
