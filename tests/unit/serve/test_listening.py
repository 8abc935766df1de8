"""Ports that are free and ports that are not."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.serve.listening import USUAL_PORT, Listening, listen

HERE = "127.0.0.1"


@contextlib.contextmanager
def taken(port: int) -> Iterator[int]:
    """Somebody answers at this port while the block runs."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):  # somebody has it already, which is as good
            other.bind((HERE, port))
            other.listen()
        yield other.getsockname()[1]


def test_a_port_that_was_asked_for_and_is_taken_is_refused() -> None:
    with taken(0) as port:
        found = listen(HERE, port)
        assert isinstance(found, Diagnostic)
        assert found.code == "SG641"
        assert f"Port {port} ist belegt" in found.message
        assert f"--port {port + 1}" in found.cure


def test_without_a_wish_the_next_free_port_is_taken() -> None:
    with taken(USUAL_PORT):
        found = listen(HERE, None)
        assert isinstance(found, Listening)
        assert USUAL_PORT < found.port < USUAL_PORT + 20
        assert found.address == f"http://127.0.0.1:{found.port}/"
        found.socket.close()


def test_any_port_will_do() -> None:
    found = listen(HERE, 0)
    assert isinstance(found, Listening)
    assert found.port > 0
    found.socket.close()


@pytest.mark.parametrize("host", ["192.0.2.77", "gibt-es-nicht.invalid"])
def test_an_address_that_is_not_ours_is_refused(host: str) -> None:
    found = listen(host, 0)
    assert isinstance(found, Diagnostic)
    assert found.code == "SG642"


def test_a_port_that_the_system_keeps_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket, "create_server", refuse)
    found = listen(HERE, 80)
    assert isinstance(found, Diagnostic)
    assert found.code == "SG643"


@pytest.mark.parametrize(("host", "shown"), [("0.0.0.0", "127.0.0.1"), ("::1", "[::1]"), ("rechner", "rechner")])
def test_the_address_can_be_typed(host: str, shown: str) -> None:
    with socket.socket() as unused:
        assert Listening(socket=unused, host=host, port=8000).address == f"http://{shown}:8000/"
