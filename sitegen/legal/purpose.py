"""What a site is built for. A value only, in a module of its own since every build begins with it."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """What a site is built for."""

    WORK = "work"
    """Somebody is writing: what she has not said yet is a warning."""
    PUBLISH = "publish"
    """It shall go out: what is missing stops it."""
