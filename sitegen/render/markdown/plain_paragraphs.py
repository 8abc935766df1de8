"""A block rule of our own for what most of a text is: paragraphs whose every line begins with a letter.

Nothing else in CommonMark or our additions begins with a letter, so none of the other rules need be asked. Gives the
very tokens that the library's rule gives; where a line could mean anything else, it leaves the paragraph to that.
"""

from __future__ import annotations

from typing import Final

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

_CODE_INDENT: Final = 4
_DEFINES: Final = frozenset(":~")
"""What makes the paragraph before it, even behind an empty line, a term that is defined."""


def plain_paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """See the module. The library asks with `silent` whether a paragraph may be interrupted here: never."""
    if silent or not _begins_with_letter(state, start_line):
        return False
    end = start_line + 1
    while end < state.lineMax and not state.isEmpty(end):
        if not _begins_with_letter(state, end):
            return False
        end += 1
    if _is_term(state, end, end_line):
        return False
    content = mdTrim(state.getLines(start_line, end, state.blkIndent, keepLastLF=False))
    state.line = end
    lines = [start_line, end]
    state.push("paragraph_open", "p", 1).map = lines
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content, [start_line, end], []
    state.push("paragraph_close", "p", -1)
    return True


def _begins_with_letter(state: StateBlock, line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return 0 <= state.sCount[line] - state.blkIndent < _CODE_INDENT and state.src[start].isalpha()


def _is_term(state: StateBlock, empty: int, end_line: int) -> bool:
    """Whether the first line behind the paragraph could define it."""
    line = empty + 1
    if line >= end_line:
        return False
    start = state.bMarks[line] + state.tShift[line]
    return start < state.eMarks[line] and state.src[start] in _DEFINES
