"""Headers for web servers whose own files tell what they send: in `.sitegen/headers/`, for whoever runs such a server.

They are no part of the site, since anybody could read them there. Written after a build, and only if they changed.
"""

from __future__ import annotations

from pathlib import Path

from sitegen.features.feature import Finished
from sitegen.features.headers.caddy import CADDY_FILE, caddy_file
from sitegen.features.headers.nginx import NGINX_FILE, nginx_file
from sitegen.output.place import SERVER_FOLDER


def write_server_files(root: Path, finished: Finished) -> None:
    """Bring both files below the site folder `root` up to date; OSError of the disk may pass through."""
    folder = root / SERVER_FOLDER
    for name, content in ((NGINX_FILE, nginx_file(finished)), (CADDY_FILE, caddy_file(finished))):
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
