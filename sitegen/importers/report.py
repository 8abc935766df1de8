"""What an import has done, and the German report of it: each text, each loss with its text, all in all.

Pure: values in, lines out. The file `import-bericht.md` says the same whatever was there before, so that a second
import leaves it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, Literal

import msgspec

from sitegen.importers import wording
from sitegen.importers.folder import Written
from sitegen.importers.html.notes import Note
from sitegen.text.plurals import counted

REPORT_FILE: Final = "import-bericht.md"
_SHOWN: Final = 12
"""Entries of a list on a terminal; the file has them all."""

State = Literal["published", "scheduled", "draft", "left_out", "lost"]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one text."""

    kind: Literal["post", "page"]
    title: str
    state: State
    path: str = ""
    """Its file; empty for none."""
    date: datetime | None = None
    notes: tuple[Note, ...] = ()

    @property
    def taken(self) -> bool:
        """Whether there is a file of it now."""
        return self.state not in {"left_out", "lost"}


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """A picture or file that was not found, and the titles of the texts that show it."""

    file: str
    titles: tuple[str, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of an import."""

    origin: str
    """„WordPress“."""
    title: str
    """Of the old site."""
    told: tuple[Told, ...]
    site: tuple[str, ...] = ()
    """Sentences about the whole site; lines of one may follow indented."""
    missing: tuple[Missing, ...] = ()
    closing: tuple[str, ...] = ()
    """Sentences right above the sums: comments, pictures, addresses."""

    @property
    def lost(self) -> bool:
        """Whether any text was lost."""
        return any(one.state == "lost" for one in self.told)


def report_file(report: Report) -> str:
    """The whole report, as the file holds it."""
    lines = [wording.REPORT_HEAD.format(origin=report.origin), *sums(report), ""]
    lines += [f"- {line}" if not line.startswith(" ") else line for line in (*report.closing, *report.site)]
    lines += _section(f"## {wording.LOST_HEADING}", _entries(one for one in report.told if one.state == "lost"))
    lines += _section(f"## {wording.LEFT_OUT_HEADING}", _entries(one for one in report.told if one.state == "left_out"))
    lines += _section(f"## {wording.PICTURES_HEADING}", [f"- {_missing(one)}" for one in report.missing])
    lines += _section(f"## {wording.ALL_HEADING}", _entries(one for one in report.told if one.taken))
    return "\n".join(lines).rstrip() + "\n"


def report_lines(report: Report, written: Written, *, whole: bool) -> list[str]:
    """What is shown when the import is done; sums at the end. With `whole`, every text and every gap is named."""
    most = len(report.told) + len(report.missing) if whole else _SHOWN
    noted = [one for one in report.told if one.taken and (whole or one.notes)]
    lines = [wording.HEADING.format(origin=report.origin, title=report.title), ""]
    lines += _shown(wording.ALL_HEADING if whole else wording.NOTED_HEADING, list(_groups(noted)), most)
    lines += _shown(
        wording.LEFT_OUT_HEADING, list(_groups(one for one in report.told if one.state == "left_out")), most
    )
    lines += _shown(wording.PICTURES_HEADING, [[f"– {_missing(one)}"] for one in report.missing], most)
    lines += _shown(wording.LOST_HEADING, list(_groups(one for one in report.told if one.state == "lost")), 1 << 30)
    lines += [wording.SITE_HEADING, *(f"  {line}" for line in report.site), ""] if report.site else []
    lines += _shown(wording.KEPT_HEADING, [[f"– {path}"] for path in written.kept], most)
    there = wording.REPORT_THERE.format(path=REPORT_FILE)
    return [*lines, *report.closing, *_writing(written), there, *sums(report)]


def without_addresses(report: Report) -> Report:
    """`report`, where the files of addresses could not be read and are as they were: said last, before the sums."""
    start = wording.ADDRESSES.partition("{")[0]
    told = (line for line in report.closing if not line.startswith(start))
    return msgspec.structs.replace(report, closing=(*told, wording.ADDRESSES_UNREAD))


def sums(report: Report) -> Iterator[str]:
    """One line for each kind of text: „72 Beiträge übernommen, 3 mit Hinweis, 0 verloren.“."""
    for kind, (sentence, one, many) in wording.TAKEN.items():
        of_kind = [each for each in report.told if each.kind == kind]
        if of_kind or kind == "post":
            taken = [each for each in of_kind if each.taken]
            yield sentence.format(
                count=counted(len(taken), one, many),
                noted=sum(bool(each.notes) for each in taken),
                lost=sum(each.state == "lost" for each in of_kind),
            )


def quoted(title: str) -> str:
    """A title in quotation marks, and what stands in some within it in half ones."""
    inside = title.replace("„", "‚").replace("“", "‘").replace('"', "'")
    return f"„{inside}“"


def _writing(written: Written) -> Iterator[str]:
    if not written.written:
        yield wording.UNCHANGED
    else:
        files = counted(len(written.written), "Datei", "Dateien")
        yield wording.WRITTEN.format(written=files, unchanged=len(written.unchanged))
    if written.deleted:
        yield wording.DELETED.format(count=counted(len(written.deleted), "Datei", "Dateien"))


def _groups(told: Iterable[Told]) -> Iterator[list[str]]:
    for one in told:
        where = [f"    {one.path}{_state(one)}"] if one.path else []
        yield [quoted(one.title), *where, *(f"    – {wording.note_sentence(note)}" for note in one.notes)]


def _entries(told: Iterable[Told]) -> list[str]:
    """As lists of Markdown."""
    lines: list[str] = []
    for one in told:
        lines.append(f"- {quoted(one.title)}{f': {one.path}' if one.path else ''}{_state(one)}")
        lines += [f"  - {wording.note_sentence(note)}" for note in one.notes]
    return lines


def _state(one: Told) -> str:
    if one.state == "lost":
        return ""
    return wording.STATES[one.state].format(date=f"{one.date:%d.%m.%Y}" if one.date else "")


def _missing(one: Missing) -> str:
    return one.file + "".join(wording.MISSING_IN.format(title=quoted(title)) for title in one.titles)


def _section(heading: str, lines: Sequence[str]) -> list[str]:
    return ["", heading.rstrip(":"), "", *lines] if lines else []


def _shown(heading: str, groups: Sequence[Sequence[str]], most: int) -> list[str]:
    if not groups:
        return []
    lines = [heading, *(f"  {line}" for group in groups[:most] for line in group)]
    rest = len(groups) - most
    return [*lines, *([f"  {wording.MORE.format(count=rest)}"] if rest > 0 else []), ""]
