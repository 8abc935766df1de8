"""The question about legal pages: the part of `SiteView` by which the owner's duties are met.

Each answer is made of frozen values and depends on the site alone.
"""

from __future__ import annotations

from sitegen.legal.document import Document, Kind
from sitegen.plan.legal import legal_document, legal_facts
from sitegen.plan.questions.third_parties import ThirdPartyQuestions
from sitegen.text.tone import Tone


class LegalQuestions(ThirdPartyQuestions):
    """Answers questions about the legal pages of one frozen `Site`."""

    def legal(self, kind: Kind, tone: Tone) -> Document:
        """A legal page, in the tone of the text that shows it."""
        return legal_document(kind, legal_facts(self._site, self.forms, self.third_parties(), tone))
