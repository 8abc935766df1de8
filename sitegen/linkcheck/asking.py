"""One polite question to one address: HEAD, and GET where HEAD says nothing; redirects are followed and told.

Connects only to addresses of the public network: the name is looked up first, and what is asked is the address that was
looked up, so nobody's name can lead into a network at home. Reads no body and sends no cookie.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

import msgspec

from sitegen.checks.requests.addresses import host_asked
from sitegen.text.hosts import is_public

TIMEOUT: Final = 10.0
"""Seconds for each step."""
MOST_STEPS: Final = 5
"""Redirects that are followed."""
_PORTS: Final = {"http": 80, "https": 443}
_FOR_GOOD: Final = frozenset({301, 308})
_LEADS_ON: Final = _FOR_GOOD | {302, 303, 307}
_HEAD_SAYS_NOTHING: Final = frozenset({400, 403, 404, 405, 406, 410, 500, 501, 503})
"""Statuses that some servers give HEAD alone; only GET is believed."""
_SAFE: Final = "/%:@!$&'()*+,;=~?#[]-._"

MayAsk = Callable[[str], bool]
"""Whether an IP address may be connected to."""


class InternalError(Exception):
    """The name leads into a network that is not public."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What the last address on the way answered."""

    status: int
    address: str
    for_good: bool
    """Whether every step on the way was one for good."""
    steps: int = 0
    retry_after: str = ""


def ask(address: str, *, agent: str, may_ask: MayAsk = is_public, timeout: float = TIMEOUT) -> Reply:
    """Ask; raises OSError, http.client.HTTPException or ValueError where nobody answers properly."""
    current, for_good = address, True
    for step in range(MOST_STEPS + 1):
        response = _answered(current, agent=agent, may_ask=may_ask, timeout=timeout)
        location = response.getheader("Location", "")
        if response.status not in _LEADS_ON or not location or step == MOST_STEPS:
            break
        for_good = for_good and response.status in _FOR_GOOD
        current = urljoin(current, location)
    return Reply(
        status=response.status,
        address=current,
        for_good=for_good and current != address,
        steps=step,
        retry_after=response.getheader("Retry-After", ""),
    )


def _answered(address: str, *, agent: str, may_ask: MayAsk, timeout: float) -> http.client.HTTPResponse:
    response = _one("HEAD", address, agent=agent, may_ask=may_ask, timeout=timeout)
    if response.status in _HEAD_SAYS_NOTHING:
        return _one("GET", address, agent=agent, may_ask=may_ask, timeout=timeout)
    return response


def _one(method: str, address: str, *, agent: str, may_ask: MayAsk, timeout: float) -> http.client.HTTPResponse:
    parts, host = urlsplit(address), host_asked(address)
    if parts.scheme not in _PORTS or not host:
        raise ValueError(f"not an address of the web: {address}")
    ip = _looked_up(host.strip("[]"), parts.port or _PORTS[parts.scheme], may_ask)
    connection = _Connection(host, ip, port=parts.port, is_secure=parts.scheme == "https", timeout=timeout)
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    try:
        headers = {"User-Agent": agent, "Accept": "text/html,*/*;q=0.8", "Accept-Language": "de,en;q=0.5"}
        connection.request(method, path, headers=headers)
        with connection.getresponse() as response:
            return response
    finally:
        connection.close()


def _looked_up(host: str, port: int, may_ask: MayAsk) -> str:
    """An IP address of the host that may be asked."""
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    public = [ip for ip in found if may_ask(ip)]
    if not public:
        raise InternalError(host)
    return public[0]


class _Connection(http.client.HTTPConnection):
    """A connection to an IP address that was looked up before, under the name of its host."""

    def __init__(self, host: str, ip: str, *, port: int | None, is_secure: bool, timeout: float) -> None:
        super().__init__(host, port or _PORTS["https" if is_secure else "http"], timeout=timeout)
        self.default_port = _PORTS["https" if is_secure else "http"]
        self._ip = ip
        self._is_secure = is_secure

    def connect(self) -> None:
        """Connect to the address that was looked up; certificates are checked for the name."""
        self.sock = socket.create_connection((self._ip, self.port), self.timeout)
        if self._is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
