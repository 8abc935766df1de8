"""What is told about a text that came in: notes, and where links and pictures of it lead from now on.

Data and protocols only; the sentences of the notes stand in `wording`.
"""

from __future__ import annotations

from typing import Final, Protocol

import msgspec

_LONGEST: Final = 80


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be carried over as it was; its sentence stands in `html.wording.NOTES`."""

    kind: str
    """Key of a sentence."""
    excerpt: str = ""
    """What it was about, short and on one line."""


class Rewriter(Protocol):
    """Where things are from now on."""

    def link(self, href: str) -> str:
        """Where a link leads from now on; "" makes it plain text with a note."""
        ...

    def picture(self, src: str) -> str:
        """The path as written in our Markdown; "" leaves the picture out with a note."""
        ...

    def embed(self, address: str) -> str | None:
        """The Markdown line that stands for a frame or an address to embed; None makes it a plain link with a note."""
        ...


class AsWritten:
    """The rewriter that leaves every address as it is and knows no embeds."""

    def link(self, href: str) -> str:
        """`href` itself."""
        return href

    def picture(self, src: str) -> str:
        """`src` itself."""
        return src

    def embed(self, address: str) -> str | None:  # noqa: ARG002 -- of the protocol
        """Nothing."""
        return None


def excerpt(text: str) -> str:
    """`text` on one line and short."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
