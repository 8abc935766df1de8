"""What a process that builds again and again keeps between its builds; no byte that is written depends on it."""

from __future__ import annotations

from typing import Any, Final

from sitegen.build.foresight import Foresight
from sitegen.build.memory.running import Code, code_running
from sitegen.render.compiled import Compiled


class Warmth:
    """The code that runs, compiled layouts, the last plan, and every value of a site's cache as it was decoded.

    A running process never changes its code, values are frozen, and layouts know what they were compiled from: so all
    builds can share them.
    """

    def __init__(self, *, compiled: Compiled | None = None, code: Code | None = None) -> None:
        """`compiled` is for those who build many sites: layouts may be shared among all of them.

        `code` is for those who know it already; else it is read.
        """
        self.code: Final = code or code_running()
        self.values: Final[dict[str, Any]] = {}
        self.compiled: Final = compiled or Compiled()
        self.foresight: Final = Foresight()

    @property
    def has_built(self) -> bool:
        """Whether a site was built with it before."""
        return bool(self.values)
