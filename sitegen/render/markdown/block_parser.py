"""The library's block parser; what it does most often is done in a straighter way: tokens, paragraphs, whom to ask.

It makes the very tokens that the library makes; whatever is not named here is the library's own.
"""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from sitegen.render.markdown.block_state import CODE_INDENT, State, push_text
from sitegen.render.markdown.chosen_rules import ChosenRules
from sitegen.render.markdown.lists import Lists, is_next_item

_HEADING: Final = re.compile(r"#{1,6}(?![^ \t])")


class BlockParser(ParserBlock):
    """The library's parser with the rules of `others`."""

    ruler: ChosenRules

    def __init__(self, others: ParserBlock) -> None:
        self.ruler = ChosenRules(others.ruler)
        self.ruler.at("paragraph", self.paragraph)
        self.ruler.at("heading", heading, {"alt": ["paragraph", "reference", "blockquote"]})
        self.ruler.at("list", Lists(self.ruler).rule, {"alt": ["paragraph", "reference", "blockquote"]})

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Append the block tokens of `src`. The names are the library's."""
        if not src:
            return None
        state = State(src, md, env, outTokens)
        self.tokenize(state, 0, state.lineMax)
        return outTokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Append the tokens of some lines, block by block. The names are the library's."""
        rules = self.ruler.rules_at("")
        deepest = state.md.options.maxNesting
        line, has_gap = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                return
            if state.level >= deepest:
                state.line = endLine
                return
            for rule in rules[state.src[state.bMarks[line] + state.tShift[line]]]:
                if rule(state, line, endLine, False):
                    break
            if state.line <= line:
                raise RuntimeError(f"no rule took line {line}")
            # A gap within the lines counts, one behind their last block does not.
            state.tight = not has_gap
            line = state.line
            has_gap = has_gap or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                has_gap = True
                state.line = line = line + 1

    def paragraph(self, state: StateBlock, first: int, _last: int, _silent: bool) -> bool:  # noqa: FBT001 -- a rule
        """Lines up to an empty one or to one with which another block begins."""
        around, state.parentType = state.parentType, "paragraph"
        behind, end = first + 1, state.lineMax
        while behind < end and not state.isEmpty(behind) and not self._ends_paragraph(state, behind):
            behind += 1
        if behind == first + 1 and not state.blkIndent:
            content = state.src[state.bMarks[first] : state.eMarks[first]]
        else:
            content = state.getLines(first, behind, state.blkIndent, False)
        push_text(state, "paragraph", "p", content, lines=(first, behind))
        state.parentType = around
        return True

    def _ends_paragraph(self, state: StateBlock, line: int) -> bool:
        """Whether a block begins on a line that is not empty."""
        indent, at = state.sCount[line], state.bMarks[line] + state.tShift[line]
        if indent < state.blkIndent:
            # Negative: a quotation has judged the line. Else it is left of a list item, whose next one it may be.
            if indent < 0:
                return False
            if is_next_item(state, line):
                return True
        elif indent >= state.blkIndent + CODE_INDENT:
            return False  # code interrupts no paragraph
        return any(rule(state, line, state.lineMax, True) for rule in self.ruler.rules_at("paragraph")[state.src[at]])


def heading(state: StateBlock, first: int, _last: int, silent: bool) -> bool:  # noqa: FBT001 -- a rule
    """`## A heading ##` (CommonMark 4.2)."""
    signs = _HEADING.match(state.src, state.bMarks[first] + state.tShift[first], state.eMarks[first])
    if signs is None or state.is_code_block(first):
        return False
    if silent:
        return True
    text = state.src[signs.end() : state.eMarks[first]].rstrip(" \t")
    without_end = text.rstrip("#")
    if without_end.endswith((" ", "\t")):
        text = without_end
    opening, closing = push_text(state, "heading", f"h{len(signs[0])}", text, lines=(first, first + 1))
    opening.markup = closing.markup = signs[0]
    return True
