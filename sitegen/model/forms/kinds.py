"""From what the owner says about a form to the finished spec: its fields, and every sentence around them.

Pure, with explicit arguments: it knows neither pages nor routes. What is wrong with a form is for `form_faults`.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sitegen.model.common import typeset
from sitegen.model.forms.faults import form_faults
from sitegen.model.forms.fields import BEFORE_OWN_FIELDS, FIELDS, own_field, service_field, worded
from sitegen.model.forms.form import COMMENT_FORM, DECLARATIONS, REPORT_FORM, FieldSpec, FormKind, FormSpec, PrivacyMode
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Form, form_name
from sitegen.text.locales import Language
from sitegen.text.tone import Tone
from sitegen.text.wording import say


class FormContext(msgspec.Struct, frozen=True, kw_only=True):
    """What a form takes from the site or the page around it."""

    tone: Tone
    language: Language
    privacy: PrivacyMode = "notice"
    """Where the form itself says nothing."""
    privacy_url: str = ""
    """Full address of the privacy page; empty where there is none."""
    asks_sum: bool = False
    """Whether a sum is asked: provider inbox, `sum: yes`, and a key is there."""


def form_spec(
    form: Form, context: FormContext, *, thanks_url: str, services: Sequence[str] = (), service: str = ""
) -> FormSpec:
    """The finished form, as far as the owner's words allow: what `form_faults` finds is left out of it.

    `services` are titles to choose from in a quote form (without any the choice is left out), `service` the title that
    is filled in; `thanks_url` is a full address.
    """
    tone, language = context.tone, context.language
    is_declaration = form.kind in DECLARATIONS
    privacy = "notice" if is_declaration else _privacy(form.privacy or context.privacy, context)
    return FormSpec(
        name=form_name(form),
        kind=form.kind,
        title=typeset(form.title, language) or say(f"form_title_{form.kind}", tone, {}),
        introduction=typeset(form.text, language),
        fields=_fields(form, context, services=tuple(services), service=service),
        button=typeset(form.button, language) or say(f"form_button_{form.kind}", tone, {}),
        privacy=privacy,
        privacy_text=_privacy_text(form.kind, privacy, context),
        privacy_link=say("form_privacy_link", tone, {}),
        privacy_url=context.privacy_url,
        thanks_url=thanks_url,
        tone=tone,
        receipt=form.receipt or is_declaration,
        sum=context.asks_sum and not is_declaration,
    )


def comment_spec(comments: Comments, context: FormContext, *, thanks_url: str) -> FormSpec:
    """The form below a post: `comments` say whether an e-mail address and a website are asked."""
    left_out = {"email"} if comments.email == "off" else set()
    if not comments.website:
        left_out.add("website")
    fields = tuple(
        msgspec.structs.replace(field, required=True)
        if field.name == "email" and comments.email == "required"
        else field
        for field in _standard("comment", context.tone)
        if field.name not in left_out
    )
    return _own_form("comment", COMMENT_FORM, context, fields=fields, thanks_url=thanks_url, asks_sum=context.asks_sum)


def report_spec(context: FormContext, *, thanks_url: str) -> FormSpec:
    """The form to report a comment (DSA Art. 16). The inbox alone serves it, so it asks no sum."""
    fields = _standard("report", context.tone)
    return _own_form("report", REPORT_FORM, context, fields=fields, thanks_url=thanks_url, asks_sum=False)


def _own_form(
    kind: FormKind, name: str, context: FormContext, *, fields: tuple[FieldSpec, ...], thanks_url: str, asks_sum: bool
) -> FormSpec:
    """A form that no owner writes."""
    privacy = _privacy(context.privacy, context)
    return FormSpec(
        name=name,
        kind=kind,
        title=say(f"form_title_{kind}", context.tone, {}),
        fields=fields,
        button=say(f"form_button_{kind}", context.tone, {}),
        privacy=privacy,
        privacy_text=_privacy_text(kind, privacy, context),
        privacy_link=say("form_privacy_link", context.tone, {}),
        privacy_url=context.privacy_url,
        thanks_url=thanks_url,
        tone=context.tone,
        sum=asks_sum,
    )


def _fields(form: Form, context: FormContext, *, services: tuple[str, ...], service: str) -> tuple[FieldSpec, ...]:
    """Standard and own fields in their order."""
    standard = tuple(
        _for_this_form(field, form, context.tone, services=services, service=service)
        for field in _standard(form.kind, context.tone)
        if (field.required or field.name not in form.without) and (field.name != "service" or services or service)
    )
    own = _own_fields(form, context.language)
    place = next((n for n, field in enumerate(standard) if field.name == BEFORE_OWN_FIELDS), len(standard))
    return (*standard[:place], *own, *standard[place:])


def _for_this_form(field: FieldSpec, form: Form, tone: Tone, *, services: tuple[str, ...], service: str) -> FieldSpec:
    """A standard field with what is special in this form."""
    if field.name == "service":
        return service_field(field, services, service)
    if field.name == "email" and form.receipt:
        return msgspec.structs.replace(field, hint=say("form_receipt_hint", tone, {}))
    return field


def _own_fields(form: Form, language: Language) -> tuple[FieldSpec, ...]:
    """The owner's fields without those whose name is taken: a form never sends one name twice."""
    taken = {fault.path for fault in form_faults(form)}
    return tuple(
        own_field(field, language) for n, field in enumerate(form.fields) if ("fields", n, "name") not in taken
    )


def _standard(kind: FormKind, tone: Tone) -> tuple[FieldSpec, ...]:
    return tuple(worded(field, tone) for field in FIELDS[kind])


def _privacy(mode: PrivacyMode, context: FormContext) -> PrivacyMode:
    """Without a page there is nothing to have read, only something to be told."""
    return "notice" if mode == "acknowledge" and not context.privacy_url else mode


def _privacy_text(kind: FormKind, mode: PrivacyMode, context: FormContext) -> str:
    """The sentence at the button; `{link}` stays in it for whoever makes the link."""
    if mode == "acknowledge":
        return say("form_acknowledge", context.tone, {"link": "{link}"})
    text = say(f"form_{mode}_{kind}", context.tone, {})
    return f"{text} {say('form_privacy_more', context.tone, {'link': '{link}'})}" if context.privacy_url else text
