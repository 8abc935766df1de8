"""The questions about who else is involved: the part of `SiteView` by which nothing foreign loads unseen.

Each answer is made of frozen values and depends on the site alone. Never says what is wrong with a declaration (that is
`third_party_findings`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from sitegen.plan.analytics import AnalyticsScript, analytics_scripts
from sitegen.plan.questions.comments import CommentQuestions
from sitegen.plan.third_parties import DeclaredParty, party_of_host, resolve


class ThirdPartyQuestions(CommentQuestions):
    """Answers questions about the third parties of one frozen `Site`."""

    @cached_property
    def _third_parties(self) -> tuple[DeclaredParty, ...]:
        return resolve(self._settings, tuple(self._used()))

    def _used(self) -> Iterator[str]:
        """Names of shipped parties that settings bring with them, without an entry."""
        if self.forms.shown or self.forms.comments_open:
            yield self._settings.delivery.provider
        if hosting := self._settings.business.legal.hosting:
            yield hosting.use

    def third_parties(self) -> tuple[DeclaredParty, ...]:
        """Everybody declared: by the owner, by `analytics:`, by what receives forms, and by where it lies."""
        return self._third_parties

    def party(self, id: str) -> DeclaredParty | None:  # noqa: A002 - the word of `site.yaml`
        """One of them by its id; None where it is not declared."""
        return next((party for party in self._third_parties if party.id == id), None)

    def party_of_host(self, host: str) -> DeclaredParty | None:
        """Whose host it is (lower case, without port); None where nobody declared has it."""
        return party_of_host(self._third_parties, host)

    def analytics_scripts(self) -> tuple[AnalyticsScript, ...]:
        """What counts visits, in the order in which it must run; `plan.analytics` says what it means."""
        analytics = self._settings.analytics
        return analytics_scripts(analytics, self._settings.url) if analytics else ()
