"""Every sentence a visitor reads that the owner did not write herself, by key; Sie and Du where they differ.

The only place for such sentences: layouts and Markdown blocks ask `say` for them. Never holds what the owner reads
(that is `diagnostics.catalogue` and the command line's own texts).
"""

from __future__ import annotations

from typing import Final

from sitegen.text.tone import Tone
from sitegen.text.wording import (
    business,
    comments,
    consent,
    descriptions,
    embeds,
    forms,
    inbox,
    legal_notice,
    legal_privacy,
    markdown,
    pictures,
    providers,
    search,
    sending,
    services,
    theme,
    unpublished,
)
from sitegen.text.wording.sentence import Sentence

__all__ = ["SENTENCES", "Sentence", "say"]

SENTENCES: Final[dict[str, Sentence]] = {
    **markdown.SENTENCES,
    **theme.SENTENCES,
    **search.SENTENCES,
    **descriptions.SENTENCES,
    **services.SENTENCES,
    **business.SENTENCES,
    **pictures.SENTENCES,
    **comments.SENTENCES,
    **consent.SENTENCES,
    **inbox.SENTENCES,
    **forms.SENTENCES,
    **providers.SENTENCES,
    **sending.SENTENCES,
    **embeds.SENTENCES,
    **legal_notice.SENTENCES,
    **legal_privacy.SENTENCES,
    **unpublished.SENTENCES,
}


def say(key: str, tone: Tone, facts: dict[str, str | int]) -> str:
    """The sentence for `key`, addressed in `tone` and filled with `facts`.

    A fact named `n` chooses singular or plural. A missing key or fact is our fault: KeyError.
    """
    sentence = SENTENCES[key]
    wording = sentence.du if tone is Tone.DU and sentence.du else sentence.text
    if facts.get("n") == 1 and sentence.one:
        wording = sentence.one
    return wording.format_map(facts)
