"""`.htaccess`, the one file in which Apache reads all it is to do differently: page of errors, headers, redirects.

Every directive is one that a host allows who allows redirects (`AllowOverride FileInfo`), and whatever belongs to a
module is passed over where the module is missing: a line too many here would take the whole site off the net.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sitegen.features.asked import apache_asked
from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.features.redirects import apache_redirects
from sitegen.model.site import Site

HTACCESS_FILE: Final = ".htaccess"

_TYPES: Final = (("image/avif", "avif"), ("image/webp", "webp"), ("font/woff2", "woff2"), ("application/wasm", "wasm"))
"""What older servers do not know."""
_BEGINNINGS: Final = ("html", "htm", "php", "shtml")
"""Endings of the file that servers show for a folder."""


def contributions(_site: Site) -> tuple[Contribution, ...]:
    """That file."""
    return (Contribution(output=HTACCESS_FILE, make=htaccess),)


FEATURE: Final = Feature(name="Apache", contributions=contributions)


def htaccess(site: Finished) -> bytes:
    """Its bytes."""
    from sitegen.features.compressed import apache_compressed
    from sitegen.features.headers.apache import apache_lines

    errors = site.questions.url("/404.html")
    lines = (
        *(f"ErrorDocument {status} {errors}" for status in (404, 410)),
        *_where("headers", apache_lines(site)),
        *_where("mime", (f"AddType {name} .{ending}" for name, ending in _TYPES)),
        *_where("alias", apache_redirects(site)),
        *_where("rewrite", ("RewriteEngine On", *apache_asked(site), *_no_listing(), *apache_compressed())),
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _where(module: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines for a module that a host may not have; nothing for no lines."""
    inside = [f"  {line}" for line in lines]
    if inside:
        yield from (f"<IfModule mod_{module}.c>", *inside, "</IfModule>")


def _no_listing() -> Iterator[str]:
    """A folder without a page is not found; `Options -Indexes` would be an error at hosts that forbid it.

    Something else of the owner's may lie below, which begins with a file of its own.
    """
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield from (f"RewriteCond %{{REQUEST_FILENAME}}/index.{ending} !-f" for ending in _BEGINNINGS)
    yield "RewriteRule ^ - [R=404,L]"
