"""Sentences of the codes SG980 to SG989: finished pages of any generator, judged by `sitegen check FOLDER`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG980",
        severity=Severity.ERROR,
        message="Im Ordner „{folder}“ liegt keine HTML-Seite.",
        cure="Nennen Sie den Ordner mit den fertigen Seiten; oft heißt er public, output, dist, _site oder build.",
        explanation=(
            "Geprüft werden fertige Seiten (.html), gleich welches Programm sie gemacht hat. Die Texte, aus denen sie "
            "entstehen, prüft das Programm selbst, das sie baut."
        ),
    ),
    Entry(
        code="SG981",
        severity=Severity.ERROR,
        message="Beim Aufruf dieser Seite wird {host} gefragt, ohne dass jemand eingewilligt hat.",
        cure="Legen Sie die Datei zu Ihrer Website, oder laden Sie sie erst nach einem Klick.",
        explanation=(
            "Jede Anfrage an einen fremden Server verrät ihm die IP-Adresse und meist die besuchte Seite. Ohne Einwilligung geht "
            "das nur, wenn es unbedingt nötig ist (§ 25 TDDDG, Art. 6 DSGVO). Was in einem <template> steht oder auf Klick "
            "geladen wird, fragt niemanden."
        ),
    ),
    Entry(
        code="SG982",
        severity=Severity.ERROR,
        message="Von {host} geladen, verrät diese Datei einem Fremden jeden Besuch; sie kann auch bei Ihnen liegen.",
        cure="Laden Sie die Datei herunter, legen Sie sie zu Ihrer Website, und ändern Sie die Adresse.",
        explanation=(
            "Schriften und Skripte von fremden Servern sind nie nötig, denn dieselben Dateien können bei Ihnen liegen. Für "
            "Schriften von Google hat das LG München I einem Besucher Schadensersatz zugesprochen (20.01.2022, 3 O 17493/20)."
        ),
    ),
    Entry(
        code="SG983",
        severity=Severity.WARNING,
        message="Dieses Formular schickt, was jemand einträgt, an {host}.",
        cure="Nennen Sie den Empfänger in der Datenschutzerklärung, und schließen Sie mit ihm einen Vertrag zur Auftragsverarbeitung.",
        explanation=(
            "Wer die Nachrichten für Sie entgegennimmt, verarbeitet sie in Ihrem Auftrag (Art. 28 DSGVO), und Ihre Besucher "
            "müssen davon erfahren (Art. 13 DSGVO). Ist beides geschehen, können Sie die Warnung übergehen."
        ),
    ),
    Entry(
        code="SG984",
        severity=Severity.WARNING,
        message="Dieses Skript benutzt „{name}“, speichert oder liest also vielleicht etwas auf dem Gerät.",
        cure="Prüfen Sie, was es speichert. Ist es nicht unbedingt nötig, darf es erst nach einer Einwilligung geschehen.",
        explanation=(
            "Auch localStorage zählt: Wer auf dem Gerät eines Besuchers etwas speichert oder liest, braucht eine Einwilligung, "
            "außer es ist unbedingt nötig für das, was der Besucher will (§ 25 Abs. 2 TDDDG). Ein Warenkorb ist das, eine "
            "Statistik nicht."
        ),
    ),
    Entry(
        code="SG985",
        severity=Severity.ERROR,
        message="Dieses Formular auf {page} geht unverschlüsselt hinaus, an {target}.",
        cure='Ändern Sie die Adresse, sie beginnt mit https:\naction="https://…"',
        explanation="Was jemand in ein Formular schreibt, muss verschlüsselt übertragen werden (Art. 32 DSGVO).",
    ),
    Entry(
        code="SG986",
        severity=Severity.WARNING,
        message="Bei einem Formular auf {page} steht kein Verweis auf die Datenschutzerklärung.",
        cure="Schreiben Sie neben den Knopf, wozu die Angaben dienen, mit einem Verweis auf Ihre Datenschutzerklärung.",
        explanation=(
            "Wer Daten eingibt, muss in diesem Augenblick erfahren können, was damit geschieht (Art. 13 DSGVO). Ein Satz mit "
            "Verweis genügt; ein Kästchen zum Ankreuzen braucht eine einfache Anfrage nicht."
        ),
    ),
    Entry(
        code="SG987",
        severity=Severity.NOTE,
        message="{file} wurde nicht geprüft: {reason}.",
        cure="Alles andere ist geprüft. Sehen Sie diese Datei selbst an, wenn sie veröffentlicht wird.",
        explanation="Seiten über 5 MB und Dateien, die sich nicht lesen lassen, bleiben außen vor; das Übrige wird geprüft.",
    ),
    Entry(
        code="SG988",
        severity=Severity.NOTE,
        message="Unter welcher Adresse diese Seiten stehen, sagen sie nicht.",
        cure="Nennen Sie sie, dann werden auch vollständige Verweise auf die eigene Website geprüft:\n--url https://www.example.org/",
        explanation=(
            'Die Adresse steht sonst in <link rel="canonical"> oder in sitemap.xml. Ohne sie gilt jede vollständige Adresse als '
            "fremd, und Verweise, die mit / beginnen, lassen sich nur prüfen, wenn die Seiten ganz oben liegen."
        ),
    ),
    Entry(
        code="SG989",
        severity=Severity.NOTE,
        message="Weggelassen: {count} derselben Art auf anderen Seiten.",
        cure="Meist genügt es, die Vorlage zu ändern, aus der alle diese Seiten entstehen. Prüfen Sie dann noch einmal.",
        explanation="Was auf vielen Seiten gleich falsch ist, steht nur einmal da, bei der ersten Seite.",
    ),
)

CURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "SG312": "Geben Sie einer der beiden einen anderen Namen (id).",
        "SG903": "Legen Sie eine Seite mit dem Titel „Impressum“ an, und verweisen Sie von jeder Seite darauf.",
        "SG904": 'Setzen Sie einen Verweis, der so heißt, an den Fuß jeder Seite:\n<a href="{target}">Impressum</a>',
        "SG905": "Legen Sie eine Seite mit dem Titel „Datenschutz“ an, und verweisen Sie von jeder Seite darauf.",
        "SG906": 'Setzen Sie einen Verweis, der so heißt, an den Fuß jeder Seite:\n<a href="{target}">Datenschutz</a>',
        "SG929": "Löschen Sie den Preis in den Angaben für Suchmaschinen (JSON-LD), oder zeigen Sie ihn auf der Seite.",
        "SG931": "Löschen Sie „aggregateRating“ und „review“ in den Angaben für Suchmaschinen.",
        "SG932": 'Schreiben Sie „Anzeige“ dazu, und ergänzen Sie im Verweis:\nrel="sponsored"',
        "SG933": 'Ergänzen Sie im Verweis:\nrel="sponsored"',
    }
)
"""What helps on pages that another program has made, by the code of the finding."""
