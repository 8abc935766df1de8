"""Which entries a site shows, and which it holds back: values that a report can be made of without the site."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from sitegen.text.moments import Moment


class Showing(StrEnum):
    """Which entries a site is made of."""

    PUBLISHED = "published"
    """What is public at the instant of the build, and nothing else: every site that goes out."""
    ALL = "all"
    """Drafts and posts of the future too: what the owner sees while she writes."""


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that is not published now."""

    source: str
    title: str
    reason: Literal["draft", "scheduled", "expired"]
    at: Moment | None = None
    """When it appears or when it went."""
    owner: str = ""
    """As whom `published-urls.txt` knows it: `post:rechnungen`."""
