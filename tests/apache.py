"""A real Apache over a built site, on this machine alone: `.htaccess` may do what an ordinary host lets it do.

Skipped aloud without one; fails where CI is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from browser.surroundings import without
from nginx import wait_for
from waiting import PATIENCE

_MODULES: Final = (
    "/usr/lib/apache2/modules",
    "/usr/lib64/httpd/modules",
    "/usr/libexec/apache2",
    "/usr/lib/httpd/modules",
)
_NEEDED: Final = ("mpm_event", "authz_core", "dir")
ORDINARY: Final = ("mime", "headers", "alias", "rewrite", "deflate", "filter", "autoindex", "negotiation", "setenvif")
"""What a host has loaded as a rule."""

_CONFIG: Final = """
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {state}/apache.pid
ErrorLog {state}/error.log
{modules}
DocumentRoot {folder}
<Directory />
  Require all denied
</Directory>
<Directory {folder}>
  Require all granted
  Options Indexes FollowSymLinks
  AllowOverride FileInfo
</Directory>
<IfModule mod_dir.c>
  DirectoryIndex index.html index.php
</IfModule>
<IfModule mod_mime.c>
  TypesConfig {state}/mime.types
  # As Debian and others have it: both endings mean something else there.
  AddType application/x-gzip .gz .tgz
  AddLanguage br .br
</IfModule>
<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css
  </IfModule>
</IfModule>
"""
_TYPES: Final = """\
text/html html
text/css css
text/javascript js
image/svg+xml svg
application/xml xml
text/plain txt
application/pdf pdf
application/json json
"""


def apache() -> tuple[str, Path]:
    """The program, which Debian keeps where plain users do not look, and the folder of its modules."""
    names = ("apache2", "httpd")
    places = (None, "/usr/sbin:/usr/local/sbin")
    program = next(filter(None, (shutil.which(name, path=place) for name in names for place in places)), "")
    folder = next(filter(Path.is_dir, map(Path, _MODULES)), None)
    return (program, folder) if program and folder else without("Apache")


@contextmanager
def apache_over(folder: Path, state: Path, *, port: int, modules: Sequence[str] = ORDINARY) -> Iterator[str]:
    """Serve `folder` on `port` while the block runs; its address without a slash. `state` is for its own files.

    `modules` are those beyond what it cannot do without; one that is built in or not there is left out.
    """
    program, available = apache()
    state.mkdir(parents=True, exist_ok=True)
    (state / "mime.types").write_text(_TYPES, "utf-8")
    found = [name for name in (*_NEEDED, *modules) if (available / f"mod_{name}.so").is_file()]
    loaded = "\n".join(f"LoadModule {name}_module {available}/mod_{name}.so" for name in found)
    if os.geteuid() == 0:
        loaded += "\nUser nobody\nGroup nogroup"
    config = state / "httpd.conf"
    with open_to_all(folder) as served:
        config.write_text(_CONFIG.format(state=state, port=port, folder=served, modules=loaded), "utf-8")
        yield from _running(program, config, state=state, port=port)


def _running(program: str, config: Path, *, state: Path, port: int) -> Iterator[str]:
    with subprocess.Popen(
        [program, "-d", str(state), "-f", str(config), "-DFOREGROUND"], stderr=subprocess.PIPE
    ) as server:
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


@contextmanager
def open_to_all(folder: Path) -> Iterator[Path]:
    """The folder itself; to a server that root has started, which serves as nobody in particular, a copy.

    The folders of tests are for their owner alone, and each run of tests sees to it that they stay so.
    """
    if os.geteuid() != 0:
        yield folder
        return
    with TemporaryDirectory() as copies:
        Path(copies).chmod(0o755)
        yield Path(shutil.copytree(folder, Path(copies) / "site"))
