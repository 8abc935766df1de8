"""The block rule for `::: name arguments` … `:::`.

Only recognises and pairs; which names there are and what they become is `blocks`' matter. Blocks of the same number of
colons nest, like brackets; a closing line with more or fewer colons closes the block that has as many, if there is one.
"""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from sitegen.text.patterns import later

_COLONS: Final = later(r"(:{3,})[ \t]*(.*?)[ \t]*$")
_FENCE: Final = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")


def add_containers(md: MarkdownIt) -> None:
    """Register the rule; like a fence it may interrupt a paragraph."""
    md.block.ruler.before("fence", "container", container, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def container(state: StateBlock, first: int, last: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """One block with everything in it, or a closing line that closes nothing."""
    start = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith(":::", start) or state.is_code_block(first):
        return False
    line = _line(state, first)
    colons = _COLONS().match(line)
    if colons is None:
        return False
    if silent:
        return True
    if not colons[2]:
        token = state.push("container_stray", "", 0)
        token.map, token.content = [first, first + 1], line
        state.line = first + 1
        return True
    end, is_closed = _end(state, first, last)
    _push_container(state, first, end, text=line[colons.start(2) :], is_closed=is_closed)
    state.line = end + is_closed
    return True


def _push_container(state: StateBlock, first: int, end: int, *, text: str, is_closed: bool) -> None:
    """The tokens of a block whose inner lines end before `end`."""
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", end
    opening = state.push("container_open", "div", 1)
    opening.map, opening.content, opening.meta = [first, end], text, {"is_closed": is_closed}
    state.md.block.tokenize(state, first + 1, end)
    state.push("container_close", "div", -1)
    state.parentType, state.lineMax = parent, line_max


def _end(state: StateBlock, first: int, last: int) -> tuple[int, bool]:
    """The line that closes the block opened on line `first`, and whether there is one."""
    is_open: list[int] = []
    fence = ""
    for number in range(first, last):
        if number > first and not state.isEmpty(number) and state.sCount[number] < state.blkIndent:
            return number, False
        line = _line(state, number)
        if state.is_code_block(number) or not line.startswith((":::", "```", "~~~")):
            continue
        fence = _fence_after(line, fence)
        colons = None if fence else _COLONS().match(line)
        if colons and colons[2]:
            is_open.append(len(colons[1]))
        elif colons:
            _close(is_open, len(colons[1]))
        if not is_open:
            return number, True
    return last, False


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _fence_after(line: str, fence: str) -> str:
    """The code fence that is open after `line`, if `fence` was open before it."""
    if fence:
        return "" if line.startswith(fence) and not line.strip(fence[0] + " \t") else fence
    found = _FENCE.match(line)
    return found[0] if found else ""


def _close(is_open: list[int], colons: int) -> None:
    """Close the innermost block with just as many colons, or else the innermost with fewer, and all within it."""
    for fits in (colons.__eq__, colons.__gt__):
        for index in range(len(is_open) - 1, -1, -1):
            if fits(is_open[index]):
                del is_open[index:]
                return
