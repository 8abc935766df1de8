"""What search engines show of lists that the owner has not described. All keys begin with `description_`; no ß."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "description_term": Sentence("Was {site} zum Thema {name} geschrieben hat: alle Beiträge, der neueste zuerst."),
    "description_terms": Sentence("{name} im Blog von {site}, mit der Zahl der Beiträge."),
    "description_year": Sentence("Alle Beiträge von {site} aus dem Jahr {name}, der neueste zuerst."),
    "description_posts": Sentence("Alle Beiträge von {site}, der neueste zuerst."),
    "description_services": Sentence("Alle Leistungen von {site} mit Preisen."),
    "description_search": Sentence("Beiträge, Leistungen und Seiten von {site} nach Wörtern durchsuchen."),
}
