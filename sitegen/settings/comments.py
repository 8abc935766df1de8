"""What `site.yaml` may say about comments. Values only."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta


class Comments(msgspec.Struct, frozen=True, kw_only=True):
    """The section `comments:`. Comments that are there are always shown; this is about new ones."""

    open: Annotated[
        bool,
        Meta(
            description="Ob unter Beiträgen kommentiert werden kann.",
            extra={"german": ("offen", "aktiv"), "example": "open: yes"},
        ),
    ] = False
    close_after: Annotated[
        int,
        Meta(
            description="Nach wie vielen Tagen ein Beitrag nicht mehr kommentiert werden kann; 0 für nie.",
            ge=0,
            extra={"german": ("schließen-nach", "tage"), "example": "close_after: 90"},
        ),
    ] = 90
    email: Annotated[
        Literal["optional", "required", "off"],
        Meta(
            description="Ob nach der E-Mail-Adresse gefragt wird: optional, required (Pflicht) oder off (nein).",
            extra={"synonyms": {"freiwillig": "optional", "pflicht": "required", "nein": "off"}},
        ),
    ] = "optional"
    website: Annotated[
        bool, Meta(description="Ob nach einer Website gefragt wird.", extra={"example": "website: no"})
    ] = True
    depth: Annotated[
        int, Meta(description="Wie tief Antworten eingerückt werden.", ge=1, le=5, extra={"german": ("tiefe",)})
    ] = 3
