"""Sentences of the code SG945: what a new site still says as it was made."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final = (
    Entry(
        code="SG945",
        severity=Severity.WARNING,
        message="Die Adresse „{value}“ ist noch die aus der Vorlage.",
        cure="Schreiben Sie die Adresse, unter der Ihre Website erreichbar sein wird, zum Beispiel:\nurl: https://www.buero-sonnenseite.de/",
        explanation=(
            "Aus „url:“ entstehen alle vollständigen Adressen: im Feed, für Suchmaschinen, in der Vorschau, wenn jemand eine "
            "Seite weitergibt. Solange dort die Adresse aus der Vorlage steht, führen sie ins Leere. Ansehen können Sie die "
            "Website trotzdem."
        ),
    ),
)
