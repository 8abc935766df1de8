"""Sentences of forms that a visitor reads: no ß, no quotation marks."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {}
