"""Finished pages: the policy of the site put in, and laid ready where they were made, so that no bytes travel.

Which policy that is shows only when all pages are there. But it is nearly always that of the last build, or the one
that follows from a few pages; where it is not, pages are made once more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from sitegen.output.files import OutputFile
from sitegen.output.staging import Laid
from sitegen.plan.policy import SEARCH_SLOT, SITE_SLOT, Policies

Lay = Callable[[OutputFile], Laid]

_MARK: Final = b"\0"
"""Stands in each gap, and hardly anywhere else."""


class Pressed(msgspec.Struct, frozen=True, array_like=True):
    """A page as it shall stand."""

    laid: Laid
    has_policy: bool
    html: bytes | None
    """None where it lies ready."""


class Press:
    """Finishes pages with these policies."""

    def __init__(self, lay: Lay, policies: Policies) -> None:
        """`lay` is given each page as the file that it shall become."""
        self.policies: Final = policies
        self._lay = lay
        self._texts: Final = {
            SITE_SLOT.encode(): policies.site.meta.encode(),
            SEARCH_SLOT.encode(): policies.search.meta.encode(),
        }

    def pressed(self, output: str, html: bytes) -> Pressed:
        """One page, with gaps where policies belong."""
        content = html
        for slot, text in self._texts.items() if _MARK in html else ():
            content = content.replace(slot, text)
        laid = self._lay(OutputFile.holding(output, content))
        return Pressed(laid=laid, has_policy=content != html, html=None if laid.name else content)
