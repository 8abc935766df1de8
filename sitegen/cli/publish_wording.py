"""Every German sentence of `sitegen publish`: help, questions, plans and how it went.

Sentences about what is wrong are not here but in `diagnostics.catalogue`. Braces are filled by whoever prints.
"""

from __future__ import annotations

from typing import Final

HELP: Final = (
    "Baut und prüft die Website, sagt in einem Satz, was sich ändert, fragt nach und überträgt das Geänderte. "
    "Wohin, steht in site.yaml unter publish. Bei einem Fehler bleibt alles, wie es ist."
)
SUMMARIES: Final = {
    "setup": "Richtet die Veröffentlichung durch GitHub, GitLab, Forgejo, Netlify oder Cloudflare ein.",
}
"""The commands below `publish`, each with its line in the list."""
DRY_RUN_OPTION: Final = "Zeigt nur, was übertragen und gelöscht würde."
UNDO_OPTION: Final = "Stellt die vorige veröffentlichte Fassung wieder her."
YES_OPTION: Final = "Fragt nicht nach."
REPLACE_OPTION: Final = "Ersetzt auch Dateien am Ziel, die nicht von sitegen stammen; sie werden vorher gesichert."

# What will change, in one sentence

CHANGES: Final = {
    "post": {
        "new": ("neuer Beitrag", "neue Beiträge"),
        "changed": ("Beitrag geändert", "Beiträge geändert"),
        "gone": ("Beitrag entfernt", "Beiträge entfernt"),
    },
    "service": {
        "new": ("neue Leistung", "neue Leistungen"),
        "changed": ("Leistung geändert", "Leistungen geändert"),
        "gone": ("Leistung entfernt", "Leistungen entfernt"),
    },
    "price": {"changed": ("Preis geändert", "Preise geändert")},
    "page": {
        "new": ("neue Seite", "neue Seiten"),
        "changed": ("Seite geändert", "Seiten geändert"),
        "gone": ("Seite entfernt", "Seiten entfernt"),
    },
    "comment": {
        "new": ("neuer Kommentar", "neue Kommentare"),
        "gone": ("Kommentar entfernt", "Kommentare entfernt"),
    },
}
"""By kind and fate: of one and of several."""
WILL_CHANGE: Final = "Das ändert sich auf {site}: {parts}."
WILL_RETURN: Final = "Zurück zur vorigen Fassung heißt auf {site}: {parts}."
FIRST_TIME: Final = "{site} geht zum ersten Mal online: {parts}."
ONLY_FILES: Final = "Gestaltung oder Technik ({count})"
"""What changes where neither a text nor a price does."""
STARTS: Final = {
    "posts": ("Beitrag", "Beiträge"),
    "pages": ("Seite", "Seiten"),
    "services": ("Leistung", "Leistungen"),
}
EMPTY_SITE: Final = "noch ohne Texte"
GOES_ON: Final = "Die letzte Übertragung ist abgebrochen; sie wird jetzt zu Ende gebracht."
NOTHING: Final = "{site} ist schon auf dem neuesten Stand."

DETAIL: Final = "  {fate}  {what}"
FATES: Final = {"new": "neu     ", "changed": "geändert", "gone": "entfernt"}
"""All of one width, so that titles stand below each other."""
PRICE: Final = "{title}: {before} → {after}"
MORE: Final = "  … und {count} weitere"

FILE: Final = ("Datei", "Dateien")
TRAVELS: Final = "{count} ({size}) nach {target}"
TRAVELS_UNSIZED: Final = "{count} nach {target}"
DELETED: Final = "{count} dort gelöscht"
NO_FILE: Final = "Es muss nichts übertragen werden"
PLAN: Final = "{parts}."

# The plan, file by file

PLAN_NEW: Final = "  neu       {path}{size}"
PLAN_CHANGED: Final = "  ersetzt   {path}{size}"
PLAN_GONE: Final = "  gelöscht  {path}"
SIZE: Final = "  {size}"
ONLY_SHOWN: Final = "Es wurde nichts übertragen."

# Questions

ASK_PUBLISH: Final = "Veröffentlichen? [j/N]"
ASK_RETURN: Final = "Wiederherstellen? [j/N]"
FOREIGN: Final = (
    "Dort liegt schon, was nicht von sitegen stammt: {files}. "
    "Es wird vorher nach .sitegen/published/replaced gesichert."
)
ASK_REPLACE: Final = "Ersetzen? [j/N]"
YES: Final = ("j", "ja", "y", "yes")
ASK_PASSWORD: Final = "Passwort für {account}"  # noqa: S105 -- a question
NOT_PUBLISHED: Final = "Nichts wurde veröffentlicht; Ihre Website ist unverändert online."
UNCHANGED: Final = "Ihre Website ist unverändert online."

# How it went

PUBLISHED: Final = "Veröffentlicht: {url}"
PUSHED: Final = "Unterwegs. In einigen Minuten ist es online: {url}"
RETURNED: Final = "Die vorige Fassung ist wieder online: {url}"
TEXTS_UNCHANGED: Final = (
    "Ihre Texte hier sind, wie sie waren: Nehmen Sie die Änderung auch dort zurück, "
    "sonst geht sie beim nächsten Veröffentlichen wieder online."
)
