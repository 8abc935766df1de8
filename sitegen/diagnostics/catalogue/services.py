"""Sentences of the codes SG17x and SG32x: services and their prices, testimonials, directories."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_HEADS: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG170",
        severity=Severity.ERROR,
        message="Dieses Paket nennt weder Stunden noch einen Namen.",
        cure="Ergänzen Sie, was darin ist:\nhours: 10",
        explanation=(
            "Ein Paket braucht einen Preis und dazu entweder „hours:“ (die Zahl der Stunden; daraus wird der Preis einer Stunde "
            "errechnet) oder „name:“ (wie es heißt). Beides zusammen geht auch.\n\n"
            "Beispiel:\npackages:\n  - hours: 10\n    price: 420 €"
        ),
    ),
    Entry(
        code="SG171",
        severity=Severity.WARNING,
        message="Neben dem Preis steht nicht, wofür er gilt.",
        cure="Ergänzen Sie eine Zeile, zum Beispiel:\nunit: Stunde",
        explanation=(
            "Ein Preis ohne Einheit lässt offen, ob er für eine Stunde, einen Tag (day), einen Monat (month), ein Stück (piece) "
            "oder das ganze Paket (package) gilt. Wer Preise nennt, muss das sagen; Besucher rechnen sonst mit dem falschen."
        ),
    ),
    Entry(
        code="SG172",
        severity=Severity.WARNING,
        message="„{key}“ sagt etwas über einen Preis, aber diese Leistung ist {kind}.",
        cure="Nennen Sie hinter „price:“ einen Betrag, oder löschen Sie die Zeile „{key}:“.",
        explanation=(
            "„from:“ (ab), „billing_step:“ (Takt) und „price_next:“ (neuer Preis) gehören zu einem Betrag. Ohne einen solchen "
            "haben sie keine Wirkung oder verwirren."
        ),
    ),
    Entry(
        code="SG173",
        severity=Severity.WARNING,
        message="Ein Takt („billing_step“) gehört zu einem Stundenpreis; hier gilt der Preis nicht für eine Stunde.",
        cure="Schreiben Sie „unit: hour“, oder löschen Sie die Zeile „billing_step:“.",
        explanation="„abgerechnet je angefangene 15 Minuten“ hat nur einen Sinn, wo Zeit abgerechnet wird.",
    ),
    Entry(
        code="SG174",
        severity=Severity.WARNING,
        message="Dieses Paket kostet {price}, {hours} einzelne Stunden aber nur {single}.",
        cure="Prüfen Sie den Preis des Pakets und den der einzelnen Stunde.",
        explanation="Meist ist nur einer von beiden Preisen geändert worden. Ein Paket, das mehr kostet als seine Stunden, kauft niemand.",
    ),
    Entry(
        code="SG175",
        severity=Severity.ERROR,
        message="„{key}: {amount}“ ist zu viel, um gemeint zu sein.",
        cure="Prüfen Sie, ob eine Ziffer oder ein Komma verrutscht ist.",
        explanation="Beträge und Mengen einer Leistung gehen bis zu einer Million. Was darüber liegt, ist ein Tippfehler.",
    ),
)

_SITE: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG176",
        severity=Severity.WARNING,
        message="Einen Beitrag „{name}“ gibt es nicht.",
        cure="{cure}",
        explanation=(
            'Hinter „related_posts:“ stehen Beiträge mit dem Namen, der auch im Text gilt, etwa in {{ post "rechnungen" }}: der '
            "Dateiname ohne Datum und ohne „.md“, oder die „id:“ im Kopf des Beitrags."
        ),
    ),
    Entry(
        code="SG177",
        severity=Severity.ERROR,
        message="Wer an Privatleute verkauft, muss Endpreise nennen; „vat: net“ nennt Preise ohne Umsatzsteuer.",
        cure="Schreiben Sie „vat: gross“ und die Preise mit Steuer, oder „audience: business“, wenn nur Unternehmen kaufen können.",
        explanation=(
            "Gegenüber Verbrauchern ist der Gesamtpreis mit Umsatzsteuer zu nennen (in Deutschland § 3 PAngV, in Österreich § 9 "
            "PrAG, in der Schweiz Art. 4 PBV). Preise ohne Steuer sind nur erlaubt, wo sich das Angebot erkennbar allein an "
            "Unternehmen richtet. „audience:“ steht auf „both“, solange nichts anderes dasteht."
        ),
    ),
    Entry(
        code="SG178",
        severity=Severity.NOTE,
        message="Der neue Preis gilt seit dem {date}.",
        cure="Übernehmen Sie ihn nach „price:“, und löschen Sie „price_next:“.",
        explanation=(
            "Ein Preis hinter „price_next:“ tritt an seinem Tag von selbst in Kraft. Danach sind die Zeilen überflüssig; beim "
            "nächsten Aufräumen dürfen sie weg. Das eilt nicht."
        ),
    ),
    Entry(
        code="SG179",
        severity=Severity.WARNING,
        message="Der Knopf am Ende dieser Leistung führt zu „{target}“, und dort ist nichts.",
        cure="{cure}",
        explanation=(
            "Hinter „link:“ steht eine Datei unter content/ („kontakt.md“), ein Pfad („/kontakt/“) oder eine ganze Adresse. Ohne "
            "Ziel wird der Knopf zur Kontaktseite gezeigt."
        ),
    ),
)

_PAGES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG320",
        severity=Severity.WARNING,
        message="Hier kostet „{title}“ {amount}, in der Leistung selbst {record}.",
        cure="Schreiben Sie statt des Betrags {shortcode}; dann stimmt er immer.",
        explanation=(
            "Neben dem Namen einer Leistung steht ein Betrag, der weder ihr Preis ist noch der eines ihrer Pakete. Meistens ist er "
            "nach einer Preisänderung stehen geblieben, und zwei Preise für dieselbe Leistung sind mehr als ärgerlich. Mit dem "
            "Kürzel steht im Text immer der Preis aus der Datei der Leistung. Sätze über früher („früher“, „damals“, „bis 2025“) "
            "und Rechnungen („3 × 48 € = 144 €“) bleiben unbehelligt."
        ),
    ),
    Entry(
        code="SG321",
        severity=Severity.ERROR,
        message="„{text}“ passt nicht zu „vat: {vat}“ in site.yaml.",
        cure="{cure}",
        explanation=(
            "Wie Preise und Umsatzsteuer zusammenhängen, steht einmal in site.yaml unter „business: vat:“; der Hinweis dazu "
            "erscheint von selbst bei jedem Preis. Ein Satz, der etwas anderes sagt, führt Besucher in die Irre, und wer als "
            "Kleinunternehmen Umsatzsteuer ausweist, schuldet sie (§ 14c UStG)."
        ),
    ),
    Entry(
        code="SG322",
        severity=Severity.WARNING,
        message="Bei der Stimme von „{name}“ steht nicht, dass sie veröffentlicht werden darf.",
        cure="Fragen Sie, und ergänzen Sie dann:\nconsent: ja",
        explanation=(
            "Name und Worte eines Menschen gehören ihm. Ohne seine Einwilligung dürfen sie nicht auf Ihre Website. Hinter "
            "„consent:“ steht „ja“ oder wann und wie eingewilligt wurde („per E-Mail am 4. September 2026“); veröffentlicht wird "
            "davon nichts."
        ),
    ),
    Entry(
        code="SG323",
        severity=Severity.WARNING,
        message="Bei der Stimme von „{name}“ steht nicht, wie sie geprüft ist.",
        cure="Ergänzen Sie zum Beispiel:\nchecked: Auftrag seit 2024, Wortlaut per E-Mail freigegeben",
        explanation=(
            "Wer Bewertungen zeigt, muss sagen, ob und wie er geprüft hat, dass sie von wirklichen Kundinnen und Kunden stammen "
            "(§ 5b Abs. 3 UWG). Der Text hinter „checked:“ steht darum unter der Stimme."
        ),
    ),
    Entry(
        code="SG324",
        severity=Severity.ERROR,
        message="Diese Seite zeigt eine Liste, aber {problem}.",
        cure="{cure}",
        explanation=(
            "Eine Seite mit „layout: directory“ zeigt eine Datei aus content/data/ als Liste. Welche das ist, steht hinter "
            "„data:“, ohne Ordner und ohne Endung.\n\n"
            "Beispiel: „data: werkzeuge“ zeigt content/data/werkzeuge.yaml."
        ),
    ),
    Entry(
        code="SG325",
        severity=Severity.WARNING,
        message="Der Preis ist hier zerlegt, und der ganze, {amount}, hebt sich von seinen Teilen nicht ab.",
        cure="Heben Sie den ganzen Preis hervor:\n**{amount}**",
        explanation=(
            "Wer Privatleuten einen Preis in Teilen vorrechnet, etwa mit der Steuer als eigenem Betrag oder mit Grundpreis und "
            "Zuschlägen, muss den Gesamtpreis hervorheben (§ 3 Abs. 3 PAngV). Zwei Sternchen davor und dahinter genügen. Ein Preis "
            "je Stunde neben dem eines Pakets ist kein Teil davon, und was hinter „price:“ steht, zeigt die Seite von selbst oben."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_HEADS, *_SITE, *_PAGES)
