"""All rules over finished pages, in two lists: those that judge each page by itself, and those that compare pages.

What a rule of the first kind says of a page follows from that page, its text and what all pages share; a build relies
on it, and asks again only about pages that have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sitegen.checks.finished import FinishedSite
from sitegen.checks.forms.comments import check_comments
from sitegen.checks.forms.rules import check_forms
from sitegen.checks.headings import check_headings
from sitegen.checks.links import check_anchors, check_links
from sitegen.checks.names import check_names
from sitegen.checks.own_addresses import check_own_addresses
from sitegen.checks.pictures import check_pictures
from sitegen.checks.placeholders import check_placeholders
from sitegen.checks.requests.forbidden import check_forbidden
from sitegen.checks.requests.rules import check_requests
from sitegen.checks.weight import check_weight
from sitegen.diagnostics import Diagnostic

Rule = Callable[[FinishedSite], Iterator[Diagnostic]]

PAGE_RULES: Final[tuple[Rule, ...]] = (
    check_links,
    check_anchors,
    check_own_addresses,
    check_headings,
    check_names,
    check_pictures,
    check_placeholders,
    check_weight,
    check_requests,
    check_forbidden,
    check_forms,
)
OF_ONE_PAGE: Final = frozenset({"SG630", "SG631", "SG632", "SG638"})
"""Findings of the first kind that each page bears for itself and names as `page`, wherever their place is.

Others may be told of the first of many pages.
"""
SITE_RULES: Final[tuple[Rule, ...]] = (check_comments,)


def check(site: FinishedSite, rules: Iterable[Rule] = (*PAGE_RULES, *SITE_RULES)) -> Iterator[Diagnostic]:
    """Every finding of every rule."""
    for rule in rules:
        yield from rule(site)
