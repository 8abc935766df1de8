"""Lists that somebody typed or pasted: paragraphs and lines that begin with a bullet, as Word and mails leave them.

Our renderer reads such lines as entries anyway; here they get the sign that Markdown has for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.importers.html.runs import tidied
from sitegen.importers.html.tree import Block, Entry, List, Paragraph, PastedEntry, Run, Runs

_BULLET: Final = re.compile(r"(?:[•‣▪◦]|[·](?=[ \u00a0\t]))[ \u00a0\t]*")


def with_pasted_lists(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with one list for each row of paragraphs that begin with bullets, or that Word saved for entries."""
    done: list[Block] = []
    rows: list[PastedEntry] = []
    for block in blocks:
        found = list(_entries(block))
        if not found:
            done += _lists(rows)
            rows = []
            done.append(block)
        rows += found
    return done + _lists(rows)


def without_bullet(block: Block) -> Block:
    """An entry's first paragraph without the bullet that was typed or pasted into it."""
    found = list(_entries(block))
    is_pasted = isinstance(block, Paragraph) and len(found) == 1
    return Paragraph(runs=found[0].runs, is_bare=True) if is_pasted else block


def _lists(rows: Sequence[PastedEntry]) -> list[Block]:
    """The lists that entries make, deeper ones below the one before."""
    done: list[Block] = []
    index = 0
    while index < len(rows):
        first = rows[index]
        entries: list[Entry] = []
        while index < len(rows) and (not entries or _goes_on(first, rows[index], len(entries))):
            end = index + 1
            while end < len(rows) and rows[end].level > first.level:
                end += 1
            line = Paragraph(runs=rows[index].runs, is_bare=True)
            entries.append(Entry(blocks=[line, *_lists(rows[index + 1 : end])]))
            index = end
        done.append(List(entries=entries, start=first.number))
    return done


def _goes_on(first: PastedEntry, entry: PastedEntry, count: int) -> bool:
    """Whether `entry` is in the list that `first` began, `count` entries ago."""
    if first.number is None or entry.number is None:
        return first.number is entry.number
    return entry.number == first.number + count


def _entries(block: Block) -> Iterator[PastedEntry]:
    """The entries that a paragraph comes to; none if it does not begin with a bullet, or holds nothing else."""
    if isinstance(block, PastedEntry):
        yield block
    if not isinstance(block, Paragraph) or not _begins(block.runs):
        return
    line: list[Run] = []
    for run in block.runs:
        if run.kind == "break":
            rest = block.runs[block.runs.index(run) + 1 :]
            if _begins(rest):
                yield from _entry(line)
                line = []
                continue
        line.append(run)
    yield from _entry(line)


def _begins(runs: Sequence[Run]) -> bool:
    return bool(runs) and runs[0].kind == "text" and bool(_BULLET.match(runs[0].text))


def _entry(line: Sequence[Run]) -> Iterator[PastedEntry]:
    first = line[0]
    words: list[Runs] = tidied([first._replace(text=_BULLET.sub("", first.text, count=1)), *line[1:]])
    if words:
        yield PastedEntry(runs=words[0], level=1)
