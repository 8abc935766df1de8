"""Every sentence a visitor reads that the owner did not write herself, by key; Sie and Du where they differ.

The only place for such sentences: layouts and Markdown blocks ask `say` for them. Never holds what the owner reads
(that is `diagnostics.catalogue` and the command line's own texts).

Modules are imported one after another until one has the key that is asked for: most builds end with the first few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Final

from sitegen.text.tone import Tone
from sitegen.text.wording.sentence import Sentence

__all__ = ["SENTENCES", "Sentence", "say"]

MODULES: Final = (
    *("theme", "markdown", "pictures", "descriptions", "business", "services", "search", "comments", "consent"),
    *("forms", "providers", "sending", "inbox", "embeds", "legal_notice", "legal_privacy", "unpublished"),
)
"""What most sites say comes first. No key stands in two of them."""


class Sentences(Mapping[str, Sentence]):
    """All sentences by key."""

    def __init__(self, modules: Iterable[str]) -> None:
        """`modules` as `MODULES`."""
        self._modules = tuple(modules)
        self._found: dict[str, Sentence] = {}

    def __getitem__(self, key: str) -> Sentence:
        if key not in self._found:
            next((module for module in self._modules if key in self._of(module)), None)
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        for module in self._modules:
            self._of(module)
        return iter(self._found)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _of(self, module: str) -> Mapping[str, Sentence]:
        sentences: Mapping[str, Sentence] = import_module(f"{__name__}.{module}").SENTENCES
        self._found.update(sentences)
        return sentences


SENTENCES: Final = Sentences(MODULES)


def say(key: str, tone: Tone, facts: dict[str, str | int]) -> str:
    """The sentence for `key`, addressed in `tone` and filled with `facts`.

    A fact named `n` chooses singular or plural. A missing key or fact is our fault: KeyError.
    """
    sentence = SENTENCES[key]
    wording = sentence.du if tone is Tone.DU and sentence.du else sentence.text
    if facts.get("n") == 1 and sentence.one:
        wording = sentence.one
    return wording.format_map(facts)
