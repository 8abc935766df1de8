"""Sentences of the codes SG331 to SG359: what is in a picture file, who made it, what may be done with it."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry, Severity

ENTRIES: Final[tuple[Entry, ...]] = (
    Entry(
        code="SG331",
        severity=Severity.ERROR,
        message="Das Bild {file} ist zu groß: Es hat mehr als 80 Millionen Bildpunkte.",
        cure="Verkleinern Sie es in einem Bildprogramm; 2400 Bildpunkte an der längsten Seite genügen.",
        explanation=(
            "Ein Foto vom Handy hat 12 bis 50 Millionen Bildpunkte. Noch größere Bilder füllen beim Bauen den Speicher; "
            "manche sind eigens dafür gemacht. Auf der Website wird kein Bild breiter als 1600 Bildpunkte gezeigt."
        ),
    ),
    Entry(
        code="SG332",
        severity=Severity.ERROR,
        message="Das Bild {file} ist ein HEIC-Foto; zum Lesen fehlt ein Zusatz.",
        cure="Speichern Sie es als JPEG, oder richten Sie den Zusatz ein:\npip install 'sitegen[heic]'",
        explanation=(
            "iPhones speichern Fotos als HEIC, das Browser nicht anzeigen. Mit dem Zusatz macht das Programm daraus die "
            "üblichen Formate. Das iPhone selbst liefert JPEG, wenn unter Einstellungen › Kamera › Formate „Maximale "
            "Kompatibilität“ gewählt ist."
        ),
    ),
    Entry(
        code="SG333",
        severity=Severity.ERROR,
        message="Die Zeichnung {file} wird nicht veröffentlicht: Sie enthält Teile, die keine Zeichnung braucht.",
        cure="Speichern Sie sie im Zeichenprogramm neu, als „einfaches SVG“ oder „SVG für das Web“.",
        explanation=(
            "SVG-Dateien sind Text und können eigene Kürzel (<!ENTITY …>), endlose Verschachtelungen oder viele Megabyte "
            "enthalten, die jeden Browser lahmlegen. Solche Dateien gehen nicht hinaus."
        ),
    ),
    Entry(
        code="SG334",
        severity=Severity.NOTE,
        message="Aus der Zeichnung {file} bleiben Skripte oder Verweise nach außen zu Hause.",
        cure="Sie brauchen nichts zu tun. Fehlt danach etwas, speichern Sie die Zeichnung als „einfaches SVG“ neu.",
        explanation=(
            "Veröffentlicht wird, was zeichnet. Skripte, eingebettete Seiten und nachgeladene Bilder oder Schriften könnten "
            "Ihre Besucher an andere verraten. Ihre eigene Datei bleibt, wie sie ist."
        ),
    ),
    Entry(
        code="SG335",
        severity=Severity.WARNING,
        message="Aus dem Bild {file} lassen sich die Aufnahmedaten nicht entfernen; es geht hinaus, wie es ist.",
        cure="Speichern Sie es als JPEG, PNG oder WebP neu.",
        explanation=(
            "Kameras schreiben in ein Foto, wann und oft auch wo es entstanden ist. Aus JPEG, PNG, WebP und GIF nimmt das "
            "Programm das heraus, auch unter static/. Bei anderen Formaten und bei beschädigten Dateien geht das nicht."
        ),
    ),
    Entry(
        code="SG336",
        severity=Severity.NOTE,
        message="Die Bilder gibt es diesmal nicht als {format}: Das Pillow auf diesem Rechner kann es nicht schreiben.",
        cure="Richten Sie Pillow neu ein:\npip install --upgrade pillow",
        explanation=(
            "Das Format spart gegenüber WebP etwa ein Viertel. Ohne es ist die Website vollständig, nur etwas schwerer. "
            "Pillow von PyPI kann es; manche Linux-Pakete können es nicht."
        ),
    ),
    Entry(
        code="SG337",
        severity=Severity.WARNING,
        message="Zum Bild {file} fehlt, wer es gemacht hat.",
        cure="Schreiben Sie es in die Bildunterschrift („© Name“ oder „Foto: Name“), in {file}.yaml oder als images: default_credit in site.yaml.",
        explanation=(
            "Wer ein Bild gemacht hat, darf verlangen, dass sein Name dabeisteht (§ 13 UrhG); Agenturen und freie "
            "Lizenzen verlangen es ausdrücklich. Sind alle Bilder von Ihnen, genügt eine Zeile in site.yaml:\n"
            'images:\n  default_credit: "Foto: Ihr Name"'
        ),
    ),
    Entry(
        code="SG338",
        severity=Severity.ERROR,
        message="Das Bild {file} steht unter „{licence}“; dazu fehlt der Name oder die Adresse der Lizenz.",
        cure="Nennen Sie Urheberin oder Urheber und die Fassung der Lizenz: „Foto: Name / CC BY 4.0“.",
        explanation=(
            "Creative-Commons-Lizenzen erlauben die Nutzung nur, wenn der Name und ein Verweis auf die Lizenz dabeistehen "
            "(Abschnitt 3 der Lizenzen). Aus „CC BY-SA 4.0“ macht das Programm den Verweis selbst; sonst steht er als "
            "licence_url in einer Datei neben dem Bild, die heißt wie das Bild mit „.yaml“ dahinter. Nur CC0 verlangt nichts."
        ),
    ),
    Entry(
        code="SG339",
        severity=Severity.WARNING,
        message="Zu {file} gibt es kein Bild: {picture} fehlt.",
        cure="Benennen Sie die Datei wie das Bild, mit „.yaml“ dahinter, oder löschen Sie sie.",
        explanation="Angaben zu foto.jpg stehen in foto.jpg.yaml, im selben Ordner. Groß- und Kleinschreibung zählt.",
    ),
)
