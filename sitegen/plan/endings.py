"""The ways by which consumers end contracts that they made on the site: which there must be, and where they lead.

Pure. What is wrong with them on finished pages is said in `checks.legal.consumers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.model.forms.form import FormKind
from sitegen.plan.forms import SiteForms
from sitegen.plan.navigation import ResolvedLink
from sitegen.settings.business import Audience, Country, country_of
from sitegen.settings.settings import Settings
from sitegen.text.wording.endings import CANCEL, WITHDRAW

_KINDS: Final[dict[FormKind, str]] = {"withdrawal": WITHDRAW, "cancellation": CANCEL}


def endings_due(settings: Settings) -> tuple[FormKind, ...]:
    """What consumers must be able to do on the site, by the kind of form: no law but the German was read."""
    business = settings.business
    if business.audience is Audience.BUSINESS or country_of(business, settings.language) is not Country.DE:
        return ()
    legal = business.legal
    kinds: dict[FormKind, bool] = {
        "withdrawal": legal.contracts_online or legal.subscriptions_online,
        "cancellation": legal.subscriptions_online,
    }
    return tuple(kind for kind, is_due in kinds.items() if is_due)


def ending_links(settings: Settings, forms: SiteForms, named: Sequence[ResolvedLink]) -> Iterator[ResolvedLink]:
    """Links for the foot of every page to the pages with those forms, in the words of the law; none that is there."""
    for kind in endings_due(settings):
        label = _KINDS[kind]
        page = next((shown.entry.url for shown in forms.shown if shown.form.kind == kind), "")
        if page and all(link.title != label for link in named):
            yield ResolvedLink(title=label, url=page)
