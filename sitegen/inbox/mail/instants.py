"""An instant as the mails of the inbox say it: the day in words and the time of day, in Berlin."""

from __future__ import annotations

from datetime import datetime

from sitegen.inbox.mail import wording
from sitegen.text.locales import Language
from sitegen.text.moments import BERLIN, Moment, long_date


def when_in_words(at: datetime, language: Language) -> str:
    """„22. November 2026, 16:42 Uhr“."""
    here = at.astimezone(BERLIN)
    return wording.WHEN.format(date=long_date(Moment.of(here, "minute"), language), time=f"{here:%H:%M}")
