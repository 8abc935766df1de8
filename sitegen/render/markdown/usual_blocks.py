"""Blocks as nearly all texts have them: paragraphs, headings, lists, quotations, tables, fenced code, rules.

Read line by line; a list item or a quotation is the same again for its lines without their indentation or sign. A line
is taken only where CommonMark reads it in one way whatever stands around it; at the first that could mean more
(indented code, raw HTML, definitions, lazy lines …) the whole text is left to the library. So this never decides a
doubtful case: where it gives tokens, they are the library's, but for what nobody asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from sitegen.render.markdown.tokens import Token

BLANKS: Final = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""What the library takes off both ends of a text."""

_DEEPEST: Final = 20
_MOST_CELLS: Final = 0xFFFF
"""The library adds missing cells up to here."""

_SIGNS: Final = frozenset("#>*+-0123456789`~<:=|[_")
"""Any other character that is no space begins a paragraph, or goes on with it."""
_BEGINNING: Final = re.compile(
    r"""
      (?P<heading>\#{1,6}) (?![^ ])
    | (?P<quotation>>)
    | (?P<fence>`{3,}(?=[^`]*\Z)|~{3,})
    | (?P<rule>(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})\Z
    | (?P<item>(?:[-+*]|(?P<number>[0-9]{1,9})[.)])[ ]{1,4}(?=\S))
    | (?P<table>\|)
    | (?P<text>
          \#+(?=[^\#\s]) | [*_]{1,2}(?=[^\s*_]) | -(?=[^\s:|-]) | \+(?=\S) | [0-9]+(?![0-9.)]) | [0-9]+[.)](?=\S)
        | `{1,2}(?=[^`]) | \[(?!\^)[^\[\]\\]*(?:\](?!:)|\[) | :(?=\w)
      )
    """,
    re.VERBOSE,
)
_PLAIN_ITEM: Final = re.compile(r"(?:[-+*]|(?P<number>[0-9]{1,9})[.)])[ ]{1,4}(?![\s#>*+\-0-9`~<:=|\[_])")
"""The beginning of an item whose text begins with none of the signs; it can be nothing else."""
_BELOW_HEAD: Final = re.compile(r"\|(?:[ ]*:?-+:?[ ]*\|)+[ ]*")


class _UnsureError(Exception):
    """A line that the library has to read."""


def read_usual_blocks(text: str, lines: Sequence[str] | None = None) -> list[Token] | None:
    """The block tokens of a text; None if a line in it is not sure. Its `lines`, if somebody has them already."""
    if "\t" in text:
        return None
    tokens: list[Token] = []
    try:
        _Blocks(lines or text.split("\n"), 0, tokens, depth=0).read_all()
    except _UnsureError:
        return None
    return tokens


class _Blocks:
    """The lines of a text, a quotation or a list item; the first of them is line `first` of the text."""

    def __init__(self, lines: Sequence[str], first: int, tokens: list[Token], *, depth: int) -> None:
        if depth > _DEEPEST:
            raise _UnsureError
        self._lines = lines
        self._first = first
        self._tokens = tokens
        self._depth = depth

    def read_all(self) -> bool:
        """Append the blocks of all lines; whether none of them follows a gap."""
        is_tight, start, number = True, len(self._tokens), 0
        while number < len(self._lines):
            line = self._lines[number]
            if not line or not line.strip(" "):
                number += 1
                continue
            if is_tight and len(self._tokens) > start:
                is_tight = bool(self._lines[number - 1].strip(" "))
            mark = _beginning(line)
            kind = mark.lastgroup if mark else None
            if "|" in line and kind != "table":
                self._forbid_table(number)
            if mark is None or kind is None or kind == "text":
                number = self.read_paragraph(number)
            else:
                number = _READERS[kind](self, number, mark)
        return is_tight

    def _forbid_table(self, number: int) -> None:
        """A line with a bar may be the head of a table, whatever it begins with."""
        below = self._lines[number + 1 : number + 2]
        if below and below[0].lstrip(" ").startswith(("|", ":", "-")):
            raise _UnsureError

    def _push(self, kind: str, tag: str, nesting: int, number: int) -> Token:
        token = Token(kind, tag, nesting)
        if nesting >= 0:
            token.map = [self._first + number, self._first + number + 1]
        self._tokens.append(token)
        return token

    def _text(self, kind: str, tag: str, number: int, content: str, *, further: int = 0) -> None:
        """A block that holds nothing but text, `further` in than these blocks."""
        lines = [self._first + number, self._first + number + 1]
        level = self._depth + further
        self._tokens.append(Token(kind, tag, 0, content.strip(BLANKS), lines, [], level=level))

    def read_paragraph(self, number: int) -> int:
        lines, behind = self._lines, number + 1
        while behind < len(lines) and lines[behind] and lines[behind].strip(" "):
            if "|" in lines[behind]:
                self._forbid_table(behind)
            mark = _beginning(lines[behind])
            if mark and mark.lastgroup != "text":
                if mark.lastgroup == "heading" or (mark.lastgroup == "item" and mark["number"] in {None, "1"}):
                    break
                raise _UnsureError
            behind += 1
        content = lines[number] if behind == number + 1 else "\n".join(lines[number:behind])
        self._text("paragraph", "p", number, content)
        return behind

    def read_heading(self, number: int, mark: re.Match[str]) -> int:
        text = self._lines[number][mark.end() :].rstrip(" ")
        without_end = text.rstrip("#")
        self._text("heading", f"h{len(mark[0])}", number, without_end if without_end.endswith(" ") else text)
        self._tokens[-1].markup = mark[0]
        return number + 1

    def read_rule(self, number: int, _mark: re.Match[str]) -> int:
        self._push("hr", "hr", 0, number)
        return number + 1

    def read_fence(self, number: int, mark: re.Match[str]) -> int:
        line, sign = self._lines[number], mark[0]
        for end in range(number + 1, len(self._lines)):
            closing = self._lines[end].rstrip(" ")
            if closing.endswith(sign) and not closing.strip(sign[0]):
                break
            if closing.lstrip(" ").startswith(sign):
                raise _UnsureError
        else:
            raise _UnsureError
        token = self._push("fence", "code", 0, number)
        token.info = line[mark.end() :]
        token.content = "".join(f"{each}\n" for each in self._lines[number + 1 : end])
        return end + 1

    def read_quotation(self, number: int, _mark: re.Match[str]) -> int:
        lines, behind = self._lines, number
        while behind < len(lines) and lines[behind].startswith(">"):
            behind += 1
        if behind < len(lines) and lines[behind].strip(" "):
            raise _UnsureError
        inner = [line[2:] if line.startswith("> ") else line[1:] for line in lines[number:behind]]
        self._push("blockquote_open", "blockquote", 1, number)
        self._within(inner, number)
        self._push("blockquote_close", "blockquote", -1, number)
        return behind

    def _within(self, inner: list[str], number: int) -> bool:
        """Append the blocks of a list item or a quotation; whether none of them follows a gap."""
        if len(inner) == 1 and inner[0] and inner[0][0] not in _SIGNS and not inner[0][0].isspace():
            self._text("paragraph", "p", number, inner[0], further=1)
            return True
        return _Blocks(inner, self._first + number, self._tokens, depth=self._depth + 1).read_all()

    def read_list(self, number: int, mark: re.Match[str]) -> int:
        start, value, sign = len(self._tokens), mark["number"], _sign(mark)
        kind, tag = ("ordered_list", "ol") if value else ("bullet_list", "ul")
        opening = self._push(f"{kind}_open", tag, 1, number)
        if value and int(value) != 1:
            opening.attrs = {"start": int(value)}
        is_tight, following = True, mark
        while True:
            if (plain := self._plain_items(number, sign)) > number:
                number, following = plain, _beginning(self._lines[plain]) or following
            behind, inner = self._item_lines(number, following.end())
            self._push("list_item_open", "li", 1, number).info = following["number"] or ""
            is_tight = self._within(inner, number) and is_tight
            self._push("list_item_close", "li", -1, number)
            next_mark = _beginning(self._lines[behind]) if behind < len(self._lines) else None
            goes_on = next_mark and next_mark.lastgroup == "item" and _sign(next_mark) == sign
            has_gap = behind > number + len(inner)
            if not goes_on or not next_mark:
                break
            is_tight = is_tight and not has_gap
            number, following = behind, next_mark
        if not has_gap and behind < len(self._lines):
            raise _UnsureError
        self._push(f"{kind}_close", tag, -1, number)
        if is_tight:
            for token in self._tokens[start:]:
                token.hidden = token.hidden or (token.tag == "p" and token.level == self._depth + 1)
        return behind

    def _plain_items(self, number: int, sign: str) -> int:
        """Append the items from line `number` on that have nothing but this line; where the first other one begins.

        That an item has ended is known from the next one, so the last of a list is never among them.
        """
        lines, tokens, level = self._lines, self._tokens, self._depth + 1
        item = _PLAIN_ITEM.match(lines[number])
        while item and number + 1 < len(lines):
            following = _PLAIN_ITEM.match(lines[number + 1])
            if not following or _sign(following) != sign:
                break
            place = [self._first + number, self._first + number + 1]
            text = lines[number][item.end() :].strip(BLANKS)
            tokens += (
                Token("list_item_open", "li", 1, "", place, info=item["number"] or ""),
                Token("paragraph", "p", 0, text, place, [], level=level),
                Token("list_item_close", "li", -1),
            )
            number, item = number + 1, following
        return number

    def _item_lines(self, number: int, width: int) -> tuple[int, list[str]]:
        """Where the lines of an item end, and those that say something, without their indentation."""
        inner = [self._lines[number][width:]]
        indent, filled = " " * width, 1
        behind = number + 1
        while behind < len(self._lines):
            line = self._lines[behind]
            if line.startswith(indent):
                inner.append(line[width:])
            elif not line.strip(" "):
                inner.append("")
            elif line[0] == " ":
                raise _UnsureError
            else:
                break
            behind += 1
            if line.strip(" "):
                filled = len(inner)
        return behind, inner[:filled]

    def read_table(self, number: int, _mark: re.Match[str]) -> int:
        lines, behind = self._lines, number
        while behind < len(lines) and lines[behind].strip(" "):
            if not lines[behind].startswith("|") or "\\" in lines[behind]:
                raise _UnsureError
            behind += 1
        rows = [_cells(line) for line in lines[number:behind]]
        if len(rows) < 2 or not _BELOW_HEAD.fullmatch(self._lines[number + 1]):  # noqa: PLR2004 -- head and what is below
            raise _UnsureError
        head, below = rows[:2]
        if len(head) != len(below) or len(head) * len(rows) > _MOST_CELLS:
            raise _UnsureError
        styles = [_alignment(cell) for cell in below]
        self._push("table_open", "table", 1, number)
        self._push("thead_open", "thead", 1, number)
        self._row(number, "th", head, styles)
        self._push("thead_close", "thead", -1, number)
        if len(rows) > 2:  # noqa: PLR2004
            self._push("tbody_open", "tbody", 1, number + 2)
            for index, row in enumerate(rows[2:], number + 2):
                self._row(index, "td", row, styles)
            self._push("tbody_close", "tbody", -1, number)
        self._push("table_close", "table", -1, number)
        return number + len(rows)

    def _row(self, number: int, tag: str, cells: list[str], styles: list[str]) -> None:
        self._push("tr_open", "tr", 1, number)
        for index, style in enumerate(styles):
            self._text(tag, tag, number, cells[index] if index < len(cells) else "")
            if style:
                self._tokens[-1].attrs = {"style": f"text-align:{style}"}
        self._push("tr_close", "tr", -1, number)


_READERS: Final[dict[str, Callable[[_Blocks, int, re.Match[str]], int]]] = {
    "heading": _Blocks.read_heading,
    "quotation": _Blocks.read_quotation,
    "fence": _Blocks.read_fence,
    "rule": _Blocks.read_rule,
    "item": _Blocks.read_list,
    "table": _Blocks.read_table,
}


def _beginning(line: str) -> re.Match[str] | None:
    """How a line that is not blank begins; None for plain text."""
    if line[0] not in _SIGNS:
        if line[0].isspace():
            raise _UnsureError
        return None
    mark = _BEGINNING.match(line)
    if mark is None:
        raise _UnsureError
    return mark


def _sign(item: re.Match[str]) -> str:
    """What makes items belong together: `-`, `+`, `*`, or what stands behind a number."""
    return item[0].rstrip(" ")[-1]


def _cells(row: str) -> list[str]:
    cells = row.strip(BLANKS).split("|")[1:]
    return cells if cells[-1] else cells[:-1]


def _alignment(below: str) -> str:
    left, right = below.strip(" ").startswith(":"), below.strip(" ").endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""
