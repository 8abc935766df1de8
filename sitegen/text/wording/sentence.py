"""The shape of one sentence for visitors."""

from __future__ import annotations

import msgspec


class Sentence(msgspec.Struct, frozen=True):
    """Braces are filled with facts. A sentence that counts may not differ by tone."""

    text: str
    """Sie, or tone-free; the plural when it counts."""
    du: str = ""
    """Where it differs."""
    one: str = ""
    """The singular, for sentences with `{n}`."""
