"""Who a sender is, and how much is taken from one."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.inbox.config import Limits
from sitegen.inbox.limits import Fill, Gate, household, networks, sender_of

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
ANNA = ip_address("192.0.2.1")
BEN = ip_address("192.0.2.2")
PROXIES = networks(("127.0.0.1", "::1", "10.0.0.0/8"))


def gate(**limits: int) -> Gate:
    return Gate(Limits(**limits), random.Random(1).randbytes)


@pytest.mark.parametrize(
    ("peer", "forwarded", "sender"),
    [
        ("192.0.2.9", [], "192.0.2.9"),
        ("192.0.2.9", ["198.51.100.1"], "192.0.2.9"),  # no proxy of ours: what it claims is not read
        ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["203.0.113.5, 198.51.100.1"], "198.51.100.1"),  # the left one is typed by anybody
        ("127.0.0.1", ["203.0.113.5, 198.51.100.1, 10.1.2.3"], "198.51.100.1"),
        ("127.0.0.1", ["203.0.113.5", "198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.1:4711"], "198.51.100.1"),
        ("127.0.0.1", ["[2001:db8::1]:4711"], "2001:db8::1"),
        ("127.0.0.1", ["fe80::1%eth0"], "fe80::1"),
        ("127.0.0.1", ["::ffff:198.51.100.1"], "198.51.100.1"),
        ("::1", ["198.51.100.1"], "198.51.100.1"),
        ("::ffff:127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.1, unknown"], "127.0.0.1"),
        ("127.0.0.1", [""], "127.0.0.1"),
        ("127.0.0.1", [], "127.0.0.1"),
        (None, ["198.51.100.1"], "198.51.100.1"),  # a local socket: only a proxy has it
        (None, [], None),
        (None, ["nonsense"], None),
    ],
)
def test_a_sender_is_the_rightmost_hop_that_is_not_ours(
    peer: str | None, forwarded: list[str], sender: str | None
) -> None:
    found = sender_of(peer, forwarded, PROXIES)
    assert found == (ip_address(sender) if sender else None)


@given(st.lists(st.text(), max_size=4), st.none() | st.text(max_size=20))
def test_no_header_ever_breaks_it(forwarded: list[str], peer: str | None) -> None:
    sender_of(peer, forwarded, PROXIES)


def test_a_household_is_a_64_in_ipv6() -> None:
    one, same, other = (ip_address(a) for a in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"))
    assert household(one) == household(same) != household(other)
    assert household(ANNA) != household(BEN)


def test_so_many_in_ten_minutes_and_the_rest_later() -> None:
    counted = gate(comments_per_sender=2)
    assert counted.take("comment", ANNA, now=NOW) is None
    assert counted.take("comment", ANNA, now=NOW + timedelta(minutes=4)) is None
    assert counted.take("comment", ANNA, now=NOW + timedelta(minutes=5)) == timedelta(minutes=5)
    assert counted.take("comment", BEN, now=NOW + timedelta(minutes=5)) is None
    assert counted.take("comment", ANNA, now=NOW + timedelta(minutes=10)) is None


def test_comments_never_use_up_the_room_for_messages() -> None:
    counted = gate(comments_per_sender=1, contacts_per_sender=1)
    for _ in range(50):
        counted.take("comment", ANNA, now=NOW)
    assert counted.take("contact", ANNA, now=NOW) is None
    assert counted.take("contact", ANNA, now=NOW) is not None


def test_without_an_address_nothing_is_counted() -> None:
    counted = gate(contacts_per_sender=1)
    assert [counted.take("contact", None, now=NOW) for _ in range(3)] == [None] * 3


def test_the_key_lasts_a_day_and_so_do_the_counts() -> None:
    counted = gate(comments_per_sender=1)
    late = datetime(2026, 5, 4, 23, 59, tzinfo=UTC)
    assert counted.take("comment", ANNA, now=late) is None
    assert counted.take("comment", ANNA, now=late) is not None
    assert counted.take("comment", ANNA, now=late + timedelta(minutes=1)) is None


def test_a_gate_holds_no_address() -> None:
    counted = gate()
    counted.take("comment", ANNA, now=NOW)
    ((_, known),) = counted._senders
    assert ANNA.packed not in known
    assert len(known) == 32


def test_a_site_is_flooded_for_an_hour() -> None:
    counted = gate(comments_per_hour=2)
    for minute in range(2):
        assert not counted.is_flooded("s", now=NOW)
        counted.count_kept("s", "comment", bytes([minute]), now=NOW + timedelta(minutes=minute))
    assert counted.is_flooded("s", now=NOW + timedelta(minutes=59))
    assert not counted.is_flooded("another", now=NOW)
    assert not counted.is_flooded("s", now=NOW + timedelta(minutes=60))


def test_messages_flood_no_comments() -> None:
    counted = gate(comments_per_hour=1)
    counted.count_kept("s", "contact", b"", now=NOW)
    assert not counted.is_flooded("s", now=NOW)


def test_a_flood_is_news_once_an_hour() -> None:
    counted = gate()
    times = [NOW, NOW + timedelta(minutes=59), NOW + timedelta(minutes=60)]
    assert [counted.is_news("s", now=now) for now in times] == [True, False, True]


def test_a_text_is_repeated_within_an_hour() -> None:
    counted = gate()
    assert not counted.is_repeated(b"x", now=NOW)
    counted.count_kept("s", "contact", b"x", now=NOW)
    assert counted.is_repeated(b"x", now=NOW + timedelta(minutes=59))
    assert not counted.is_repeated(b"x", now=NOW + timedelta(minutes=60))


def test_a_clock_that_ran_ahead_shuts_nobody_out() -> None:
    counted = gate(comments_per_sender=1, comments_per_hour=1)
    ahead = NOW + timedelta(hours=8)
    counted.take("comment", ANNA, now=ahead)
    counted.count_kept("s", "comment", b"x", now=ahead)
    assert counted.is_news("s", now=ahead)
    assert counted.take("comment", ANNA, now=NOW) is None
    assert not counted.is_flooded("s", now=NOW)
    assert not counted.is_repeated(b"x", now=NOW)
    assert counted.is_news("s", now=NOW)


def test_what_a_clock_that_ran_ahead_counted_is_counted_anew() -> None:
    counts = iter([10, 20])
    fill = Fill(lambda: next(counts))
    assert fill.at(NOW + timedelta(hours=8)) == 10
    assert fill.at(NOW) == 20


def test_what_is_counted_is_believed_for_some_seconds() -> None:
    counts = iter([10, 20])
    fill = Fill(lambda: next(counts), lasts=timedelta(seconds=5))
    assert fill.at(NOW) == 10
    fill.one_more()
    assert fill.at(NOW + timedelta(seconds=4)) == 11
    assert fill.at(NOW + timedelta(seconds=5)) == 20


def test_a_proxy_is_an_address() -> None:
    with pytest.raises(ValueError, match="localhost"):
        networks(("localhost",))
