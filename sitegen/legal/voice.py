"""How a legal page speaks: sentences of the catalogue in the tone and the German of one page, typeset.

Pure. Never decides what is said.
"""

from __future__ import annotations

import msgspec

from sitegen.legal.document import Paragraph, Part, Piece, Section
from sitegen.model.common import typeset
from sitegen.text.locales import Language
from sitegen.text.tone import Tone
from sitegen.text.wording import say


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """The tone and the German of one page."""

    tone: Tone
    language: Language

    def say(self, key: str, **facts: str | int) -> str:
        """A sentence, typeset. A missing key or fact is our fault: KeyError."""
        return self.set(say(key, self.tone, facts))

    def set(self, text: str) -> str:
        """The owner's own words, typeset."""
        return typeset(text, self.language)

    def paragraph(self, *keys: str, **facts: str | int) -> Paragraph:
        """Sentences as one paragraph; empty keys are left out."""
        return plain(" ".join(self.say(key, **facts) for key in keys if key))

    def section(self, block: str, heading: str, *parts: Part | None, apart: bool = False) -> Section:
        """A section under the sentence `heading`; parts that are None are left out."""
        present = tuple(part for part in parts if part is not None)
        return Section(block=block, heading=self.say(heading), parts=present, apart=apart)


def plain(text: str) -> Paragraph:
    """A paragraph without links."""
    return Paragraph((Piece(text),))


def mail(address: str) -> Piece:
    """A link that begins a mail."""
    return Piece(address, f"mailto:{address}")


def web(url: str) -> Piece:
    """A link to a page elsewhere, shown as people write addresses."""
    return Piece(url.removeprefix("https://").removesuffix("/"), url)
