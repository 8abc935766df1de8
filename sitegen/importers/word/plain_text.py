"""A plain text as HTML: a paragraph for each Enter, entries for lines that begin with a bullet or count up.

A text that a program has cut into lines of one length is put together again. Signs of Markdown in it are letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Final

import msgspec

from sitegen.importers.letters import Decoded, decoded
from sitegen.importers.refused import refuse
from sitegen.importers.word.draft import Source
from sitegen.importers.word.unreadable import unreadable

MOST_TEXT: Final = 10 << 20
"""Bytes of a text without its pictures."""
_BULLET: Final = re.compile(r"[ \t]*[-*•‣▪◦·–][ \t\u00a0]+(?=\S)")
_NUMBER: Final = re.compile(r"[ \t]*(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_SHORTEST_CUT: Final = 55
_LONGEST_CUT: Final = 100
"""Letters of lines that were cut by a program."""
_NEARLY_ALL: Final = 0.8
_LONGEST_TITLE: Final = 90
_SENTENCE_END: Final = (".", ",", ";", ":", "!", "?", "…")


def read_plain_text(name: str, raw: bytes) -> Source:
    """The text as HTML. Raises RefusedError: SG690 for what is no text, SG692 for too much of it."""
    found = decoded_text(name, raw)
    title, lines = _title([line.rstrip() for line in found.text.expandtabs(4).split("\n")])
    blocks = _cut(lines) if _is_cut(lines) else [[line] for line in lines]
    html = "".join(_html([" ".join(block) for block in blocks if any(block)]))
    return Source(html=html, title=title, notes=(found.note,) if found.note else ())


def decoded_text(name: str, raw: bytes) -> Decoded:
    """The letters of `raw` with one kind of line end. Raises RefusedError as above."""
    if len(raw) > MOST_TEXT:
        raise refuse("SG692", file=name)
    found = decoded(raw, most=MOST_TEXT)
    if not found.is_text:
        raise unreadable(name, "")
    return msgspec.structs.replace(found, text=found.text.replace("\x0b", "\n").replace("\x0c", "\n"))


def _title(lines: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The first line, if it stands apart and is no sentence; and the lines behind it."""
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return "", lines
    line, rest = lines[first].strip(), lines[first + 1 :]
    is_apart = not rest or not rest[0].strip()
    is_title = len(line) <= _LONGEST_TITLE and not line.endswith(_SENTENCE_END) and any(each.strip() for each in rest)
    if not is_apart or not is_title or _begins_entry(line):
        return "", lines
    return line, rest


def _is_cut(lines: Sequence[str]) -> bool:
    """Whether a program has cut the lines: nearly all that go on are nearly as long as the longest may be."""
    longest = max((len(line) for line in lines), default=0)
    going_on = [len(line) for line, behind in pairwise(lines) if line and behind and not _begins_entry(behind)]
    long = [length for length in going_on if length >= _SHORTEST_CUT]
    return longest <= _LONGEST_CUT and len(long) > 1 and len(long) >= len(going_on) * _NEARLY_ALL


def _begins_entry(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def _cut(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each paragraph."""
    block: list[str] = []
    for line in lines:
        if not line.strip() or _begins_entry(line):
            yield block
            block = []
        block += [line.strip()] if line.strip() else []
    yield block


def _html(paragraphs: Sequence[str]) -> Iterator[str]:
    index = 0
    while index < len(paragraphs):
        items = _items(paragraphs, index)
        if items:
            number = _NUMBER.match(paragraphs[index])
            tag, start = ("ol", f' start="{number[1]}"') if number else ("ul", "")
            yield f"<{tag}{start}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"
            index += len(items)
        else:
            yield f"<p>{escape(paragraphs[index])}</p>"
            index += 1


def _items(paragraphs: Sequence[str], start: int) -> list[str]:
    """The entries of the list that begins at `start`; none if it would have only one."""
    items: list[str] = []
    sign = paragraphs[start].strip()[0]
    first = _NUMBER.match(paragraphs[start])
    for count in range(len(paragraphs) - start):
        line = paragraphs[start + count]
        number, bullet = _NUMBER.match(line), _BULLET.match(line)
        if first and number and int(number[1]) == int(first[1]) + count:
            items.append(line[number.end() :])
        elif not first and bullet and line.strip()[0] == sign:
            items.append(line[bullet.end() :])
        else:
            break
    return items if len(items) > 1 else []
