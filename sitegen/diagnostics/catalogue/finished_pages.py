"""Sentences of the codes SG63x and SG970: what finished pages say to whoever reads, hears or waits for them."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG630",
        severity=Severity.WARNING,
        message="Die Seite {page} hat keine Hauptüberschrift.",
        cure="Setzen Sie den Titel der Seite in der Vorlage an den Anfang von <main>:\n<h1>…</h1>",
        explanation=(
            "Die Hauptüberschrift <h1> sagt, wovon die Seite handelt. Wer sie vorgelesen bekommt, springt zuerst dorthin, und "
            "Suchmaschinen lesen sie als Thema (WCAG 2.2, Erfolgskriterien 1.3.1 und 2.4.6). Gezählt wird innerhalb von "
            "<main>, denn der Name der Website im Kopf jeder Seite sagt nichts über die einzelne."
        ),
    ),
    Entry(
        code="SG631",
        severity=Severity.WARNING,
        message="Die Seite {page} hat mehr als eine Hauptüberschrift, hier „{text}“.",
        cure="Machen Sie eine Zwischenüberschrift daraus, mit ## in Markdown oder in HTML mit:\n<h2>…</h2>",
        explanation=(
            "Eine Seite hat ein Thema und darum eine Überschrift <h1>; das ist ihr Titel. Alles darunter beginnt mit der "
            "zweiten Ebene. So lässt sich die Gliederung vorlesen wie ein Inhaltsverzeichnis."
        ),
    ),
    Entry(
        code="SG632",
        severity=Severity.WARNING,
        message="Die Überschrift „{text}“ auf der Seite {page} hat Ebene {level}, über ihr steht aber Ebene {above}.",
        cure="Nehmen Sie die nächste Ebene:\n<h{fitting}>…</h{fitting}>",
        explanation=(
            "Überschriften sind die Gliederung der Seite (WCAG 2.2, Erfolgskriterium 1.3.1). Fehlt eine Ebene, sucht, wer "
            "sich vorlesen lässt, nach einem Abschnitt, den es nicht gibt. Wie groß eine Überschrift aussieht, entscheidet die "
            "Gestaltung und nicht die Ebene."
        ),
    ),
    Entry(
        code="SG633",
        severity=Severity.WARNING,
        message="Ein Verweis oder Knopf auf der Seite {page} hat keinen Namen: {target}.",
        cure='Schreiben Sie hinein, wohin er führt; bei einem Symbol genügt:\naria-label="…"',
        explanation=(
            "Vorgelesen wird der Text eines Verweises, bei einem Bild dessen Alternativtext. Ist beides leer, hört man nur "
            "„Link“ (WCAG 2.2, Erfolgskriterien 2.4.4 und 4.1.2)."
        ),
    ),
    Entry(
        code="SG634",
        severity=Severity.NOTE,
        message="Der Verweis „{text}“ sagt nicht, wohin er führt.",
        cure="Verlinken Sie die Wörter, die das Ziel nennen: statt „mehr dazu hier“ etwa „mehr zu meinen Preisen“.",
        explanation=(
            "Wer sich eine Seite vorlesen lässt, ruft oft die Liste ihrer Verweise auf. Steht dort fünfmal „hier“, hilft sie "
            "nicht (WCAG 2.2, Erfolgskriterium 2.4.4)."
        ),
    ),
    Entry(
        code="SG635",
        severity=Severity.WARNING,
        message="{target} liegt auf Ihrer eigenen Website, dort gibt es diese Adresse aber nicht.",
        cure="{cure}",
        explanation=(
            "Auch vollständige Adressen, die zu Ihrer eigenen Website führen, werden geprüft: in Texten, im Kopf der Seiten und "
            "in den Angaben für Suchmaschinen. Besser ist im Text der Name der Datei, etwa „../kontakt.md“: Dann bleibt der "
            "Verweis richtig, auch wenn sich die Adresse ändert."
        ),
    ),
    Entry(
        code="SG636",
        severity=Severity.WARNING,
        message="In der Gestaltung steht „{target}“; diese Datei gibt es auf der fertigen Website nicht.",
        cure="{cure}",
        explanation=(
            "Schriften und Bilder, die in einer CSS-Datei mit url(…) genannt sind, werden von dieser Datei aus gesucht. Fehlt "
            "eine, sehen Ihre Besucher eine andere Schrift oder nichts."
        ),
    ),
    Entry(
        code="SG638",
        severity=Severity.WARNING,
        message="Die Seite {page} ist schwer: Bis etwas zu sehen ist, werden {size} geladen. Am meisten wiegt: {parts}.",
        cure='Verkleinern Sie, was am meisten wiegt, und lassen Sie Bilder weiter unten warten:\nloading="lazy"',
        explanation=(
            "Gezählt wird, was sofort kommt: die Seite, ihre Gestaltung, Skripte, Schriften und Bilder in der größten Fassung. "
            'Bilder weiter unten, die warten (loading="lazy"), zählen nicht. Ab 2 MB dauert es unterwegs spürbar, und '
            "viele gehen wieder."
        ),
    ),
    Entry(
        code="SG639",
        severity=Severity.WARNING,
        message="Auf der Seite {page} steht noch ein Platzhalter: „{text}“.",
        cure="Ersetzen Sie ihn, oder nehmen Sie ihn heraus. Soll er dastehen, setzen Sie ihn in Anführungszeichen.",
        explanation=(
            "Gesucht wird, was nach einer Vorlage aussieht: Blindtext, „Text folgt“, TODO, XXX, Erika Musterfrau und dergleichen. "
            "In Anführungszeichen, Zitaten und Code bleibt es unbeachtet, in Beiträgen auch ein Musterbrief."
        ),
    ),
    Entry(
        code="SG970",
        severity=Severity.WARNING,
        message="Hier steht „{text}“{more}, sonst spricht die Website ihre Leser mit {tone} an.",
        cure="{cure}",
        explanation=(
            "Knöpfe, Formulare und Hinweise richten sich nach „tone:“ in site.yaml oder im Kopf der Seite. Wechselt der Text "
            "dazwischen, wirkt das wie von zwei Leuten geschrieben. Zitate, Interviews, Kommentare und Rechtstexte "
            "werden nicht angesehen, und „Sie“ am Anfang eines Satzes zählt nicht, denn es kann auch andere meinen."
        ),
    ),
)
