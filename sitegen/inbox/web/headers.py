"""What every answer says about itself: not to be kept, not to be indexed, no scripts, no frames, nothing foreign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sitegen.inbox.judging.origins import origin_of

_ALWAYS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


def page_headers(*, leads_to: Iterable[str] = ()) -> Mapping[str, str]:
    """Headers of a page for visitors. `leads_to`: addresses that its form leads on to; a browser asks the policy.

    Its own forms must say where they come from, so the referrer stays within the inbox instead of being withheld.
    """
    return {**_ALWAYS, "Referrer-Policy": "same-origin", "Content-Security-Policy": _policy(leads_to)}


def secret_page_headers() -> Mapping[str, str]:
    """Headers of a page whose address is a key: nobody else may learn it."""
    return {**_ALWAYS, "Referrer-Policy": "no-referrer", "Content-Security-Policy": _policy(())}


def plain_headers() -> Mapping[str, str]:
    """Headers of what is no page."""
    return {**_ALWAYS, "Referrer-Policy": "no-referrer", "Content-Security-Policy": "default-src 'none'"}


def _policy(leads_to: Iterable[str]) -> str:
    targets = " ".join(("'self'", *sorted({origin_of(url) for url in leads_to})))
    return f"default-src 'none'; style-src 'self'; form-action {targets}; base-uri 'none'; frame-ancestors 'none'"
