"""How much is taken at once, and from whom: counts in memory alone, gone with the process and with the day.

A sender is an IPv4 address or an IPv6 /64 (one household), known only as an HMAC under a key of chance that lasts a
day. Neither the address nor the HMAC is ever stored, logged or told. Comments and messages have quotas of their own, so
a flood of comments never keeps an enquiry out. Several instances count for themselves.
"""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final, Literal

from sitegen.inbox.config import Limits

Quota = Literal["comment", "contact"]
"""`contact` is every form but that for comments."""
Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

WINDOW: Final = timedelta(minutes=10)
HOUR: Final = timedelta(hours=1)
MOST_REMEMBERED: Final = 100_000
"""Senders and texts; beyond, what was not seen for longest is forgotten."""
_HOUSEHOLD: Final = 64


class Gate:
    """Counts what comes in. Safe to be asked from several threads."""

    def __init__(self, limits: Limits, chance: Callable[[int], bytes]) -> None:
        """`chance` gives that many random bytes."""
        self._allowed: dict[Quota, int] = {
            "comment": limits.comments_per_sender,
            "contact": limits.contacts_per_sender,
        }
        self._hourly = limits.comments_per_hour
        self._chance = chance
        self._lock = threading.Lock()
        self._day = date.min
        self._key = b""
        self._senders: OrderedDict[tuple[Quota, bytes], deque[datetime]] = OrderedDict()
        self._sites: dict[str, deque[datetime]] = {}
        self._texts: OrderedDict[bytes, datetime] = OrderedDict()
        self._told: dict[str, datetime] = {}

    def take(self, quota: Quota, sender: Address | None, *, now: datetime) -> timedelta | None:
        """Count one from this sender; None if there was room, else how long until there is. No sender is never full."""
        if sender is None:
            return None
        with self._lock:
            who = (quota, self._known_as(sender, now))
            taken = self._senders.setdefault(who, deque())
            self._senders.move_to_end(who)
            _forget(taken, window=WINDOW, now=now)
            if len(taken) >= self._allowed[quota]:
                return taken[0] + WINDOW - now
            taken.append(now)
            while len(self._senders) > MOST_REMEMBERED:
                self._senders.popitem(last=False)
        return None

    def is_flooded(self, site: str, *, now: datetime) -> bool:
        """Whether this site got as many comments in the last hour as it takes without asking back."""
        with self._lock:
            taken = self._sites.get(site, deque())
            _forget(taken, window=HOUR, now=now)
            return len(taken) >= self._hourly

    def is_repeated(self, text: bytes, *, now: datetime) -> bool:
        """Whether a text (its digest) was kept within the last hour."""
        with self._lock:
            seen = self._texts.get(text)
            return seen is not None and _is_within(HOUR, seen, now)

    def is_news(self, site: str, *, now: datetime) -> bool:
        """Whether a flood of comments for this site has not been told within the last hour; from now on it has."""
        with self._lock:
            told = self._told.get(site)
            if told is not None and _is_within(HOUR, told, now):
                return False
            self._told[site] = now
            return True

    def count_kept(self, site: str, quota: Quota, text: bytes, *, now: datetime) -> None:
        """Something was kept for this site; `text` is the digest of what it says."""
        with self._lock:
            if quota == "comment":
                self._sites.setdefault(site, deque(maxlen=self._hourly)).append(now)
            self._texts[text] = now
            self._texts.move_to_end(text)
            while len(self._texts) > MOST_REMEMBERED:
                self._texts.popitem(last=False)

    def _known_as(self, sender: Address, now: datetime) -> bytes:
        if now.date() != self._day:
            self._day = now.date()
            self._key = self._chance(32)
            self._senders.clear()
        return hmac.digest(self._key, household(sender), hashlib.sha256)


class Fill:
    """How many things of a kind are kept: counted now and then, and one more for each that came since."""

    def __init__(self, count: Callable[[], int], *, lasts: timedelta = timedelta(seconds=5)) -> None:
        """`count` counts them all, which costs; what it says is believed for `lasts`."""
        self._count = count
        self._lasts = lasts
        self._lock = threading.Lock()
        self._known = 0
        self._until: datetime | None = None

    def at(self, now: datetime) -> int:
        """How many there are."""
        with self._lock:
            if self._until is None or not now < self._until <= now + self._lasts:
                self._known = self._count()
                self._until = now + self._lasts
            return self._known

    def one_more(self) -> None:
        """One was kept."""
        with self._lock:
            self._known += 1


def networks(proxies: Iterable[str]) -> tuple[Network, ...]:
    """Addresses and networks whose X-Forwarded-For is believed. Raises ValueError for anything else."""
    return tuple(ip_network(proxy, strict=False) for proxy in proxies)


def sender_of(peer: str | None, forwarded: Sequence[str], trusted: Sequence[Network]) -> Address | None:
    """Who sent a request: the rightmost hop that is none of our proxies.

    `peer` is the other end of the connection, None for a local socket, which only a proxy has; `forwarded` are the
    values of X-Forwarded-For. What a hop claims that is not trusted is not read: anybody can write it.
    """
    hops = [hop.strip() for value in forwarded for hop in value.split(",")]
    sender = _address(peer) if peer else None
    while peer is None or (sender is not None and any(_is_in(sender, network) for network in trusted)):
        further = _address(hops.pop()) if hops else None
        if further is None:
            break
        peer, sender = str(further), further
    return sender


def household(sender: Address) -> bytes:
    """The bytes that stand for a sender: an IPv4 address, or the first 64 bits of an IPv6 address."""
    return sender.packed if isinstance(sender, IPv4Address) else sender.packed[: _HOUSEHOLD // 8]


def _address(text: str) -> Address | None:
    """An address as a proxy writes it, with or without a port; None for anything else."""
    bare = text.removeprefix("[").partition("]")[0] if text.startswith("[") else text
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def _is_in(address: Address, network: Network) -> bool:
    return address.version == network.version and address in network


def _forget(taken: deque[datetime], *, window: timedelta, now: datetime) -> None:
    """Keep what was taken within `window`."""
    while taken and not _is_within(window, taken[0], now):
        taken.popleft()


def _is_within(window: timedelta, at: datetime, now: datetime) -> bool:
    """Whether `at` is so near to `now`. Much later than now it is only where the clock ran ahead and was set back."""
    return abs(now - at) < window
