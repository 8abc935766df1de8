"""From the findings of a build, as JSON, to what the owner reads at her forge: Markdown, with a link to each line.

The first sentence says that her website is as it was. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from sitegen.publish.reporting import wording
from sitegen.publish.reporting.forge import Forge
from sitegen.publish.reporting.markdown import block, code, marked_line, plain

Outcome = Literal["good", "findings", "crash", "transfer", "unknown"]
"""How a run ended: well; stopped by findings; by a fault of ours; after the build; or nobody knows."""

_SHOWN: Final = 15
_MINOR_SHOWN: Final = 10
_LARGEST: Final = 20_000
"""Characters of a report: forges take 65,536, and a variable of the environment 131,072 bytes."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One finding, as `sitegen build --format json` writes it."""

    code: str
    severity: Literal["error", "warning", "note"]
    file: str = ""
    line: int = 0
    column: int = 0
    end_column: int = 0
    message: str
    cure: str = ""
    excerpt: str = ""


class BuildReport(msgspec.Struct, frozen=True, kw_only=True):
    """All findings of a build."""

    findings: tuple[Found, ...]

    @property
    def errors(self) -> tuple[Found, ...]:
        """What stopped the build."""
        return tuple(found for found in self.findings if found.severity == "error")


def read_report(content: bytes) -> BuildReport | None:
    """The findings of a build; None where it did not get so far as to write them."""
    try:
        return msgspec.json.decode(content, type=BuildReport)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def outcome_of(report: BuildReport | None) -> Outcome:
    """How the build ended, by its findings."""
    if report is None:
        return "crash"
    return "findings" if report.errors else "good"


def as_markdown(
    report: BuildReport | None, *, outcome: Outcome, forge: Forge | None, folder: str = "", online: bool = True
) -> str:
    """The report. `folder` is the way from the repository to the site; `online` says whether there ever was a site."""
    whole = "\n\n".join(_parts(report, outcome=outcome, forge=forge, folder=folder, online=online, shown=_SHOWN))
    if len(whole) > _LARGEST:
        whole = "\n\n".join(_parts(report, outcome=outcome, forge=forge, folder=folder, online=online, shown=3))
    return f"{whole}\n"


def _parts(
    report: BuildReport | None, *, outcome: Outcome, forge: Forge | None, folder: str, online: bool, shown: int
) -> Iterator[str]:
    errors = report.errors if report else ()
    if outcome == "good":
        yield wording.GOOD
    elif errors:
        yield f"**{_beginning(online=online)} {_in_number(wording.TO_CHANGE, len(errors))}**"
        for found in errors[:shown]:
            yield from _finding(found, forge=forge, folder=folder)
        if len(errors) > shown:
            yield _in_number(wording.MORE, len(errors) - shown)
    else:
        yield f"**{_beginning(online=online)}**"
        yield {"crash": wording.CRASHED, "transfer": wording.TRANSFER}.get(outcome, wording.NO_FAULT)
        if forge and forge.run:
            yield wording.TRY_AGAIN.format(url=forge.run)
    if report and len(report.findings) > len(errors):
        yield _minor([found for found in report.findings if found not in errors], folder=folder, forge=forge)


def _beginning(*, online: bool) -> str:
    return wording.UNCHANGED if online else wording.NOT_YET


def _in_number(forms: tuple[str, str], count: int) -> str:
    return forms[0] if count == 1 else forms[1].format(count=count)


def _finding(found: Found, *, forge: Forge | None, folder: str) -> Iterator[str]:
    """Place, sentence, line, cure and the way to the editor."""
    yield f"### {_place(found, folder=folder)}"
    yield plain(found.message)
    if found.excerpt:
        yield marked_line(found.excerpt, found.column, found.end_column)
    sentence, *to_paste = found.cure.split("\n")
    if sentence:
        yield f"{wording.TO_DO} {plain(sentence)}"
    if to_paste:
        yield block(to_paste)
    link = forge.edit_link(f"{folder}{found.file}", found.line) if forge and found.file else ""
    if link:
        yield f"[{wording.EDIT if found.line else wording.EDIT_FILE}]({link})"


def _place(found: Found, *, folder: str) -> str:
    if not found.file:
        return wording.WHOLE_SITE
    file = code(f"{folder}{found.file}")
    return wording.PLACE.format(file=file, line=found.line) if found.line else file


def _minor(found: Sequence[Found], *, folder: str, forge: Forge | None) -> str:
    """Warnings and notes, folded away."""
    lines = [
        f"- {_linked_place(one, folder=folder, forge=forge)}: {plain(one.message)}" for one in found[:_MINOR_SHOWN]
    ]
    rest = [_in_number(wording.MORE, len(found) - _MINOR_SHOWN)] if len(found) > _MINOR_SHOWN else []
    summary = f"<summary>{_in_number(wording.MINOR, len(found))}</summary>"
    return "\n".join(["<details>", summary, "", *lines, *(["", *rest] if rest else []), "", "</details>"])


def _linked_place(found: Found, *, folder: str, forge: Forge | None) -> str:
    link = forge.edit_link(f"{folder}{found.file}", found.line) if forge and found.file else ""
    place = _place(found, folder=folder)
    return f"[{place}]({link})" if link else place
