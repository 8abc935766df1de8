"""The third parties that need no facts of the owner's: declarations shipped with the program, by category.

Facts are those of the day each carries in `checked`. What is not known for sure is said in general terms or left out;
the owner can say it herself. Where a provider changes, this is the one place to follow.
"""

from __future__ import annotations

from typing import Final

from sitegen.model.third_parties.analytics import ANALYTICS
from sitegen.model.third_parties.booking import BOOKING
from sitegen.model.third_parties.forms import FORMS
from sitegen.model.third_parties.hosting import HOSTING
from sitegen.model.third_parties.maps import MAPS
from sitegen.model.third_parties.media import MEDIA
from sitegen.model.third_parties.newsletter import NEWSLETTER
from sitegen.model.third_party import ThirdParty

SHIPPED: Final[dict[str, ThirdParty]] = {
    party.id: party for party in (*MEDIA, *MAPS, *BOOKING, *ANALYTICS, *NEWSLETTER, *FORMS, *HOSTING)
}
"""By the name under which `site.yaml` uses them."""


def shipped_of_host(host: str) -> ThirdParty | None:
    """The shipped declaration of a host (lower case, without port): what an owner could declare; None for none."""
    return next((party for party in SHIPPED.values() if party.serves(host)), None)
