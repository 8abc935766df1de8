"""The block rule for lists (CommonMark 5.2 and 5.3): the library's, with a straight way for items of one line.

Nearly all items are one line of words. Such a one is taken at once; in any other the parser reads the blocks that it
holds. The tokens are the library's.
"""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import markTightParagraphs

from sitegen.render.markdown.block_state import CODE_INDENT, push_text
from sitegen.render.markdown.chosen_rules import ChosenRules

_MARKER: Final = re.compile(r"(?P<mark>(?P<number>[0-9]{1,9})[.)]|[-+*])(?![^ \t])(?P<blanks>[ \t]*)")
_TAB: Final = 4


class Lists:
    """The rule, for a parser with these `rules`."""

    def __init__(self, rules: ChosenRules) -> None:
        self._rules = rules

    def rule(self, state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 -- a rule
        """A list with all its items."""
        marker = _marker(state, first)
        if marker is None or state.is_code_block(first) or _goes_on(state, first):
            return False
        if silent:
            return not _stays_text(state, first, marker)
        kind, tag = ("ordered_list", "ol") if marker["number"] else ("bullet_list", "ul")
        index = len(state.tokens)
        opening = state.push(f"{kind}_open", tag, 1)
        if marker["number"] and int(marker["number"]) != 1:
            opening.attrs = {"start": int(marker["number"])}
        opening.markup = _sign(marker)
        around, state.parentType = state.parentType, "list"
        is_tight = self._items(state, first, last, marker)
        state.push(f"{kind}_close", tag, -1).markup = _sign(marker)
        opening.map = [first, state.line]
        state.parentType = around
        if is_tight:
            markTightParagraphs(state, index)
        return True

    def _items(self, state: StateBlock, line: int, last: int, marker: re.Match[str]) -> bool:
        """The items from `line` on; whether they are tight, without a gap in one or between two of them."""
        sign = _sign(marker)
        is_tight, has_gap = True, False
        following: re.Match[str] | None = marker
        while following and _sign(following) == sign and not self._is_ended(state, line, following):
            opening = state.push("list_item_open", "li", 1)
            opening.markup, opening.info = sign, following["number"] or ""
            is_tight = self._read_item(state, line, last, following) and is_tight and not has_gap
            has_gap = state.line - line > 1 and state.isEmpty(state.line - 1)
            state.push("list_item_close", "li", -1).markup = sign
            opening.map = [line, state.line]
            line = state.line
            if line >= last or state.sCount[line] < state.blkIndent or state.is_code_block(line):
                break
            following = _marker(state, line)
        return is_tight

    def _is_ended(self, state: StateBlock, line: int, marker: re.Match[str]) -> bool:
        """Whether what looks like an item is none: a rule like `- - -`, as nothing else begins like an item."""
        if not state.src.startswith(_sign(marker), marker.end()):
            return False
        return any(rule(state, line, state.lineMax, True) for rule in self._rules.getRules("list"))

    def _read_item(self, state: StateBlock, line: int, last: int, marker: re.Match[str]) -> bool:
        """The blocks within an item; whether there is no gap between them."""
        content, start = marker.end(), state.sCount[line] + len(marker["mark"])
        is_empty = content >= state.eMarks[line]
        width = _width(marker["blanks"], start + state.bsCount[line])
        kept = state.tight, state.listIndent, state.tShift[line], state.sCount[line]
        state.tight, state.listIndent = True, state.blkIndent
        state.blkIndent = start + (1 if is_empty or width > CODE_INDENT else width)
        state.tShift[line], state.sCount[line] = content - state.bMarks[line], start + width
        if is_empty and state.isEmpty(line + 1):
            state.line = min(state.line + 2, last)  # what follows a gap is none of an item that begins with one
        elif is_empty or not self._takes_line(state, line, last, content):
            state.md.block.tokenize(state, line, last)
        is_tight, state.blkIndent = state.tight, state.listIndent
        state.tight, state.listIndent, state.tShift[line], state.sCount[line] = kept
        return is_tight

    def _takes_line(self, state: StateBlock, line: int, last: int, content: int) -> bool:
        """Take an item that is one line of words; False if it may be anything else."""
        source, indent = state.src, state.blkIndent
        if (
            state.sCount[line] != indent
            or state.level >= state.md.options.maxNesting
            or len(self._rules.rules_at("")[source[content]]) > 1
            or "\t" in source[state.bMarks[line] : content]
        ):
            return False
        behind = after = line + 1
        if behind < state.lineMax and not state.isEmpty(behind):
            if not is_next_item(state, behind):
                return False
        elif behind < last:
            after = state.skipEmptyLines(behind + 1) if behind + 1 < last else behind + 1
            if after < last and state.sCount[after] >= indent:
                return False
        push_text(state, "paragraph", "p", source[content : state.eMarks[line]], lines=(line, behind))
        state.line = after
        return True


def is_next_item(state: StateBlock, line: int) -> bool:
    """Whether a line within an item is surely the next item: left of the text, and no code."""
    is_left = 0 <= state.sCount[line] < min(state.blkIndent, state.listIndent + CODE_INDENT)
    return is_left and _marker(state, line) is not None


def _marker(state: StateBlock, line: int) -> re.Match[str] | None:
    return _MARKER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _sign(marker: re.Match[str]) -> str:
    """What makes items belong together: `-`, `+`, `*`, or what stands behind a number."""
    return marker["mark"][-1]


def _width(blanks: str, column: int) -> int:
    """The columns that blanks take up from `column` on."""
    return len(blanks) if "\t" not in blanks else len((" " * (column % _TAB) + blanks).expandtabs(_TAB)) - column % _TAB


def _goes_on(state: StateBlock, line: int) -> bool:
    """Whether a line is left of its item's text and yet too far in for another item: then the paragraph goes on."""
    return 0 <= state.listIndent <= state.sCount[line] - CODE_INDENT < state.blkIndent - CODE_INDENT


def _stays_text(state: StateBlock, line: int, marker: re.Match[str]) -> bool:
    """Whether a paragraph goes on: only a list with text, and with 1 for its first number, may end one."""
    if state.parentType != "paragraph" or state.sCount[line] < state.blkIndent:
        return False
    return marker.end() >= state.eMarks[line] or int(marker["number"] or 1) != 1
