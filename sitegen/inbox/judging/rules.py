"""The rules: each looks at the evidence and says the names of what it finds. Pure; they need no network and no list.

The names are stable: they are stored with what was sent, told to hooks, and explained in German by `inbox.wording`.
What each is worth stands in `verdict`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final, Literal

from sitegen.inbox.judging.evidence import Evidence

Reason = Literal[
    "blocked",
    "decoy",
    "sum_wrong",
    "too_fast",
    "stale_form",
    "origin_foreign",
    "origin_hidden",
    "origin_unknown",
    "some_links",
    "many_links",
    "markup",
    "link_in_name",
    "mixed_scripts",
    "other_script",
    "like_spam",
    "repeated",
    "flood",
    "known",
]
Rule = Callable[[Evidence], Iterator[Reason]]

SOME_LINKS: Final = 2
MANY_LINKS: Final = 5
_OWN_SCRIPT: Final = 0.5
"""Least share of Latin letters in a text for a German website …"""
_FEW_LETTERS: Final = 20
"""… that has enough letters to tell."""

_LINK: Final = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_MARKUP: Final = re.compile(
    r"\[/?(?:url|link|img|b|size|color)\b[^\]\n]{0,200}\]|<\s*a\s[^>\n]{0,200}href", re.IGNORECASE
)
_ADDRESS_IN_NAME: Final = re.compile(
    r"https?:|www\.|@|\b[\w-]{2,}\.(?:com|net|org|info|biz|ru|cn|top|xyz|shop|online)\b"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LOOK_ALIKES: Final = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Scripts with letters that look the same."""


def findings(evidence: Evidence) -> tuple[Reason, ...]:
    """The names of everything that the rules find, in the order of the rules, each once."""
    return tuple(dict.fromkeys(reason for rule in RULES for reason in rule(evidence)))


def _history(evidence: Evidence) -> Iterator[Reason]:
    if evidence.is_blocked:
        yield "blocked"
    if evidence.spam_traits:
        yield "like_spam"
    if evidence.is_known:
        yield "known"
    if evidence.is_repeated:
        yield "repeated"
    if evidence.is_flood:
        yield "flood"


def _traps(evidence: Evidence) -> Iterator[Reason]:
    if evidence.decoy.strip():
        yield "decoy"
    if evidence.sum == "wrong":
        yield "sum_wrong"
    if evidence.time == "fast":
        yield "too_fast"
    if evidence.time == "stale":
        yield "stale_form"


def _origin(evidence: Evidence) -> Iterator[Reason]:
    match evidence.origin:
        case "foreign":
            yield "origin_foreign"
        case "hidden":
            yield "origin_hidden"
        case "unknown":
            yield "origin_unknown"
        case "own":
            pass


def _links(evidence: Evidence) -> Iterator[Reason]:
    links = len(_LINK.findall(evidence.text))
    if links > MANY_LINKS:
        yield "many_links"
    elif links > SOME_LINKS:
        yield "some_links"


def _markup(evidence: Evidence) -> Iterator[Reason]:
    if _MARKUP.search(evidence.text):
        yield "markup"


def _name(evidence: Evidence) -> Iterator[Reason]:
    if _ADDRESS_IN_NAME.search(evidence.name.casefold()):
        yield "link_in_name"


def _scripts(evidence: Evidence) -> Iterator[Reason]:
    """A word of Latin and Cyrillic letters is a disguise; a text that is hardly Latin is not meant for us."""
    words = _WORD.findall(f"{evidence.name} {evidence.text}")
    if any(len({script_of(letter) for letter in word} & _LOOK_ALIKES) > 1 for word in words):
        yield "mixed_scripts"
    letters = [letter for letter in evidence.text if letter.isalpha()]
    latin = sum(1 for letter in letters if script_of(letter) == "LATIN")
    if len(letters) >= _FEW_LETTERS and latin < _OWN_SCRIPT * len(letters):
        yield "other_script"


def script_of(letter: str) -> str:
    """The script of a letter as its Unicode name begins: `LATIN`, `CYRILLIC`, `HAN` is `CJK`."""
    if letter.isascii():
        return "LATIN"
    return unicodedata.name(letter, "").partition(" ")[0]


RULES: Final[tuple[Rule, ...]] = (_history, _traps, _origin, _links, _markup, _name, _scripts)
