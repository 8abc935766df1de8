"""The shape of one entry of the catalogue."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """error stops a build; warning stops it only with `--strict`; note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Braces in `message` and `cure` are filled with the facts of the diagnostic."""

    code: str
    severity: Severity
    message: str
    """One German sentence: what is wrong."""
    cure: str
    """One or two German sentences: what to do; may end with a line ready to paste."""
    explanation: str
    """What `sitegen explain CODE` adds: why this matters, with an example, in plain German."""
