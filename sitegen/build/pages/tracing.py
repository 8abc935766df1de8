"""From a build that was made to what the next one has to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.build.memory.trace import NOTHING, Change, Frame, Numbers, PageTrace, Trace, digest_of_value
from sitegen.build.pages.examining import Verdict
from sitegen.build.pages.looking import Seen
from sitegen.build.pages.paging import Page
from sitegen.build.pages.pressing import Pressed
from sitegen.build.texts.filling import Filled
from sitegen.plan.policy import Policies


class StandingPages(msgspec.Struct, frozen=True, kw_only=True):
    """The pages that stand, and the trace whose numbers they bear."""

    pages: Mapping[str, PageTrace]
    trace: Trace


def traced(
    made: Iterable[tuple[Page, Seen]],
    pressed: Mapping[str, Pressed],
    *,
    frame: Frame,
    verdict: Verdict,
    policies: Policies,
    filled: Filled,
    standing: StandingPages,
    words: dict[str, str],
) -> Trace:
    """The trace of this build: of the pages made now, and of those that stand; `words` are the digests of posts."""
    keeps_numbers = standing.trace.frame.change_of_site(frame) is not Change.ANYTHING
    numbers = Numbers(standing.trace if keeps_numbers else NOTHING)
    traces = (
        dict(standing.pages)
        if keeps_numbers
        else {output: numbers.renewed(page, standing.trace) for output, page in standing.pages.items()}
    )
    for page, one in made:
        before = standing.trace.pages.get(page.route.output) if keeps_numbers else None
        traces[page.route.output] = PageTrace(
            subject=one.subject,
            body=filled.digest_for(page.route),
            asked=numbers.of_page(page.asked, page.answers, before=before),
            facts=one.facts,
            gist=one.gist,
            size=one.finished.size,
            digest=pressed[page.route.output].laid.entry.digest,
            anchors=one.anchors,
            shared=one.shared,
            requests=numbers.of_requests(one.finished.facts.requests),
        )
    return Trace(
        frame=frame,
        policies=digest_of_value(policies),
        addresses=verdict.addresses,
        context=verdict.context,
        manner=verdict.manner,
        matter=verdict.matter,
        questions=numbers.questions,
        answers=numbers.answers,
        requests=tuple(numbers.requests),
        pages=traces,
        texts=verdict.quiet_texts,
        words=words,
        loud=verdict.loud_pages,
        is_quiet=verdict.is_quiet,
    )
