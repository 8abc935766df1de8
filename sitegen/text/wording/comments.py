"""Sentences around comments, for those who read and write them.

Like those of the theme they are shared by three countries: no ß, no quotation marks, set as they stand.
"""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "mentions": Sentence("Erwähnungen"),
    "comment_count": Sentence("{n}\u00a0Kommentare", one="{n}\u00a0Kommentar"),
    "mention_count": Sentence("{n}\u00a0Erwähnungen", one="{n}\u00a0Erwähnung"),
    "comment_nameless": Sentence("Ohne Namen"),
    "comment_address_removed": Sentence("[E-Mail-Adresse entfernt]"),
    "comment_deleted": Sentence("Kommentar gelöscht"),
    "comment_answer_to": Sentence("Antwort an {name}"),
    "comment_by_owner": Sentence("schreibt hier"),
    "comment_permalink": Sentence("Kommentar von {name}, {date}"),
    "comment_reply": Sentence("Antworten"),
    "comment_reply_to": Sentence("Antworten auf den Kommentar von {name}"),
    "comment_report": Sentence("Melden"),
    "comment_report_of": Sentence("Melden: Kommentar von {name}"),
    "comment_report_subject": Sentence("Meldung zu einem Kommentar"),
    "comment_report_body": Sentence("Guten Tag,\n\nich melde diesen Kommentar:\n{address}\n\nDer Grund:\n"),
    "comments_closed": Sentence("Dieser Beitrag kann nicht mehr kommentiert werden."),
    "comments_feed_title": Sentence("Kommentare: {title}"),
    "comments_feed_of_site": Sentence("Kommentare bei {site}"),
    "comment_feed_item": Sentence("{name}: {title}"),
}
