"""What `site.yaml` says about passing posts on. Values only."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from msgspec import Meta

ShareWay = Literal["mastodon", "linkedin", "xing", "whatsapp", "email"]

ALL_WAYS: Final[tuple[ShareWay, ...]] = ("mastodon", "linkedin", "xing", "whatsapp", "email")

ShareField = Annotated[
    tuple[ShareWay, ...],
    Meta(
        description=(
            "Verweise zum Weitergeben unter jedem Beitrag: mastodon, linkedin, xing, whatsapp, email; „[]“ für keine. "
            "Es sind einfache Verweise: Erst wer klickt, sendet etwas."
        ),
        extra={
            "german": ("teilen", "weitergeben"),
            "example": "share: [mastodon, email]",
            "synonyms": {"E-Mail": "email", "Mail": "email"},
        },
    ),
]
