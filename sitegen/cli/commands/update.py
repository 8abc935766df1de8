"""`sitegen update`: compares what two versions of the program make of a site, asks, and raises the version.

The only change it ever makes is to `requirements.txt`, and that after everything else has worked.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, NoReturn

import click
import msgspec

from sitegen.cli import console
from sitegen.cli import update_wording as wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import berlin_now, site_option, text_or_json_option
from sitegen.cli.site_folder import shown, site_of
from sitegen.cli.stopping import stop_for
from sitegen.diagnostics import Diagnostic, Span
from sitegen.publish.recipes.pins import PINS_FILE, is_from_index, pinned_extras, pinned_version, pins_text, requirement
from sitegen.publish.recipes.recipe import signed
from sitegen.publish.reporting.markdown import block, code, plain
from sitegen.publish.reporting.report import Found
from sitegen.publish.updating.compare import Comparison, compare
from sitegen.publish.updating.trial import FOLDER, Built, TrialError, Version, build_with, install, newest

_SHOWN: Final = 20
_NAME: Final = "sitegen"


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """What came of the comparison; as JSON for programs."""

    old: str
    new: str
    comparison: Comparison = Comparison()
    errors: tuple[Found, ...] = ()
    """What the new version would have changed first."""


@click.command("update", cls=GermanCommand, help=wording.HELP)
@click.option("--to", "target", default="", metavar=wording.TO_METAVAR, help=wording.TO_OPTION)
@click.option("--dry-run", is_flag=True, help=wording.DRY_RUN_OPTION)
@click.option("--yes", is_flag=True, help=wording.YES_OPTION)
@text_or_json_option(wording.FORMAT_OPTION)
@site_option
@click.pass_context
def command(
    context: click.Context, *, target: str, dry_run: bool, yes: bool, form: Literal["text", "json"], site: Path | None
) -> int:
    """Exit code 1 where the new version could not be had or does not build the site; then nothing is changed."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        stop_for(folder)
    pins = _pins(folder)
    old = pinned_version(pins)
    if not target and not is_from_index(pins):
        _say_nothing_new(old, form=form, sentence=wording.FROM_A_WHEEL)
        return 0
    wanted = _wanted(target, old)
    if wanted == old:
        _say_nothing_new(old, form=form, sentence=wording.NEWEST_ALREADY)
        return 0
    if form == "text":
        console.say(wording.COMPARING.format(old=old, new=_number_in(wanted)))
    new, trial = _tried(folder, pins, wanted=wanted, now=berlin_now(None))
    if form == "json":
        console.hand_over_json(trial)
        return 0
    if trial.errors:
        _refuse("SG674", version=trial.new, errors=trial.errors)
    console.hand_over("\n".join([*comparison_lines(trial.comparison), *_look(folder)]))
    if dry_run or not (yes or _agreed()):
        console.say(wording.LEFT)
        return 0
    _take(folder, new, pins, target=wanted)
    console.say(wording.TAKEN.format(version=trial.new))
    return 0


def comparison_lines(comparison: Comparison) -> list[str]:
    """How two builds differ, in words, the most changed pages first."""
    pages = comparison.pages
    one, several = wording.LOOKS_DIFFERENT
    head = wording.NOTHING_DIFFERENT if not pages else one if len(pages) == 1 else several.format(count=len(pages))
    fates = {"changed": wording.CHANGED, "gone": wording.GONE, "new": wording.NEW}
    lines = [fates[page.fate].format(path=page.path, share=page.share) for page in pages[:_SHOWN]]
    more = [wording.MORE.format(count=len(pages) - _SHOWN)] if len(pages) > _SHOWN else []
    files = comparison.everywhere
    everywhere = [wording.EVERYWHERE.format(files=", ".join(files))] if files else []
    return [head, *lines, *more, *everywhere]


def proposal(trial: Trial) -> str:
    """What the monthly run proposes, as Markdown."""
    head = wording.PROPOSAL.format(new=trial.new, old=trial.old)
    if trial.errors:
        lines = [f"- {code(found.file)}: {plain(found.message)}" for found in trial.errors[:_SHOWN]]
        return "\n\n".join([head, wording.PROPOSAL_NOT_YET, "\n".join(lines)])
    return "\n\n".join([head, block(comparison_lines(trial.comparison)), wording.PROPOSAL_TAKE])


def _pins(site: Path) -> str:
    """`requirements.txt`; stops where it names no version."""
    file = site / PINS_FILE
    text = file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
    if not pinned_version(text):
        stop_for(Diagnostic(code="SG672", span=Span(file="")))
    return text


def _wanted(target: str, old: str) -> str:
    """A version or a wheel: the one named, or the newest; the old one where there is no other."""
    if target.endswith(".whl") and "://" not in target and not Path(target).is_file():
        _refuse_install(_number_in(target), TrialError(target))
    if target:
        return target
    try:
        return newest(_NAME) or old
    except TrialError as error:
        _refuse_install("", error)


def _number_in(target: str) -> str:
    """The version in the name of a wheel, or the version itself."""
    return pinned_version(target) or target if target.endswith(".whl") else target


def _tried(site: Path, pins: str, *, wanted: str, now: datetime) -> tuple[Version, Trial]:
    """Both versions installed, both builds compared. Stops where that is not possible."""
    place = site / FOLDER
    before = _installed(place / "old-version", ["--requirement", PINS_FILE], site, version=pinned_version(pins))
    old = build_with(before, site, out=place / "old", now=now)
    if old.errors or old.crashed:
        _refuse("SG675", version=before.number, errors=old.errors)
    after = _installed(place / "new-version", [_requirement(wanted, pins)], site, version=_number_in(wanted))
    new = build_with(after, site, out=place / "new", now=now)
    if new.crashed:
        _refuse("SG674", version=after.number, errors=())
    return after, Trial(old=before.number, new=after.number, errors=new.errors, comparison=_compared(old, new))


def _compared(old: Built, new: Built) -> Comparison:
    return Comparison() if new.errors else compare(old.out, new.out)


def _requirement(wanted: str, pins: str) -> str:
    """What pip is given; a wheel on this machine by its whole path."""
    install_from = wanted if wanted.endswith(".whl") else _NAME
    line = requirement(wanted, install_from=install_from, extras=pinned_extras(pins))
    if line.startswith("./"):
        extras = line.rpartition(".whl")[2]
        return f"{Path(wanted).absolute()}{extras}"
    return line


def _installed(folder: Path, requirements: list[str], site: Path, *, version: str) -> Version:
    try:
        return install(folder, requirements, among=site)
    except TrialError as error:
        _refuse_install(version, error)


def _take(site: Path, version: Version, pins: str, *, target: str) -> None:
    """Write the versions of the new environment; a wheel below the site by its way from there."""
    install_from = target if target.endswith(".whl") else _NAME
    if install_from.endswith(".whl") and "://" not in install_from:
        path = Path(install_from).absolute()
        install_from = path.relative_to(site).as_posix() if path.is_relative_to(site) else str(path)
    first = requirement(version.number, install_from=install_from, extras=pinned_extras(pins))
    text = signed(pins_text(first.replace(".//", "/", 1), version.pins()), version=version.number)
    beside = site / f"{PINS_FILE}.new"
    beside.write_text(text, "utf-8", newline="\n")
    beside.replace(site / PINS_FILE)


def _agreed() -> bool:
    if not console.is_terminal(sys.stdin):
        return False
    answer: str = click.prompt(wording.ASK, default="", show_default=False, prompt_suffix=" ")
    return answer.strip().lower() in wording.AGREEMENT


def _look(site: Path) -> list[str]:
    place = site / FOLDER
    return [wording.LOOK.format(old=shown(place / "old"), new=shown(place / "new"))]


def _say_nothing_new(version: str, *, form: Literal["text", "json"], sentence: str) -> None:
    if form == "json":
        console.hand_over_json(Trial(old=version, new=version))
    else:
        console.say(sentence.format(version=version))


def _refuse(code: str, *, version: str, errors: tuple[Found, ...]) -> NoReturn:
    lines = [f"{found.file}:{found.line}  {found.message}" if found.file else found.message for found in errors]
    facts = {"version": version, "findings": "\n".join(lines[:_SHOWN])}
    stop_for(Diagnostic(code=code, span=Span(file=""), facts=facts))


def _refuse_install(version: str, error: TrialError) -> NoReturn:
    facts = {"version": version, "reason": str(error)}
    stop_for(Diagnostic(code="SG673", span=Span(file=""), facts=facts))
