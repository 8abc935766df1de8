"""Full addresses of the own site, and what its stylesheets name: whether anybody answers there.

Links without a host are `checks.links`' matter. What lies on the same host but outside the site's folder is another
site and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.checks.finished import FinishedSite
from sitegen.checks.links import cure_for_path, is_answered_path, target_of
from sitegen.checks.requests.addresses import host_asked
from sitegen.checks.requests.places import Bearer, bearing_file, bearing_page, places_of
from sitegen.diagnostics import Diagnostic

_BEHIND_PATH: Final = re.compile(r"[?#]")


def check_own_addresses(site: FinishedSite) -> Iterator[Diagnostic]:
    """Everything that leads nowhere."""
    for page in site.pages:
        for address in dict.fromkeys((*page.facts.links, *page.facts.named)):
            if is_answered_path(address.removeprefix(site.origin), site):
                continue
            path = own_path(address, site)
            if path and is_dead(path, site):
                for span in places_of(address, bearing_page(page, site), site):
                    facts = {"target": address, "cure": cure_for_path(path, site)}
                    yield Diagnostic(code="SG635", span=span, facts=facts)
        if page.facts.requests.addresses:
            yield from _of_style(bearing_page(page, site), page.url, site)
    for file in site.files:
        yield from _of_style(bearing_file(file), f"{site.base}/{file.output}", site)


def own_path(address: str, site: FinishedSite) -> str:
    """The URL path of a full address, percent-decoded, if it lies on the site itself; else nothing."""
    own_host = host_asked(site.origin)
    if not own_host or own_host == site.receiver:
        return ""
    if address.startswith(f"{site.origin}/") and address.isprintable():  # as most do, and browsers leave nothing out
        path = unquote(_BEHIND_PATH.split(address[len(site.origin) :], maxsplit=1)[0])
        return path if path.startswith(f"{site.base}/") else ""
    if host_asked(address) != own_host:
        return ""
    try:
        parts, own = urlsplit(address), urlsplit(site.origin)
        if parts.port not in (None, own.port, 80, 443):
            return ""
    except ValueError:
        return ""
    path = unquote(parts.path) or "/"
    return path if path.startswith(f"{site.base}/") else ""


def paths_named(site: FinishedSite) -> frozenset[str]:
    """Every path of the site that some page leads to, in whatever way, percent-decoded."""
    return frozenset(
        path
        for page in site.pages
        for path in (
            *(target_of(address, page).path for address in page.facts.addresses),
            *(own_path(address, site) for address in (*page.facts.links, *page.facts.named)),
        )
    )


def is_dead(path: str, site: FinishedSite) -> bool:
    """Whether nobody answers at a path, and no fault that is told elsewhere is the reason."""
    return path not in site.answered and path not in site.gone and not site.to_come.fullmatch(path)


def _of_style(bearer: Bearer, url: str, site: FinishedSite) -> Iterator[Diagnostic]:
    for _, address in bearer.requests.addresses:
        path = unquote(urljoin(url, address).partition("#")[0].partition("?")[0])
        if is_dead(path, site):
            for span in places_of(address, bearer, site):
                facts = {"target": address, "cure": cure_for_path(path, site)}
                yield Diagnostic(code="SG636", span=span, facts=facts)


def addresses_abroad(site: FinishedSite) -> tuple[tuple[str, str], ...]:
    """Where links lead that leave the site, each with the text it stands in; those of texts first."""
    own = {host_asked(site.origin), site.receiver}
    pages = sorted(site.pages, key=lambda page: not page.source)
    found = ((address, page.source) for page in pages for address in page.facts.links)
    return tuple(dict.fromkeys(link for link in found if host_asked(link[0]) not in own))
