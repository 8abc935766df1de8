"""What arrives for a form, cleaned and judged by the form's own spec.

Whatever anybody sends, this answers with values and sentences; it stores nothing, sends nothing and knows no clock.
Cleaning what is clean changes nothing. Decoy, sum, token and the like are passed on unjudged: they are a matter of
suspicion, not of mistakes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from sitegen.model.forms.email import EmailError, EmailProblem, mail_address
from sitegen.model.forms.form import (
    DECOY_FIELD,
    PAGE_FIELD,
    PARENT_FIELD,
    POST_FIELD,
    PRIVACY_FIELD,
    SUM_CHECK_FIELD,
    SUM_FIELD,
    TIME_FIELD,
    Answers,
    Fault,
    FieldSpec,
    FormSpec,
)
from sitegen.text.patterns import later
from sitegen.text.tone import Tone
from sitegen.text.wording import say

MOST_FIELDS: Final = 30
"""Pairs that a form may send; beyond that nobody filled in a form."""
TECHNICAL_FIELDS: Final = frozenset(
    {DECOY_FIELD, SUM_FIELD, SUM_CHECK_FIELD, PAGE_FIELD, POST_FIELD, PARENT_FIELD, TIME_FIELD, PRIVACY_FIELD}
)
"""What goes along with the fields of a form."""
TICKED: Final = "ja"
"""The value of a ticked box."""

_LONGEST_TECHNICAL: Final = 2_000
_BREAKS: Final = later(r"\r\n?|[\u2028\u2029]")
_UNSEEN: Final = later(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, signs that turn the direction of writing round, and what is no character at all."""
_BARE_DOMAIN: Final = later(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:[/?#].*)?")
_NOT_IN_URLS: Final = later(r"[\s<>\"'`\\^{|}]")
_PHONE: Final = later(r"\+?[0-9()/. ‐‑–-]+")
_PHONE_DIGITS: Final = (5, 18)
"""The shortest numbers in use, and the 15 digits of E.164 with a 00 before and room for an extension."""
_EMAIL_SENTENCES: Final = {
    EmailProblem.SEVERAL: "form_several_emails",
    EmailProblem.LETTERS: "form_email_letters",
    EmailProblem.SHAPE: "form_no_email",
}
_OWN_SENTENCE: Final = frozenset({"name", "email", "phone", "message", "text", "reason", "good_faith"})
"""Fields for which what is missing is said by name."""


class UnknownFieldError(ValueError):
    """A field that the form does not have: nothing that our markup could have sent."""


def answers_for(spec: FormSpec, pairs: Sequence[tuple[str, str]]) -> Answers:
    """Names and values in the order they arrived, cleaned and judged; missing fields are empty.

    `values` holds every field of the form and those of `TECHNICAL_FIELDS` that came along. An address without `https://`
    gets it; an e-mail address stays as typed (`email.mail_address` makes it fit for mail).

    Raises:
        UnknownFieldError: for a name that is neither in the form nor in `TECHNICAL_FIELDS`.
    """
    known = {field.name for field in spec.fields} | TECHNICAL_FIELDS
    if unknown := {name for name, _ in pairs} - known:
        raise UnknownFieldError(f"{len(unknown)} fields that form {spec.name!r} does not have")
    first: dict[str, str] = {}
    for name, value in pairs:
        first.setdefault(name, value)
    values = {field.name: _cleaned(field, first.get(field.name, "")) for field in spec.fields}
    values |= {name: _technical(value) for name, value in first.items() if name not in values}
    return Answers(values=values, faults=tuple(_faults(spec, pairs, values)))


def _faults(spec: FormSpec, pairs: Sequence[tuple[str, str]], values: dict[str, str]) -> Iterator[Fault]:
    """One fault for each field at most, in the order of the form; what concerns no field comes first, without one."""
    if len(pairs) > MOST_FIELDS:
        yield Fault(field="", sentence=say("form_too_many", spec.tone, {}))
    names = [name for name, _ in pairs]
    for field in spec.fields:
        key = "form_twice" if names.count(field.name) > 1 else _fault_of(field, values[field.name])
        if key:
            yield Fault(field=field.name, sentence=_sentence(key, field, values[field.name], tone=spec.tone))
    if spec.privacy != "notice" and not values.get(PRIVACY_FIELD):
        yield Fault(field=PRIVACY_FIELD, sentence=say(f"form_missing_privacy_{spec.privacy}", spec.tone, {}))


def _sentence(key: str, field: FieldSpec, value: str, *, tone: Tone) -> str:
    sentence = say(key, tone, {"label": field.label, "limit": field.limit, "length": len(value)})
    return sentence.replace("?: ", "? ")  # a label that asks needs no colon


def _fault_of(field: FieldSpec, value: str) -> str:
    """The key of the sentence for what is wrong with a cleaned value; empty when it is right."""
    if _UNSEEN().search(value):
        return "form_unseen"
    if "\n" in value and field.type != "textarea":
        return "form_one_line"
    if not _is_said(value):
        return _missing(field) if field.required else ""
    if len(value) > field.limit:
        return "form_too_long"
    return _fault_of_type(field, value)


def _fault_of_type(field: FieldSpec, value: str) -> str:
    match field.type:
        case "email":
            return _email_fault(value)
        case "url":
            return "" if _is_url(value) else "form_no_url"
        case "tel":
            return "" if _is_phone(value) else "form_no_phone"
        case "choice":
            return "" if value in {_line(choice) for choice in field.choices} else "form_no_choice"
        case _:
            return ""


def _missing(field: FieldSpec) -> str:
    return f"form_missing_{field.name}" if field.name in _OWN_SENTENCE else "form_missing"


def _email_fault(value: str) -> str:
    try:
        mail_address(value)
    except EmailError as error:
        return _EMAIL_SENTENCES[error.reason]
    return ""


def _is_url(value: str) -> bool:
    """Whether it is an address of the web with a host that can be public, and no user name in it."""
    if _NOT_IN_URLS().search(value):
        return False
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "@" not in parts.netloc and "." in host.strip(".")


def _is_phone(value: str) -> bool:
    fewest, most = _PHONE_DIGITS
    return bool(_PHONE().fullmatch(value)) and fewest <= sum(map(str.isdigit, value)) <= most


def _is_said(value: str) -> bool:
    """Whether there is anything to be seen: a letter, digit, sign or symbol."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in value)


def _cleaned(field: FieldSpec, value: str) -> str:
    clean = _line(value)
    if field.type == "checkbox":
        return TICKED if clean else ""
    if field.type == "url" and _BARE_DOMAIN().fullmatch(clean):
        return f"https://{clean}"
    return clean


def _line(value: str) -> str:
    """Line ends in one form, composed letters, nothing blank around it."""
    return unicodedata.normalize("NFC", _BREAKS().sub("\n", value)).strip()


def _technical(value: str) -> str:
    """What no person typed: on one line, without control characters, of a length that can be stored."""
    return _UNSEEN().sub("", _line(value)).replace("\n", " ").strip()[:_LONGEST_TECHNICAL].strip()
