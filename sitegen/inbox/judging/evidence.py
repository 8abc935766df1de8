"""What the rules look at: everything about one thing that was sent, gathered before any rule is asked. Values only."""

from __future__ import annotations

from typing import Literal

import msgspec

SumEvidence = Literal["not_asked", "right", "wrong"]
TimeEvidence = Literal["none", "good", "fast", "stale"]
"""Of a form that the inbox served: `fast`: back within three seconds · `stale`: forged, or more than an hour old."""
OriginEvidence = Literal["own", "unknown", "hidden", "foreign"]
"""`unknown`: no browser of today sends neither Origin nor Sec-Fetch-Site · `hidden`: `Origin: null` from elsewhere, as
under a strict Referrer-Policy · `foreign`: another website's form."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was sent."""

    name: str = ""
    website: str = ""
    text: str
    decoy: str = ""
    """What stands in the field that people never see."""
    sum: SumEvidence = "not_asked"
    time: TimeEvidence = "none"
    origin: OriginEvidence = "own"
    spam_traits: int = 0
    """How many of sender, website and text were called spam before."""
    is_blocked: bool = False
    is_known: bool = False
    """Whether a comment of the same sender was approved before."""
    is_repeated: bool = False
    """Whether the same text came to the same site within the last hour."""
    is_flood: bool = False
    """Whether more comments come in than the site takes without asking back."""
