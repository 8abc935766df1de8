"""What `site.yaml` says about pictures. Values only."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Width = Annotated[int, Meta(ge=16, le=4096)]
PictureFormat = Literal["avif", "webp", "jpeg"]


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """How wide the layouts show pictures, as the HTML attribute `sizes`; for sites with layouts of their own."""

    body: Annotated[str, Meta(description="Bilder im Text.")] = ""
    lead: Annotated[str, Meta(description="Das Bild über einem Beitrag oder einer Seite.")] = ""
    hero: Annotated[str, Meta(description="Das Bild der Startseite.")] = ""
    beside: Annotated[str, Meta(description="Bilder neben dem Text eines Abschnitts.")] = ""
    card: Annotated[str, Meta(description="Bilder auf Karten.")] = ""
    thumbnail: Annotated[str, Meta(description="Kleine Bilder in Listen.")] = ""
    portrait: Annotated[str, Meta(description="Bilder von Menschen.")] = ""


class Images(msgspec.Struct, frozen=True, kw_only=True):
    """The section `images:`."""

    default_credit: Annotated[
        str,
        Meta(
            description="Der Nachweis für Bilder, bei denen keiner steht, zum Beispiel „Foto: Henrike Mühlbach“.",
            extra={
                "german": ("bildnachweis", "nachweis", "urheber"),
                "example": 'default_credit: "Foto: Vera Sonne"',
            },
        ),
    ] = ""
    widths: Annotated[
        tuple[Width, ...],
        Meta(
            description="Die Breiten in Pixeln, in denen Bilder veröffentlicht werden.",
            extra={"german": ("breiten",), "example": "widths: [480, 800, 1200, 1600]"},
            min_length=1,
            max_length=8,
        ),
    ] = (480, 800, 1200, 1600)
    formats: Annotated[
        tuple[PictureFormat, ...],
        Meta(
            description="Die Formate: avif, webp und jpeg. Ein JPEG oder PNG für alte Browser kommt immer dazu; "
            "steht jpeg hier, dann in allen Breiten.",
            extra={"german": ("formate",), "example": "formats: [avif, webp]"},
        ),
    ] = ("avif", "webp")
    cards: Annotated[
        bool,
        Meta(
            description="Ob für Texte ohne Bild eine Karte mit dem Titel gezeichnet wird, die soziale Netzwerke zeigen.",
            extra={"german": ("karten",)},
        ),
    ] = True
    sizes: Annotated[
        Sizes,
        Meta(
            description="Wie breit Bilder gezeigt werden, in der Schreibweise des HTML-Attributs sizes; nur nötig, wenn "
            "eigene Vorlagen andere Spalten haben als das mitgelieferte Aussehen.",
        ),
    ] = Sizes()
