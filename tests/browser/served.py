"""The example site, built once and served on this machine alone, with the headers that it has been built with."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import msgspec

from example_site import lay_example
from header_rules import headers_for
from site_case import SiteCase
from sitegen.features.headers.netlify import HEADERS_FILE

TYPES: Final = {".js": "text/javascript", ".avif": "image/avif", ".webp": "image/webp", ".svg": "image/svg+xml"}
KIND: Final = re.compile(r'<body class="kind-([a-z]+)')


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """A built site and where it answers."""

    origin: str
    """`http://127.0.0.1:PORT`, without a slash."""
    out: Path
    kinds: dict[str, tuple[str, ...]]
    """Kind of page → URL paths, the largest page first."""

    def pages(self) -> tuple[str, ...]:
        """Every page."""
        return tuple(path for paths in self.kinds.values() for path in paths)

    def of_each_kind(self) -> tuple[str, ...]:
        """The largest page of each kind, and every page that has been written for itself."""
        largest = (paths[0] for paths in self.kinds.values())
        return tuple(dict.fromkeys((*largest, *self.kinds["page"])))


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, silently."""

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """As servers say it; Python's own list depends on the machine."""
        return TYPES.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for name, value in headers_for(path, Path(self.directory) / HEADERS_FILE).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def built_example(root: Path) -> Path:
    """Build the example site in `root`; the output folder."""
    lay_example(root)
    site = SiteCase(root)
    result = site.build()
    assert result.written, site.report(result)
    return site.out


def kinds_of(out: Path) -> dict[str, tuple[str, ...]]:
    """URL paths of all pages by kind; redirects are none."""
    found: dict[str, list[tuple[int, str]]] = {}
    for page in sorted(out.rglob("*.html")):
        html = page.read_text("utf-8")
        kind = KIND.search(html)
        if kind:
            path = "/" + page.relative_to(out).as_posix().removesuffix("index.html")
            found.setdefault(kind[1], []).append((-len(html), path))
    return {kind: tuple(path for _, path in sorted(pages)) for kind, pages in sorted(found.items())}


@contextmanager
def served(out: Path) -> Iterator[Served]:
    """Serve a built site while the block runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(out))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Served(origin=f"http://127.0.0.1:{server.server_port}", out=out, kinds=kinds_of(out))
        server.shutdown()
        thread.join()
