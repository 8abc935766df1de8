"""A build from a folder to a folder: the one way in, for the command line and for whoever shows a site while it grows.

Here is what frames the stages: where may be written, who may build, what a killed build left behind, and whether there
is anything to do at all. What a build does begins in `opening`, which is imported only when something has changed.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.build.audience import NOBODY, Audience
from sitegen.build.lock import take_lock
from sitegen.build.memory.running import code_running, is_code_read
from sitegen.build.memory.unchanged import Before
from sitegen.build.result import BuildOptions, BuildResult, Progress
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.output.place import place_for
from sitegen.output.recovery import finish_interrupted

if TYPE_CHECKING:  # the cache is not opened where there is nothing to do
    from sitegen.build.warmth import Warmth

OUTPUT_FOLDER: Final = "public"


def quiet(_stage: str, _done: int, _total: int) -> None:
    """The progress of a build that nobody watches."""


def build(
    root: Path,
    options: BuildOptions,
    progress: Progress = quiet,
    *,
    warmth: Warmth | None = None,
    audience: Audience = NOBODY,
) -> BuildResult:
    """Build the site in `root`. Never raises for what an author can get wrong; OSError of the disk may pass through.

    A process that builds a site again and again gives the same `warmth` each time, and an `audience` that waits for
    some pages more than for others. Neither changes a byte.
    """
    out = options.out or root / OUTPUT_FOLDER
    place = place_for(root, out)
    if isinstance(place, Diagnostic):
        return stopped(out, (place,))
    lock = take_lock(root)
    if isinstance(lock, Diagnostic):
        return stopped(out, (lock,))
    with lock, undisturbed(), ExitStack() as ending:
        recovered = finish_interrupted(root)
        if Findings.of(recovered).stops(strict=False):
            return stopped(out, recovered)
        knows = warmth is not None and warmth.has_built  # whoever builds again and again is told that there is work
        before = None if knows else Before(place, options, knows_code=warmth is not None or is_code_read())
        if before:
            ending.callback(before.end)
            if before.is_looked_at_elsewhere:
                import_meanwhile(is_first=before.is_first)
        if before and not recovered and (unchanged := before.result()):
            return unchanged
        code = warmth.code if warmth else before.code() if before else code_running()
        from sitegen.build.opening import build_site

        result = build_site(
            root,
            place,
            code=code,
            options=options,
            progress=progress,
            warmth=warmth,
            audience=audience,
            before=before,
        )
        if before and result.written:
            before.keep(result)
    return msgspec.structs.replace(result, findings=result.findings + recovered)


def import_meanwhile(*, is_first: bool) -> None:
    """What builds: as long as a large site is looked at, there is time for it, and mostly something has changed.

    A first build has time for the rest when its texts are rendered (`opening`).
    """
    import sitegen.build.opening

    if not is_first:
        import sitegen.build.stages  # noqa: F401 -- named when the site is built


@contextmanager
def undisturbed() -> Iterator[None]:
    """Nobody looks for garbage while a site is built: it makes millions of values and few cycles.

    Looking through them again and again took a third of a warm build of ten thousand posts. In the end they count as
    old: young ones would all be looked through at once.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()


def stopped(out: Path, findings: tuple[Diagnostic, ...]) -> BuildResult:
    """The end of a build that could not begin, or not go on."""
    return BuildResult(out=out, findings=Findings.of(findings), written=False)
