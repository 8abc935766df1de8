"""Which IP addresses may be asked: none that leads into a network at home, however it is written."""

from __future__ import annotations

import pytest

from sitegen.text.hosts import is_public

AT_HOME = (
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1"),
    *("255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "fec0::1", "ff02::1", "::127.0.0.1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:1::"),
)


@pytest.mark.parametrize("ip", AT_HOME)
def test_nobody_at_home_is_asked(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_everybody_else_may_be(ip: str) -> None:
    assert is_public(ip)
