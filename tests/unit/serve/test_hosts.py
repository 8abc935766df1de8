"""For whom a preview answers: never for a foreign name, which may be made to lead here."""

from __future__ import annotations

import socket

import pytest

from sitegen.serve.hosts import is_answered, is_loopback, is_own_origin


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "localhost.", "::1", "[::1]"])
def test_this_machine_is_answered(host: str) -> None:
    assert is_answered(host, "127.0.0.1")


@pytest.mark.parametrize(
    "host", ["boese.example", "127.0.0.1.boese.example", "localhost.boese.example", "", "192.0.2.7"]
)
def test_everybody_else_is_not(host: str) -> None:
    assert not is_answered(host, "127.0.0.1")


def test_who_opens_the_preview_to_a_network_is_answered_by_number_and_by_the_name_of_the_machine() -> None:
    assert is_answered("192.0.2.7", "0.0.0.0")
    assert is_answered(socket.gethostname(), "0.0.0.0")
    assert not is_answered("boese.example", "0.0.0.0")
    assert is_answered("mein.rechner", "mein.rechner")


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://127.0.0.1:9000", False),
        ("http://boese.example", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_pages_of_the_preview_may_listen(origin: str, own: bool) -> None:  # noqa: FBT001
    assert is_own_origin(origin, "127.0.0.1:8000") is own


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_what_only_this_machine_reaches(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "rechner"])
def test_what_others_reach(host: str) -> None:
    assert not is_loopback(host)
