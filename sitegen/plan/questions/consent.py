"""The question about consent: the part of `SiteView` by which the notice knows what it asks for.

The answer is made of frozen values and depends on the site alone.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Final

from sitegen.plan.consent import ConsentView, consent_view
from sitegen.plan.questions.third_parties import ThirdPartyQuestions
from sitegen.plan.references import normal

IMPRINT_PAGE: Final = "impressum.md"


class ConsentQuestions(ThirdPartyQuestions):
    """Answers the question what visitors of one frozen `Site` are asked."""

    @cached_property
    def _consent(self) -> ConsentView:
        return consent_view(
            self.third_parties(),
            embedded=self._embedded(),
            imprint=self._page(IMPRINT_PAGE),
            privacy=self._page(self._settings.delivery.privacy_page),
        )

    def consent(self) -> ConsentView:
        """What visitors are asked before anything of others is loaded."""
        return self._consent

    def _embedded(self) -> Collection[str]:
        """Hosts of everything embedded in texts; whoever knows the texts says which."""
        return ()

    def _page(self, file: str) -> str:
        return self._entry_urls.get(normal(f"content/{file.removeprefix('content/')}"), "")
