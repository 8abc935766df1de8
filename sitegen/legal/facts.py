"""What a site really does and who is behind it, as far as its legal pages speak of it. Values only."""

from __future__ import annotations

import msgspec

from sitegen.model.third_party import ThirdParty
from sitegen.settings.business import Business, Country
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Provider
from sitegen.text.locales import Language
from sitegen.text.moments import Moment
from sitegen.text.tone import Tone


class Involved(msgspec.Struct, frozen=True, kw_only=True):
    """A third party of the site, and what the owner agreed with it."""

    party: ThirdParty
    contract: Moment | None = None
    is_asked: bool = False
    """Whether visitors are asked before anything of it loads."""


class LegalFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that legal pages are made from."""

    business: Business
    name: str
    """Of the business, typeset."""
    country: Country
    language: Language
    tone: Tone
    phone: str = ""
    """As shown."""
    phone_href: str = ""
    """`tel:+49…`; empty where it could not be read."""
    has_posts: bool = False
    has_services: bool = False
    forms: frozenset[str] = frozenset()
    """Kinds of the forms that are shown: contact, callback, quote, newsletter."""
    provider: Provider = "mailto"
    """Who receives forms and comments."""
    comments: Comments | None = None
    """None where nobody can comment."""
    host: Involved | None = None
    parties: tuple[Involved, ...] = ()
    """All but the host and the receiver of forms."""
    days_kept: int = 0
    """How long a visitor's choice is kept."""
    receiver: Involved | None = None
    """The receiver of forms, where that is somebody else."""
