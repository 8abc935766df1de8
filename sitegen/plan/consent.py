"""What visitors are asked before anything of others is loaded: which third parties, for what, and where data go.

From the declarations alone; a site whose parties need no consent has nothing to ask, and then no notice, no script and
no rule of the stylesheet is made. Pure. Never asks for what a third party does only when somebody sends a form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from sitegen.model.third_party import ThirdParty
from sitegen.text.tone import Tone
from sitegen.text.wording import say

DAYS_KEPT: Final = 180
"""How long a choice holds, a refusal as long as an acceptance; no statute says. Then visitors are asked again."""

CHOICES_ASSET: Final = "choices.js"
"""The file of the theme that asks, remembers and loads."""

_SENDS_FORMS: Final = "form-action"
_UNREACHABLE: Final = "pixel"
_VERSION_LENGTH: Final = 12


class AskedParty(msgspec.Struct, frozen=True, kw_only=True):
    """A third party that a visitor can allow."""

    party: ThirdParty
    stored: str
    """What a withdrawal removes, as JSON: `[["cookie", "_ga_*"], …]`."""


class ConsentView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the notice and the settings say; without `parties` there is nothing to ask."""

    parties: tuple[AskedParty, ...] = ()
    purposes: str = ""
    """German: „Statistik, Karten und Medien“."""
    imprint: str = ""
    """URL paths of the pages that the notice must not cover; empty where they are not published."""
    privacy: str = ""
    days: int = DAYS_KEPT

    @property
    def asks_at_once(self) -> bool:
        """Whether something would load with every page; what is embedded waits where it stands."""
        return any(asked.party.page_wide and asked.party.needs_consent for asked in self.parties)

    @property
    def leaves_the_eea(self) -> bool:
        """Whether data of any of them go to a third country."""
        return any(asked.party.third_country for asked in self.parties)

    @property
    def version(self) -> str:
        """The digest of what is asked: where it changes, a choice made before no longer answers the question."""
        return version_of(asked.party for asked in self.parties)


def consent_view(
    parties: Iterable[ThirdParty], *, embedded: Collection[str], imprint: str, privacy: str
) -> ConsentView:
    """What is to be asked about `parties`; `embedded` are hosts, `imprint` and `privacy` URL paths."""
    asked = tuple(party for party in parties if is_asked(party, embedded))
    return ConsentView(
        parties=tuple(AskedParty(party=party, stored=_stored(party)) for party in asked),
        purposes=_purposes(asked),
        imprint=imprint,
        privacy=privacy,
    )


def is_asked(party: ThirdParty, embedded: Collection[str] = ()) -> bool:
    """Whether nothing of it loads before a visitor says so: it needs consent, or waits where it is embedded.

    `embedded` are the hosts of everything embedded in texts.
    """
    loads = any(directive != _SENDS_FORMS for host in party.hosts for directive in host.directives)
    return (party.needs_consent and (loads or party.page_wide)) or any(map(party.serves, embedded))


def version_of(parties: Iterable[ThirdParty]) -> str:
    """A short digest of what consent is given to; neither their order nor an address that has moved changes it."""
    asked = sorted(
        (party.id, party.provider, party.purpose, party.third_country, party.storage, party.page_wide)
        for party in parties
    )
    return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:_VERSION_LENGTH]


def _stored(party: ThirdParty) -> str:
    return msgspec.json.encode([(item.kind, item.name) for item in party.storage if item.kind != _UNREACHABLE]).decode()


def _purposes(parties: Iterable[ThirdParty]) -> str:
    """Each category once, in the order of the declarations; what has no name of its own comes last."""
    categories = sorted(dict.fromkeys(party.category for party in parties), key=lambda category: category == "other")
    *first, last = ("", *(say(f"consent_for_{category}", Tone.SIE, {}) for category in categories))
    named = ", ".join(filter(None, first))
    return f"{named} {say('and', Tone.SIE, {})} {last}" if named else last
