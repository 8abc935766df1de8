"""What structured data is made of: the frozen site and what the questions already know about it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from sitegen.model.entries import Author, Entry
from sitegen.model.site import Site
from sitegen.plan.business import BusinessView
from sitegen.plan.pictures import PictureView
from sitegen.plan.prices import PriceTerms


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The same values that layouts are answered with."""

    site: Site
    business: BusinessView
    terms: PriceTerms
    home: str
    """URL path of the home page."""
    absolute: Callable[[str], str]
    """URL path → full address."""
    picture: Callable[[Entry], PictureView | None]

    @property
    def home_address(self) -> str:
        """The full address of the home page."""
        return self.absolute(self.home)

    def author(self, slug: str) -> Author | None:
        """One author."""
        return next((author for author in self.site.authors if author.slug == slug), None)
