"""What a policy has to allow: from requests to sources by directive, never more than the owner has declared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.checks.finished import FinishedSite
from sitegen.checks.requests.addresses import host_asked, origin_asked
from sitegen.checks.requests.gathering import OWN
from sitegen.checks.requests.request import Request, Requests
from sitegen.checks.requests.rules import FORM, party_asked
from sitegen.plan.third_parties import DeclaredParty

Uses = Mapping[str, frozenset[str]]


def uses_of(all_requests: Iterable[Requests], site: FinishedSite) -> Uses:
    """The sources of all of them; the fields of `site` that say who is who must be there, its pages need not.

    Of whom a script is loaded, everything declared is allowed: it asks for more only when it runs.
    """
    used: defaultdict[str, set[str]] = defaultdict(set)
    for requests in all_requests:
        for fetch, source in requests.own:
            used[fetch].add(source)
        for request in requests.foreign:
            for directive, source in _sources(request, site):
                used[directive].add(source)
    return {fetch: frozenset(sources) for fetch, sources in used.items() if fetch}


def _sources(request: Request, site: FinishedSite) -> Iterable[tuple[str, str]]:
    host = host_asked(request.address)
    party = party_asked(site.parties, host)
    if party and request.fetch == "script-src":
        return _everything(party)
    if host == host_asked(site.origin):
        asked, own = origin_asked(request.address), origin_asked(site.origin)
        is_own = asked.partition("://")[2] == own.partition("://")[2]  # another port is another origin
        return ((request.fetch, OWN if is_own else asked),)
    if request.fetch == FORM and host == site.receiver:
        return ((FORM, origin_asked(request.address)),)
    if party is None:
        return ()
    declared = any(own.is_meant(host) and request.fetch in own.directives for own in party.hosts)
    return ((request.fetch, origin_asked(request.address)),) if declared else ()


def _everything(party: DeclaredParty) -> Iterable[tuple[str, str]]:
    return tuple((directive, f"https://{host.name}") for host in party.hosts for directive in host.directives)
