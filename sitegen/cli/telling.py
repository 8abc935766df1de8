"""How commands tell of moments and texts on one line. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sitegen.cli import wording
from sitegen.model.comments.text import plain_text
from sitegen.text.locales import Language
from sitegen.text.moments import BERLIN, Moment, long_date

_LONGEST: Final = 90
"""Characters of a text that a list shows."""


def moment(at: datetime) -> str:
    """„21. November 2026, 12:00 Uhr“, Berlin time."""
    day = long_date(Moment.of(at, "minute"), Language.DE)
    return wording.MOMENT.format(date=day, time=f"{at.astimezone(BERLIN):%H:%M}")


def beginning(text: str) -> str:
    """How a comment begins, without its markup and ending with a whole word."""
    words = " ".join(plain_text(text).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + wording.MORE
