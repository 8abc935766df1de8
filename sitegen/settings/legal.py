"""The section `legal:` of `site.yaml`: which rules of law the owner wants off, and why. Values only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Final

import msgspec
from msgspec import Meta

SHORTEST: Final = 12
"""Characters of a reason; less is none („nein“, „egal“, „passt nicht“)."""
SAMPLE: Final = "Warum sie hier nicht passt, in einem Satz."
"""What stands for a reason in our own help; whoever only copies it has given none."""


class Legal(msgspec.Struct, frozen=True, kw_only=True):
    """The section."""

    off: Annotated[
        str | dict[str, str],
        Meta(
            description="Warum Regeln der Rechtsprüfung nicht gelten sollen: ein Satz für alle, oder je Regel einer.",
            extra={"example": "off:\n  IMP-010: Der Blog ist nur eine Sammlung von Rezepten."},
        ),
    ] = {}


def reasons(legal: Legal, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The rules among `ids` that are off, each with its reason; without a proper reason a rule is not off."""
    for id_ in ids:
        reason = legal.off if isinstance(legal.off, str) else legal.off.get(id_, "")
        if is_reason(reason):
            yield id_, reason.strip()


def is_reason(text: str) -> bool:
    """Whether it says anything."""
    return len(text.strip()) >= SHORTEST and text.strip().rstrip(".") != SAMPLE.rstrip(".")
