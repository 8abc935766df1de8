"""Every German sentence of `sitegen import` itself; the report's stand in `importers.wording`. Braces are filled there."""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Übernimmt, was Sie anderswo geschrieben haben, in die Website dieses Ordners. Nichts davon geht still verloren: Am Ende "
    "steht ein Bericht, der jeden Text nennt. Was Sie seit einem früheren Import geändert haben, bleibt, wie es ist."
)
SUMMARIES: Final = {
    "wordpress": "Übernimmt den Export einer WordPress-Website.",
    "hugo": "Übernimmt den Ordner einer Website, die Hugo macht.",
    "jekyll": "Übernimmt den Ordner einer Website, die Jekyll macht.",
    "pelican": "Übernimmt den Ordner einer Website, die Pelican macht.",
}

WORDPRESS_HELP: Final = (
    "Übernimmt einen Export aus WordPress („Werkzeuge → Daten exportieren → Alle Inhalte“): Beiträge, Seiten, Kategorien, "
    "Schlagwörter, Bilder, Kommentare und alle früheren Adressen. EXPORT ist die Datei, die dabei herunterkommt, gepackt oder "
    "nicht; auch mehrere, oder der Ordner, in dem sie liegen. Ein zweiter Import derselben Datei ändert nichts, ein späterer Export ergänzt, was neu ist."
)
WORDPRESS_METAVAR: Final = "EXPORT …"
UPLOADS_OPTION: Final = (
    "Der Ordner wp-content/uploads Ihres alten Webspaces, aus dem Bilder und Dateien genommen werden."
)
DOWNLOAD_OPTION: Final = (
    "Fehlende Bilder und Dateien von der alten Website holen, solange es sie noch gibt; von keiner anderen."
)
AUTHOR_OPTION: Final = "Wie heißt, wer in WordPress nur „admin“ heißt."
PAGES_OPTION: Final = (
    "Texte dieses Typs (etwa „portfolio“) als Seiten veröffentlichen; sonst werden sie Entwürfe. Mehrfach möglich."
)
WITHOUT_OPTION: Final = "Texte dieses Typs weglassen. Mehrfach möglich."
SITEMAP_OPTION: Final = "Eine sitemap.xml der alten Website, damit keine ihrer Adressen fehlt. Mehrfach möglich."
RESTORE_OPTION: Final = "Auch wieder anlegen, was Sie seit dem letzten Import gelöscht haben."
ALL_OPTION: Final = "Jeden Text im Bericht nennen, nicht nur die mit Hinweis."
FOLDER_METAVAR: Final = "ORDNER"
NAME_METAVAR: Final = "NAME"
TYPE_METAVAR: Final = "TYP"
FILE_METAVAR: Final = "DATEI"
ASK_AUTHOR: Final = "„{login}“ hat Beiträge geschrieben. Unter welchem Namen sollen sie stehen?"
ASK_TYPE: Final = "Vom Typ „{type}“ gibt es im Export {count}. Als Seiten veröffentlichen (j), als Entwürfe übernehmen (Enter) oder weglassen (n)?"

GENERATOR_HELP: Final = (
    "Übernimmt eine Website, die {name} macht: Beiträge, Seiten, Entwürfe, Kategorien, Schlagwörter, Bilder und alle früheren "
    "Adressen. ORDNER ist der Ordner mit den Quellen; er bleibt, wie er ist. Kürzel, die hier niemand kennt, bleiben stehen und "
    "werden genannt. Ein zweiter Import ändert nichts."
)
