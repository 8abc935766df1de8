"""For whom the preview answers, so that no foreign web page can read it by a name that leads here (DNS rebinding).

Such an attack needs a name, so addresses as numbers are safe; of names only those are answered that mean this machine.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = "127.0.0.1"


def is_answered(host: str, bound_to: str) -> bool:
    """Whether a request for `host`, as the header says it without its port, is meant for a server at `bound_to`."""
    name = host.strip("[]").lower().rstrip(".")
    if name in {"localhost", LOOPBACK, "::1", bound_to.lower()}:
        return True
    if is_loopback(bound_to):
        return False
    machine = socket.gethostname().lower()
    return is_number(name) or name in {machine, f"{machine}.local"}


def is_own_origin(origin: str, host: str) -> bool:
    """Whether a page from `origin` comes from the server that it calls as `host`, with its port."""
    return urlsplit(origin).netloc.lower() == host.lower()


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server at `host`."""
    return host == "localhost" or (is_number(host) and ipaddress.ip_address(host).is_loopback)


def is_number(host: str) -> bool:
    """Whether `host` is an address as numbers."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
