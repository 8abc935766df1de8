"""Sentences of the codes SG62x: the search."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG620",
        severity=Severity.NOTE,
        message="Die Suche ist eingeschaltet, aber das Programm dafür fehlt. „{url}“ verweist darum auf das Archiv.",
        cure="Installieren Sie es, oder schreiben Sie in site.yaml unter „search:“ „enabled: false“.\npip install 'sitegen[search]'",
        explanation=(
            "Die Suche auf Ihrer Website kommt ohne Server aus: Beim Bauen legt das Programm Pagefind ein Verzeichnis aller "
            "Wörter an, und der Browser Ihrer Besucher schlägt darin nach. Pagefind gehört nicht zur Grundausstattung, "
            "weil nicht jede Website eine Suche braucht."
        ),
    ),
    Entry(
        code="SG621",
        severity=Severity.ERROR,
        message="Das Verzeichnis für die Suche ließ sich nicht anlegen. Pagefind meldet: {reason}",
        cure="Bauen Sie noch einmal. Bleibt es dabei, hilft es, das Programm neu zu installieren.\npip install --force-reinstall pagefind-bin",
        explanation=(
            "Pagefind legt beim Bauen ein Verzeichnis aller Wörter an und hat sich mit dem genannten Fehler beendet. Ihre "
            "fertigen Seiten sind unverändert. Soll es ohne Suche weitergehen, schreiben Sie in site.yaml unter „search:“ "
            "„enabled: false“."
        ),
    ),
    Entry(
        code="SG622",
        severity=Severity.ERROR,
        message="Das Verzeichnis für die Suche lässt sich nicht in „{folder}“ ablegen.",
        cure="Löschen Sie den Ordner „{folder}“; er entsteht neu. Sonst fehlt der Platz oder das Recht, dort zu schreiben.",
        explanation=(
            "In diesem Ordner wartet das Verzeichnis für die Suche, bis sich Ihre Texte ändern. Er enthält nichts, was sich "
            "nicht neu machen ließe. Ihre fertigen Seiten sind unverändert."
        ),
    ),
)
