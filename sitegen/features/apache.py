"""`.htaccess`, the one file in which Apache reads all it is to do differently: page of errors, headers, redirects."""

from __future__ import annotations

from typing import Final

from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.features.headers.apache import apache_lines
from sitegen.features.redirects import redirect_lines
from sitegen.model.site import Site

HTACCESS_FILE: Final = ".htaccess"


def contributions(_site: Site) -> tuple[Contribution, ...]:
    """That file."""
    return (Contribution(output=HTACCESS_FILE, make=htaccess),)


FEATURE: Final = Feature(name="Apache", contributions=contributions)


def htaccess(site: Finished) -> bytes:
    """Its bytes."""
    error = f"ErrorDocument 404 {site.questions.url('/404.html')}"
    return "".join(f"{line}\n" for line in (error, *apache_lines(site), *redirect_lines(site))).encode()
