"""Why a page was made again by the last build, or was not, and what another build would do with it. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from sitegen.build.memory.code_version import code_version
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.trace_keeping import TraceKeeper
from sitegen.build.pipeline import OUTPUT_FOLDER, build
from sitegen.build.result import BuildOptions, Remade
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.output.place import place_for
from sitegen.plan.questions.asked import in_words
from sitegen.text.suggest import closest


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to say about one page."""

    output: str
    """Its file below the output folder."""
    last: Remade | None
    """Why the last build made it; None where it stood."""
    next: Remade | None
    """Why a build would make it now; None where it stands."""
    asked: tuple[str, ...]
    """What its layout asked of the site, in order."""


def why(root: Path, page: str, options: BuildOptions) -> Why | Findings:
    """About `page`: a file of the output folder (`public/blog/x/index.html`) or the address of a page (`/blog/x/`).

    Findings where the site cannot be built, or was not built yet, or has no such page.
    """
    out = options.out or root / OUTPUT_FOLDER
    place = place_for(root, out)
    if isinstance(place, Diagnostic):
        return Findings.of((place,))
    result = build(root, msgspec.structs.replace(options, writes=False))
    if result.court is None:
        return result.findings
    with Memo.open(root, version=code_version(), today=0) as memo:
        trace = TraceKeeper(memo, place).kept()
    output = output_meant(page, place.key, result.base)
    after = {one.output: one for one in result.remade}
    if output not in trace.pages and output not in after:
        return Findings.of((_unknown(page, output, (*trace.pages, *after)),))
    before = trace.pages.get(output)
    return Why(
        output=output,
        last=next((one for one in trace.remade if one.output == output), None),
        next=after.get(output),
        asked=tuple(in_words(trace.questions[number]) for number in before.asked) if before else (),
    )


def output_meant(page: str, folder: str, base: str) -> str:
    """The file that is meant: `public/blog/x/`, `/blog/x/` and `blog/x/index.html` are one."""
    path = page.replace("\\", "/").removeprefix("./").removeprefix(f"{folder}/")
    path = path.removeprefix(f"{base}/").removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _unknown(page: str, output: str, known: Iterable[str]) -> Diagnostic:
    suggestion = closest(output, tuple(known)) or ""
    cure = f"Meinten Sie {suggestion}?" if suggestion else "Nennen Sie die Datei so, wie sie im Ordner public liegt."
    return Diagnostic(code="SG619", span=Span(file=page), facts={"page": page, "cure": cure})
