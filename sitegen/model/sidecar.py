"""What a file beside a picture says about it: `foto.jpg.yaml` for `foto.jpg`.

Values as typed, with their German help; what follows from them is decided in `plan.credits`.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from msgspec import Meta

from sitegen.diagnostics import Diagnostic
from sitegen.schema.convert import convert
from sitegen.schema.yaml_reader import read_yaml
from sitegen.settings.link import Reference
from sitegen.sources.encoding import decoded

ENDING: Final = ".yaml"


class Sidecar(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of such a file."""

    credit: Annotated[
        str,
        Meta(
            description="Wer das Bild gemacht hat: „© Name / Quelle“.",
            extra={
                "german": ("urheber", "bildnachweis", "fotografin", "fotograf"),
                "example": "credit: Foto: Vera Sonne",
            },
        ),
    ] = ""
    licence: Annotated[
        str,
        Meta(
            description="Unter welcher Lizenz es steht, zum Beispiel „CC BY 4.0“.",
            extra={"german": ("lizenz", "license"), "example": "licence: CC BY 4.0"},
        ),
    ] = ""
    licence_url: Annotated[
        Reference,
        Meta(
            description="Wo die Lizenz steht; bei Creative Commons mit Nummer der Fassung weiß es das Programm.",
            extra={"german": ("lizenz_url", "license_url"), "example": "licence_url: https://…"},
        ),
    ] = ""
    source: Annotated[
        Reference,
        Meta(description="Die Seite, von der das Bild stammt.", extra={"german": ("quelle", "herkunft")}),
    ] = ""
    alt: Annotated[
        str,
        Meta(
            description="Was zu sehen ist; gilt, wo im Text nichts anderes steht.",
            extra={"german": ("alternativtext", "beschreibung")},
        ),
    ] = ""
    ai: Annotated[bool, Meta(description="Ob es mit KI erstellt ist: ja oder nein.", extra={"german": ("ki",)})] = False


class SidecarRead(msgspec.Struct, frozen=True, kw_only=True):
    """The fields, or what is wrong with the file."""

    value: Sidecar | None
    findings: tuple[Diagnostic, ...] = ()


def sidecar_from(path: str, raw: bytes) -> SidecarRead:
    """Read the file `path`, which holds `raw`."""
    text = decoded(path, raw)
    if text.text is None:
        return SidecarRead(value=None, findings=text.findings)
    read = read_yaml(text.text, file=path)
    if read.node is None or read.findings:
        return SidecarRead(value=None, findings=(*text.findings, *read.findings))
    converted = convert(read.node, Sidecar)
    return SidecarRead(value=converted.value, findings=(*text.findings, *converted.findings))
