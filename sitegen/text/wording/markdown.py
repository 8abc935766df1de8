"""Sentences of Markdown blocks. All keys begin with `body_`; like the theme's, none holds an ß or a quotation mark."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "body_updated": Sentence("Aktualisiert am {date}"),
    "body_updated_month": Sentence("Aktualisiert im {date}"),
    "body_mail_from": Sentence("Von"),
    "body_mail_subject": Sentence("Betreff"),
    "body_mail_date": Sentence("Datum"),
    "body_footnotes": Sentence("Anmerkungen"),
    "body_footnote": Sentence("Anmerkung\u00a0{number}"),
    "body_footnote_back": Sentence("Zurück zum Text, Anmerkung\u00a0{number}"),
    "body_table": Sentence("Tabelle: {columns}"),
    "body_task_done": Sentence("erledigt"),
    "body_task_open": Sentence("offen"),
    "body_ad_mark": Sentence("Anzeige"),
    "body_ad_note": Sentence(
        "*\u00a0Anzeige: Wenn Sie über einen Verweis mit Sternchen etwas kaufen, bekommt dieses Büro dafür eine Provision.",
        du="*\u00a0Anzeige: Wenn du über einen Verweis mit Sternchen etwas kaufst, bekommt dieses Büro dafür eine Provision.",
    ),
}
