"""A whole preview in this process, from its first build to the signal that ends it."""

from __future__ import annotations

import gc
import signal
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from serving_case import FILES, SETTINGS
from site_case import NOON, SiteCase
from sitegen.build.result import BuildOptions
from sitegen.serve.listening import Listening, listen
from sitegen.serve.rebuilding import Built
from sitegen.serve.running import Wishes, run
from waiting import PATIENCE


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """A process that shows a preview is tuned for it."""
    turn = sys.getswitchinterval()
    yield
    sys.setswitchinterval(turn)
    gc.unfreeze()


class Visitor:
    """Looks at the site when it is built, changes a text, looks again, and ends the preview."""

    def __init__(self, case: SiteCase, address: str) -> None:
        self.case = case
        self.address = address
        self.seen: list[str] = []
        self.is_ready = False
        self.has_edited = False

    def ready(self) -> None:
        self.is_ready = True

    def built(self, built: Built) -> None:
        assert built.result is not None
        assert built.result.written
        threading.Thread(target=self._look).start()

    def _look(self) -> None:
        with urllib.request.urlopen(f"{self.address}blog/erster/", timeout=PATIENCE) as answer:
            text = answer.read().decode()
        self.seen.append(text)
        if "Zwei Sätze." in text:
            signal.raise_signal(signal.SIGINT)
        elif not self.has_edited:
            self.has_edited = True
            fresh = self.case.root / "content/blog/erster.md.tmp"
            fresh.write_text(FILES["content/blog/erster.md"].replace("Ein Satz.", "Zwei Sätze."), "utf-8")
            fresh.replace(self.case.root / "content/blog/erster.md")  # in one piece, so that no build sees half of it


def test_from_the_first_build_to_the_end(tmp_path: Path) -> None:
    case = SiteCase.of(tmp_path, FILES, settings=SETTINGS)
    listening = listen("127.0.0.1", 0)
    assert isinstance(listening, Listening)
    visitor = Visitor(case, listening.address)
    wishes = Wishes(root=case.root, options=lambda: BuildOptions(now=NOON), lines_in=lambda: case.lines_of)
    run(wishes, listening, visitor)
    assert visitor.is_ready
    assert "Ein Satz." in visitor.seen[0]
    assert "Zwei Sätze." in visitor.seen[-1]
    assert not case.out.exists()
