"""What `site.yaml` says about the look of the site. Values only."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """The section `theme:`."""

    accent: Annotated[
        str, Meta(description="Die Akzentfarbe, sechsstellig: „#8a4b2d“.", pattern=r"^#[0-9a-fA-F]{6}$")
    ] = "#8a4b2d"
