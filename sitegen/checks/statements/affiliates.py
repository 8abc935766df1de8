"""Addresses that only stand on a page because somebody earns by them: networks, short forms, the marks of a partner.

What the same shop sells in the owner's own name is none of them, so for shops the path or the query decides. Gone
through on 2026-11-22. Asks no network.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qs, urlsplit

CHECKED: Final = date(2026, 11, 22)

_LISTED: Final = """
    amzn.to awin1.com tidd.ly zenaps.com belboon.com belboon.de financeads.net a.check24.net
    webmasterplan.com tradedoubler.com zanox.com zanox-affiliate.de webgains.com adcell.com shareasale.com
    shareasale-analytics.com linksynergy.com anrdoezrs.net dpbolvw.net jdoqocy.com kqzyfj.com tkqlhce.com
    sjv.io pxf.io 7eer.net go2cloud.org tradetracker.net retailads.net
"""
NETWORKS: Final = frozenset(_LISTED.split())
"""Hosts, with all below them, that lead nowhere else."""
_AMAZON: Final = re.compile(r"(?:www\.|smile\.)?amazon\.(?:de|com|at|ch|co\.uk|fr|it|es|nl|pl)")
_EBAY: Final = re.compile(r"(?:www\.)?ebay\.(?:de|com|at|ch)")
_DIGISTORE: Final = re.compile(r"/redir/[^/]+/[^/]+")
_COPECART: Final = re.compile(r"/products/[^/]+/p/[^/]+")


@lru_cache(maxsize=4096)
def is_affiliate(address: str) -> bool:
    """Whether somebody earns by the link `address`; False for what cannot be read."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    labels = host.split(".")
    if not NETWORKS.isdisjoint(".".join(labels[first:]) for first in range(len(labels))):
        return True
    if _AMAZON.fullmatch(host):
        return "tag" in parse_qs(parts.query)
    if _EBAY.fullmatch(host):
        return "campid" in parse_qs(parts.query)
    if host.removeprefix("www.") == "digistore24.com":
        return bool(_DIGISTORE.match(parts.path))
    return host.removeprefix("www.") == "copecart.com" and bool(_COPECART.match(parts.path))
