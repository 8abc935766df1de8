"""What `site.yaml` says about pictures. Values only."""

from __future__ import annotations

import msgspec


class Images(msgspec.Struct, frozen=True, kw_only=True):
    """The section `images:`."""
