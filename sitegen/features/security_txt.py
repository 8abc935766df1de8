"""Whom to tell about a hole in the website: `/.well-known/security.txt` (RFC 9116).

Only where the business has an e-mail address, and only for a site at the root of its host: elsewhere nobody looks for
the file. The date on which it expires moves twice a year, so that a build on another day is no other site.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.model.addresses import base_path
from sitegen.model.site import Site
from sitegen.text.moments import Moment

SECURITY_FILE: Final = ".well-known/security.txt"
_JULY: Final = 7


def contributions(site: Site) -> tuple[Contribution, ...]:
    """The file, where it can say anything and be found."""
    settings = site.settings
    wanted = settings.business.email and not base_path(settings.url)
    return (Contribution(output=SECURITY_FILE, make=security_txt),) if wanted else ()


FEATURE: Final = Feature(name="security.txt", contributions=contributions)


def security_txt(site: Finished) -> bytes:
    """The file's text; its lines end as RFC 9116, 2.2 allows on Unix."""
    ask = site.questions
    lines = (
        f"Contact: mailto:{site.settings.business.email}",
        f"Expires: {expires(site.now)}",
        "Preferred-Languages: de",
        f"Canonical: {ask.absolute(ask.url(f'/{SECURITY_FILE}'))}",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def expires(now: Moment) -> str:
    """The end of the next half-year, six to twelve months ahead: RFC 9116, 2.5.5 advises less than a year."""
    at = now.at
    end = datetime(at.year + 1, _JULY, 1, tzinfo=UTC) if at.month >= _JULY else datetime(at.year + 1, 1, 1, tzinfo=UTC)
    return f"{end:%Y-%m-%dT%H:%M:%SZ}"
