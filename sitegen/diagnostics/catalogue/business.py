"""Sentences of the codes SG16x: what `business:` and `notice:` in `site.yaml` say and cannot mean."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_ADDRESSES: Final = (
    Entry(
        code="SG160",
        severity=Severity.WARNING,
        message="Die Postleitzahl „{value}“ kann nicht stimmen: In {country} sind es {digits} Ziffern.",
        cure="Prüfen Sie die Ziffern, auch die führende Null. Liegt das Büro anderswo, steht das hinter „country:“.",
        explanation=(
            "Die Anschrift steht am Fuß jeder Seite, auf der Kontaktseite und in den Daten für Suchmaschinen. Eine "
            "Postleitzahl dürfen Sie ohne Anführungszeichen tippen; die führende Null bleibt erhalten.\n\n"
            "Beispiel: postcode: 01067"
        ),
    ),
    Entry(
        code="SG161",
        severity=Severity.WARNING,
        message="„{value}“ lässt sich nicht als Telefonnummer lesen. {reason}.",
        cure="Tippen Sie die Nummer mit Vorwahl, zum Beispiel:\n{key}: 0351 1234567",
        explanation=(
            "Aus der Nummer wird ein Verweis, über den man am Telefon mit einem Fingertipp anruft. Dafür muss sicher "
            "sein, welche Ziffern zu wählen sind. „030 1234567“, „+49 (0)30 123-0“ und „0041 44 123 45 67“ sind alle "
            "recht. Solange die Nummer nicht lesbar ist, steht sie ohne Verweis da."
        ),
    ),
    Entry(
        code="SG162",
        severity=Severity.ERROR,
        message="„{value}“ ist keine E-Mail-Adresse.",
        cure="Tippen Sie nur die Adresse, zum Beispiel:\nemail: post@buero-sonnenseite.de",
        explanation=(
            "Eine Adresse hat genau ein @, und dahinter einen Namen mit einem Punkt. Ein Name davor, Klammern und "
            "„mailto:“ gehören nicht dazu."
        ),
    ),
    Entry(
        code="SG163",
        severity=Severity.ERROR,
        message="„{value}“ bei „{key}“ ist keine vollständige Adresse mit https://.",
        cure="Kopieren Sie sie aus der Adresszeile des Browsers: {suggestion}",
        explanation=(
            "Hierher führt ein Verweis von Ihrer Website. Ohne https:// suchte der Browser die Seite auf Ihrer eigenen "
            "Website, und mit http:// liefe der Besuch unverschlüsselt."
        ),
    ),
)

_TIMES: Final = (
    Entry(
        code="SG164",
        severity=Severity.NOTE,
        message="„{value}“ steht so auf der Website, für Suchmaschinen fehlen darin aber Tage oder Uhrzeiten.",
        cure="Sollen es feste Zeiten sein, schreiben Sie zum Beispiel:\nhours: Mo–Do 9–13 Uhr, Fr nach Vereinbarung",
        explanation=(
            "Was sicher als Tage und Uhrzeiten zu lesen ist, bekommen auch Suchmaschinen und Kartendienste als "
            "Öffnungszeiten. Alles andere erscheint nur als Text, genau wie getippt."
        ),
    ),
    Entry(
        code="SG165",
        severity=Severity.ERROR,
        message="Der letzte Tag ({last}) liegt vor dem ersten ({first}).",
        cure="Prüfen Sie beide Daten; beim Jahreswechsel ist oft nur das Jahr vertauscht.",
        explanation="So wäre der Hinweis an keinem Tag zu sehen. Der letzte Tag zählt immer mit.",
    ),
    Entry(
        code="SG166",
        severity=Severity.WARNING,
        message="Zwei Zeiten unter „closed“ überschneiden sich: {one} und {other}.",
        cure="Fassen Sie beide zusammen, oder ändern Sie die Tage.",
        explanation="Besucher läsen sonst zwei Hinweise nebeneinander und wüssten nicht, welcher gilt.",
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_ADDRESSES, *_TIMES)
