"""Addresses: from patterns to URL paths, from URL paths to files of the output folder, and the base path.

Every URL path in this program begins with the site's base path, so that layouts print it as it is. Nothing here knows
what stands behind an address.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from sitegen.text.slugs import DEVICES


def base_path(site_url: str) -> str:
    """`https://x.example/va/` → `/va`; a site at the root of its host → the empty string."""
    return urlsplit(site_url).path.rstrip("/")


def with_base(path: str, base: str) -> str:
    """A path from the root of the site (`/kontakt/`) as a URL path (`/va/kontakt/`)."""
    return f"{base}/{path.lstrip('/')}"


def absolute_url(url: str, site_url: str) -> str:
    """A URL path as a full address: `/va/kontakt/` → `https://x.example/va/kontakt/`."""
    return f"{_origin(site_url)}{url}"


@lru_cache(maxsize=16)
def _origin(site_url: str) -> str:
    parts = urlsplit(site_url)
    return f"{parts.scheme}://{parts.netloc}"


def fill_pattern(pattern: str, **parts: str | int) -> str:
    """`/blog/{slug}/` filled, always beginning and ending with one slash; empty parts leave no double slash."""
    filled = pattern
    for name, value in parts.items():
        filled = filled.replace(f"{{{name}}}", str(value))
    inner = "/".join(part for part in filled.split("/") if part)
    return f"/{inner}/" if inner else "/"


def output_path(url: str, base: str) -> str:
    """The file below the output folder that answers `url`: `/va/kontakt/` → `kontakt/index.html`."""
    path = url.removeprefix(base).lstrip("/")
    if "%" in path:
        path = unquote(path)
    return f"{path}index.html" if not path or path.endswith("/") else path


def device_in(url: str) -> str:
    """The first part of an address that Windows keeps for a device, so that it has no folder for it; empty for none."""
    parts = url.replace(".", "/").split("/")
    return "" if DEVICES.isdisjoint(parts) else next(part for part in parts if part in DEVICES)


def is_relative(target: str) -> bool:
    """Whether an address is seen from the text: neither a full address nor one from the root nor an anchor."""
    return (
        not target.startswith(("/", "#", "?")) and "://" not in target and not target.startswith(("mailto:", "data:"))
    )


def url_of_file(path: str, base: str) -> str:
    """The URL path of a file below the output folder, percent-encoded: `bilder/Büro.jpg` → `/bilder/B%C3%BCro.jpg`."""
    return with_base(quote(path), base)
