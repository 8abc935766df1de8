"""What the result of rendering a Markdown text depends on, besides the text.

Nothing else may: a body is remembered under its text and these values. Never holds a path or a setting that does not
change the result.
"""

from __future__ import annotations

import msgspec

from sitegen.text.locales import Language
from sitegen.text.tone import Tone


class MarkdownOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The language decides quotation marks and names of months, the tone how readers are addressed."""

    language: Language = Language.DE
    tone: Tone = Tone.SIE
    highlight: bool = True
    """Whether the parts of code are marked; without it, no language is looked up, so none is told to be unknown."""
