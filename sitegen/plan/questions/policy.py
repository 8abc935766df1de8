"""The question about a page's Content Security Policy: the part of `SiteView` that answers with a slot.

What a policy allows depends on all pages, so its text is put in when the last of them is rendered.
"""

from __future__ import annotations

from sitegen.plan.policy import SEARCH_SLOT, SITE_SLOT
from sitegen.plan.questions.third_parties import ThirdPartyQuestions
from sitegen.plan.views import PageView


class PolicyQuestions(ThirdPartyQuestions):
    """Answers that one question."""

    def policy(self, page: PageView) -> str:
        """The policy of a page, for `<meta http-equiv="Content-Security-Policy">`."""
        return SEARCH_SLOT if page.kind == "search" else SITE_SLOT
