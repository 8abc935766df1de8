"""German typography for running text: quotation marks, apostrophes, dashes, ellipses, and spaces that must not break.

A paragraph is set as a whole, through emphasis and links and around code, in one pass: one expression finds everything
that could need setting, and what it finds is judged by its surroundings. Setting a text that is set changes nothing.
Letters and digits are never touched, nor anything within an address, a path or the name of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from sitegen.text.abbreviations import MONTHS, REFERENCES, TITLES, UNITS, end_of_abbreviation
from sitegen.text.addresses import address_spans
from sitegen.text.locales import Typography
from sitegen.text.quotes import OPAQUE, QUOTES, set_quotes
from sitegen.text.ranges import is_range

_DASH: Final = "–"
_ELLIPSIS: Final = "…"
_NO_BREAK_SPACE: Final = "\u00a0"
_NO_BREAK_SPACES: Final = "\u00a0\u202f"  # both are right as they were typed

Edit = tuple[int, int, str]
"""Start, end (exclusive) and what belongs there; start = end puts something in between."""

_DAYS = "(?:Mo|Di|Mi|Do|Fr|Sa|So)"


def _behind_one_of(words: Sequence[str], ending: str) -> str:
    """An expression: one of the words stands just before (look-behinds need a fixed width, so one for each length)."""
    alike = groupby(sorted(words, key=len), key=len)
    return "(?:" + "|".join(rf"(?<=\b(?:{'|'.join(group)}){ending})" for _, group in alike) + ")"


# Begins with one set of characters, which the engine looks for quickly; what comes next asks back which of them it was.
# What is told by the next character stands first in each choice, since the engine tries no other there.
_CANDIDATE = re.compile(
    rf"""
    [{QUOTES}.\-0-9§€FR]
    (?: [ ] (?P<gap>                                           # becomes a no-break space:
            (?<=\.[ ]) (?:
                (?=[A-ZÄÖÜ]) {_behind_one_of(TITLES, "[.][ ]")}
              | (?=[0-9]) {_behind_one_of(REFERENCES, "[.][ ]")}
              | (?<=[0-9]\.[ ]) (?={MONTHS})
              | (?=€|EUR\b|CHF\b|Euro\b|Franken\b) (?<=\b(?:Mio|Mrd|Tsd)\.[ ])
            )
          | (?<=[0-9][ ]) (?={UNITS})
          | (?=[0-9]) (?: (?<=§[ ]) | (?<=€[ ]) (?<![0-9]\s€[ ]) | (?<=\b(?:EUR|CHF)[ ]) (?<![0-9]\s(?:EUR|CHF)[ ]) )
        )
      | (?<=\.) (?:
            \.\. (?<!\.{{4}}) (?!\.) (?P<dots>)
          | (?<=\b[A-Za-z]\.) (?<![@/\\][A-Za-z]\.)
            (?=[ \u00a0\u202f]?[A-Za-zÄÖÜäöü]{{1,5}}\.) (?P<abbreviation>)
        )
      | (?<=-) (?:
            (?P<dash>                                          # becomes a dash:
                - (?<=[\w){QUOTES}]--) (?=[\w({QUOTES}])        #   two hyphens between words
              | (?<=\s-) -? (?=\s)                             #   spaced, one hyphen or two
              | (?<=\b{_DAYS}-) (?={_DAYS}\b)                  #   Mo-Fr
              | (?<=[0-9]\.-) (?=[0-9]{{1,2}}\.\s(?:{MONTHS}))  #   1.-3. Mai
            )
          | (?<=[0-9]-) (?=[0-9]) (?P<range>)
        )
      | (?<=[{QUOTES}]) (?P<quote>)
    )""",
    re.VERBOSE,
)


def typeset_text(text: str, marks: Typography) -> str:
    """`text` as German typography has it; the same object if there is nothing to set."""
    edits = _edits(text, marks)
    return _applied(text, edits) if edits else text


def typeset(segments: Sequence[str | None], marks: Typography) -> list[str | None]:
    r"""The segments of one paragraph, set; as many as came in, unchanged ones as the same objects.

    A string is running text. None is an inline thing that shows something but is no text (code, a picture): it comes
    back as None and counts as a letter. Where two strings meet there is a mere boundary (emphasis, a link): context
    flows through it, but nothing that spans it is joined. A line break within the paragraph is a string `\n`.
    """
    text = "".join([OPAQUE if segment is None else segment for segment in segments])
    edits = _edits(text, marks)
    return _distributed(segments, edits)


def _edits(text: str, marks: Typography) -> list[Edit]:
    """Everything to change in `text`, in order and without overlaps."""
    first = _CANDIDATE.search(text)
    if first is None:
        return []
    matches = [first, *_CANDIDATE.finditer(text, first.end())]
    found: dict[int, Edit] = {}
    quotes: list[int] = []
    spans = address_spans(text)
    for match in _outside(spans, matches) if spans else matches:
        kind, start = match.lastgroup, match.start()
        if kind == "gap":
            found[start + 1] = start + 1, start + 2, _NO_BREAK_SPACE
        elif kind == "quote":
            quotes.append(start)
        elif kind == "abbreviation":
            found.update((edit[0], edit) for edit in _spaces_within(text, start - 1))
        elif kind != "range" or is_range(text, start):
            found[start] = start, match.end(), _ELLIPSIS if kind == "dots" else _DASH
    if quotes:
        for at, mark in set_quotes(text, quotes, marks):
            if text[at] != mark:
                found[at] = at, at + 1, mark
    return sorted(found.values())


def _outside(spans: Sequence[tuple[int, int]], matches: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those of `matches` that do not begin within one of `spans`; both are in order."""
    index = 0
    for match in matches:
        while index < len(spans) and spans[index][1] <= match.start():
            index += 1
        if index == len(spans) or match.start() < spans[index][0]:
            yield match


def _spaces_within(text: str, start: int) -> Iterator[Edit]:
    """No-break spaces between the parts of the abbreviation that begins at `start`, if one does."""
    for behind in range(start + 1, end_of_abbreviation(text, start)):
        if text[behind - 1] == "." and text[behind] not in _NO_BREAK_SPACES:
            yield behind, behind + text[behind].isspace(), _NO_BREAK_SPACE


def _applied(text: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, replacement in edits:
        parts += (text[done:start], replacement)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _distributed(segments: Sequence[str | None], edits: Sequence[Edit]) -> list[str | None]:
    """Apply `edits`, which count from the start of the paragraph, to each segment; one that spans two is left out."""
    done = list(segments)
    begin = index = 0
    for number, segment in enumerate(segments):
        if index == len(edits):
            break
        behind = begin + (len(OPAQUE) if segment is None else len(segment))
        own: list[Edit] = []
        while index < len(edits) and edits[index][0] < behind:
            start, end, replacement = edits[index]
            if end <= behind:
                own.append((start - begin, end - begin, replacement))
            index += 1
        if own and segment is not None:
            done[number] = _applied(segment, own)
        begin = behind
    return done
