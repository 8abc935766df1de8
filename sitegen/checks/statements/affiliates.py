"""Addresses that only stand on a page because somebody earns by them: networks, short forms, the marks of a partner.

What the same shop sells in the owner's own name is none of them, so for shops the path or the query decides. Gone
through on 2026-11-22. Asks no network.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from sitegen.checks.requests.addresses import host_asked
from sitegen.text.patterns import LatePattern, later

CHECKED: Final = date(2026, 11, 22)

_LISTED: Final = """
    amzn.to awin1.com tidd.ly zenaps.com belboon.com belboon.de financeads.net a.check24.net
    webmasterplan.com tradedoubler.com zanox.com zanox-affiliate.de webgains.com adcell.com shareasale.com
    shareasale-analytics.com linksynergy.com anrdoezrs.net dpbolvw.net jdoqocy.com kqzyfj.com tkqlhce.com
    sjv.io pxf.io 7eer.net go2cloud.org tradetracker.net retailads.net
"""
NETWORKS: Final = frozenset(_LISTED.split())
"""Hosts, with all below them, that lead nowhere else."""
_AMAZON: Final = [f"amazon.{land}" for land in ("de", "com", "at", "ch", "co.uk", "fr", "it", "es", "nl", "pl")]
_EBAY: Final = [f"ebay.{land}" for land in ("de", "com", "at", "ch")]
_SHOPS: Final[Mapping[str, LatePattern]] = {
    **dict.fromkeys([*_AMAZON, *(f"smile.{host}" for host in _AMAZON)], later(r"[^?#]*\?(?:[^#]*&)?tag=[^&#]")),
    **dict.fromkeys(_EBAY, later(r"[^?#]*\?(?:[^#]*&)?campid=[^&#]")),
    "digistore24.com": later(r"[^/]*//[^/]+/redir/[^/?#]+/[^/?#]"),
    "copecart.com": later(r"[^/]*//[^/]+/products/[^/?#]+/p/[^/?#]"),
}
"""Hosts of shops, with or without `www.`, each with how addresses begin there that bear the mark of a partner."""
_ANY: Final = later("")


def is_affiliate(address: str) -> bool:
    """Whether somebody earns by the link `address`."""
    mark = _mark_at(host_asked(address))
    return mark is not None and mark().match(address) is not None


@lru_cache(maxsize=1024)
def _mark_at(host: str) -> LatePattern | None:
    """How addresses of a host begin that somebody earns by; None where nobody does."""
    labels = host.split(".")
    if not NETWORKS.isdisjoint(".".join(labels[first:]) for first in range(len(labels))):
        return _ANY
    return _SHOPS.get(host.removeprefix("www."))
