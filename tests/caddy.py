"""A real Caddy over a built site, on this machine alone. Skipped aloud without one: not every system has it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from nginx import wait_for
from waiting import PATIENCE

_CONFIG: Final = """
{{
	admin off
	auto_https off
	storage file_system {state}
}}
http://127.0.0.1:{port} {{
	bind 127.0.0.1
	root * {folder}
	import {include}
	file_server {{
		precompressed br gzip
	}}
}}
"""


def caddy() -> str:
    """The program."""
    return shutil.which("caddy") or pytest.skip("Caddy is missing")


@contextmanager
def caddy_over(folder: Path, state: Path, *, port: int, include: Path) -> Iterator[str]:
    """Serve `folder` on `port` while the block runs; its address without a slash. `state` is for its own files.

    `include` is a file with directives for the site.
    """
    program = caddy()
    state.mkdir(parents=True, exist_ok=True)
    config = state / "Caddyfile"
    config.write_text(_CONFIG.format(state=state, port=port, folder=folder, include=include), "utf-8")
    run = [program, "run", "--config", str(config), "--adapter", "caddyfile"]
    around = {**os.environ, "XDG_CONFIG_HOME": str(state), "XDG_DATA_HOME": str(state)}
    with subprocess.Popen(run, stderr=subprocess.PIPE, env=around) as server:
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)
