"""Sentences of the codes SG74x and SG75x: comments, as they lie in `content/comments/`."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

WANTED: Final[dict[str, str]] = {
    "format": "Zurzeit gibt es nur die Form 1.\nformat: 1",
    "id": "Die Kennung hat 26 Zeichen und steht auch im Namen der Datei.\nid: 01KAGB7Q3T0000000000000000",
    "post": "Hier steht die Kennung des Beitrags, so wie der Ordner heißt.\npost: 2026-11-21-rechnungen",
    "parent": "Hier steht die Kennung des Kommentars, der beantwortet wird.\nparent: 01KAGB7Q3T0000000000000000",
    "name": "Kürzen Sie den Namen auf 80\u00a0Zeichen.",
    "website": "Eine Adresse beginnt mit https:// und hat höchstens 200\u00a0Zeichen. Ohne diese Zeile erscheint keine.\nwebsite: https://www.example.org/",
    "date": "Tag, Uhrzeit und Zeitzone stehen ausgeschrieben da; Z heißt Weltzeit.\ndate: 2026-11-21T10:30:00Z",
    "type": "Möglich sind comment, owner_reply (Ihre Antwort), webmention, pingback und trackback.\ntype: comment",
    "source": "Woher der Kommentar kommt, steht hier in Kleinbuchstaben.\nsource: form",
    "deleted": "Möglich sind true und false.\ndeleted: true",
}
"""What to write for a key, with a line ready to paste."""

_SKIPPED: Final = "Dieser Kommentar erscheint nicht; die Seite und alle anderen Kommentare erscheinen."

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG740",
        severity=Severity.WARNING,
        message="Die Datei ist mit {size}\u00a0Bytes zu groß für einen Kommentar; erlaubt sind {most}.",
        cure="Kürzen Sie den Text, oder löschen Sie die Datei.",
        explanation=f"{_SKIPPED} Das Formular nimmt so lange Texte gar nicht erst an: Diese Datei kam auf anderem Weg hierher.",
    ),
    Entry(
        code="SG741",
        severity=Severity.WARNING,
        message="Diese Datei enthält Zeichen, die in keinem Text vorkommen.",
        cure="Öffnen Sie sie in einem Texteditor und speichern Sie sie als UTF-8, oder löschen Sie sie.",
        explanation=f"Sie ist in einer anderen Kodierung gespeichert, beschädigt oder gar kein Text. {_SKIPPED}",
    ),
    Entry(
        code="SG742",
        severity=Severity.WARNING,
        message="Der Kopf fehlt: Ein Kommentar beginnt mit Angaben zwischen zwei Zeilen „---“.",
        cure="Ergänzen Sie den Kopf, oder legen Sie den Kommentar mit „sitegen comment add“ neu an.",
        explanation=(
            "Jeder Kommentar ist eine Datei für sich: oben die Angaben (Kennung, Beitrag, Name, Tag), darunter der Text, wie "
            f"er geschrieben wurde. {_SKIPPED}"
        ),
    ),
    Entry(
        code="SG743",
        severity=Severity.WARNING,
        message="Diese Zeile ist keine Angabe.",
        cure='Im Kopf eines Kommentars steht in jeder Zeile ein Wort, ein Doppelpunkt, ein Leerzeichen und der Wert.\nname: "Eva Müller"',
        explanation=f"Listen, Einrückungen und Anmerkungen gibt es hier nicht. {_SKIPPED}",
    ),
    Entry(
        code="SG744",
        severity=Severity.WARNING,
        message="Die Angabe „{key}“ gibt es bei Kommentaren nicht.",
        cure="Löschen Sie die Zeile, oder verbessern Sie das Wort. Es gibt: {known}.",
        explanation=(
            "Kommentare kommen von Fremden. Darum nimmt das Programm nur, was es kennt. E-Mail-Adressen, IP-Adressen und "
            f"Angaben zum Browser gehören nicht in diese Dateien. {_SKIPPED}"
        ),
    ),
    Entry(
        code="SG745",
        severity=Severity.WARNING,
        message="Die Angabe „{key}“ steht zweimal da.",
        cure="Löschen Sie eine der beiden Zeilen.",
        explanation=f"Welche gilt, kann nur wissen, wer sie geschrieben hat. {_SKIPPED}",
    ),
    Entry(
        code="SG746",
        severity=Severity.WARNING,
        message="Im Kopf fehlt: {keys}.",
        cure="Ergänzen Sie es, oder löschen Sie die Datei.",
        explanation=f"Jeder Kommentar braucht format, id, post und date. Ohne sie weiß niemand, wohin der Kommentar gehört. {_SKIPPED}",
    ),
    Entry(
        code="SG747",
        severity=Severity.WARNING,
        message="„{value}“ passt nicht zu „{key}“.",
        cure="{wanted}",
        explanation=f"Kommentare kommen von Fremden. Darum muss jede Angabe genau stimmen. {_SKIPPED}",
    ),
    Entry(
        code="SG748",
        severity=Severity.WARNING,
        message="Diese Datei müsste nach ihrer Kennung „{name}“ heißen.",
        cure="Benennen Sie die Datei um.",
        explanation=(
            "Name und Kennung sind dasselbe, damit jeder Kommentar genau eine Adresse hat und keiner einen anderen verdrängt. "
            f"{_SKIPPED}"
        ),
    ),
    Entry(
        code="SG749",
        severity=Severity.WARNING,
        message="Der Kommentar liegt im Ordner „{folder}“, gehört laut „post:“ aber zu einem anderen Beitrag.",
        cure="Legen Sie die Datei in den Ordner ihres Beitrags, oder verbessern Sie die Zeile „post:“.",
        explanation=f"Der Ordner heißt wie die Kennung des Beitrags. {_SKIPPED}",
    ),
    Entry(
        code="SG750",
        severity=Severity.WARNING,
        message="Im Namen stehen unsichtbare Zeichen.",
        cure='Schreiben Sie den Namen neu, von Hand und auf einer Zeile.\nname: "Eva Müller"',
        explanation=(
            "Mit Steuerzeichen lässt sich die Richtung eines Textes umkehren oder etwas vortäuschen, was nicht da steht. "
            f"{_SKIPPED}"
        ),
    ),
    Entry(
        code="SG751",
        severity=Severity.ERROR,
        message="In Kommentaren steht keine E-Mail-Adresse, hier aber in Zeile\u00a0{line}.",
        cure="Löschen Sie die Adresse aus der Datei. War sie schon veröffentlicht, muss sie auch aus den älteren Ständen des Git-Archivs.",
        explanation=(
            "Unter dem Formular steht „Ihre E-Mail-Adresse wird nicht veröffentlicht“. Eine Adresse in dieser Datei stünde auf "
            "der Website und in jeder Kopie des Git-Archivs, auch noch, wenn die Datei längst gelöscht ist. Hat jemand eine "
            "Adresse in den Text geschrieben, ersetzen Sie sie durch „[E-Mail-Adresse entfernt]“; so macht es auch der Eingang."
        ),
    ),
    Entry(
        code="SG752",
        severity=Severity.ERROR,
        message="Ein Kommentar, der auf Ihre Entscheidung wartet, ist im Git-Archiv gelandet.",
        cure="Nehmen Sie ihn heraus; auf Ihrem Rechner bleibt er liegen.\ngit rm --cached -r content/comments/_pending",
        explanation=(
            "Was noch niemand freigegeben hat, gehört nicht in das Git-Archiv: Dort ließe es sich nicht mehr spurlos löschen, und "
            "andere könnten es lesen. Die Zeile „content/comments/_pending/“ in der Datei .gitignore hält den Ordner heraus."
        ),
    ),
    Entry(
        code="SG753",
        severity=Severity.WARNING,
        message="Der Kommentar antwortet auf einen, den es bei diesem Beitrag nicht gibt. Er steht darum für sich.",
        cure="Ist das recht, löschen Sie die Zeile „parent:“. Sonst tragen Sie die richtige Kennung ein.",
        explanation=(
            "Wahrscheinlich wurde der andere Kommentar gelöscht. „sitegen comment delete“ lässt an seiner Stelle „Kommentar "
            "gelöscht“ stehen, solange Antworten daran hängen."
        ),
    ),
    Entry(
        code="SG754",
        severity=Severity.WARNING,
        message="Einen Beitrag mit der Kennung „{post}“ gibt es nicht. Seine Kommentare ({count}) erscheinen nirgends.",
        cure="Benennen Sie den Ordner wie die Kennung des Beitrags, oder löschen Sie ihn.",
        explanation=(
            "Kommentare gehören zur Kennung eines Beitrags: zu dem, was hinter „id:“ steht, sonst zum Namen seiner Datei ohne "
            "Datum. Wer eine Datei umbenennt, schreibt die alte Kennung als „id:“ in ihren Kopf; dann bleiben die Kommentare."
        ),
    ),
    Entry(
        code="SG755",
        severity=Severity.WARNING,
        message="Kommentare antworten im Kreis aufeinander. Dieser steht darum für sich.",
        cure="Löschen Sie hier die Zeile „parent:“.",
        explanation="Eine Antwort kann nicht älter sein als das, worauf sie antwortet. Von Hand entsteht so etwas leicht beim Kopieren.",
    ),
    Entry(
        code="SG756",
        severity=Severity.WARNING,
        message="Das ist eine Verknüpfung und keine Datei. Sie wird bei Kommentaren nicht verfolgt.",
        cure="Legen Sie die Datei selbst hierher, oder löschen Sie die Verknüpfung.",
        explanation=(
            "Kommentare schreibt ein Programm im Auftrag von Fremden. Eine Verknüpfung könnte aus dem Ordner hinausführen und "
            "veröffentlichen, was niemand lesen soll."
        ),
    ),
    Entry(
        code="SG757",
        severity=Severity.WARNING,
        message="Diese Datei liegt dort, wo nur Kommentare liegen, und ist keiner.",
        cure="Ein Kommentar liegt im Ordner seines Beitrags und endet auf „.md“. Legen Sie die Datei woandershin.",
        explanation="Unter content/comments/ hat jeder Beitrag einen Ordner, und darin ist jeder Kommentar eine Datei.",
    ),
)
