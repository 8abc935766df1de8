"""The questions about who is behind the site: the part of `SiteView` that stands in every head and foot.

Each answer is made of frozen values and depends on the site alone. Never renders.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sitegen.model.addresses import with_base
from sitegen.plan.navigation import link_url
from sitegen.plan.questions.services import ServiceQuestions

if TYPE_CHECKING:
    from sitegen.plan.business import BusinessView, NoticeView


class IdentityQuestions(ServiceQuestions):
    """Answers questions about the site as a whole and the business it belongs to."""

    @property
    def title(self) -> str:
        """The name of the site."""
        return self._settings.title

    @property
    def tagline(self) -> str:
        """A short sentence beside the name; may be empty."""
        return self._settings.tagline

    @property
    def description(self) -> str:
        """What the site is about; may be empty."""
        return self._settings.description

    @property
    def language(self) -> str:
        """`de-DE`, `de-AT` or `de-CH`."""
        return self._settings.language.value

    @cached_property
    def home(self) -> str:
        """URL path of the home page."""
        return with_base("/", self._base)

    @property
    def year(self) -> int:
        """The year in which the site is built, in Berlin."""
        return self._site.now.at.year

    def name(self, key: str) -> str:
        """What a generated page is called: `site.name("blog")`."""
        return str(getattr(self._settings.names, key))

    @cached_property
    def _business(self) -> BusinessView:
        from sitegen.plan.business import business_view

        return business_view(self._settings, self._site.now)

    def business(self) -> BusinessView:
        """The business: who, where, how to reach it, when it is closed."""
        return self._business

    def notice(self) -> NoticeView | None:
        """The notice that holds now, or none."""
        from sitegen.plan.business import notice_view

        return notice_view(self._settings, self._site.now, lambda page: link_url(page, self._entry_urls, self._base))
