"""The questions about what is not public yet: the part of `SiteView` that a preview marks entries by.

In a site that goes out there is nothing of the kind, so every answer is none and no layout shows anything.
"""

from __future__ import annotations

from sitegen.model.entries import Entry
from sitegen.model.visibility import Withheld
from sitegen.plan.questions.identity import IdentityQuestions


class UnpublishedQuestions(IdentityQuestions):
    """Answers questions about drafts and posts of the future."""

    @property
    def shows_unpublished(self) -> bool:
        """Whether the site holds anything that is not public yet."""
        return bool(self._site.unpublished)

    def unpublished(self, entry: object) -> Withheld | None:
        """Why nobody else sees an entry yet; None for one that is public, and for what is no entry."""
        return self._site.unpublished.get(entry.source) if isinstance(entry, Entry) else None
