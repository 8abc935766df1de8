"""The third parties that need no facts of the owner's: declarations shipped with the program, by category.

Facts are those of the day each carries in `checked`. What is not known for sure is said in general terms or left out;
the owner can say it herself. Where a provider changes, this is the one place to follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from sitegen.model.third_party import ThirdParty


class Shipped(Mapping[str, ThirdParty]):
    """All of them by id. Imported when somebody asks: many sites let nobody in."""

    @cached_property
    def _parties(self) -> dict[str, ThirdParty]:
        from sitegen.model.third_parties.analytics import ANALYTICS
        from sitegen.model.third_parties.booking import BOOKING
        from sitegen.model.third_parties.forms import FORMS
        from sitegen.model.third_parties.hosting import HOSTING
        from sitegen.model.third_parties.maps import MAPS
        from sitegen.model.third_parties.media import MEDIA
        from sitegen.model.third_parties.newsletter import NEWSLETTER

        parties = (*MEDIA, *MAPS, *BOOKING, *ANALYTICS, *NEWSLETTER, *FORMS, *HOSTING)
        return {party.id: party for party in parties}

    def __getitem__(self, id_: str) -> ThirdParty:
        return self._parties[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parties)

    def __len__(self) -> int:
        return len(self._parties)


SHIPPED: Final = Shipped()
"""By the name under which `site.yaml` uses them."""


def shipped_of_host(host: str) -> ThirdParty | None:
    """The shipped declaration of a host (lower case, without port): what an owner could declare; None for none."""
    return next((party for party in SHIPPED.values() if party.serves(host)), None)
