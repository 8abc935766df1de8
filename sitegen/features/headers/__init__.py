"""The response headers of a site in the words of each web server: Netlify and Cloudflare, Apache, nginx, Caddy."""

from __future__ import annotations

from typing import Final

from sitegen.features.feature import Contribution, Feature
from sitegen.features.headers.netlify import HEADERS_FILE, headers_file
from sitegen.model.site import Site


def contributions(_site: Site) -> tuple[Contribution, ...]:
    """The one file that is published by itself; `.htaccess` is shared, and the others no host reads."""
    return (Contribution(output=HEADERS_FILE, make=headers_file),)


FEATURE: Final = Feature(name="Kopfzeilen", contributions=contributions)
