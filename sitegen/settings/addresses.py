"""What `site.yaml` says about addresses that are no more: where they lead now, or that they are gone. Values only."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from sitegen.settings.link import Reference


class Redirect(msgspec.Struct, frozen=True, kw_only=True):
    """A former address and where it leads."""

    old: Annotated[
        Reference,
        Meta(description="Die frühere Adresse: ein Pfad dieser Website.", extra={"example": "from: /alter-name/"}),
    ] = msgspec.field(name="from")
    to: Annotated[
        Reference,
        Meta(
            description="Wohin sie führt: eine Datei unter content/ („kontakt.md“) oder ein Pfad dieser Website („/blog/“).",
            extra={"example": "to: kontakt.md"},
        ),
    ]


RedirectsField = Annotated[
    tuple[Redirect, ...],
    Meta(
        description="Frühere Adressen, die kein Text unter „aliases:“ nennen kann, und wohin sie führen.",
        extra={"german": ("weiterleitungen",), "example": "redirects:\n  - from: /alter-name/\n    to: /blog/"},
    ),
]
GoneField = Annotated[
    tuple[str, ...],
    Meta(
        description="Adressen, die es nicht mehr gibt und für die nichts anderes da ist.",
        extra={"german": ("gelöscht", "entfernt"), "example": "gone: /alte-aktion/"},
    ),
]
