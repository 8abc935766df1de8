"""Sentences of the codes SG430 to SG433: addresses of the site that was here before (`content/data/old-urls.csv`)."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG430",
        severity=Severity.WARNING,
        message="Das kann keine Adresse Ihrer alten Website sein, oder keine, die ein Server erkennt: {paths}.",
        cure="Schreiben Sie sie ab dem ersten Schrägstrich und ohne den Namen der Website:\n/2019/03/rechnungen/;content/blog/rechnungen.md;",
        explanation=(
            "In content/data/old-urls.csv steht je Zeile eine Adresse, unter der Ihre alte Website zu finden war, und wohin sie "
            "jetzt führt. Ein Fragezeichen darf darin stehen („/?p=12“); dahinter kommen Namen und Werte aus Buchstaben, Ziffern, "
            "Punkt und Strich. Mehr steht in docs/umziehen.md."
        ),
    ),
    Entry(
        code="SG431",
        severity=Severity.ERROR,
        message="„{target}“ gibt es nicht; dorthin führen frühere Adressen: {paths}.",
        cure=(
            "Nennen Sie dort einen anderen Text. Gibt es keinen, lassen Sie die Mitte leer und sagen Sie dahinter, warum:\n"
            "/2019/03/rechnungen/;;Das Angebot gibt es nicht mehr."
        ),
        explanation=(
            "content/data/old-urls.csv führt von den Adressen Ihrer alten Website zu denen der neuen. Verschwindet ein Text, auf den "
            "dort eine Zeile zeigt, kämen Besucher ins Leere. In der Mitte steht eine Datei unter content/, ein Pfad dieser Website "
            "(„/blog/“) oder eine Liste („tag:e-mail“, „category:alltag“, „year:2019“). Zu einer anderen Website führt keine Zeile."
        ),
    ),
    Entry(
        code="SG432",
        severity=Severity.NOTE,
        message="Wer diese Adressen Ihrer alten Website aufruft, kommt zur Liste der Beiträge, weil der Text dazu jetzt nicht zu lesen ist: {paths}.",
        cure="Zu tun ist nichts, wenn er wieder erscheint. Sonst nennen Sie in der Mitte der Zeile einen anderen.",
        explanation=(
            "Der Text ist ein Entwurf, noch nicht erschienen oder abgelaufen. Niemand soll darum ins Leere kommen. Erscheint er, "
            "führen die Adressen von selbst zu ihm."
        ),
    ),
    Entry(
        code="SG433",
        severity=Severity.NOTE,
        message="Diese Dateien Ihrer alten Website zeigt die neue nirgends: {paths}. Server sagen, dass es sie nicht mehr gibt.",
        cure="Zu tun ist nichts. Soll eine wieder zu finden sein, zeigen Sie sie in einem Text, oder legen Sie sie unter static/ ab.",
        explanation=(
            "Veröffentlicht werden Bilder und andere Dateien unter content/, sobald ein Text sie zeigt oder auf sie verweist. Was "
            "kein Text braucht, bleibt zu Hause, und seine frühere Adresse antwortet mit „gibt es nicht mehr“ (410)."
        ),
    ),
)
