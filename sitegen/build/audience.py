"""Pages for somebody who waits for them: rendered before all others, while the rest of the build still goes on.

What is shown early is what the build will write, save for the policy of the site, which follows from all its pages.
Nothing is shown where a finding of the site or of these pages stops the build. Without an audience nothing
is rendered twice.
"""

from __future__ import annotations

from typing import Final, Protocol


class Audience(Protocol):
    """Who looks at pages while they are made."""

    def looks_at(self, output: str) -> bool:
        """Whether the page with this path below the output folder is waited for."""
        ...

    def see(self, output: str, html: str) -> None:
        """Called with such a page as soon as it is rendered, in the thread of the build."""
        ...


class Nobody:
    """The audience of a build that is not watched."""

    def looks_at(self, output: str) -> bool:  # noqa: ARG002 -- the protocol's signature
        """No page at all."""
        return False

    def see(self, output: str, html: str) -> None:
        """Never called."""


NOBODY: Final = Nobody()
