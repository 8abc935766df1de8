"""Sentences of the codes SG81x: videos, maps and calendars of others in a text."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

OPTION_IN_WORDS: Final[dict[str, str]] = {
    "start": 'Schreiben Sie, ab wann es läuft, in Sekunden oder in Minuten und Sekunden:\nstart="1:30"',
    "zoom": 'Schreiben Sie eine Zahl von 0 (die ganze Welt) bis 19 (ein Haus):\nzoom="16"',
    "provider": 'Schreiben Sie eine der beiden Karten:\nprovider="openstreetmap"\nprovider="google"',
}
"""What may be said for an option, by its name."""

_USAGE: Final = "So wird es geschrieben:\n{example}"
_TO_SITE: Final = (
    "Ergänzen Sie in site.yaml, was hier steht; gibt es „third_parties:“ dort schon, nur den Eintrag darunter:\n"
    "third_parties:\n"
)

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG810",
        severity=Severity.ERROR,
        message="{name} wird hier gezeigt, ist in site.yaml aber nicht genannt.",
        cure=_TO_SITE + "  - use: {party}",
        explanation=(
            "Was von anderen kommt, nennen Sie einmal unter „third_parties:“. Daraus entstehen der Platzhalter, der Abschnitt "
            "in der Datenschutzerklärung und die Regel für den Browser, wen er ansprechen darf. Mehr dazu in docs/dritte.md."
        ),
    ),
    Entry(
        code="SG811",
        severity=Severity.ERROR,
        message="Dieser Rahmen lädt von „{host}“; das ist in site.yaml nicht genannt.",
        cure=_TO_SITE + "{lines}",
        explanation=(
            "Ein <iframe> holt eine fremde Seite auf Ihre. Damit niemand ungefragt Daten bekommt, muss in site.yaml stehen, "
            "wer das ist. Die Zeilen sind ein Beispiel: Ersetzen Sie sie durch das, was in der Datenschutzerklärung des "
            "Anbieters steht. Mehr dazu in docs/dritte.md."
        ),
    ),
    Entry(
        code="SG812",
        severity=Severity.ERROR,
        message="Das steht mitten im Text; es braucht einen Absatz für sich.",
        cure="Setzen Sie davor und dahinter je eine leere Zeile; ein <p> darum herum nehmen Sie weg.",
        explanation=(
            "An dieser Stelle erscheint eine Fläche mit Titel, Auskunft und Knopf. Sie hat in einer Zeile, einer Überschrift "
            "oder einer Zelle keinen Platz."
        ),
    ),
    Entry(
        code="SG813",
        severity=Severity.ERROR,
        message="„{value}“ ist nichts, was sich mit „{name}“ zeigen lässt.",
        cure="Kopieren Sie die Adresse aus der Adresszeile des Browsers. " + _USAGE,
        explanation=(
            "Gelesen werden die Kennung allein und die ganze Adresse, so wie der Browser sie zeigt. Kurze Adressen, die erst "
            "weiterleiten, sagen nicht, wohin sie führen."
        ),
    ),
    Entry(
        code="SG814",
        severity=Severity.ERROR,
        message="„{value}“ ist für „{argument}“ nicht vorgesehen.",
        cure="{hint}",
        explanation=(
            "„start“ sagt bei einem Video, ab wann es läuft; „zoom“ bei einer Karte, wie nah sie ist; „provider“, von wem die "
            "Karte kommt."
        ),
    ),
    Entry(
        code="SG815",
        severity=Severity.ERROR,
        message="Diese Karte braucht die Koordinaten des Ortes.",
        cure=(
            "Suchen Sie den Ort auf www.openstreetmap.org und kopieren Sie die Adresse des Browsers, oder schreiben Sie die "
            "Koordinaten. " + _USAGE
        ),
        explanation=(
            "OpenStreetMap zeigt in einem Rahmen einen Ausschnitt, und der lässt sich aus einer Anschrift nur mit dem Netz "
            "bestimmen. Beim Bauen wird das Netz nicht gefragt. Google Maps sucht die Anschrift selbst; dafür schreiben Sie "
            'provider="google" dahinter.'
        ),
    ),
    Entry(
        code="SG816",
        severity=Severity.WARNING,
        message="Diesem <iframe> fehlt sein Titel.",
        cure='Sagen Sie, was darin zu sehen ist:\ntitle="Anfahrt zum Büro"',
        explanation=(
            "Der Titel steht über dem Platzhalter, und wer die Seite hört statt sieht, erfährt durch ihn, was der Rahmen "
            "enthält. Ohne ihn steht dort nur, was für eine Art von Inhalt es ist."
        ),
    ),
    Entry(
        code="SG817",
        severity=Severity.ERROR,
        message="Die Adresse „{target}“ ist nicht eindeutig zu lesen.",
        cure="Kopieren Sie die Adresse neu. Sie beginnt mit https:// und einem Namen ohne Nummer dahinter.",
        explanation=(
            "Browser lesen manche Zeichen anders, als sie dastehen, und laden dann von einem anderen Rechner als gedacht. "
            "Darum werden nur Adressen angenommen, die alle gleich lesen."
        ),
    ),
    Entry(
        code="SG818",
        severity=Severity.ERROR,
        message="Das Vorschaubild „{target}“ liegt nicht bei Ihnen.",
        cure='Legen Sie ein eigenes Bild neben den Text:\npreview="vorschau.jpg"',
        explanation=(
            "Ein Bild, das von anderen geladen wird, verrät ihnen Ihre Besucher, noch bevor jemand gefragt worden ist. Nehmen "
            "Sie ein eigenes, an dem Sie die Rechte haben."
        ),
    ),
)
