"""What `site.yaml` says about searching the site. Values only."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """The section `search:`."""

    enabled: Annotated[
        bool,
        Meta(
            description="Ob es eine Seite zum Suchen gibt („/suche/“); sie braucht „pip install 'sitegen[search]'“.",
            extra={"german": ("aktiv", "eingeschaltet"), "example": "enabled: true"},
        ),
    ] = False
