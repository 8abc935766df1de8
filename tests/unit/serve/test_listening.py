"""Ports that are free and ports that are not."""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.build.lock import SiteLock, lock_on
from sitegen.diagnostics import Diagnostic
from sitegen.serve.listening import USUAL_PORT, Listening, listen, note_address, only_preview, running_address

HERE = "127.0.0.1"


@contextlib.contextmanager
def taken(port: int) -> Iterator[int]:
    """Somebody answers at this port while the block runs: we, or, as long as it pleases others, they; then it is 0."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
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
    with taken(USUAL_PORT) as ours:
        found = listen(HERE, None)
        assert isinstance(found, Listening)
        assert USUAL_PORT <= found.port < USUAL_PORT + 20
        assert found.port != ours
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


def test_there_is_one_preview_and_the_second_learns_where(tmp_path: Path) -> None:
    lock = only_preview(tmp_path)
    assert isinstance(lock, SiteLock)
    note_address(tmp_path, "http://127.0.0.1:8003/")
    refused = only_preview(tmp_path)
    assert isinstance(refused, Diagnostic)
    assert (refused.code, refused.cure.splitlines()[-1]) == ("SG640", "http://127.0.0.1:8003/")
    lock.release()
    again = only_preview(tmp_path)
    assert isinstance(again, SiteLock)
    again.release()


def test_where_the_disk_knows_no_locks_one_elsewhere_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> SiteLock | None:
        if path.is_relative_to(tmp_path):
            raise OSError(errno.ENOLCK, "No locks available")
        return lock_on(path)

    monkeypatch.setattr("sitegen.serve.listening.lock_on", refuse)
    lock = only_preview(tmp_path)
    assert isinstance(lock, SiteLock)
    assert isinstance(only_preview(tmp_path), Diagnostic)
    lock.release()


def test_nobody_knows_where_a_damaged_note_leads(tmp_path: Path) -> None:
    assert running_address(tmp_path) == ""
    (tmp_path / ".sitegen").mkdir()
    (tmp_path / ".sitegen/preview.address").write_bytes(b"\xff")
    assert running_address(tmp_path) == ""
