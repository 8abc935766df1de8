"""Sentences of the search page. All keys begin with `search_`; like the theme's, none holds an ß or a quotation mark."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "search_label": Sentence("Wonach suchen Sie?", du="Wonach suchst du?"),
    "search_button": Sentence("Suchen"),
    "search_one": Sentence("Ein Treffer"),
    "search_many": Sentence("{n}\u00a0Treffer"),
    "search_none": Sentence("Kein Treffer. Vielleicht hilft ein anderes oder ein kürzeres Wort."),
    "search_more": Sentence("Weitere Treffer zeigen"),
    "search_failed": Sentence(
        "Die Suche antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.",
        du="Die Suche antwortet gerade nicht. Bitte versuch es gleich noch einmal.",
    ),
    "search_no_script": Sentence(
        "Zum Suchen braucht diese Seite JavaScript, und das ist in Ihrem Browser ausgeschaltet.",
        du="Zum Suchen braucht diese Seite JavaScript, und das ist in deinem Browser ausgeschaltet.",
    ),
    "search_missing": Sentence("Eine Suche gibt es auf dieser Website noch nicht."),
    "search_elsewhere": Sentence("Alle Beiträge nach Jahren:"),
}
