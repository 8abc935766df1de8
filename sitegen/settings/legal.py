"""The section `legal:` of `site.yaml`: which rules of law the owner wants off, and why. Values only."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta


class Legal(msgspec.Struct, frozen=True, kw_only=True):
    """The section."""

    off: Annotated[
        str | dict[str, str],
        Meta(
            description="Warum Regeln der Rechtsprüfung nicht gelten sollen: ein Satz für alle, oder je Regel einer.",
            extra={"example": "off:\n  IMP-010: Der Blog ist nur eine Sammlung von Rezepten."},
        ),
    ] = {}
