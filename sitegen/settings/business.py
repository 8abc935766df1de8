"""What `site.yaml` says about the business itself, once, for every page that needs it. Values only."""

from __future__ import annotations

import msgspec


class Business(msgspec.Struct, frozen=True, kw_only=True):
    """The section `business:`."""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """The section `notice:`: a bar above the header of every page."""
