"""Sentences of the theme's layouts, asked for as `say("key")`.

They are shared by Germany, Austria and Switzerland, so none holds an ß or a quotation mark; typeset as they stand, with
no-break spaces where a line must not end. Never holds names that the owner can set (`names:` in `site.yaml`).
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

_FRAME: Final[dict[str, Sentence]] = {
    "skip": Sentence("Zum Inhalt springen"),
    "menu": Sentence("Menü"),
    "menu_close": Sentence("Zuklappen"),
    "navigation": Sentence("Hauptmenü"),
    "breadcrumb": Sentence("Sie sind hier", du="Du bist hier"),
    "footer": Sentence("Weitere Seiten"),
    "feed": Sentence("Feed"),
    "feed_title": Sentence("Beiträge von {site}"),
    "contact": Sentence("Anfrage schreiben"),
}

_POST: Final[dict[str, Sentence]] = {
    "post_ad": Sentence("Anzeige"),
    "post_ad_about": Sentence("Anzeige: {what}"),
    "ai_assisted": Sentence("Dieser Beitrag ist mit Hilfe einer KI entstanden."),
    "ai_generated": Sentence("Der Text dieses Beitrags stammt von einer KI."),
    "by": Sentence("Von"),
    "and": Sentence("und"),
    "updated": Sentence("Aktualisiert am"),
    "updated_month": Sentence("Aktualisiert im"),
    "reading_time": Sentence("Lesedauer: {n}\u00a0Minuten", one="Lesedauer: {n}\u00a0Minute"),
    "contents": Sentence("Inhalt"),
    "series": Sentence("Reihe"),
    "series_part": Sentence("{series}: Teil\u00a0{part} von\u00a0{total}"),
    "posts_of": Sentence("Beiträge von {name}"),
    "website": Sentence("Website"),
    "neighbours": Sentence("Weiterblättern"),
    "older_post": Sentence("Älterer Beitrag"),
    "newer_post": Sentence("Neuerer Beitrag"),
    "related": Sentence("Passt dazu"),
    "share": Sentence("Weitergeben"),
    "share_mastodon": Sentence("Mastodon"),
    "share_linkedin": Sentence("LinkedIn"),
    "share_xing": Sentence("XING"),
    "share_whatsapp": Sentence("WhatsApp"),
    "share_email": Sentence("E-Mail"),
}

_LISTS: Final[dict[str, Sentence]] = {
    "listings": Sentence("Beiträge finden"),
    "posts_by": Sentence("Beiträge von"),
    "post_count": Sentence("{n}\u00a0Beiträge", one="{n}\u00a0Beitrag"),
    "no_posts": Sentence("Hier ist noch nichts erschienen."),
    "latest": Sentence("Zuletzt erschienen"),
    "all_posts": Sentence("Alle Beiträge"),
    "pagination": Sentence("Seiten dieser Liste"),
    "page_number": Sentence("Seite\u00a0{number}"),
    "page_of": Sentence("Seite\u00a0{number} von\u00a0{total}"),
    "newer_posts": Sentence("Neuere Beiträge"),
    "older_posts": Sentence("Ältere Beiträge"),
}

_SERVICES: Final[dict[str, Sentence]] = {
    "see_services": Sentence("Leistungen ansehen"),
    "all_services": Sentence("Alle Leistungen"),
    "more_services": Sentence("Verwandte Leistungen"),
    "service": Sentence("Leistung"),
    "price": Sentence("Preis"),
    "price_table": Sentence("Alle Leistungen mit Preis"),
    "audience": Sentence("Für wen"),
    "included": Sentence("Das ist enthalten"),
    "not_included": Sentence("Das ist nicht enthalten"),
    "testimonials": Sentence("Stimmen aus der Zusammenarbeit"),
}

_WAYS_ON: Final[dict[str, Sentence]] = {
    "not_found_title": Sentence("Diese Seite gibt es nicht"),
    "not_found": Sentence(
        "Unter dieser Adresse steht nichts oder nichts mehr. Vielleicht haben Sie sich vertippt, oder der Verweis, "
        "dem Sie gefolgt sind, ist veraltet.",
        du="Unter dieser Adresse steht nichts oder nichts mehr. Vielleicht hast du dich vertippt, oder der Verweis, "
        "dem du gefolgt bist, ist veraltet.",
    ),
    "ways_on": Sentence("Hier geht es weiter:"),
    "moved": Sentence("Diese Seite ist umgezogen"),
    "moved_on": Sentence("Weiter zur neuen Adresse"),
}

SENTENCES: Final[dict[str, Sentence]] = {**_FRAME, **_POST, **_LISTS, **_SERVICES, **_WAYS_ON}
