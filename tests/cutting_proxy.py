"""A TCP proxy that dies after so many bytes from the client: what a train does to a transfer."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class CuttingProxy:
    """Passes on what comes until `budget` bytes went towards the server; then every connection is reset."""

    def __init__(self, port: int, budget: int) -> None:
        self._server = port
        self._left = budget
        self._dead = False
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def close(self) -> None:
        self._die()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self._dead:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._server))
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._sockets += [client, server]
                for source, sink, costs in ((client, server, 1), (server, client, 0)):
                    thread = threading.Thread(target=self._pass_on, args=(source, sink, costs), daemon=True)
                    self._threads.append(thread)
                    thread.start()

    def _pass_on(self, source: socket.socket, sink: socket.socket, costs: int) -> None:
        with contextlib.suppress(OSError):
            while content := source.recv(16384):
                with self._lock:
                    allowed = content[: self._left] if costs else content
                    self._left -= costs * len(content)
                    over = self._left < 0
                sink.sendall(allowed)
                if over:
                    self._die()
                    return
            sink.shutdown(socket.SHUT_WR)

    def _die(self) -> None:
        with self._lock:
            self._dead = True
            for one in (self._listener, *self._sockets):
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
                one.close()


@contextmanager
def cut_after(port: int, budget: int) -> Iterator[int]:
    """The port of a proxy before `port` that dies after `budget` bytes."""
    proxy = CuttingProxy(port, budget)
    try:
        yield proxy.port
    finally:
        proxy.close()
