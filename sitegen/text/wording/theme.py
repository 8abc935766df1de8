"""Sentences of the theme's layouts."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {}
