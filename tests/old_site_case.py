"""The server of an old site on this machine, as kind or as hostile as a test wants it, and fetching from it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sitegen.importers.wordpress.downloading import fetch
from sitegen.importers.wordpress.old_server import Limits
from sitegen.importers.wordpress.reading import open_exports
from sitegen.importers.wordpress.survey import survey
from wxr import HOST, attachment, export

Answer = Callable[[BaseHTTPRequestHandler], None]

ALLOWED = Limits(may_ask=lambda _ip: True, patience=8.0, largest=100_000, slowest=100_000)
"""For a server on this machine."""


def body(content: bytes, kind: str = "image/png", status: int = 200, **headers: str) -> Answer:
    """An answer with a length."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        for name, value in ({"Content_Length": str(len(content))} | headers).items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(content)

    return answer


def moved(target: str) -> Answer:
    """A redirect."""
    return body(b"", status=302, Location=target)


@contextlib.contextmanager
def served(answers: Mapping[str, Answer]) -> Iterator[str]:
    """A web server that answers by the last part of the path; gives its address without a path."""

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with contextlib.suppress(ConnectionError):
                answers.get(self.path.rpartition("/")[2], body(b"", status=404))(self)

        def log_message(self, *_said: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def fetched(root: Path, here: str, *names: str, limits: Limits = ALLOWED, more: tuple[str, ...] = ()) -> dict[str, str]:
    """Fetch uploads `names` from `here` into the site at `root`; what is said of each that did not come, by name.

    `more` are further items of the export.
    """
    items = (attachment(50 + number, f"2019/{name}").replace(HOST, here) for number, name in enumerate(names))
    file = root.parent / "fetched.xml"
    file.write_text(export(*items, *more, host=here), encoding="utf-8")
    looked = survey(open_exports((file,)))
    said = fetch(root, looked, (), tell=lambda _: None, limits=limits)
    return {sentence.partition(" (")[0].rpartition("/")[2]: sentence for sentence in said}
