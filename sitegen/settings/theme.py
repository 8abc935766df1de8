"""What `site.yaml` says about the look of the site, and the four looks it may start from. Values only."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

PresetName = Literal["paper", "linen", "slate", "garden"]
Font = Literal["oldstyle", "humanist", "grotesk", "slab"]

COLOUR: Final = r"^(#[0-9a-fA-F]{6})?$"


class Preset(msgspec.Struct, frozen=True, kw_only=True):
    """One coherent look; each value stands in for what the owner does not say."""

    neutral: str
    accent: str
    font: Font
    radius: int


PRESETS: Final[dict[PresetName, Preset]] = {
    "paper": Preset(neutral="#fbf7f0", accent="#8a4b2d", font="oldstyle", radius=6),
    "linen": Preset(neutral="#f8f4f2", accent="#7a3b5e", font="humanist", radius=0),
    "slate": Preset(neutral="#f6f8fa", accent="#1f5f8b", font="grotesk", radius=3),
    "garden": Preset(neutral="#f5f8ee", accent="#2f6b3f", font="slab", radius=14),
}


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """The section `theme:`. What is empty or none comes from the preset."""

    preset: Annotated[
        PresetName,
        Meta(
            description=(
                "Das Aussehen im Ganzen: paper (warmes Papier, Buchschrift), linen (Leinen, klare Linien, gerade Ecken), "
                "slate (Schiefer, sachlich und kühl), garden (Garten, kräftige Schrift, runde Ecken)."
            ),
            extra={
                "german": ("vorlage", "aussehen", "stil"),
                "synonyms": {"Papier": "paper", "Leinen": "linen", "Schiefer": "slate", "Garten": "garden"},
            },
        ),
    ] = "paper"
    accent: Annotated[
        str,
        Meta(
            description='Die Akzentfarbe, sechsstellig und in Anführungszeichen: "#8a4b2d". Leer: die des Aussehens.',
            pattern=COLOUR,
            extra={"german": ("akzent", "akzentfarbe", "farbe"), "example": 'accent: "#8a4b2d"'},
        ),
    ] = ""
    neutral: Annotated[
        str,
        Meta(
            description=(
                'Die Farbe des Papiers, sechsstellig und in Anführungszeichen: "#fbf7f0". Linien, Schrift und die dunkle '
                "Ansicht nehmen ihren Ton an. Leer: die des Aussehens."
            ),
            pattern=COLOUR,
            extra={"german": ("papier", "grundfarbe", "hintergrund"), "example": 'neutral: "#fbf7f0"'},
        ),
    ] = ""
    font: Annotated[
        Font | None,
        Meta(
            description=(
                "Die Schriften, die jeder Rechner schon hat: oldstyle (Buchschrift für Überschriften), humanist (klare "
                "Überschriften, Text mit Serifen), grotesk (alles ohne Serifen), slab (kräftige Überschriften)."
            ),
            extra={"german": ("schrift", "schriftart")},
        ),
    ] = None
    radius: Annotated[
        int | None,
        Meta(
            description="Wie rund Ecken sind, in Pixeln: 0 für gerade, höchstens 24.",
            ge=0,
            le=24,
            extra={"german": ("rundung", "ecken"), "example": "radius: 6"},
        ),
    ] = None
    logo: Annotated[
        str,
        Meta(
            description="Ein Bild vor dem Namen im Kopf jeder Seite: eine Datei aus content/pictures/ oder static/.",
            pattern=r"^\S*$",
            extra={"german": ("signet", "bildmarke"), "example": "logo: logo.svg"},
        ),
    ] = ""
