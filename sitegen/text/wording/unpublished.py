"""Sentences on what only its owner sees, in the preview. All keys begin with `unpublished_`."""

from __future__ import annotations

from typing import Final

from sitegen.text.wording.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "unpublished_draft": Sentence("Entwurf"),
    "unpublished_scheduled": Sentence("Erscheint am {date}"),
}
