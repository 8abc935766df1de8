"""The eight questions of a new website: where each answer belongs in `site.yaml`, and whether it can be right.

What cannot be right is found by the checks that a build makes, too. Asks nobody and holds no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.model.third_parties import SHIPPED
from sitegen.scaffold.settings_lines import Path, value_at, with_values
from sitegen.settings.business import Vat
from sitegen.settings.load import load
from sitegen.text.tone import Tone

TITLE: Final = ("title",)
STARTER_TITLE: Final = "Meine Website"
"""What a new site is called until its owner has said her name."""

_OWNER: Final = ("business", "owner")
_STREET: Final = ("business", "address", "street")
_POSTCODE: Final = ("business", "address", "postcode")
_CITY: Final = ("business", "address", "city")
_COUNTRY: Final = ("business", "country")
_LANGUAGE: Final = ("language",)
_PHONE: Final = ("business", "phone")
_EMAIL: Final = ("business", "email")
_VAT: Final = ("business", "vat")
_TONE: Final = ("tone",)
_HOST: Final = ("business", "legal", "hosting", "use")
_OTHER_HOST: Final = ("business", "legal", "hosting", "provider")

_PLACE: Final = re.compile(r"(?:(D|DE|A|AT|CH)\s*[-–]\s*)?([0-9 ]*[0-9])[,\s]+(\D.*)", re.IGNORECASE)
_COUNTRIES: Final = {"d": "de", "de": "de", "a": "at", "at": "at", "ch": "ch"}
_YES: Final = frozenset({"j", "ja", "y", "yes", "jawohl", "stimmt"})
_NO: Final = frozenset({"n", "nein", "no", "nö"})
_TONES: Final = {word: tone for tone in Tone for word in (tone, f"per{tone}", f"{tone}zen")}
"""„Sie“, „per Sie“, „siezen“."""
_SHORTEST_BEGINNING: Final = 4
"""Letters of a host's name that tell it from the others."""


class Question(StrEnum):
    """In the order in which they are asked."""

    OWNER = "owner"
    STREET = "street"
    PLACE = "place"
    PHONE = "phone"
    EMAIL = "email"
    SMALL_BUSINESS = "small_business"
    TONE = "tone"
    HOST = "host"


class Doubt(StrEnum):
    """Why an answer is asked for again, where no check of the build says it."""

    ONE_NAME = "one_name"
    NO_POSTCODE = "no_postcode"
    FOUR_DIGITS = "four_digits"
    NO_HOUSE_NUMBER = "no_house_number"
    YES_OR_NO = "yes_or_no"
    SIE_OR_DU = "sie_or_du"
    NOT_KEPT = "not_kept"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of what was typed."""

    text: str | None
    """`site.yaml` with the answer in it; None where it cannot stand there."""
    doubt: Doubt | Diagnostic | None = None
    """Why it had better be looked at again."""


def answered(text: str, question: Question, typed: str) -> Answer:
    """`text` of `site.yaml` with the answer `typed` in it."""
    typed = " ".join(typed.split())
    values = _values(text, question, typed)
    if isinstance(values, Doubt):
        return Answer(text=None, doubt=values)
    edited = with_values(text, values)
    if edited is None:
        return Answer(text=None, doubt=Doubt.NOT_KEPT)
    finding = _new_finding(text, edited)
    if finding and finding.severity is Severity.ERROR:
        return Answer(text=None, doubt=finding)
    return Answer(text=edited, doubt=finding or _small_doubt(question, typed))


def current(text: str, question: Question) -> str:
    """What `text` answers already, as one would type it; empty for nothing."""
    match question:
        case Question.PLACE:
            return " ".join(filter(None, (value_at(text, _POSTCODE), value_at(text, _CITY))))
        case Question.SMALL_BUSINESS:
            vat = value_at(text, _VAT)
            return "" if not vat else "ja" if vat == Vat.SMALL_BUSINESS else "nein"
        case Question.TONE:
            return value_at(text, _TONE).capitalize()
        case Question.HOST:
            return value_at(text, _OTHER_HOST) or _host_name(value_at(text, _HOST))
        case _:
            return value_at(text, _PATHS[question])


_PATHS: Final[Mapping[Question, Path]] = {
    Question.OWNER: _OWNER,
    Question.STREET: _STREET,
    Question.PHONE: _PHONE,
    Question.EMAIL: _EMAIL,
}


def _values(text: str, question: Question, typed: str) -> dict[Path, str] | Doubt:
    """What the answer puts where."""
    match question:
        case Question.OWNER:
            values: dict[Path, str] = {_OWNER: typed}
            is_by_name = value_at(text, TITLE) in {STARTER_TITLE, value_at(text, _OWNER)}
            return values | ({TITLE: typed} if is_by_name else {})
        case Question.PLACE:
            return _place(typed)
        case Question.SMALL_BUSINESS:
            return _vat(text, typed.lower())
        case Question.TONE:
            tone = _TONES.get(re.sub(r"\W", "", typed.lower()))
            return {_TONE: tone} if tone else Doubt.SIE_OR_DU
        case Question.HOST:
            return _host(text, typed)
        case _:
            return {_PATHS[question]: typed}


def _place(typed: str) -> dict[Path, str] | Doubt:
    """„63065 Offenbach“; „A-1010 Wien“ says the country as well."""
    found = _PLACE.fullmatch(typed)
    if found is None:
        return Doubt.NO_POSTCODE
    country, postcode, city = _COUNTRIES.get((found[1] or "").lower(), ""), found[2].replace(" ", ""), found[3]
    if not country and len(postcode) == len("1010"):
        return Doubt.FOUR_DIGITS
    named = {_COUNTRY: country, _LANGUAGE: f"de-{country.upper()}"} if country else {}
    return {_POSTCODE: postcode, _CITY: city, **named}


def _vat(text: str, typed: str) -> dict[Path, str] | Doubt:
    """A business that shows VAT keeps its way of showing it."""
    if typed in _YES:
        return {_VAT: Vat.SMALL_BUSINESS}
    if typed not in _NO:
        return Doubt.YES_OR_NO
    before = value_at(text, _VAT)
    return {_VAT: before if before and before != Vat.SMALL_BUSINESS else Vat.GROSS}


def _host(text: str, typed: str) -> dict[Path, str]:
    """One that is shipped, however its name is written, else the company by its name."""
    bare = _folded(typed)
    hosts = {
        _folded(name): id_
        for id_, party in SHIPPED.items()
        if party.category == "hosting"
        for name in (id_, party.name)
    }
    near = {id_ for name, id_ in hosts.items() if len(bare) >= _SHORTEST_BEGINNING and name.startswith(bare)}
    id_ = hosts.get(bare) or (near.pop() if len(near) == 1 else "")
    said, other = (_HOST, _OTHER_HOST) if id_ else (_OTHER_HOST, _HOST)
    return {said: id_ or typed, **({other: ""} if value_at(text, other) else {})}


def _host_name(id_: str) -> str:
    return SHIPPED[id_].name if id_ in SHIPPED else id_


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _small_doubt(question: Question, typed: str) -> Doubt | None:
    if question is Question.OWNER and " " not in typed:
        return Doubt.ONE_NAME
    if question is Question.STREET and not re.search(r"\d", typed):
        return Doubt.NO_HOUSE_NUMBER
    return None


def _new_finding(before: str, after: str) -> Diagnostic | None:
    """What a build would say of `after` and did not say of `before`, the gravest first."""
    known = {(finding.code, str(finding.facts)) for finding in load(before).findings}
    fresh = [finding for finding in load(after).findings if (finding.code, str(finding.facts)) not in known]
    return min(fresh, key=lambda finding: list(Severity).index(finding.severity), default=None)
