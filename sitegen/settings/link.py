"""A link as the owner writes it in `site.yaml`: a title, and where it leads. Values only."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

Reference = Annotated[str, Meta(pattern=r"^\S.*$")]
"""A name of something, no prose: a comment may follow it on its line."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the navigation or the footer, or the way on from a notice."""

    title: Annotated[
        str,
        Meta(description="Der Text des Verweises, zum Beispiel „Über mich“.", extra={"example": "title: Über mich"}),
    ]
    page: Annotated[
        Reference,
        Meta(
            description="Wohin er führt: eine Datei unter content/ („ueber-mich.md“), ein Pfad („/blog/“) oder eine Adresse.",
            extra={"example": "page: ueber-mich.md"},
        ),
    ]
