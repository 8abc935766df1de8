"""Sentences of the codes SG3xx: links, anchors and pictures."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG301",
        severity=Severity.ERROR,
        message="Der Verweis „{target}“ führt ins Leere: Diese Datei gibt es nicht.",
        cure="{cure}",
        explanation=(
            "Verweise auf eigene Seiten nennen die Datei, von diesem Text aus gesehen: „../kontakt.md“ heißt „einen "
            "Ordner höher, dort kontakt.md“; ein Beitrag neben diesem ist „2026-11-24-rechnungen.md“. Die Adresse der "
            "Website macht das Programm selbst daraus und hält sie richtig, auch wenn sie sich ändert."
        ),
    ),
    Entry(
        code="SG302",
        severity=Severity.ERROR,
        message="Der Verweis „{target}“ führt zu einem Text, der jetzt nicht veröffentlicht ist.",
        cure="Nehmen Sie den Verweis heraus, bis der andere Text erscheint, oder veröffentlichen Sie ihn.",
        explanation=(
            "Entwürfe („draft: ja“) und Beiträge mit einem Datum in der Zukunft stehen nicht auf der Website. Wer dem "
            "Verweis folgte, sähe „Seite nicht gefunden“."
        ),
    ),
    Entry(
        code="SG306",
        severity=Severity.NOTE,
        message="Der Verweis „{target}“ führt zu einem Beitrag, der abgelaufen ist.",
        cure="Bei Gelegenheit können Sie ihn herausnehmen. Bis dahin führt er zur Liste der Beiträge oder steht als Text da.",
        explanation=(
            "Hinter „expires:“ stand ein Tag, der inzwischen vorbei ist. Das Verstreichen der Zeit allein hält nie auf: Die "
            "Website wird gebaut, und niemand landet auf „Seite nicht gefunden“, wenn der Verweis die Datei nennt."
        ),
    ),
    Entry(
        code="SG303",
        severity=Severity.ERROR,
        message="Das Bild „{target}“ ist nicht da.",
        cure="{cure}",
        explanation=(
            "Bilder liegen neben dem Text (im selben Ordner) oder in content/pictures/. Groß- und Kleinschreibung zählt: "
            "„Foto.JPG“ ist eine andere Datei als „foto.jpg“."
        ),
    ),
    Entry(
        code="SG304",
        severity=Severity.ERROR,
        message="Die Datei {file} ist kein Bild, das sich lesen lässt.",
        cure="Öffnen Sie das Bild in einem Bildprogramm und speichern Sie es neu, als JPEG oder PNG.",
        explanation="Das Bild ist beschädigt, unvollständig, übergroß oder trägt einen falschen Namen (ein PDF namens foto.jpg).",
    ),
    Entry(
        code="SG305",
        severity=Severity.ERROR,
        message='{{{{ {name} "{argument}" }}}} findet nichts: „{argument}“ gibt es nicht.',
        cure="{cure}",
        explanation=(
            "Hinter „price“ und „service“ steht der Dateiname einer Leistung aus content/services/, hinter "
            "„post“ die Kennung eines Beitrags: der Dateiname ohne Datum und ohne „.md“."
        ),
    ),
    Entry(
        code="SG310",
        severity=Severity.ERROR,
        message="Der Verweis auf {target} führt ins Leere.",
        cure="{cure}",
        explanation=(
            "Auf der fertigen Website gibt es diese Adresse nicht. Geprüft wird jeder Verweis jeder Seite, auch aus "
            "Vorlagen, Menüs und HTML."
        ),
    ),
    Entry(
        code="SG311",
        severity=Severity.ERROR,
        message="Auf der Seite {page} gibt es keine Stelle „#{anchor}“.",
        cure="{cure}",
        explanation=(
            "Der Teil hinter # ist der Name einer Überschrift: kleine Buchstaben, Bindestriche statt Leerzeichen, ä wird "
            "zu ae. Wird eine Überschrift umformuliert, ändert sich ihr Name; „## Preise {#preise}“ hält ihn fest."
        ),
    ),
    Entry(
        code="SG312",
        severity=Severity.ERROR,
        message="Zwei Stellen der Seite {page} tragen denselben Namen „#{anchor}“.",
        cure="Geben Sie einer der beiden einen anderen Namen.",
        explanation="Ein Verweis auf #name muss wissen, wohin er führt; deshalb ist jeder Name auf einer Seite einmalig.",
    ),
    Entry(
        code="SG313",
        severity=Severity.WARNING,
        message="Ein Bild auf der Seite {page} hat keinen Alternativtext: {target}.",
        cure='Ergänzen Sie im Element <img>, was zu sehen ist. Ist das Bild nur Schmuck, bleibt die Angabe leer:\nalt="…"',
        explanation=(
            "Wer das Bild nicht sieht, dem wird der Alternativtext vorgelesen; fehlt er, wird der Dateiname buchstabiert "
            "(WCAG 2.2, Erfolgskriterium 1.1.1)."
        ),
    ),
    Entry(
        code="SG314",
        severity=Severity.WARNING,
        message="Das Bild „{target}“ hat keinen Alternativtext.",
        cure="Ergänzen Sie unter „image:“, was zu sehen ist:\nimage:\n  src: {target}\n  alt: …",
        explanation=(
            "Wer das Bild nicht sieht, dem wird der Alternativtext vorgelesen (WCAG 2.2, Erfolgskriterium 1.1.1). In der "
            "kurzen Form „image: foto.jpg“ ist kein Platz dafür; in der langen stehen src, alt, credit und caption je auf "
            "einer eigenen, eingerückten Zeile."
        ),
    ),
)
