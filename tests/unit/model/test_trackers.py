"""Hosts that are never necessary: none of them may be shipped as if it were."""

from __future__ import annotations

import pytest

from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_parties.trackers import is_tracker


@pytest.mark.parametrize("party", SHIPPED)
def test_no_shipped_party_tracks_without_consent(party: str) -> None:
    shipped = SHIPPED[party]
    assert shipped.needs_consent or not any(is_tracker(host.name) for host in shipped.hosts)


@pytest.mark.parametrize("host", ["www.googletagmanager.com", "*.hotjar.com", "stats.g.doubleclick.net"])
def test_hosts_that_track(host: str) -> None:
    assert is_tracker(host)


@pytest.mark.parametrize(
    "host", ["plausible.io", "www.youtube-nocookie.com", "nothotjar.com", "hotjar.com.example", ""]
)
def test_hosts_that_do_not(host: str) -> None:
    assert not is_tracker(host)
