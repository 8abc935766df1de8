"""The German sentences of an import from Hugo, Jekyll or Pelican, beside those of `importers.wording`."""

from __future__ import annotations

from typing import Final

NAMES: Final = {"hugo": "Hugo", "jekyll": "Jekyll", "pelican": "Pelican"}

NOTES: Final = {
    "code_kept": "Ein Kürzel kennt hier niemand; es steht noch im Text: {excerpt}",
    "other_markup": "Ist in einer Auszeichnung geschrieben, die hier niemand liest ({excerpt}), und nicht übernommen.",
    "head_unread": "Der Kopf der Datei ist nicht zu lesen; der Text ist nicht übernommen.",
    "other_language": "Ist die Fassung in einer anderen Sprache ({excerpt}) und nicht übernommen.",
    "layout_left_out": "Listet andere Texte auf; solche Seiten macht das Programm selbst.",
    "no_head": "Hatte keinen Kopf; der Titel ist aus dem Dateinamen gebildet.",
    "hidden": "War nur unter seiner Adresse zu finden; bei Beiträgen gibt es das hier nicht.",
    "category_unfit": "Aus diesen Schlagwörtern wird keine Adresse; sie sind weggelassen: {excerpt}",
}
"""A sentence for each kind of note."""

FILES: Final = "Bilder und Dateien: {pictures} neben den Texten, {others} unter ihrer alten Adresse."
CODES: Final = "Kürzel und Liquid, die hier niemand kennt, stehen noch in {count}; die Texte sind oben genannt."
NOTHING: Final = "Darin ist kein Text, wie ihn {name} schreibt."
NO_FOLDER: Final = "Den Ordner „{folder}“ gibt es nicht."
