"""One file from the server of the old site: by GET, within limits, and never from a network at home.

The name is looked up first and what is asked is the address that was looked up, at each step of a redirect anew: so no
name leads elsewhere in between. An answer may be neither endless nor endlessly slow. Never sends anything but the
address, never writes.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urljoin, urlsplit

import msgspec

from sitegen.importers import wording
from sitegen.text.hosts import is_public

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_AGENT: Final = "sitegen import"
_MOST_STEPS: Final = 5
_LEADS_ON: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
_FINE: Final = 200
_PORTS: Final = {"http": 80, "https": 443}
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_PIECE: Final = 1 << 16
_SAFE: Final = "/:@!$&'()*+,;=~[]-._"


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much is taken, and of whom. What stands here is for owners; tests ask servers of their own."""

    largest: int = 60 << 20
    """Bytes of one file."""
    most: int = 10 << 30
    """Bytes of all together."""
    patience: float = 30.0
    """Seconds in which nothing may come."""
    slowest: int = 2000
    """Bytes in a second; what comes slower than that, beyond the first seconds, is waited for no longer."""
    may_ask: Callable[[str], bool] = is_public
    """Whether an IP address may be connected to."""


class NotFetchedError(Exception):
    """Why a file did not come, in German."""


class NobodyThereError(NotFetchedError):
    """The same, where the server gave no answer at all."""


def content_of(address: str, *, hosts: frozenset[str], limits: Limits) -> bytes:
    """What the address answers, wherever it leads on the old site. `hosts` are those of the old site.

    Raises NotFetchedError.
    """
    current = address.strip()
    for _ in range(_MOST_STEPS + 1):
        _check_host(current, hosts, wording.FOREIGN_HOST if current == address.strip() else wording.LEADS_AWAY)
        try:
            with closing(_connection(current, limits)) as connection, _answer(connection, current) as answer:
                if answer.status not in _LEADS_ON:
                    return _body(answer, limits)
                current = urljoin(current, answer.getheader("Location", ""))
        except TimeoutError as error:
            raise NobodyThereError(wording.TOO_SLOW) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NobodyThereError(wording.NO_ANSWER) from error
    raise NotFetchedError(wording.LEADS_ON_AND_ON)


def _check_host(address: str, hosts: frozenset[str], reason: str) -> None:
    try:
        parts = urlsplit(address)
        is_fine = parts.scheme in _PORTS and (parts.hostname or "") in hosts and parts.port != 0
    except ValueError:
        is_fine = False
    if not is_fine:
        raise NotFetchedError(reason)


def _connection(address: str, limits: Limits) -> http.client.HTTPConnection:
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    ip = _looked_up(host, port, limits)
    return _Connection(host, port, ip=ip, is_secure=parts.scheme == "https", limits=limits)


def _answer(connection: http.client.HTTPConnection, address: str) -> http.client.HTTPResponse:
    """The head of the answer; its body is still to come."""
    parts = urlsplit(address)
    path = quote(unquote(parts.path) or "/", safe=_SAFE)
    path += f"?{quote(parts.query, safe=f'{_SAFE}%?')}" if parts.query else ""
    connection.request("GET", path, headers={"User-Agent": _AGENT, "Accept": "*/*"})
    return connection.getresponse()


def _looked_up(host: str, port: int, limits: Limits) -> str:
    """An IP address of the host that may be asked."""
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except UnicodeError as error:
        raise NotFetchedError(wording.NO_ANSWER) from error
    allowed = [ip for ip in found if limits.may_ask(ip)]
    if not allowed:
        raise NotFetchedError(wording.AT_HOME)
    return allowed[0]


def _body(answer: http.client.HTTPResponse, limits: Limits) -> bytes:
    if answer.status != _FINE:
        raise NotFetchedError(
            wording.NOT_THERE if answer.status in _GONE else wording.REFUSED.format(status=answer.status)
        )
    if answer.headers.get_content_type() in _PAGES:
        raise NotFetchedError(wording.ANSWER_IS_PAGE)
    promised = answer.length
    if promised is not None and promised > limits.largest:
        raise NotFetchedError(wording.ANSWER_TOO_LARGE)
    body = bytearray()
    while piece := answer.read1(_PIECE):
        body += piece
        if len(body) > limits.largest:
            raise NotFetchedError(wording.ANSWER_TOO_LARGE)
    if promised is not None and len(body) < promised:
        raise NotFetchedError(wording.ANSWER_CUT_OFF)
    return bytes(body)


class _Connection(http.client.HTTPConnection):
    """A connection to an IP address that was looked up before, under the name of its host."""

    def __init__(self, host: str, port: int, *, ip: str, is_secure: bool, limits: Limits) -> None:
        super().__init__(host, port, timeout=limits.patience)
        self.default_port = _PORTS["https" if is_secure else "http"]
        self._ip, self._is_secure, self._limits = ip, is_secure, limits

    def connect(self) -> None:
        """Connect to the address that was looked up; certificates are checked for the name."""
        self.sock = socket.create_connection((self._ip, self.port), self.timeout)
        if self._is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def response_class(self, sock: socket.socket, **named: object) -> http.client.HTTPResponse:  # type: ignore[override] # a class there
        """An answer whose every byte is waited for within limits, those of its head too."""
        answer = http.client.HTTPResponse(sock, **named)  # type: ignore[arg-type] # as they came
        answer.fp = io.BufferedReader(_Paced(answer.fp.detach(), self._limits))
        return answer


class _Paced(io.RawIOBase):
    """What comes from a server, as long as it comes fast enough."""

    def __init__(self, raw: io.RawIOBase, limits: Limits) -> None:
        self._raw, self._limits = raw, limits
        self._begun = time.monotonic()
        self._count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        """As of a socket. Raises TimeoutError where it takes too long."""
        allowed = self._limits.patience + self._count / self._limits.slowest
        if time.monotonic() - self._begun > allowed:
            raise TimeoutError
        count = self._raw.readinto(buffer)
        self._count += count or 0
        return count

    def close(self) -> None:
        """And the socket with it."""
        self._raw.close()
        super().close()
