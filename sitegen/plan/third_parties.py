"""Who else is involved on a site: shipped declarations with the owner's changes, her own, and those settings bring.

From this one list come what is blocked, the notice, placeholders of embeds, the privacy page and the Content Security
Policy. Pure; what is wrong with an entry is said in `third_party_findings`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, Literal

import msgspec

from sitegen.model.common import typeset
from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_party import EVERY_DIRECTIVE, Host, StorageItem, ThirdParty, host_in
from sitegen.plan.analytics import analytics_party
from sitegen.settings.settings import Settings
from sitegen.settings.third_parties import StorageField, ThirdPartyField
from sitegen.text.locales import Language
from sitegen.text.moments import Moment
from sitegen.text.patterns import later
from sitegen.text.slugs import slugify

NOWHERE: Final = frozenset({"keines", "keins", "kein", "nein", "nirgends", "-", "–"})
"""What owners write for no third country."""

_AFTER_NUMBER: Final = later(r"(?<=[0-9]) (?=[A-Za-z])")
_HTTPS: Final = later(r"https://[^\s/?#.]+\.[^\s]+")
_TEXTS: Final = ("name", "provider", "seat", "purpose", "third_country")

Origin = Literal["entry", "analytics", "implied"]


class DeclaredParty(ThirdParty, frozen=True, kw_only=True):
    """A third party of this site."""

    contract: Moment | None = None
    """When the processing contract was made; None where the owner has not said."""
    origin: Origin = "entry"
    """Why it is here: an entry of `third_parties:`, `analytics:`, or another part of the settings that brings it."""


def resolve(settings: Settings, used: Collection[str]) -> tuple[DeclaredParty, ...]:
    """All of them, each once: entries in the owner's order, then analytics, then what the site brings with it.

    `used` are ids of shipped parties that need no entry, as the receiver of forms and the host. An entry for one of
    them, or for analytics, changes it. Entries and values that mean nothing are left out.
    """
    brought = {party.id: party for party in _brought(settings, used)}
    entries: dict[str, DeclaredParty] = {}
    for field in settings.third_parties:
        party = _from_entry(_set_in_german(field, settings.language), brought.get(field.use))
        if party:
            entries.setdefault(party.id, party)
    return (*entries.values(), *(party for party in brought.values() if party.id not in entries))


def party_of_host(parties: Iterable[DeclaredParty], host: str) -> DeclaredParty | None:
    """Whose host it is (lower case, without port); a whole name counts before `*.example.com`."""
    serving = [party for party in parties if party.serves(host)]
    exact = (party for party in serving if any(own.name == host for own in party.hosts))
    return next(exact, serving[0] if serving else None)


def missing_fields(field: ThirdPartyField) -> tuple[str, ...]:
    """What an own entry lacks of § 3 (2) EinwV, as keys; nothing stored and no third country must be said, too."""
    said = {
        "provider": field.provider,
        "seat": field.seat,
        "purpose": field.purpose,
        "legal_basis": field.legal_basis,
        "storage": field.storage is not None,
        "third_country": field.third_country,
        "privacy_url": field.privacy_url,
        "hosts": field.hosts,
    }
    return tuple(key for key, value in said.items() if not value)


def is_https(address: str) -> bool:
    """Whether it is a whole address with https://."""
    return bool(_HTTPS().fullmatch(address))


def _brought(settings: Settings, used: Collection[str]) -> Iterator[DeclaredParty]:
    """What is here without an entry."""
    if settings.analytics:
        yield _declared(analytics_party(settings.analytics), "analytics")
    for party in (SHIPPED[id_] for id_ in used if id_ in SHIPPED):
        yield _declared(party, "implied")


def _declared(party: ThirdParty, origin: Origin) -> DeclaredParty:
    return DeclaredParty(**msgspec.structs.asdict(party), origin=origin)


def _set_in_german(field: ThirdPartyField, language: Language) -> ThirdPartyField:
    """An entry with its texts typeset."""
    texts = {key: typeset(getattr(field, key), language) for key in _TEXTS}
    storage = field.storage and tuple(_stored_in_german(item, language) for item in field.storage)
    return msgspec.structs.replace(field, **texts, storage=storage)


def _stored_in_german(item: StorageField, language: Language) -> StorageField:
    """An item with its texts typeset; a number and what it counts stay on one line."""
    duration = _AFTER_NUMBER().sub("\u00a0", typeset(item.duration, language))
    return msgspec.structs.replace(item, duration=duration, purpose=typeset(item.purpose, language))


def _from_entry(field: ThirdPartyField, brought: DeclaredParty | None) -> DeclaredParty | None:
    """What an entry declares: a shipped party with changes, or an own one; None where it is neither."""
    shipped = SHIPPED.get(field.use)
    base = brought or (_declared(shipped, "entry") if shipped else _own(field))
    if base is None:
        return None
    storage = base.storage if field.storage is None else tuple(map(_storage_item, field.storage))
    return msgspec.structs.replace(
        base,
        name=field.name or base.name,
        provider=field.provider or base.provider,
        seat=field.seat or base.seat,
        purpose=field.purpose or base.purpose,
        legal_basis=field.legal_basis or base.legal_basis,
        storage=storage,
        storage_note=base.storage_note if field.storage is None else "",
        third_country=_country(field.third_country) if field.third_country else base.third_country,
        privacy_url=field.privacy_url if is_https(field.privacy_url) else base.privacy_url,
        hosts=(*base.hosts, *_hosts(field)),
        page_wide=base.page_wide or field.everywhere,
        contract=field.contract,
    )


def _own(field: ThirdPartyField) -> DeclaredParty | None:
    """The bare party of an own entry, to be filled from it; None while the entry is not whole."""
    if missing_fields(field) or field.legal_basis is None:
        return None
    return DeclaredParty(
        id=slugify(field.use),
        name=field.use,
        category="other",
        provider="",
        seat="",
        purpose="",
        legal_basis=field.legal_basis,
        privacy_url="",
        checked=None,
    )


def _hosts(field: ThirdPartyField) -> Iterator[Host]:
    """Which things a page asks of an own host, only the page can tell."""
    for host in filter(None, map(host_in, field.hosts)):
        yield Host(name=host, directives=EVERY_DIRECTIVE)


def _country(typed: str) -> str:
    return "" if typed.strip(" .").lower() in NOWHERE else typed


def _storage_item(field: StorageField) -> StorageItem:
    return StorageItem(name=field.name, kind=field.kind, duration=field.duration, purpose=field.purpose)
