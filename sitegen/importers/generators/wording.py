"""The German sentences of an import from Hugo, Jekyll or Pelican, beside those of `importers.wording`."""

from __future__ import annotations

from typing import Final

NAMES: Final = {"hugo": "Hugo", "jekyll": "Jekyll", "pelican": "Pelican"}

NOTES: Final = {
    "code_kept": "Ein Kürzel kennt hier niemand; es steht noch im Text: {excerpt}",
    "other_markup": "Ist in einer Auszeichnung geschrieben, die hier niemand liest ({excerpt}), und nicht übernommen.",
    "head_unread": "Der Kopf der Datei ist nicht zu lesen; der Text ist nicht übernommen.",
    "head_partly": "Im Kopf der Datei war nicht alles zu lesen; prüfen Sie Titel, Datum und Schlagwörter.",
    "letters": (
        "War nicht als UTF-8 gespeichert. Sind diese Wörter falsch geschrieben, speichern Sie die alte Datei als UTF-8 "
        "und rufen Sie den Import noch einmal auf: {excerpt}"
    ),
    "no_text": "Darin steht kein Text, sondern etwas, das nur ein Programm liest; nicht übernommen.",
    "too_large": "Ist größer als 5 MB und damit kein Text einer Website; nicht übernommen.",
    "program": "Ist ein Programm für den Server. Auf dieser Website läuft keines; nicht übernommen.",
    "page_as_is": "Ist eine fertige Webseite und unverändert übernommen, im Aussehen der alten Website.",
    "page_asks": "Ist eine fertige Webseite, die ungefragt etwas von anderen lädt; nicht übernommen: {excerpt}",
    "page_runs": (
        "Ist eine fertige Webseite, in der Skripte oder Gestaltung mitten im Text stehen. Hier beachtet sie kein "
        "Browser, deshalb ist sie nicht übernommen. Ihren Text können Sie in eine neue Seite kopieren."
    ),
    "page_replaced": "Ist eine fertige Webseite, an deren Stelle hier eine andere steht; nicht übernommen.",
    "other_language": "Ist die Fassung in einer anderen Sprache ({excerpt}) und nicht übernommen.",
    "layout_left_out": "Listet andere Texte auf; solche Seiten macht das Programm selbst.",
    "no_head": "Hatte keinen Kopf; der Titel ist aus dem Dateinamen gebildet.",
    "hidden": "War nur unter seiner Adresse zu finden; bei Beiträgen gibt es das hier nicht.",
    "category_unfit": "Aus diesen Schlagwörtern wird keine Adresse; sie sind weggelassen: {excerpt}",
}
"""A sentence for each kind of note."""

FILES: Final = "Bilder und Dateien: {pictures} neben den Texten, {others} unter ihrer alten Adresse."
CODES: Final = "Kürzel und Liquid, die hier niemand kennt, stehen noch in {count}; die Texte sind oben genannt."
LOOKS: Final = "Aussehen und Skripte der alten Website bleiben zurück: {count}."
SERVER_FILES: Final = "Nur für den alten Server gedacht und nicht übernommen: {names}."
SETTINGS_UNREAD: Final = (
    "{file} lässt sich nicht lesen. Die alten Adressen sind gebildet, als stünde nichts darin; prüfen Sie, "
    "ob sie stimmen."
)
REDIRECTS: Final = "Weiterleitungen aus {file}: {count} übernommen."
REDIRECTS_LEFT: Final = (
    "Nicht übernommen aus {file}; gilt davon noch, dass eine Adresse zu einer anderen führt, gehört das in site.yaml "
    "unter „redirects:“:"
)
NOTHING: Final = "Darin ist kein Text, wie ihn {name} schreibt."
NO_FOLDER: Final = "Den Ordner „{folder}“ gibt es nicht."
