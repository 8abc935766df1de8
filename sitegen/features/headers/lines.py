"""Which headers a site sends, before any server's way of writing them down. They hold nothing but ASCII."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, unquote

import msgspec

from sitegen.features.feature import Finished

POLICY: Final = "Content-Security-Policy"

_UNUSED: Final = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
    *("magnetometer", "microphone", "midi", "serial", "usb"),
)
"""What neither the site nor an embedded player has any need of."""
_FOR_ALL: Final = (
    ("X-Content-Type-Options", "nosniff"),
    # Without an origin the owner's inbox on another host could not tell where a form comes from.
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _UNUSED)),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
_FOR_HTTPS: Final = (("Strict-Transport-Security", "max-age=31536000"),)
"""Neither for other hosts below the domain nor for the lists of browsers: both are hard to take back."""


class HeaderLines(msgspec.Struct, frozen=True, kw_only=True):
    """All headers of a site."""

    everywhere: tuple[tuple[str, str], ...]
    """Name and value; the policy is not among them."""
    policy: str
    search_policy: str
    search_url: str
    """URL path, percent-encoded, below which `search_policy` holds instead; empty for nowhere."""


def header_lines(site: Finished) -> HeaderLines:
    """The headers of the finished site."""
    https = site.settings.url.startswith("https://")
    policies = site.policies
    return HeaderLines(
        everywhere=(*_FOR_ALL, *(_FOR_HTTPS if https else ())),
        policy=policies.site.header(https=https),
        search_policy=policies.search.header(https=https),
        search_url=quote(unquote(policies.search_url)),
    )
