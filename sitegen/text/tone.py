"""How visitors are addressed: the one switch between Sie and Du."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """As typed in `site.yaml` and front matter."""

    SIE = "sie"
    DU = "du"
