"""The work sheet of one body: what gathers while it is rendered.

It lives for one call of `render_body` and never leaves it; everything on it ends up in the `Body`. Never shared between
bodies, and never decides what a finding means.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.body import Heading, Slot
from sitegen.render.markdown.options import MarkdownOptions
from sitegen.render.markdown.usual_inlines import SIGNS
from sitegen.text.locales import typography_of
from sitegen.text.typography import typeset, typeset_text
from sitegen.text.wording import say


class Sheet:
    """Slots, headings, findings and anchors of one body, in the order they were met."""

    def __init__(self, source: str, options: MarkdownOptions) -> None:
        """`source` is the text as its author sees it, so that places are honest; lines end with a line feed."""
        self.options = options
        self.source = source
        self.signs = [sign for sign in SIGNS if sign in source]
        """What could begin something in it, mostly three or four signs."""
        self.slots: list[Slot] = []
        self.headings: list[Heading] = []
        self.findings: list[Diagnostic] = []
        self.anchors: set[str] = set()
        self.abbreviations: dict[str, str] = {}
        self.pictures = 0
        self.has_ad = False
        self.marks = typography_of(options.language)
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the source; split only when a place is asked for."""
        if self._lines is None:
            self._lines = self.source.split("\n")
        return self._lines

    def gap(self, slot: Slot) -> str:
        """Keep `slot` and return its mark for the HTML: NUL, number, NUL."""
        self.slots.append(slot)
        return f"\0{len(self.slots) - 1}\0"

    def report(self, code: str, span: Span, **facts: str | int) -> None:
        """Add a finding."""
        self.findings.append(Diagnostic(code=code, span=span, facts=facts))

    def claim_anchor(self, anchor: str, span: Span) -> bool:
        """Take an anchor that the author wrote; False, with a finding, where it is taken already."""
        is_free = anchor not in self.anchors
        if not is_free:
            self.report("SG224", span, id=anchor)
        self.anchors.add(anchor)
        return is_free

    def say(self, key: str, **facts: str | int) -> str:
        """A sentence for visitors, in the tone of this body."""
        return say(key, self.options.tone, facts)

    def typeset(self, segments: Sequence[str | None]) -> list[str | None]:
        """German typography over the segments of one text; None stands for something that is not text."""
        return typeset(segments, self.marks)

    def typeset_text(self, text: str) -> str:
        """German typography over a text that stands alone: a title, an alternative text."""
        return typeset_text(text, self.marks)
