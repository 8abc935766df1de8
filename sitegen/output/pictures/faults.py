"""What may be wrong with a picture file. The findings are made where it is known who shows it."""

from __future__ import annotations

from enum import Enum


class Fault(Enum):
    """Why a picture cannot go out; the value is the code of the finding."""

    UNREADABLE = "SG304"
    TOO_LARGE = "SG331"
    NO_HEIC = "SG332"
    HOSTILE_DRAWING = "SG333"


class PictureError(Exception):
    """A picture that cannot be used, for a reason that is its author's to mend."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault
