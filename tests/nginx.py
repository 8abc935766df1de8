"""A real nginx over a built site, on this machine alone. Skipped aloud without one; fails where CI is set."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from browser.surroundings import without
from waiting import PATIENCE, until

_CONFIG: Final = """
daemon off;
master_process off;
pid {state}/nginx.pid;
error_log {state}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {state}/body;
  proxy_temp_path {state}/proxy;
  fastcgi_temp_path {state}/fastcgi;
  uwsgi_temp_path {state}/uwsgi;
  scgi_temp_path {state}/scgi;
  types {{
    text/html html; text/css css; text/javascript js; image/svg+xml svg; application/atom+xml xml;
    application/json json; image/jpeg jpg; image/webp webp; image/avif avif; font/woff2 woff2;
  }}
  charset utf-8;
  server {{
    listen 127.0.0.1:{port};
    root {folder};
    index index.html;
    error_page 404 /404.html;
    {include}
  }}
}}
"""


def nginx() -> str:
    """The program, which Debian keeps where plain users do not look."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or without("nginx")


def free_port() -> int:
    """A port for a server that has to be told one. For a minute, the system gives it to nobody who takes any.

    It does so where a connection was closed from this side; whoever names the port may listen on it all the same.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as other:
            server.accept()[0].close()
            other.recv(1)
        return port


@contextmanager
def nginx_over(folder: Path, state: Path, *, port: int, include: Path | None = None) -> Iterator[str]:
    """Serve `folder` on `port` while the block runs; its address without a slash. `state` is for its own files.

    `include` is a file with directives for the server.
    """
    program = nginx()
    state.mkdir(parents=True, exist_ok=True)
    config = state / "nginx.conf"
    included = f'include "{include}";' if include else ""
    config.write_text(_CONFIG.format(state=state, port=port, folder=folder, include=included), "utf-8")
    with subprocess.Popen([program, "-p", str(state), "-c", str(config)], stderr=subprocess.PIPE) as process:
        try:
            wait_for(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until somebody listens on `port`; the process must still run then."""

    def listens() -> bool:
        if process.poll() is not None:
            raise AssertionError(process.stderr.read() if process.stderr else "the server ended")
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", port)) == 0

    until(listens, f"somebody on {port}")
