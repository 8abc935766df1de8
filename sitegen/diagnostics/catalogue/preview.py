"""Sentences of the codes SG640 to SG649: what keeps a preview from beginning."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG640",
        severity=Severity.ERROR,
        message="Für diese Website läuft schon eine Vorschau.",
        cure="Sie finden sie im Browser unter dieser Adresse, oder Sie beenden sie dort, wo sie läuft, mit Strg+C:\n{address}",
        explanation=(
            "Jede Vorschau baut in denselben Ordner „.sitegen/preview“. Zwei zugleich würden einander die Seiten "
            "wegnehmen, darum läuft immer nur eine."
        ),
    ),
    Entry(
        code="SG641",
        severity=Severity.ERROR,
        message="Port {port} ist belegt: Dort antwortet schon ein anderes Programm.",
        cure="Nehmen Sie einen anderen Port, oder lassen Sie --port weg; dann sucht sich die Vorschau selbst einen:\n--port {next}",
        explanation=(
            "Ein Port ist eine Nummer, unter der ein Programm auf Ihrem Rechner erreichbar ist. Jede Nummer gehört "
            "immer nur einem Programm. Ohne --port beginnt die Suche bei 8000 und geht bis 8019."
        ),
    ),
    Entry(
        code="SG642",
        severity=Severity.ERROR,
        message="„{host}“ ist keine Adresse dieses Rechners.",
        cure="Lassen Sie --host weg; dann ist die Vorschau nur auf diesem Rechner zu sehen.",
        explanation=(
            "Mit --host sagen Sie, unter welcher eigenen Adresse der Rechner antwortet, zum Beispiel damit Sie die "
            "Vorschau auf Ihrem Telefon sehen: --host 0.0.0.0 heißt „unter jeder“. Dann sieht sie auch jeder andere in "
            "Ihrem Netz, mit allen Entwürfen."
        ),
    ),
    Entry(
        code="SG643",
        severity=Severity.ERROR,
        message="Port {port} hat das System für sich zurückgelegt.",
        cure="Nehmen Sie eine Nummer über 1024, oder lassen Sie --port weg.",
        explanation="Die niedrigen Nummern sind auf den meisten Systemen den Diensten des Rechners selbst vorbehalten.",
    ),
)
