"""One typed value out of one typed text: yes or no, whole number, amount, date, choice, text.

Each function takes the node, the shape and the field (for its key and example), and returns the value or why not. What
is no text may be followed by a comment on its line; a text keeps every character.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from sitegen.schema.as_typed import ready_line
from sitegen.schema.fields import Amount, Choice, Date, Field, Text, Truth, Whole, fold
from sitegen.schema.nodes import Node, Scalar
from sitegen.schema.refusal import Refused, refuse
from sitegen.schema.words import word_of
from sitegen.text.amounts import AmountError, AmountProblem, parse_amount
from sitegen.text.moments import Moment, MomentError, MomentProblem, parse_moment
from sitegen.text.suggest import closest

_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,15}")
_YES: Final = frozenset({"ja", "true", "yes", "an", "on", "1", "wahr", "j", "y"})
_NO: Final = frozenset({"nein", "false", "no", "aus", "off", "0", "falsch", "n"})
_AMOUNT_CODES: Final = {
    AmountProblem.AMBIGUOUS: "SG144",
    AmountProblem.UNREADABLE: "SG145",
    AmountProblem.NEGATIVE: "SG155",
    AmountProblem.WORDED: "SG157",
}
_DATE_CODES: Final = {
    MomentProblem.IMPOSSIBLE: "SG141",
    MomentProblem.AMBIGUOUS: "SG142",
    MomentProblem.UNREADABLE: "SG143",
}


def truth(node: Node, _shape: Truth, field: Field) -> bool | Refused:
    """`ja`, `nein`, and what other programs write for them."""
    if not isinstance(node, Scalar):
        return single_expected(node, field)
    word = word_of(node).lower()
    if word in _YES or word in _NO:
        return word in _YES
    return refuse("SG146", node, key=field.key, value=node.text)


def whole(node: Node, shape: Whole, field: Field) -> int | Refused:
    """Digits, within the limits."""
    if not isinstance(node, Scalar):
        return single_expected(node, field)
    word = word_of(node)
    if _WHOLE.fullmatch(word) is None:
        return refuse("SG149", node, key=field.key, value=node.text)
    number = int(word)
    if shape.ge is not None and number < shape.ge:
        return refuse("SG150", node, key=field.key, value=word, least=shape.ge)
    if shape.le is not None and number > shape.le:
        return refuse("SG151", node, key=field.key, value=word, most=shape.le)
    return number


def amount(node: Node, _shape: Amount, field: Field) -> Decimal | Refused:
    """A price as Germans write it."""
    if not isinstance(node, Scalar):
        return single_expected(node, field)
    word = word_of(node)
    try:
        return parse_amount(word)
    except AmountError as error:
        code = _AMOUNT_CODES[error.reason]
        meant = " oder ".join(error.suggestions)
        if error.suggestions and error.reason is AmountProblem.UNREADABLE:
            code = "SG156"
        first = error.suggestions[0] if error.suggestions else ""
        return refuse(code, node, key=field.key, value=word, meant=meant, first=first)


def date(node: Node, _shape: Date, field: Field) -> Moment | Refused:
    """A date, a month, or a date with a time."""
    if not isinstance(node, Scalar):
        return single_expected(node, field)
    word = word_of(node)
    try:
        return parse_moment(word)
    except MomentError as error:
        meant = " oder ".join(error.suggestions)
        first = error.suggestions[0] if error.suggestions else ""
        return refuse(_DATE_CODES[error.reason], node, key=field.key, value=word, meant=meant, first=first)


def choice(node: Node, shape: Choice, field: Field) -> Any | Refused:  # noqa: ANN401 - a choice may stand for any value
    """One of the words, or another word for one of them."""
    if not isinstance(node, Scalar):
        return single_expected(node, field)
    word = word_of(node)
    known = word if word in shape.values else shape.synonyms.get(fold(word))
    if known is not None:
        return shape.values[known]
    near = closest(word, shape.words)
    words = ", ".join(shape.words)
    if near is None:
        return refuse("SG148", node, key=field.key, value=word, words=words)
    return refuse("SG147", node, key=field.key, value=word, known=near, words=words)


def text(node: Node, shape: Text, field: Field) -> str | Refused:
    """A text as typed; what looks like a list or a group on one line is a text, too."""
    typed = node.typed
    if typed is None:
        return refuse("SG137", node, key=field.key)
    if shape.pattern is not None and isinstance(node, Scalar):
        typed = word_of(node)
    typed = typed.strip()
    if shape.pattern is not None and shape.pattern.search(typed) is None:
        return refuse("SG152", node, key=field.key, value=typed, help=field.description, line=field.example)
    return typed


def single_expected(node: Node, field: Field) -> Refused:
    """A list or group stands where one value is wanted."""
    return refuse("SG139", node, key=field.key, line=field.example)


def shown(key: str, node: Node) -> str:
    """`key` with the node's value as a line ready to paste."""
    if isinstance(node, Scalar):
        return ready_line(key, node.text)
    return f"{key}: {node.typed}" if node.typed else f"{key}:"
