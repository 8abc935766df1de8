"""One running preview: what it shows, who looks at it, and who has to be told that it has changed.

Lives in the thread of the server. Builds happen in another, which reaches in here by `looks_at` and `see` alone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Protocol

from sitegen.build.result import FileChanges
from sitegen.serve.media_types import is_part
from sitegen.serve.rebuilding import Built
from sitegen.serve.stage import Shown, Stage

_REMEMBERED: Final = 200
"""Pages of which is known what was served last."""
_WAITED_FOR: Final = 8
"""Pages asked for last, which a build renders first."""
EVERYTHING: Final = "*"


class Onlooker(Protocol):
    """An open page in a browser."""

    path: str
    """Its URL path."""
    token: str
    """What its cookie holds."""
    digest: bytes | None
    """Of the page it shows; None where nobody knows."""

    def reload(self, what: str) -> None:
        """Load `what` anew: `EVERYTHING`, or the path of a stylesheet."""
        ...


class Preview:
    """The stage and its onlookers."""

    def __init__(self, stage: Stage, call: Callable[[Callable[[], None]], None]) -> None:
        """`call` has something done in the thread of the server, from any thread."""
        self.stage = stage
        self.onlookers: set[Onlooker] = set()
        self._call = call
        self._served: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._waited_for: OrderedDict[str, None] = OrderedDict()

    # In the thread of the server

    def serve(self, path: str, token: str) -> Shown:
        """The page at a URL path, which goes to a browser now."""
        shown = self.stage.page(path, token=token)
        self._served[path, token] = shown.digest
        self._served.move_to_end((path, token))
        if len(self._served) > _REMEMBERED:
            self._served.popitem(last=False)
        output = self.stage.found(path).output
        if output:
            waited_for = OrderedDict(self._waited_for)
            waited_for[output] = None
            waited_for.move_to_end(output)
            while len(waited_for) > _WAITED_FOR:
                waited_for.popitem(last=False)
            self._waited_for = waited_for
        return shown

    def join(self, onlooker: Onlooker) -> None:
        """A page is open; if it has changed since it was served, it is told at once."""
        self.onlookers.add(onlooker)
        onlooker.digest = self._served.get((onlooker.path, onlooker.token))
        self._tell(onlooker)

    def leave(self, onlooker: Onlooker) -> None:
        """A page is open no more."""
        self.onlookers.discard(onlooker)

    def take_over(self, built: Built) -> None:
        """A build is done: whoever shows another page than now is told; stylesheets alone are swapped."""
        had_fault = bool(self.stage.fault)
        self.stage.built(built)
        result = None if had_fault or self.stage.fault else built.result
        changes = result.changes if result else FileChanges()
        styles = tuple(name for name in (*changes.created, *changes.changed) if name.endswith(".css"))
        parts_changed = any(is_part(name) for name in changes.changed)
        for onlooker in tuple(self.onlookers):
            if parts_changed:  # of which no page can tell
                onlooker.digest = None
            if not self._tell(onlooker):
                for style in styles:
                    onlooker.reload(f"{self.stage.home}{style}")

    def _tell(self, onlooker: Onlooker) -> bool:
        """Have a page loaded anew if it is another by now; whether it is."""
        digest = self._digest_for(onlooker)
        if digest == onlooker.digest:
            return False
        onlooker.digest = digest
        onlooker.reload(EVERYTHING)
        return True

    def _digest_for(self, onlooker: Onlooker) -> bytes:
        return self.stage.page(onlooker.path, token=onlooker.token).digest

    # In the thread of the build

    def looks_at(self, output: str) -> bool:
        """Whether a page was asked for lately."""
        return output in self._waited_for

    def see(self, output: str, html: str) -> None:
        """Show a page of a build that still goes on."""
        self._call(lambda: self._take_early(output, html))

    def _take_early(self, output: str, html: str) -> None:
        self.stage.early(output, html)
        for onlooker in tuple(self.onlookers):
            if self.stage.found(onlooker.path).output == output:
                self._tell(onlooker)
