"""Every German sentence of `sitegen check --old-urls`. Filled by whoever prints."""

from __future__ import annotations

from typing import Final

from sitegen.importers.proof.proof import End

OPTION: Final = (
    "Prüft an der fertigen Website in public/, was aus jeder Adresse der alten Website wird "
    "(content/data/old-urls.csv): ob sie antwortet, weiterführt oder mit Grund verloren ist, und das bei jeder Art von "
    "Server."
)
WITHOUT_SITE: Final = "--old-urls gilt für die eigene Website, nicht für einen ORDNER mit fertigen Seiten."
NONE: Final = "In content/data/old-urls.csv steht keine Adresse einer alten Website."
NOT_BUILT: Final = (
    "Die alten Adressen lassen sich erst an der gebauten Website prüfen. Bauen Sie sie mit: sitegen build"
)

HEAD: Final = "Was aus {addresses} wird:"
ADDRESS: Final = ("alten Adresse", "alten Adressen")
HOSTS: Final = {
    "apache": "Webspace mit Apache",
    "nginx": "eigener Server mit nginx",
    "caddy": "eigener Server mit Caddy",
    "netlify": "Netlify",
    "cloudflare-pages": "Cloudflare Pages",
    "gitlab-pages": "GitLab Pages",
    "github-pages": "GitHub Pages und andere",
}
ENDS: Final[dict[End, str]] = {
    "answers": "{count} antworten selbst",
    "leads": "{count} führen weiter",
    "lost": "{count} sind mit Grund verloren",
    "same_page": "{count} zeigen dort nur die Seite vor dem Fragezeichen",
    "no_rule": "{count} Dateien kann es nicht weiterleiten",
    "broken": "{count} führen ins Leere",
    "unexplained": "{count} sind ohne Grund verloren",
}
"""In the order in which they are told."""
SAME_PAGE: Final = (
    "Adressen mit einem Fragezeichen („/?p=12“) kann nur ein Server mit Regeln unterscheiden: Apache, nginx, Caddy "
    "und, wenn es in site.yaml unter „business: legal: hosting:“ steht, Netlify. Anderswo erscheint die Seite vor dem "
    "Fragezeichen, meist die Startseite."
)
NO_RULE: Final = "Bilder und Dateien unter ihrer alten Adresse kann dort nichts weiterleiten; Seiten führen weiter."
LOST_HEAD: Final = "Verloren, mit Grund:"
LOST: Final = "  {count} × {reason} ({paths})"
UNSHOWN: Final = "die neue Website zeigt die Datei nirgends"
REASONS: Final = {
    "file_missing": "die Datei lag nicht bei",
    "picture_missing": "das Bild lag nicht bei",
    "left_out": "der Text wurde beim Umzug ausgelassen",
    "draft": "der Text ist ein Entwurf",
    "technical": "eine Adresse von WordPress selbst, kein Inhalt",
    "not_carried_over": "das kann die neue Website nicht zeigen",
    "unknown": "was dort stand, sagt nichts, was beim Umzug vorlag",
    "outside": "sie liegt außerhalb des Ordners, in dem die neue Website steht",
}
FAILED: Final = "  {path}  führt ins Leere ({hosts})"
UNEXPLAINED: Final = "  {path}  hat in der Liste weder Ziel noch Grund"
MORE: Final = "  und {count} weitere"
CURE: Final = (
    "Bauen Sie die Website neu (sitegen build), wenn Sie die Liste geändert haben. Sonst nennen Sie in "
    "content/data/old-urls.csv ein Ziel, oder dahinter den Grund."
)
ALL_WELL: Final = "Keine alte Adresse führt ohne ein Wort ins Leere."
