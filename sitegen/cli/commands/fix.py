"""`sitegen fix`: blank lines between the paragraphs of pasted texts, or pictures. Touches nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from sitegen.cli import console, wording
from sitegen.cli.german import GermanCommand, PathType
from sitegen.cli.misuse import did_you_mean
from sitegen.cli.options import site_option
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import nearest_site, shown, site_of
from sitegen.cli.trail import trail_of
from sitegen.diagnostics import Diagnostic, Span
from sitegen.scaffold.mend import Mended, mend_file
from sitegen.text.plurals import counted

PICTURES: Final = Path("pictures")
"""Said instead of files: all pictures of the site."""


@click.command("fix", cls=GermanCommand, help=wording.FIX_HELP)
@click.argument("files", nargs=-1, required=True, type=PathType(), metavar="DATEI …")
@site_option
@click.pass_context
def command(context: click.Context, *, files: tuple[Path, ...], site: Path | None) -> int:
    """Each file on its own; exit code 1 when one of them could not be mended."""
    trail = trail_of(context)
    trail.site = site or trail.named_site or nearest_site(Path.cwd())
    if files == (PICTURES,) and not PICTURES.exists():
        from sitegen.cli.commands.fix_pictures import fix_all_pictures

        folder = site_of(context, site)
        return show_refusal(folder) if isinstance(folder, Diagnostic) else fix_all_pictures(folder)
    return max([_fix(file, _candidates(file, trail.site)) for file in files])


def _candidates(file: Path, site: Path | None) -> tuple[Path, ...]:
    """Where a file may be meant: from here, or from the top of the site, as findings name it."""
    return (file, site / file) if site else (file,)


def _fix(file: Path, candidates: Iterable[Path]) -> int:
    found = next((path for path in candidates if path.is_file()), None)
    if found is None:
        return show_refusal(_unknown(file))
    if found.suffix.lower() != ".md":
        return show_refusal(Diagnostic(code="SG005", span=Span(file=""), facts={"path": str(file)}))
    result = mend_file(found, file=file.as_posix())
    if not isinstance(result, Mended):
        return show_refusal(*result)
    path = shown(found.absolute())
    if result.inserted:
        console.say(wording.FIXED.format(path=path, count=counted(result.inserted, *wording.BLANK_LINE)))
    else:
        console.say(wording.NOTHING_TO_FIX.format(path=path))
    return 0


def _unknown(file: Path) -> Diagnostic:
    """SG004, with the name of a file beside it that may be meant."""
    beside = [path.name for path in file.parent.glob("*.md")]
    return Diagnostic(
        code="SG004", span=Span(file=""), facts={"path": str(file), "hint": did_you_mean(file.name, beside)}
    )
