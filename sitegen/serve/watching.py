"""Watches the sources of a site, and nothing else of its folder. The only module that knows watchfiles.

The operating system tells of changes, so a large site costs nothing while nobody writes; where it cannot (network
drives, or more folders than it watches), watchfiles looks by itself once a second. Never reads a file.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from sitegen.model.published import PUBLISHED_FILE
from sitegen.settings.load import SITE_FILE

FOLDERS: Final = ("content", "layouts", "static")
FILES: Final = (SITE_FILE, PUBLISHED_FILE)
_STEP: Final = 2
"""Milliseconds without another change before changes are told: editors write in bursts and rename in between."""
_STEP_AT_THE_TOP: Final = 20
"""The same for `site.yaml`, which changes seldom; each step wakes the processor."""
_LONGEST: Final = 200
"""Milliseconds after which a burst that does not end is told anyway."""
_LOOKED_EVERY: Final = 1000
"""Milliseconds, where the system tells nothing."""
_SCRATCH: Final = ("~", ".swp", ".swx", ".swo", ".tmp", ".crswap")

Tell = Callable[[], None]
"""Called in a thread of the watcher whenever something has changed."""


def is_source(name: str) -> bool:
    """Whether a file of this name, without folders, is what an author wrote and no editor's scratch file."""
    return not name.startswith((".", "#")) and not name.endswith(_SCRATCH) and name != "4913"


class Watcher:
    """Watches one site from `start` to `stop`."""

    def __init__(self, root: Path, tell: Tell) -> None:
        self._root = root.resolve()
        self._tell = tell
        self._over = threading.Event()
        self._folders_changed = threading.Event()
        self._threads = [
            threading.Thread(target=self._watch_root, name="watch-root", daemon=True),
            threading.Thread(target=self._watch_folders, name="watch-folders", daemon=True),
        ]

    def start(self) -> None:
        """Begin. What is written from now on is told."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End, and wait until nothing more is told."""
        self._over.set()
        self._folders_changed.set()
        for thread in self._threads:
            thread.join()

    def _watch_root(self) -> None:
        """The files right in the site folder, and whether one of the folders comes or goes."""
        while not self._over.is_set():
            for paths in self._changes((self._root,), until=self._over, step=_STEP_AT_THE_TOP, recursive=False):
                names = {path.name for path in paths}
                if names & {*FOLDERS}:
                    self._folders_changed.set()
                if names & {*FILES, *FOLDERS}:
                    self._tell()

    def _watch_folders(self) -> None:
        """All below the folders of sources, as many of them as there are.

        What is written into a new folder before it is watched is told when the first second has passed in which
        nothing else changes.
        """
        is_sure = True
        while not self._over.is_set():
            self._folders_changed.clear()
            if self._over.is_set():  # set before the other, so that none of the two is missed
                return
            there = tuple(folder for name in FOLDERS if (folder := self._root / name).is_dir())
            if not there:
                self._folders_changed.wait()
                is_sure = False
                continue
            for paths in self._changes(there, until=self._folders_changed, step=_STEP, recursive=True):
                if paths or not is_sure:
                    self._tell()
                is_sure = not any(path.is_dir() for path in paths)
            is_sure = False

    def _changes(
        self, paths: tuple[Path, ...], *, until: threading.Event, step: int, recursive: bool
    ) -> Iterable[frozenset[Path]]:
        """What changes, in bursts; none where nothing has for a second.

        Ends when `until` is set, or when a folder goes.
        """
        from watchfiles import watch

        for polling in (False, True):
            try:
                for changes in watch(
                    *paths,
                    watch_filter=lambda _change, path: is_source(Path(path).name),
                    debounce=_LONGEST,
                    step=step,
                    stop_event=until,
                    raise_interrupt=False,
                    rust_timeout=_LOOKED_EVERY,
                    yield_on_timeout=True,
                    recursive=recursive,
                    force_polling=polling or None,
                    poll_delay_ms=_LOOKED_EVERY,
                    ignore_permission_denied=True,
                ):
                    yield frozenset(Path(path) for _, path in changes)
            except FileNotFoundError:
                until.wait(_LOOKED_EVERY / 1000)
                return
            except OSError:
                if polling:
                    raise
            else:
                return
