"""What a decision hook says, and what becomes of several sayings. Pure.

Anything unclear is `hold`: nothing is lost by it and nothing is published.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType
from msgspec.structs import replace

from sitegen.inbox.hooks import reasons
from sitegen.inbox.hooks.running import OUTPUT_LIMIT, Ran
from sitegen.inbox.records import Item
from sitegen.inbox.wishes import Wish, checked_edit

Verdict = Literal["none", "approve", "hold", "spam", "reject"]

FINAL: Final[frozenset[Verdict]] = frozenset({"spam", "reject"})
"""What ends the chain: whoever comes later is not asked."""
TRY_LATER: Final = 75
"""`EX_TEMPFAIL` of sysexits.h."""
MISCONFIGURED: Final = 78
"""`EX_CONFIG` of sysexits.h."""

_RANK: Final[dict[Verdict, int]] = {"none": 0, "approve": 1, "hold": 2, "spam": 3, "reject": 4}
_CODES: Final[dict[int, Verdict]] = {10: "approve", 20: "reject", 30: "spam", 40: "hold"}

_Word = Annotated[
    str, Meta(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+$")
]
_Words = Annotated[tuple[_Word, ...], Meta(max_length=20)]
_Score = Annotated[float, Meta(ge=-1000, le=1000)]


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What a hook wants changed in a comment; labels are the owner's and go with any item."""

    text: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    website: str | UnsetType | None = UNSET
    labels: _Words = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What may stand on the standard output of a decision hook; keys that are not known here are ignored."""

    verdict: Verdict | UnsetType = UNSET
    score: _Score = 0.0
    reasons: _Words = ()
    set: Changes = Changes()


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """What one hook said of an item."""

    verdict: Verdict
    item: Item
    """The item with what the hook added or changed."""
    again: bool = False
    """It wants to be asked again later."""
    broken: bool = False
    """It says itself that it is not set up rightly."""


class UnclearError(ValueError):
    """Nobody can tell what the hook meant."""


def stronger(one: Verdict, other: Verdict) -> Verdict:
    """The one that outweighs the other: reject > spam > hold > approve > none."""
    return max(one, other, key=_RANK.__getitem__)


def saying_of(ran: Ran, item: Item, *, name: str) -> Saying:
    """What the hook of that name said of `item` by the way it ended."""
    if not ran.trouble and ran.code in {TRY_LATER, MISCONFIGURED}:
        held = with_reason(item, reasons.said(name))
        return Saying(verdict="hold", item=held, again=ran.code == TRY_LATER, broken=ran.code == MISCONFIGURED)
    try:
        answer = _answer(ran)
        changed = _changed(item, answer, name=name)
        verdict = _verdict(ran.code, answer)
    except UnclearError:
        return unclear(item, name=name)
    return Saying(verdict=verdict, item=changed if verdict == "none" else with_reason(changed, reasons.said(name)))


def unclear(item: Item, *, name: str) -> Saying:
    """A hook that was not asked, or whose answer nobody can tell: a person decides."""
    return Saying(verdict="hold", item=with_reason(item, reasons.failed(name)))


def with_reason(item: Item, reason: str) -> Item:
    """The item with one more reason, if it is a new one."""
    return item if reason in item.reasons else replace(item, reasons=(*item.reasons, reason))


def _answer(ran: Ran) -> Answer:
    """What stands on standard output; nothing there is an answer as well. Raises UnclearError."""
    if ran.trouble or len(ran.output) > OUTPUT_LIMIT:
        raise UnclearError(ran.trouble or "output")
    if not ran.output.strip():
        return Answer()
    try:
        return msgspec.json.decode(ran.output, type=Answer)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnclearError("json") from error


def _verdict(code: int, answer: Answer) -> Verdict:
    """What exit code and JSON say together. Raises UnclearError if they contradict each other."""
    if code == 0:
        return "none" if isinstance(answer.verdict, UnsetType) else answer.verdict
    verdict = _CODES.get(code)
    if verdict is None or answer.verdict not in {verdict, UNSET}:
        raise UnclearError(f"exit code {code}")
    return verdict


def _changed(item: Item, answer: Answer, *, name: str) -> Item:
    """The item with score, reasons, labels and changed fields. Raises UnclearError for fields that cannot be kept."""
    changed = replace(
        item,
        score=item.score + answer.score,
        labels=tuple(dict.fromkeys((*item.labels, *answer.set.labels))),
    )
    for reason in answer.reasons:
        changed = with_reason(changed, reasons.said(name, reason))
    return _rewritten(changed, answer.set)


def _rewritten(item: Item, changes: Changes) -> Item:
    """The item with the hook's name, website and text, checked like a visitor's. A contact is never rewritten."""
    if changes.text is UNSET and changes.name is UNSET and changes.website is UNSET:
        return item
    if item.kind != "comment":
        raise UnclearError("set")
    clean, faults = checked_edit(
        Wish(
            name=_or(changes.name, item.name),
            website=_or(changes.website, item.website),
            text=_or(changes.text, item.text),
        )
    )
    if faults:
        raise UnclearError("set")
    return replace(item, name=clean.name, website=clean.website, text=clean.text)


def _or(new: str | UnsetType | None, old: str) -> str:
    """What the hook set, else what was there; None empties."""
    return old if isinstance(new, UnsetType) else new or ""
