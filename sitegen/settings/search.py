"""What `site.yaml` says about searching the site. Values only."""

from __future__ import annotations

import msgspec


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """The section `search:`."""
