"""Which signs of a text would be read as Markdown where they stand, and only those get a backslash.

Knows CommonMark and what our dialect adds to it: shortcodes, attributes, footnotes, `:::` blocks, definition lists,
pasted bullets. A sign that means nothing where it stands stays as it was typed: „Freund*innen“ once in a paragraph
needs no backslash, twice it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace

Nature = Literal["text", "markup", "opaque"]
"""Letters of the author, signs of ours that mean something to their neighbours, and what is read by itself."""


class Piece(NamedTuple):
    """A part of a line of Markdown."""

    text: str
    nature: Nature


_BACKSLASH: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~\n])")
_ENTITY: Final = re.compile(r"&(?=(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)")
_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_BRACES: Final = re.compile(r"\{(?=\{)")
_LINE_ATTRIBUTES: Final = re.compile(r"^\{(?=[^{}\n]*\}[ \t]*$)", re.MULTILINE)
_TICKS: Final = re.compile(r"`+")
_DELIMITERS: Final = re.compile(r"\*+|_+|~{2,}")
_BEGINS_BLOCK: Final = re.compile(
    r"""^(?:
        \#{1,6}(?=[ \t]|$) | > | [-+*](?=[ \t]|$) | (?P<number>\d{1,9})(?P<dot>[.)])(?=[ \t]|$)
      | (?P<rule>[-*_])(?:[ \t]*(?P=rule)){2,}[ \t]*$ | ```|~~~|::: | [:~](?=[ \t]) | \*(?=\[[^\]]*\]:)
    )""",
    re.VERBOSE | re.MULTILINE,
)
_UNDERLINES: Final = re.compile(r"(?<=\n)(?:=+|-+)[ \t]*$|(?<=\n)[-:|](?=[-:| ]*$)", re.MULTILINE)
_BULLET: Final = re.compile(r"^(?:[•‣▪◦]|·(?=[ \t\u00a0]))", re.MULTILINE)
_DEFINITION: Final = re.compile(r"\[[^\]\n]*\]:")
_FOOTNOTE: Final = re.compile(r"\[(?=\^)")
_TASK: Final = re.compile(r"\[(?=[ xX]\](?:[ \t]|$))")
_HEADING_END: Final = re.compile(r"(?:(?<=[ \t])|^)\#(?=\#*$)")
_HEADING_ATTRIBUTES: Final = re.compile(r"(?<=[ \t])\{(?=[^{}]*\}$)|^\{(?=[^{}]*\}$)")


def escaped(
    pieces: Iterable[Piece], *, is_heading: bool = False, is_entry: bool = False, begins_line: bool = True
) -> str:
    """The line (or lines, where it holds hard breaks) that `pieces` make, with what must be escaped."""
    line = _Line([piece for piece in pieces if piece.text])
    return line.written(
        {
            **dict.fromkeys(line.always(), "\\"),
            **dict.fromkeys(line.ticks(), "\\"),
            **dict.fromkeys(line.delimiters(), "\\"),
            **dict.fromkeys(line.brackets(is_entry=is_entry), "\\"),
            **dict.fromkeys(line.at_ends(is_heading=is_heading) if begins_line else (), "\\"),
        },
        bullets=line.bullets() if begins_line else set(),
    )


def escaped_wholly(pieces: Iterable[Piece]) -> str:
    """As `escaped`, with a backslash before every sign that could ever mean something."""
    line = _Line([piece for piece in pieces if piece.text])
    signs = re.finditer(r"[\\`*_{}\[\]<>#|~&!]|^[-+:.]|(?<=\d)[.)]", line.text, re.MULTILINE)
    return line.written(
        dict.fromkeys((sign.start() for sign in signs if line.is_text[sign.start()]), "\\"), bullets=line.bullets()
    )


class _Line:
    """The whole of a line, and which of its signs the author typed."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.text = "".join(piece.text for piece in pieces)
        self.is_text = bytearray()
        self.is_markup = bytearray()
        for piece in pieces:
            self.is_text += bytes([piece.nature == "text"]) * len(piece.text)
            self.is_markup += bytes([piece.nature == "markup"]) * len(piece.text)

    def bullets(self) -> set[int]:
        """Bullets at the beginnings of lines, which our renderer takes for entries."""
        return set(self._typed(_BULLET))

    def written(self, before: dict[int, str], *, bullets: set[int]) -> str:
        """The line with what stands `before` its signs; `bullets` become entities, as a backslash would be seen."""
        parts: list[str] = []
        done = 0
        for index in sorted(before.keys() | bullets):
            parts.append(self.text[done:index])
            done = index + (index in bullets)
            parts.append(f"&#{ord(self.text[index])};" if index in bullets else before[index])
        return "".join([*parts, self.text[done:]])

    def always(self) -> Iterator[int]:
        """Signs that mean something by themselves."""
        for expression in (_BACKSLASH, _ENTITY, _TAG, _BRACES, _LINE_ATTRIBUTES):
            yield from self._typed(expression)
        for index in self._typed(re.compile(r"\{(?=[^{}]*\})")):
            if index and not self.is_text[index - 1]:
                yield index
        for index in self._typed(re.compile(r"!(?=\[)")):
            if self.is_markup[index + 1]:
                yield index

    def ticks(self) -> Iterator[int]:
        """Backticks, unless there is only one run of them."""
        runs = list(_TICKS.finditer(self.text))
        if len(runs) > 1:
            for run in runs:
                yield from (index for index in range(*run.span()) if self.is_text[index])

    def delimiters(self) -> Iterator[int]:
        """Stars, lines and tildes that would open something which closes, or close something which is open."""
        for sign in "*_~":
            runs = [run for run in _DELIMITERS.finditer(self.text) if run[0][0] == sign]
            flanks = [self._flanks(run) for run in runs]
            first_open = next((number for number, (opens, _) in enumerate(flanks) if opens), len(runs))
            last_close = max((number for number, (_, closes) in enumerate(flanks) if closes), default=-1)
            for number, run in enumerate(runs):
                can_open, can_close = flanks[number]
                is_met, is_meant = can_open and number < last_close, can_close and first_open < number
                if is_met or is_meant or self._touches_markup(run):
                    yield from (index for index in range(*run.span()) if self.is_text[index])

    def brackets(self, *, is_entry: bool) -> Iterator[int]:
        """Brackets that would make or break a link, a footnote, a span, a task, a definition."""
        open_: list[int] = []
        for index in (found.start() for found in re.finditer(r"[\[\]]", self.text)):
            if not (self.is_text[index] or self.is_markup[index]):
                continue
            if self.text[index] == "[":
                open_.append(index)
            else:
                yield from self._closed(index, open_)
        yield from self._typed(_FOOTNOTE)
        for start in (_DEFINITION.match(self.text), _TASK.match(self.text) if is_entry else None):
            if start and self.is_text[0]:
                yield 0

    def _closed(self, index: int, open_: list[int]) -> Iterator[int]:
        """What must be escaped of the brackets that the one at `index` closes, or would close too early."""
        if self.is_markup[index]:
            while open_ and self.is_text[open_[-1]]:
                yield open_.pop()
            del open_[-1:]
        elif open_ and self.is_text[open_[-1]]:
            opening = open_.pop()
            if self.text[index + 1 : index + 2] in {"(", "{"}:
                yield index if open_ else opening  # an earlier bracket would take its place
        elif open_:
            yield index

    def at_ends(self, *, is_heading: bool) -> Iterator[int]:
        """Signs that begin or underline a block at the beginning of a line, and what ends a heading."""
        if is_heading:
            yield from self._typed(_HEADING_END)
            yield from self._typed(_HEADING_ATTRIBUTES)
            return
        for found in _BEGINS_BLOCK.finditer(self.text):
            at = found.start("dot") if found["dot"] else found.start()
            if self.is_text[at] and (not found["number"] or not found.start() or found["number"] == "1"):
                yield at
        yield from self._typed(_UNDERLINES)

    def _typed(self, expression: re.Pattern[str]) -> Iterator[int]:
        return (found.start() for found in expression.finditer(self.text) if self.is_text[found.start()])

    def _touches_markup(self, run: re.Match[str]) -> bool:
        return any(self.is_markup[index] for index in range(*run.span()))

    def _flanks(self, run: re.Match[str]) -> tuple[bool, bool]:
        return flanks(self.text, run.start(), run.end())


def flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the delimiters from `start` to `end` can open and can close (CommonMark 6.2)."""
    before, behind = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    left = not _is_space(behind) and (not _is_sign(behind) or _is_space(before) or _is_sign(before))
    right = not _is_space(before) and (not _is_sign(before) or _is_space(behind) or _is_sign(behind))
    if text[start] == "_":
        return left and (not right or _is_sign(before)), right and (not left or _is_sign(behind))
    return left, right


def _is_space(sign: str) -> bool:
    return sign == "\n" or isWhiteSpace(ord(sign))


def _is_sign(sign: str) -> bool:
    return isMdAsciiPunct(ord(sign)) or isPunctChar(sign)
