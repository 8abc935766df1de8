"""What a first build renders before it knows its entries: copies begin with the texts as soon as these are read.

Nearly every text has an entry, and nearly every entry the tone of the site; so what they make is what `bodies` asks
for, but for a few. Meanwhile this process reads the heads and imports what comes next, which would take as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

import msgspec

from sitegen.build.crew import Crew, Job
from sitegen.build.result import Progress
from sitegen.build.texts.bodies import WORTH, Draft, Fresh, Manner, is_plain, options_of, taken_apart
from sitegen.build.texts.reading import SourceText, kind_of
from sitegen.settings.settings import Settings


class Tried(msgspec.Struct, frozen=True, array_like=True):
    """What came of a text; nothing where front matter and body cannot be told apart."""

    fresh: Fresh | None


class Ahead:
    """Texts at which copies are at work."""

    def __init__(self, drafts: Sequence[Draft], job: Job[Draft, Tried]) -> None:
        self._drafts = drafts
        self._job = job

    def bodies(self, meanwhile: Callable[[bool], None]) -> dict[str, Fresh]:
        """By the keys of drafts; after `meanwhile`, which is told that others are at work, this process works, too."""
        meanwhile(self._job.is_shared)
        found = zip(self._drafts, self._job.results(), strict=True)
        return {draft.key: tried.fresh for draft, tried in found if tried.fresh is not None}


@contextmanager
def rendered_ahead(
    texts: Mapping[str, SourceText], settings: Settings, *, crew: Crew, progress: Progress
) -> Iterator[Ahead | None]:
    """Have texts rendered in the tone of the site; none where nobody can help."""
    manner = Manner(options_of(settings, settings.tone))
    drafts = [Draft(text, manner) for path, text in texts.items() if path.endswith(".md") and kind_of(path)]
    drafts.sort(key=is_plain)
    with crew.begin(_tried, drafts, type=Tried, worth=WORTH, watch=partial(progress, "markdown")) as job:
        yield Ahead(drafts, job) if job.is_shared else None


def _tried(draft: Draft) -> Tried:
    try:
        return Tried(taken_apart(draft))
    except ValueError:  # as `bodies.rendered` says
        return Tried(None)
