"""Sentences of the codes SG85x and SG86x: what `business: legal:` cannot mean, and what legal pages lack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

_VALUES: Final = (
    Entry(
        code="SG850",
        severity=Severity.WARNING,
        message="„{value}“ ist keine {name}. {reason}.",
        cure="Schreiben Sie sie so, wie sie im Bescheid steht, zum Beispiel:\n{key}: {example}",
        explanation=(
            "Die Nummer steht im Impressum. Ihre letzte Ziffer wird aus den anderen berechnet, darum fällt fast jeder "
            "Tippfehler auf. Ob die Nummer vergeben ist, weiß der Bau nicht. Haben Sie keine, lassen Sie die Zeile weg."
        ),
    ),
    Entry(
        code="SG851",
        severity=Severity.WARNING,
        message="„{value}“ sieht nach einer Steuernummer aus.",
        cure="Löschen Sie die Zeile, oder nennen Sie die Umsatzsteuer-Identifikationsnummer.",
        explanation=(
            "Das Impressum verlangt die Umsatzsteuer- oder die Wirtschafts-Identifikationsnummer, wenn es eine gibt "
            "(§ 5 Abs. 1 Nr. 6 DDG). Die Steuernummer gehört nicht dorthin: Mit ihr kann sich jemand beim Finanzamt für Sie "
            "ausgeben."
        ),
    ),
    Entry(
        code="SG852",
        severity=Severity.ERROR,
        message="Einen mitgelieferten Anbieter „{value}“, bei dem eine Website liegen kann, gibt es nicht.",
        cure="{hint}",
        explanation=(
            "Für einige Anbieter sind Firma, Sitz und Drittland mitgeliefert. Für jeden anderen nennen Sie unter „hosting:“ "
            "statt „use:“ die Firma („provider:“) und ihren Sitz („seat:“). Beides steht dann in der Datenschutzerklärung."
        ),
    ),
    Entry(
        code="SG853",
        severity=Severity.ERROR,
        message="„{value}“ ist keine vollständige Adresse mit https://.",
        cure="Kopieren Sie sie aus der Adresszeile des Browsers.",
        explanation="Das Impressum verweist auf die Stelle, an der die berufsrechtlichen Regeln stehen.",
    ),
    Entry(
        code="SG854",
        severity=Severity.WARNING,
        message="Die Anschrift ist ein Postfach.",
        cure="Nennen Sie Straße und Hausnummer, unter denen Sie Post bekommen:\nstreet: Lindenweg 3",
        explanation=(
            "Das Impressum braucht eine Anschrift, an die sich auch ein Gericht wenden kann. Ein Postfach genügt dafür nicht; "
            "eine bloß gemietete Briefkastenadresse in aller Regel auch nicht."
        ),
    ),
)

_PAGES: Final = (
    Entry(
        code="SG856",
        severity=Severity.WARNING,
        message="In „{value}“ fehlt die Hausnummer.",
        cure="Ergänzen Sie sie:\nstreet: Lindenweg 3",
        explanation=(
            "Das Impressum braucht die ganze Anschrift. Hat Ihr Haus wirklich keine Nummer, lassen Sie es so: Der Hinweis hält "
            "nichts auf."
        ),
    ),
    Entry(
        code="SG855",
        severity=Severity.WARNING,
        message="„{name}“ sieht nicht nach einem ausgeschriebenen Vor- und Nachnamen aus.",
        cure="Schreiben Sie beide aus, zum Beispiel:\n{lines}",
        explanation=(
            "Impressum und Datenschutzerklärung sagen, wer hinter der Website steht. Ein Vorname allein, ein abgekürzter oder der "
            "Name des Büros genügt dafür nicht. Heißt jemand wirklich so, schalten Sie die Regel mit einem Satz dazu ab, hinter "
            "„legal: off:“ in site.yaml."
        ),
    ),
    Entry(
        code="SG860",
        severity=Severity.WARNING,
        message="Auf {page} fehlt: {what} (site.yaml, {key}).",
        cure="Ergänzen Sie in site.yaml, zum Beispiel:\n{lines}",
        explanation=(
            "Impressum und Datenschutzerklärung entstehen aus den Angaben unter „business:“. Was fehlt, steht sichtbar auf der "
            "Seite: „Hier fehlt: …“. Die Website wird trotzdem gebaut, damit Sie sehen, wie weit Sie sind. Welche Vorschrift "
            "welche Angabe verlangt, steht in docs/recht/bausteine.md."
        ),
    ),
    Entry(
        code="SG861",
        severity=Severity.ERROR,
        message="Eine Rechtsseite „{value}“ gibt es nicht.",
        cure="{hint}",
        explanation=(
            'Mit {{ legal "impressum" }}, {{ legal "datenschutz" }} und {{ legal "barrierefreiheit" }} entsteht an dieser '
            "Stelle der ganze Text aus Ihren Angaben. Eigene Absätze schreiben Sie einfach darüber und darunter."
        ),
    ),
)

ENTRIES: Final[tuple[Entry, ...]] = (*_VALUES, *_PAGES)


def pages_in_words(near: str | None, known: Iterable[str]) -> str:
    """The cure of SG852 and SG861: the nearest name, else all there are."""
    return f"Meinten Sie „{near}“?" if near else f"Es gibt: {', '.join(known)}."
