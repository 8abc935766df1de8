"""Which hosts are this very machine: what goes there crosses no network and needs no encryption. Asks nobody."""

from __future__ import annotations

from ipaddress import ip_address


def is_this_machine(host: str) -> bool:
    """Whether a host, a name or an address without brackets, is the machine we run on."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
