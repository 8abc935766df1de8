"""How a page asks for consent, as it stands there: buttons, boxes, words. Facts only; an own layout may differ.

What the browser makes of stylesheets is not seen here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.checks.amounts import plain
from sitegen.checks.statements.words import ABROAD, CONSENT, URGING, WITHDRAWAL
from sitegen.text.patterns import later

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NOTICE: Final = ".consent"
_DIALOG: Final = "dialog.choices"
_BUTTON: Final = "[data-choices]"
_LOOK: Final = frozenset({"style", "disabled", "autofocus", "tabindex"})
"""Attributes besides the class that make a button look or weigh other than its neighbour."""
_FOR_SCRIPTS: Final = "js-"
_NUMBERS: Final = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_COUNTED: Final = later(r"\b(?:[0-9]{1,3}|" + "|".join(_NUMBERS) + r")(?:en?)?\b", re.IGNORECASE)


class Button(msgspec.Struct, frozen=True, kw_only=True):
    """A button of the notice's first layer."""

    value: str
    label: str
    look: str
    """All that could make it look or weigh other than the one beside it."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The notice and the settings behind it."""

    has_notice: bool
    buttons: tuple[Button, ...] = ()
    ticked: bool = False
    """Whether a box is ticked before anybody has."""
    says_consent: bool = False
    says_withdrawal: bool = False
    says_abroad: bool = False
    numbers: tuple[int, ...] = ()
    """All numbers in the text."""
    urging: str = ""
    """Praise in place of a purpose, as it stands there."""


def asked_in(tree: LexborHTMLParser) -> Asked | None:
    """How the page asks; None for one that does not."""
    notice = next((node for node in tree.css(_NOTICE) if node.css_first(_BUTTON)), None)
    dialog = tree.css_first(_DIALOG)
    if notice is None and dialog is None:
        return None
    boxes = [*(notice.css("input[checked]") if notice else ()), *(dialog.css("input[checked]") if dialog else ())]
    text = plain(notice.text(separator=" ")) if notice else ""
    urging = URGING().search(text)
    return Asked(
        has_notice=notice is not None,
        buttons=tuple(_button(node) for node in notice.css(_BUTTON) if _is_shown(node, notice)) if notice else (),
        ticked=bool(boxes),
        says_consent=CONSENT().search(text) is not None,
        says_withdrawal=WITHDRAWAL().search(text) is not None,
        says_abroad=ABROAD().search(text) is not None,
        numbers=tuple(sorted(set(map(_number, _COUNTED().findall(text))))),
        urging=urging[0] if urging else "",
    )


def leads_back_to_the_choice(tree: LexborHTMLParser) -> bool:
    """Whether something outside the notice opens the settings, and the settings are there."""
    dialog = tree.css_first(_DIALOG)
    if dialog is None:
        return False
    return any(
        node.attributes.get("value") == "open" and not _is_within(node, "consent") and not _is_within(node, "choices")
        for node in tree.css(_BUTTON)
    )


def _button(node: LexborNode) -> Button:
    attributes = node.attributes
    named = (name for name in (attributes.get("class") or "").split() if not name.startswith(_FOR_SCRIPTS))
    others = sorted(f"{name}={value}" for name, value in attributes.items() if name in _LOOK)
    within = (child.tag or "" for child in node.css("*") if child != node)
    return Button(
        value=attributes.get("value") or "",
        label=plain(node.text(separator=" ")),
        look=" ".join((node.tag or "", *sorted(named), *others, *within)),
    )


def _is_shown(node: LexborNode, notice: LexborNode) -> bool:
    """Whether it is part of the question: neither hidden nor within what is."""
    around: LexborNode | None = node
    while around is not None and around != notice:
        if "hidden" in around.attributes:
            return False
        around = around.parent
    return True


def _is_within(node: LexborNode, name: str) -> bool:
    around = node.parent
    while around is not None:
        if name in (around.attributes.get("class") or "").split():
            return True
        around = around.parent
    return False


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    bare = word.lower()
    return next(number for number, name in enumerate(_NUMBERS, 1) if bare.startswith(name))
