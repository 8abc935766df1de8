"""Which hosts are this very machine, and which addresses lie in the public network. Asks nobody."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_NAT64: Final = IPv6Network("64:ff9b::/96")
"""RFC 6052: the IPv4 address in the last four bytes is where such an address leads."""


def is_this_machine(host: str) -> bool:
    """Whether a host, a name or an address without brackets, is the machine we run on."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_public(ip: str) -> bool:
    """Whether an IP address lies in the public network, and so does the IPv4 address that it may carry."""
    address = ip_address(ip)
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        inner = IPv4Address(int(address) & 0xFFFF_FFFF) if address in _NAT64 else inner
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local or address.is_reserved:
            return False
    return address.is_global and not address.is_multicast
