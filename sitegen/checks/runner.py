"""All rules over the finished site, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from sitegen.checks.finished import FinishedSite
from sitegen.checks.links import check_anchors, check_links
from sitegen.checks.pictures import check_pictures
from sitegen.checks.requests.forbidden import check_forbidden
from sitegen.checks.requests.rules import check_requests
from sitegen.diagnostics import Diagnostic

CHECKS: Final[tuple[Callable[[FinishedSite], Iterator[Diagnostic]], ...]] = (
    check_links,
    check_anchors,
    check_pictures,
    check_requests,
    check_forbidden,
)


def check(site: FinishedSite) -> Iterator[Diagnostic]:
    """Every finding of every rule."""
    for rule in CHECKS:
        yield from rule(site)
