"""The first stage of a build that has something to do: its cache is opened, and gathered what the site holds.

What comes then stands in `stages`. While other processes begin to render the texts of a first build, this one imports
that and all that it needs: 60 milliseconds, of which a build of a hundred posts has few; and what other builds do only
when they need it is done (`beforehand`, `layouts`). So neither this module nor `gathering` may need what plans,
renders pages or checks (tests/unit/build/test_opening.py).
"""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.build.audience import Audience
from sitegen.build.crew import Crew
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.running import Code
from sitegen.build.memory.unchanged import Before
from sitegen.build.result import BuildOptions, BuildResult, Progress
from sitegen.build.texts.gathering import gather
from sitegen.diagnostics import Findings
from sitegen.output.faults import SourceChangedError, finding_about
from sitegen.output.place import Place
from sitegen.settings.settings import Settings

if TYPE_CHECKING:
    from sitegen.build.warmth import Warmth

SECONDS_OF_A_DAY: Final = 86_400


def build_site(
    root: Path,
    place: Place,
    *,
    code: Code,
    options: BuildOptions,
    progress: Progress,
    warmth: Warmth | None,
    audience: Audience,
    before: Before | None = None,
) -> BuildResult:
    """A whole build with the cache of the site; the caller holds the site's lock, and may have looked at its files.

    `code` is what runs.
    """
    values = warmth.values if warmth else None  # one build alone needs nothing twice
    today = int(options.now.timestamp()) // SECONDS_OF_A_DAY
    with Memo.open(root, version=code.whole, today=today, values=values) as memo:
        try:
            result = gather_and_build(
                root,
                place,
                memo,
                today=today,
                code=code,
                options=options,
                progress=progress,
                warmth=warmth,
                audience=audience,
                before=before,
            )
        except SourceChangedError as error:
            changed = Findings.of((finding_about(error, place=place),))
            result = BuildResult(out=place.out, findings=changed, written=False)
        if options.held is not None:
            options.held.extend((memo, before))
        memo.save()
        if result.written:
            memo.prune()
        noted = memo.findings
    if not noted:
        return result
    return msgspec.structs.replace(result, findings=result.findings + noted, until=None)


def gather_and_build(
    root: Path,
    place: Place,
    memo: Memo,
    *,
    today: int,
    code: Code,
    options: BuildOptions,
    progress: Progress,
    warmth: Warmth | None,
    audience: Audience,
    before: Before | None,
) -> BuildResult:
    """`today` is the day since 1970-01-01, `code` what runs."""
    crew = Crew(options.workers)
    gathered = gather(
        root,
        memo,
        crew=crew,
        now=options.now,
        progress=progress,
        showing=options.showing,
        glance=before.glance if before else None,
        meanwhile=partial(prepare, root, before, memo=memo, code=code),
    )
    if isinstance(gathered, Findings):
        return BuildResult(out=place.out, findings=gathered, written=False)
    from sitegen.build.stages import build_gathered

    return build_gathered(
        root,
        place,
        gathered,
        memo,
        today=today,
        code=code,
        crew=crew,
        options=options,
        progress=progress,
        warmth=warmth,
        audience=audience,
        before=before,
    )


def prepare(
    root: Path,
    before: Before | None,
    settings: Settings,
    shared: bool,  # noqa: FBT001 -- see `bodies_of`
    *,
    memo: Memo,
    code: Code,
) -> None:
    """Import all that the rest of a build needs; where others work meanwhile, see also to what only new pages need."""
    if not shared:
        import sitegen.build.stages  # noqa: F401 -- named when others have rendered the texts

        return
    from sitegen.build.beforehand import import_for_pages, import_for_pictures
    from sitegen.build.layouts import compiled_meanwhile

    is_first = memo.is_new
    with compiled_meanwhile(root, settings.language, memo, theme=code.theme) if is_first else nullcontext():
        import_for_pages()
        import_for_pictures(root, before.glance.names if before and before.glance else ())
