"""What comes from others: who they are, what they store on a visitor's device, and whether that needs consent.

The schema is that of § 3 (2) EinwV. From one declaration come what is blocked, the notice, placeholders of embeds, the
privacy page and the Content Security Policy. Facts carry the day on which they were looked up; nothing here fetches.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, get_args
from urllib.parse import urlsplit

import msgspec

from sitegen.text.patterns import later

Category = Literal["media", "maps", "booking", "analytics", "marketing", "newsletter", "forms", "hosting", "other"]
LegalBasis = Literal["consent", "contract", "legitimate_interest"]
"""Art. 6 (1) a, b and f GDPR."""
StorageKind = Literal["cookie", "local_storage", "session_storage", "indexed_db", "pixel"]
Directive = Literal[
    "script-src", "style-src", "img-src", "font-src", "connect-src", "frame-src", "media-src", "form-action"
]

CONSENT_NEEDED: Final = "consent"
EVERY_DIRECTIVE: Final[tuple[Directive, ...]] = get_args(Directive)

_HOST: Final = later(r"(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
"""A name as it may stand in a Content Security Policy, where a blank or a semicolon would mean something."""


class StorageItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something a third party stores on the device or reads from it (§ 25 (1) TDDDG)."""

    name: str
    """As browsers show it; `*` stands for the rest."""
    kind: StorageKind = "cookie"
    duration: str
    """In German: „6\u00a0Monate“, „bis zum Schließen des Browsers“."""
    purpose: str


class Host(msgspec.Struct, frozen=True, kw_only=True):
    """A host that pages ask for something, and what for."""

    name: str
    """`www.youtube-nocookie.com`, or `*.example.com` for all below."""
    directives: tuple[Directive, ...]
    """What is under `form-action` is asked only when somebody sends a form; it never loads by itself."""

    def is_meant(self, host: str) -> bool:
        """Whether `host` (lower case, without port) is this one, or below it where the name begins with `*.`."""
        return host.endswith(self.name[1:]) if self.name.startswith("*.") else host == self.name


class ThirdParty(msgspec.Struct, frozen=True, kw_only=True):
    """One of them."""

    id: str
    name: str
    category: Category
    provider: str
    """The company, with its legal form."""
    seat: str
    """Street, town and country as far as they are known."""
    purpose: str
    """A German half sentence: what it is there for."""
    legal_basis: LegalBasis
    storage: tuple[StorageItem, ...] = ()
    """Only what is known for sure."""
    storage_note: str = ""
    """A German sentence where the list above may be incomplete, or where nothing is stored for a reason."""
    third_country: str = ""
    """Where data go outside the EEA, and on which ground; empty for nowhere."""
    privacy_url: str
    hosts: tuple[Host, ...] = ()
    processor: bool = False
    """Whether it works on the owner's instructions, so that Art. 28 GDPR wants a contract."""
    page_wide: bool = False
    """Whether it loads with every page, so that visitors are asked at once and not where it is embedded."""
    checked: date | None
    """When these facts were looked up; None for what the owner has written."""

    def serves(self, host: str) -> bool:
        """Whether `host` (lower case, without port) is one of its hosts."""
        return any(own.is_meant(host) for own in self.hosts)

    @property
    def needs_consent(self) -> bool:
        """Whether nothing of it may load before the visitor has said yes."""
        return self.legal_basis == CONSENT_NEEDED


def host_in(typed: str) -> str:
    """The host that somebody has typed, lower case; empty where it is none. Whole addresses are none."""
    host = typed.lower()
    return host if _HOST().fullmatch(host) else ""


def host_of(address: str) -> str:
    """The host of an address, lower case, without port; empty where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
