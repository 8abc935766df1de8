"""The fields that each kind of form brings along, and what the owner says about fields and name of a form.

In the tables below a label and a hint are keys of the wording; `worded` puts the sentences in their place.
"""

from __future__ import annotations

import unicodedata
from typing import Final

import msgspec

from sitegen.model.comments.comment import NAME_LIMIT, TEXT_LIMIT, WEBSITE_LIMIT
from sitegen.model.common import typeset
from sitegen.model.forms.email import LONGEST as EMAIL_LIMIT
from sitegen.model.forms.form import FieldSpec, FormKind
from sitegen.settings.forms import FormField
from sitegen.text.locales import Language
from sitegen.text.tone import Tone
from sitegen.text.wording import say

_PHONE_LIMIT: Final = 40
_TIME_LIMIT: Final = 120
_MESSAGE_LIMIT: Final = 8_000
_REASON_LIMIT: Final = 4_000
_ADDRESS_LIMIT: Final = 500

_NAME: Final = FieldSpec(name="name", label="form_name", autocomplete="name", limit=NAME_LIMIT)
_NAME_REQUIRED: Final = msgspec.structs.replace(_NAME, required=True)
_EMAIL: Final = FieldSpec(name="email", label="form_email", type="email", autocomplete="email", limit=EMAIL_LIMIT)
_EMAIL_REQUIRED: Final = msgspec.structs.replace(_EMAIL, required=True)
_EMAIL_FOR_RECEIPT: Final = msgspec.structs.replace(_EMAIL, required=True, hint="form_declaration_email_hint")
_PHONE: Final = FieldSpec(
    name="phone", label="form_phone", type="tel", hint="form_phone_hint", autocomplete="tel", limit=_PHONE_LIMIT
)
_MESSAGE: Final = FieldSpec(name="message", label="form_message", type="textarea", limit=_MESSAGE_LIMIT)
_MESSAGE_REQUIRED: Final = msgspec.structs.replace(_MESSAGE, required=True)

FIELDS: Final[dict[FormKind, tuple[FieldSpec, ...]]] = {
    "contact": (_NAME, _EMAIL_REQUIRED, _PHONE, _MESSAGE_REQUIRED),
    "callback": (
        _NAME_REQUIRED,
        msgspec.structs.replace(_PHONE, required=True),
        FieldSpec(name="time", label="form_time", hint="form_time_hint", limit=_TIME_LIMIT),
        _MESSAGE,
    ),
    "quote": (
        FieldSpec(name="service", label="form_service", type="choice"),
        _NAME,
        _EMAIL_REQUIRED,
        _MESSAGE_REQUIRED,
    ),
    "newsletter": (_EMAIL_REQUIRED, _NAME),
    "withdrawal": (
        _NAME_REQUIRED,
        FieldSpec(
            name="contract", label="form_contract", hint="form_contract_hint", required=True, limit=_ADDRESS_LIMIT
        ),
        _EMAIL_FOR_RECEIPT,
    ),
    "cancellation": (
        _NAME_REQUIRED,
        FieldSpec(
            name="contract", label="form_contract", hint="form_contract_hint", required=True, limit=_ADDRESS_LIMIT
        ),
        FieldSpec(
            name="ending",
            label="form_ending",
            type="choice",
            required=True,
            choices=("form_ending_ordinary", "form_ending_extraordinary"),
        ),
        FieldSpec(name="ground", label="form_ground", type="textarea", hint="form_ground_hint", limit=_REASON_LIMIT),
        FieldSpec(name="when", label="form_when", hint="form_when_hint", limit=_TIME_LIMIT),
        _EMAIL_FOR_RECEIPT,
    ),
    "comment": (
        msgspec.structs.replace(_NAME_REQUIRED, hint="form_comment_name_hint", autocomplete="nickname"),
        msgspec.structs.replace(_EMAIL, hint="form_comment_email_hint"),
        FieldSpec(name="website", label="form_website", type="url", autocomplete="url", limit=WEBSITE_LIMIT),
        FieldSpec(name="text", label="form_comment", type="textarea", required=True, limit=TEXT_LIMIT),
    ),
    "report": (
        FieldSpec(
            name="content",
            label="form_content",
            type="url",
            required=True,
            hint="form_content_hint",
            limit=_ADDRESS_LIMIT,
        ),
        FieldSpec(
            name="reason",
            label="form_reason",
            type="textarea",
            required=True,
            hint="form_reason_hint",
            limit=_REASON_LIMIT,
        ),
        _NAME,
        msgspec.structs.replace(_EMAIL, hint="form_report_email_hint"),
        FieldSpec(name="good_faith", label="form_good_faith", type="checkbox", required=True),
    ),
}
"""In the order they are shown. `withdrawal` holds what § 356a BGB names, `cancellation` what § 312k (2) BGB does.

`report` holds what DSA Art. 16 (2) names: where it is, why it is unlawful, who says so, and that it is said in good
faith; names are optional there, since some reports may be made without one."""

BEFORE_OWN_FIELDS: Final = "message"
"""The owner's own fields stand before this one, or at the end."""

_AUTOCOMPLETE: Final = {
    "vorname": "given-name",
    "nachname": "family-name",
    "firma": "organization",
    "unternehmen": "organization",
    "company": "organization",
    "name": "name",
    "email": "email",
    "mail": "email",
    "phone": "tel",
    "telefon": "tel",
    "mobil": "tel",
    "strasse": "street-address",
    "anschrift": "street-address",
    "plz": "postal-code",
    "postleitzahl": "postal-code",
    "ort": "address-level2",
    "stadt": "address-level2",
    "land": "country-name",
    "website": "url",
}
"""What a browser may fill in, by the usual names of fields (WCAG 1.3.5)."""


def worded(field: FieldSpec, tone: Tone) -> FieldSpec:
    """A field of the tables above with its sentences."""
    hint = say(field.hint, tone, {}) if field.hint else ""
    choices = tuple(say(choice, tone, {}) for choice in field.choices)
    return msgspec.structs.replace(field, label=say(field.label, tone, {}), hint=hint, choices=choices)


def own_field(field: FormField, language: Language) -> FieldSpec:
    """A field of the owner's own, its texts typeset."""
    return FieldSpec(
        name=field.name,
        label=typeset(field.label, language),
        type=field.type,
        required=field.required,
        hint=typeset(field.hint, language),
        autocomplete=_AUTOCOMPLETE.get(field.name, ""),
        limit=min(field.limit, EMAIL_LIMIT) if field.type == "email" else field.limit,
        choices=tuple(_choice(choice, language) for choice in field.choices),
    )


def service_field(field: FieldSpec, services: tuple[str, ...], service: str) -> FieldSpec:
    """The choice of a service, with one of them filled in, if any; one that is not among them is added."""
    choices = tuple(unicodedata.normalize("NFC", title) for title in services)
    chosen = unicodedata.normalize("NFC", service)
    if chosen and chosen not in choices:
        choices = (*choices, chosen)
    return msgspec.structs.replace(field, choices=choices, value=chosen)


def _choice(choice: str, language: Language) -> str:
    return unicodedata.normalize("NFC", typeset(choice, language))
