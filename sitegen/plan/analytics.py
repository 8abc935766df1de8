"""How visits are counted: the third party that `analytics:` alone declares, and the scripts that do it, as data.

There is no inline script. `analytics_scripts` names the elements in their order:

- With `src`, a file of the provider's.
- With `asset`, a file of the theme (`analytics.js`), which reads its attributes from `document.currentScript`:
  `data-provider` is `matomo` (`data-address` with a slash at its end, `data-id`, `data-cookies` yes or no; without
  cookies it calls `disableCookies` and `disableBrowserFeatureDetection`), `google-analytics` (`data-id`,
  `data-consent-mode` yes or no) or `plausible` (makes the queue and calls `init`). It prepares what the next one reads,
  so whoever inserts them later keeps their order (`async = false`).

Both kinds have `defer`. Where `party` needs consent, they stand in its inert `<template>`.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlencode

import msgspec

from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_party import CONSENT_NEEDED, Directive, Host, ThirdParty, host_in, host_of
from sitegen.settings.third_parties import Analytics

ANALYTICS_ASSET: Final = "analytics.js"
"""The file of the theme that prepares a provider's script."""
PLAUSIBLE_CLOUD: Final = "https://plausible.io"
GOOGLE_SCRIPT: Final = "https://www.googletagmanager.com/gtag/js"
MATOMO_CLOUD: Final = ".matomo.cloud"
_COUNTING: Final[tuple[Directive, ...]] = ("script-src", "img-src", "connect-src")
_PLAUSIBLE_FILE: Final = "pa-"


class AnalyticsScript(msgspec.Struct, frozen=True, kw_only=True):
    """A `<script defer>` that counts visits; the module says what its attributes mean."""

    party: str
    """Id of the third party."""
    src: str = ""
    """Full address of a file of the provider's; empty for a file of the theme."""
    asset: str = ""
    """Name of a file of the theme; empty for one of the provider's."""
    attributes: tuple[tuple[str, str], ...] = ()


def analytics_scripts(analytics: Analytics, site_url: str) -> tuple[AnalyticsScript, ...]:
    """The elements to insert, in order; none while something is missing that they need."""
    match analytics.provider:
        case "plausible":
            return _plausible(analytics, site_url)
        case "matomo":
            return _matomo(analytics)
        case "google-analytics":
            return _google(analytics)


def analytics_party(analytics: Analytics) -> ThirdParty:
    """The declaration that fits: at the maker's or on an own server, with cookies or without.

    Its host may be that of the site itself.
    """
    from sitegen.model.third_parties.analytics import MATOMO_HOSTED, MATOMO_STORAGE, PLAUSIBLE_ALONE

    shipped, host = SHIPPED[analytics.provider], host_of(analytics.address)
    if analytics.provider == "google-analytics" or (analytics.provider == "plausible" and not _is_alone(analytics)):
        return shipped
    if analytics.provider == "plausible":
        found = PLAUSIBLE_ALONE
    else:
        found = MATOMO_HOSTED if host.endswith(MATOMO_CLOUD) else shipped
        if analytics.cookies:
            found = msgspec.structs.replace(found, legal_basis=CONSENT_NEEDED, storage=MATOMO_STORAGE, storage_note="")
    hosts = (Host(name=host, directives=_COUNTING),) if host_in(host) else ()
    return msgspec.structs.replace(found, hosts=hosts)


def _is_alone(analytics: Analytics) -> bool:
    """Whether Plausible runs on a server of the owner's."""
    return bool(analytics.address) and host_of(analytics.address) != host_of(PLAUSIBLE_CLOUD)


def _plausible(analytics: Analytics, site_url: str) -> tuple[AnalyticsScript, ...]:
    """Since October 2025 each site has a file of its own there (`pa-…`); else it is told by its domain."""
    server = (analytics.address or PLAUSIBLE_CLOUD).rstrip("/")
    if not analytics.id.startswith(_PLAUSIBLE_FILE):
        domain = ("data-domain", analytics.id or host_of(site_url).removeprefix("www."))
        return (AnalyticsScript(party="plausible", src=f"{server}/js/script.js", attributes=(domain,)),)
    return (
        AnalyticsScript(party="plausible", asset=ANALYTICS_ASSET, attributes=(("data-provider", "plausible"),)),
        AnalyticsScript(party="plausible", src=f"{server}/js/{quote(analytics.id)}.js"),
    )


def _matomo(analytics: Analytics) -> tuple[AnalyticsScript, ...]:
    if not analytics.address or not analytics.id:
        return ()
    server = f"{analytics.address.rstrip('/')}/"
    attributes = (
        ("data-provider", "matomo"),
        ("data-address", server),
        ("data-id", analytics.id),
        ("data-cookies", _yes_or_no(said=analytics.cookies)),
    )
    return (
        AnalyticsScript(party="matomo", asset=ANALYTICS_ASSET, attributes=attributes),
        AnalyticsScript(party="matomo", src=f"{server}matomo.js"),
    )


def _google(analytics: Analytics) -> tuple[AnalyticsScript, ...]:
    if not analytics.id:
        return ()
    attributes = (
        ("data-provider", "google-analytics"),
        ("data-id", analytics.id),
        ("data-consent-mode", _yes_or_no(said=analytics.consent_mode)),
    )
    return (
        AnalyticsScript(party="google-analytics", asset=ANALYTICS_ASSET, attributes=attributes),
        AnalyticsScript(party="google-analytics", src=f"{GOOGLE_SCRIPT}?{urlencode({'id': analytics.id})}"),
    )


def _yes_or_no(*, said: bool) -> str:
    return "yes" if said else "no"
