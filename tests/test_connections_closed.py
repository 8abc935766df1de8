"""Whoever asks a server hangs up, even while an error is still held that knows the answer.

What is left to the collector of the interpreter is closed at any time, and told of where nobody expects it.
"""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from old_site_case import ALLOWED
from sitegen.importers.wordpress.old_server import NotFetchedError, content_of
from sitegen.linkcheck.asking import ask
from waiting import PATIENCE

REFUSED = b"HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n"
GARBAGE = b"Guten Tag\r\n\r\n"
NO_PICTURE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 9\r\n\r\n"


@contextmanager
def answering(*answers: bytes) -> Iterator[tuple[str, list[socket.socket]]]:
    """An address whose connections get these answers in turn, and the connections, which nobody closes on this side."""
    connections: list[socket.socket] = []

    def answer() -> None:
        for content in answers:
            connection, _ = door.accept()
            connections.append(connection)
            connection.settimeout(PATIENCE)
            connection.recv(65_536)
            connection.sendall(content)

    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(PATIENCE)
        thread = threading.Thread(target=answer)
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}/bild.png", connections
        finally:
            thread.join()
            for connection in connections:
                connection.close()


def is_closed(connection: socket.socket) -> bool:
    """Whether the other side has hung up."""
    return connection.recv(1) == b""


def test_a_link_that_is_asked_in_vain() -> None:
    with answering(REFUSED, GARBAGE) as (address, connections):
        with pytest.raises(http.client.BadStatusLine) as held:
            ask(address, agent="Probe", may_ask=lambda _ip: True, timeout=PATIENCE)
        assert all(map(is_closed, connections)), held


def test_an_old_picture_that_is_none() -> None:
    with answering(NO_PICTURE) as (address, connections):
        with pytest.raises(NotFetchedError) as held:
            content_of(address, hosts=frozenset({"127.0.0.1"}), limits=ALLOWED)
        assert all(map(is_closed, connections)), held
