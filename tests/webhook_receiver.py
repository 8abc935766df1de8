"""A real HTTP server that receives webhooks, keeps what came and answers as it is told to."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from mail_server import Certificate


class Received(NamedTuple):
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes


class Reply(NamedTuple):
    """How the server answers."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    drip: bool = False
    """Whether it sends its headers without end."""


class Receiver:
    """What came, and what is answered: one reply after the other, the last one for ever."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.received: list[Received] = []
        self.replies: list[Reply] = [Reply(204)]

    def next_reply(self) -> Reply:
        """The reply to the request that is being answered."""
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def receiving(certificate: Certificate | None = None) -> Iterator[Receiver]:
    """A receiver on a free port of this machine; by HTTPS if there is a certificate (for `localhost`)."""
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.received.append(Received(self.path, headers, body))
            reply = receiver.next_reply()
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            while reply.drip and not stopped.wait(0.05):
                self.wfile.write(b"x-more: 1\r\n")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    receiver = Receiver(f"http://127.0.0.1:{server.server_port}/hooks/geheim")
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate.chain, certificate.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        receiver.url = f"https://localhost:{server.server_port}/hooks/geheim"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
