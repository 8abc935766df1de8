"""The parts of a service that have fields of their own: packages, a coming price, questions, the call to action.

Values only, texts typeset; sums are Decimals as typed. Nothing here computes: that is for `plan.prices`.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from sitegen.text.moments import Moment


class Unit(StrEnum):
    """What one price buys."""

    HOUR = "hour"
    DAY = "day"
    PACKAGE = "package"
    MONTH = "month"
    PIECE = "piece"


class NextPrice(msgspec.Struct, frozen=True, kw_only=True):
    """A price that will hold from a day on."""

    start: Moment
    price: Decimal


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """Hours, or something with a name, at one price. It has hours, a name, or both."""

    name: str = ""
    hours: Decimal | None = None
    price: Decimal
    note: str = ""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question and its answer; an empty line in the answer begins a paragraph."""

    question: str
    answer: str


class ServiceCall(msgspec.Struct, frozen=True, kw_only=True):
    """The call to action of a service; what is empty is filled by the theme."""

    title: str = ""
    text: str = ""
    link: str = ""
    """As typed: a file below `content/`, a path, or a full address."""
    label: str = ""
