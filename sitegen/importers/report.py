"""What an import has done, and the German report of it: each text, each loss with its text, all in all.

The file `import-bericht.md` names everything, and says the same whatever was there before, so that a second import
leaves it alone. What is shown when the import is done counts where the file lists. Pure: values in, lines out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

import msgspec

from sitegen.importers import wording
from sitegen.importers.folder import Written
from sitegen.importers.html.notes import Note
from sitegen.text.plurals import counted

REPORT_FILE: Final = "import-bericht.md"
_SHOWN: Final = 12
"""Entries of a list on a terminal; the file has them all."""
_NAMED: Final = 3
"""Names within a sentence there."""
_ALIKE: Final = 3
"""From so many texts on, those that are told the same share one entry."""
_ALL: Final = 1 << 30


class _Group(NamedTuple):
    """Lines that belong together, and how many things they are about."""

    lines: Sequence[str]
    things: int = 1


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


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that names many."""

    sentence: str
    """With `{names}` in it, behind „von“."""
    names: tuple[str, ...]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of an import."""

    origin: str
    """„WordPress“."""
    title: str
    """Of the old site."""
    told: tuple[Told, ...]
    site: tuple[str | Names, ...] = ()
    """Sentences about the whole site; lines of one may follow indented."""
    missing: tuple[Missing, ...] = ()
    closing: tuple[str, ...] = ()
    """Sentences right above the sums: comments, pictures, addresses."""

    @property
    def lost(self) -> bool:
        """Whether any text was lost."""
        return bool(self.of("lost"))

    def of(self, *states: State) -> list[Told]:
        """The texts that came to this."""
        return [one for one in self.told if one.state in states]

    @property
    def listed(self) -> frozenset[str]:
        """The files that are named as missing; the texts that show them only count them."""
        return frozenset(one.file for one in self.missing)


def report_file(report: Report) -> str:
    """The whole report, as the file holds it."""
    lines = [wording.REPORT_HEAD.format(origin=report.origin), *sums(report), ""]
    about = (*report.closing, *(_said(one, _ALL) for one in report.site))
    lines += [f"- {line}" if not line.startswith(" ") else line for line in about]
    lines += _section(f"## {wording.LOST_HEADING}", _entries(report, "lost"))
    lines += _section(f"## {wording.LEFT_OUT_HEADING}", _entries(report, "left_out"))
    lines += _section(f"## {wording.PICTURES_HEADING}", [f"- {_missing(one)}" for one in report.missing])
    lines += _section(f"## {wording.ALL_HEADING}", _entries(report, "published", "scheduled", "draft"))
    return "\n".join(lines).rstrip() + "\n"


def report_lines(report: Report, written: Written, *, whole: bool) -> list[str]:
    """What is shown when the import is done; sums at the end. With `whole`, every text and every gap is named."""
    most, few = (_ALL, _ALL) if whole else (_SHOWN, _NAMED)
    noted = [one for one in report.told if one.taken and one.notes]
    plain = [_named(one) for one in report.told if one.taken and not one.notes] if whole else []
    lines = [wording.HEADING.format(origin=report.origin, title=report.title), ""]
    lines += _shown(wording.NOTED_HEADING, _groups(report, sorted(noted, key=_only_misses), few), most)
    lines += _shown(wording.PLAIN_HEADING, [_Group([", ".join(plain)])] if plain else [], most)
    lines += _shown(wording.LEFT_OUT_HEADING, _groups(report, report.of("left_out"), few), most)
    lines += _shown(wording.PICTURES_HEADING, [_Group([f"– {_missing_shortly(one)}"]) for one in report.missing], most)
    lines += _shown(wording.LOST_HEADING, _groups(report, report.of("lost"), _ALL), _ALL)
    lines += [wording.SITE_HEADING, *(f"  {_said(one, few)}" for one in report.site), ""] if report.site else []
    lines += _shown(wording.KEPT_HEADING, [_Group([f"– {path}"]) for path in written.kept], most)
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


def _only_misses(one: Told) -> bool:
    """Whether nothing is to be said of a text but that files are missing, which are named elsewhere."""
    return all(note.kind in wording.NOTES_COUNTED for note in one.notes)


def _groups(report: Report, told: Iterable[Told], few: int) -> list[_Group]:
    """Texts with what is to be said of them, those together that are told the same; at most `few` of a kind by name."""
    alike: dict[tuple[str, ...], list[Told]] = {}
    for one in told:
        alike.setdefault(tuple(wording.note_sentences(one.notes, listed=report.listed, few=few)), []).append(one)
    groups: list[_Group] = []
    for sentences, texts in alike.items():
        lines = [f"  – {sentence}" for sentence in sentences]
        if len(texts) < _ALIKE:
            groups += [_Group([_placed(one), *lines]) for one in texts]
        else:
            head = f"{wording.some_of([_named(one) for one in texts], few)}:"
            groups.append(_Group([head, *lines], len(texts)))
    return groups


def _entries(report: Report, *states: State) -> list[str]:
    """Each text by itself, as lists of Markdown."""
    lines: list[str] = []
    for one in report.of(*states):
        sentences = wording.note_sentences(one.notes, listed=report.listed, few=_ALL)
        lines += [f"- {_placed(one)}", *(f"  - {sentence}" for sentence in sentences)]
    return lines


def _placed(one: Told) -> str:
    return f"{quoted(one.title)}{f': {one.path}' if one.path else ''}{_state(one)}"


def _named(one: Told) -> str:
    return f"{quoted(one.title)}{_state(one)}"


def _state(one: Told) -> str:
    if one.state == "lost":
        return ""
    return wording.STATES[one.state].format(date=f"{one.date:%d.%m.%Y}" if one.date else "")


def _missing(one: Missing) -> str:
    titles = ", ".join(map(quoted, one.titles))
    return wording.MISSING_IN.format(file=one.file, titles=titles) if titles else one.file


def _missing_shortly(one: Missing) -> str:
    count = len(one.titles)
    return wording.MISSING_IN_SEVERAL.format(file=one.file, count=count) if count > 1 else _missing(one)


def _said(sentence: str | Names, most: int) -> str:
    if isinstance(sentence, str):
        return sentence
    names = [quoted(name) for name in sentence.names]
    return sentence.sentence.format(names=wording.some_of(names, most, more=wording.MORE_NAMES))


def _section(heading: str, lines: Sequence[str]) -> list[str]:
    return ["", heading.rstrip(":"), "", *lines] if lines else []


def _shown(heading: str, groups: Sequence[_Group], most: int) -> list[str]:
    if not groups:
        return []
    lines = [heading, *(f"  {line}" for group in groups[:most] for line in group.lines)]
    rest = sum(group.things for group in groups[most:])
    return [*lines, *([f"  {wording.MORE.format(count=rest)}"] if rest > 0 else []), ""]
