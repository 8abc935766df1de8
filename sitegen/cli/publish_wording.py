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
