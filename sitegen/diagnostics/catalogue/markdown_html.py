"""Sentences of the codes SG281 to SG299: raw HTML in a text, and texts nested too deep."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG281",
        severity=Severity.WARNING,
        message="Das Element <{tag}> wird nicht dort geschlossen, wo es müsste.",
        cure="Ergänzen Sie </{tag}> an der richtigen Stelle: innerhalb des Absatzes oder Elements, in dem es beginnt.",
        explanation=(
            "Was in HTML geöffnet wird, muss wieder geschlossen werden, und zwar in umgekehrter Reihenfolge: "
            "<b><i>Text</i></b>. Ein Element, das in einem Absatz beginnt, endet auch darin. Damit der Rest der Seite "
            "heil bleibt, wird das fehlende Ende ergänzt."
        ),
    ),
    Entry(
        code="SG282",
        severity=Severity.WARNING,
        message="Zu </{tag}> gibt es an dieser Stelle keinen Anfang; es wird weggelassen.",
        cure="Nehmen Sie </{tag}> heraus, oder ergänzen Sie davor den Anfang <{tag}>.",
        explanation=(
            "Ein überzähliges Ende könnte einen Teil der Seite schließen, der zum Layout gehört. Elemente wie <br> und "
            "<img> haben kein Ende."
        ),
    ),
    Entry(
        code="SG283",
        severity=Severity.WARNING,
        message="<{tag}> darf nicht innerhalb von <{inside}> stehen.",
        cure="Setzen Sie eine leere Zeile davor und dahinter, oder schließen Sie zuerst <{inside}>.",
        explanation=(
            "Ein Browser beendet einen Absatz, sobald darin eine Überschrift, eine Liste oder ein <div> beginnt, und "
            "einen Verweis, sobald ein zweiter beginnt. Was Sie meinten, kommt dann anders an."
        ),
    ),
    Entry(
        code="SG284",
        severity=Severity.WARNING,
        message="Das Attribut „{name}“ steht in <{tag}> zweimal; das zweite wird weggelassen.",
        cure='Lassen Sie eines der beiden stehen. Mehrere Klassen stehen in einem Attribut:\nclass="eins zwei"',
        explanation="Browser beachten nur das erste; was im zweiten steht, wäre ohne Wirkung.",
    ),
    Entry(
        code="SG285",
        severity=Severity.WARNING,
        message="<{tag}> ist in Texten nicht erlaubt und wird mit seinem Inhalt weggelassen.",
        cure="Nehmen Sie es heraus. Wie die Website aussieht und was sie tut, bestimmt das Layout.",
        explanation=(
            "Die Website verbietet Browsern, Programme und Gestaltung aus Texten auszuführen. Das schützt Ihre Besucher, "
            "auch davor, dass fremde Dienste ungefragt mitlesen."
        ),
    ),
    Entry(
        code="SG286",
        severity=Severity.WARNING,
        message="Das Attribut „{name}“ ist in Texten nicht erlaubt und wird weggelassen.",
        cure="Nehmen Sie es heraus. Für das Aussehen geben Sie dem Element eine Klasse, die das Layout kennt.",
        explanation=(
            "Die Website verbietet Browsern, Gestaltung (style) und Programme (onclick und andere) aus Texten "
            "auszuführen. Beides wäre also ohnehin ohne Wirkung."
        ),
    ),
    Entry(
        code="SG287",
        severity=Severity.WARNING,
        message="<{tag}> gehört nicht in einen Text und wird weggelassen.",
        cure="Nehmen Sie es heraus. Der Text dazwischen kann bleiben.",
        explanation=(
            "Den Rahmen einer Seite, von <html> bis <main>, setzt das Layout. Solche Elemente kommen oft mit, wenn man "
            "eine ganze Seite kopiert statt nur ihren Inhalt."
        ),
    ),
    Entry(
        code="SG288",
        severity=Severity.WARNING,
        message="Hier beginnt ein HTML-Element, das nicht zu Ende geschrieben ist; es wird als Text gezeigt.",
        cure="Prüfen Sie, ob ein Anführungszeichen oder die spitze Klammer > fehlt.",
        explanation=(
            "Ist kein Element gemeint, sondern das Zeichen selbst, setzen Sie einen umgekehrten Schrägstrich davor oder "
            "schreiben &lt;."
        ),
    ),
    Entry(
        code="SG291",
        severity=Severity.ERROR,
        message="Hier sind so viele Zitate, Listen oder Blöcke ineinander verschachtelt, dass der Rest verlorengeht.",
        cure="Lösen Sie die Verschachtelung auf.",
        explanation="Mehr als hundert Ebenen werden nicht gelesen. Meist ist ein Zeichen sehr oft hintereinander geraten.",
    ),
)
