"""Lists that somebody typed or pasted: paragraphs and lines that begin with a bullet, as Word and mails leave them.

Our renderer reads such lines as entries anyway; here they get the sign that Markdown has for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.importers.html.runs import tidied
from sitegen.importers.html.tree import Block, Entry, List, Paragraph, Run, Runs

_BULLET: Final = re.compile(r"(?:[•‣▪◦]|[·](?=[ \u00a0\t]))[ \u00a0\t]*")


def with_pasted_lists(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with one list for each row of paragraphs that begin with bullets."""
    done: list[Block] = []
    entries: list[Entry] = []
    for block in blocks:
        found = list(_entries(block))
        if not found and entries:
            done.append(List(entries=entries))
            entries = []
        entries += found
        done += [] if found else [block]
    return [*done, List(entries=entries)] if entries else done


def _entries(block: Block) -> Iterator[Entry]:
    """The entries that a paragraph comes to; none if it does not begin with a bullet, or holds nothing else."""
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


def _entry(line: Sequence[Run]) -> Iterator[Entry]:
    first = line[0]
    words: list[Runs] = tidied([first._replace(text=_BULLET.sub("", first.text, count=1)), *line[1:]])
    if words:
        yield Entry(blocks=[Paragraph(runs=words[0], is_bare=True)])
