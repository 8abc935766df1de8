"""Hosts that recognise visitors or count them across websites: nothing of theirs is „unbedingt erforderlich“.

For every one of them § 25 (1) TDDDG wants consent, whatever an own entry says; a tag manager is among them (VG
Hannover, 2025-03-19, 10 A 5385/22). Gone through on 2026-11-22. Counters that need no consent are not here.
"""

from __future__ import annotations

from datetime import date
from typing import Final

CHECKED: Final = date(2026, 11, 22)

_LISTED: Final = """
    googletagmanager.com google-analytics.com analytics.google.com doubleclick.net googleadservices.com
    googlesyndication.com connect.facebook.net pixel.facebook.com clarity.ms bat.bing.com hotjar.com
    hotjar.io snap.licdn.com px.ads.linkedin.com analytics.tiktok.com ct.pinterest.com s.pinimg.com
    static.ads-twitter.com analytics.twitter.com sc-static.net tr.snapchat.com mc.yandex.ru crazyegg.com
    mouseflow.com fullstory.com luckyorange.com smartlook.com segment.com segment.io mxpnl.com mixpanel.com
    amplitude.com criteo.com criteo.net taboola.com outbrain.com hs-analytics.net hs-scripts.com
    hsadspixel.net leadfeeder.com
"""
TRACKERS: Final = frozenset(_LISTED.split())
"""With all below them."""


def is_tracker(host: str) -> bool:
    """Whether `host` (lower case, without port; `*.` before it counts as well) is one of them."""
    name = host.removeprefix("*.")
    return any(name == known or name.endswith(f".{known}") for known in TRACKERS)
