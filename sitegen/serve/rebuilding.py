"""Builds the preview whenever something has changed, one build at a time, in a thread of its own.

What changes while a build is under way is built right after it. A build of ours that waits for another program's build
of the same site tries again until it is done. Whatever goes wrong in a build, the next one is made.
"""

from __future__ import annotations

import gc
import importlib
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.audience import Audience
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions, BuildResult
from sitegen.build.warmth import Warmth

_LOCKED: Final = "SG617"
_NEEDED_BY_AN_EDIT: Final = ("sitegen.render.markdown.engine", "selectolax.lexbor")


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """One build of the preview."""

    result: BuildResult | None
    """None where a fault of ours ended it."""
    error: Exception | None = None
    seconds: float = 0.0


class Stopped(Exception):  # noqa: N818 -- no error
    """The preview ends in the middle of a build, which therefore writes nothing."""


class Rebuilder:
    """Builds from `start` to `stop`."""

    def __init__(
        self,
        root: Path,
        options: Callable[[], BuildOptions],
        *,
        audience: Audience,
        tell: Callable[[Built], None],
    ) -> None:
        """`options` is asked before each build, since time passes; `tell` is called after each, in our thread."""
        self._root = root
        self._options = options
        self._audience = audience
        self._tell = tell
        self._changed = threading.Event()
        self._over = threading.Event()
        self._warmth = Warmth()
        self._thread = threading.Thread(target=self._run, name="rebuild", daemon=True)

    def start(self) -> None:
        """Make the first build, then wait for changes."""
        self._thread.start()

    def changed(self) -> None:
        """Something has changed; from any thread."""
        self._changed.set()

    def stop(self) -> None:
        """End as soon as nothing is half done."""
        self._over.set()
        self._changed.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.is_set():
            self._changed.clear()
            try:
                self._tell(self._built())
            except Stopped:
                return
            _settle()
            self._changed.wait()

    def _built(self) -> Built:
        began = time.perf_counter()
        try:
            result = self._build()
            while any(finding.code == _LOCKED for finding in result.findings):
                result = self._build()
        except Stopped:
            raise
        except Exception as error:  # noqa: BLE001 -- the preview outlives every fault
            return Built(result=None, error=error)
        return Built(result=result, seconds=time.perf_counter() - began)

    def _build(self) -> BuildResult:
        self._go_on("", 0, 0)
        return build(self._root, self._options(), self._go_on, warmth=self._warmth, audience=self._audience)

    def _go_on(self, _stage: str, _done: int, _total: int) -> None:
        """The progress of a build; ends it when the preview ends."""
        if self._over.is_set():
            raise Stopped


def _settle() -> None:
    """What would make the next build slower, now that nobody waits.

    Libraries that only an edited text needs; and garbage, so that what is left is never looked at again: it stays for
    the builds to come.
    """
    for module in _NEEDED_BY_AN_EDIT:
        importlib.import_module(module)
    gc.collect()
    gc.freeze()
