"""The library's block parser; what it does most often is done in a straighter way: tokens, paragraphs, whom to ask.

It makes the very tokens that the library makes; whatever is not named here is the library's own.
"""

from __future__ import annotations

from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from sitegen.render.markdown.chosen_rules import ChosenRules
from sitegen.render.markdown.tokens import NewToken

_CODE_INDENT: Final = 4


class _State(StateBlock):
    """The library's state, with tokens that are made faster."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a new token. The names are the library's."""
        token = NewToken(ttype, tag, nesting)
        token.block = True
        if nesting < 0:
            self.level -= 1
        token.level = self.level
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


class BlockParser(ParserBlock):
    """The library's parser with the rules of `others`."""

    ruler: ChosenRules

    def __init__(self, others: ParserBlock) -> None:
        self.ruler = ChosenRules(others.ruler)
        self.ruler.at("paragraph", self.paragraph)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Append the block tokens of `src`. The names are the library's."""
        if not src:
            return None
        state = _State(src, md, env, outTokens)
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
        rules = self.ruler.rules_at("paragraph")
        around, state.parentType = state.parentType, "paragraph"
        behind, end = first + 1, state.lineMax
        while behind < end:
            at = state.bMarks[behind] + state.tShift[behind]
            if at >= state.eMarks[behind]:
                break
            # Further in it would be code, which interrupts no paragraph; one below zero was judged by a quotation.
            if 0 <= state.sCount[behind] < state.blkIndent + _CODE_INDENT and any(
                rule(state, behind, end, True) for rule in rules[state.src[at]]
            ):
                break
            behind += 1
        state.line = behind
        state.push("paragraph_open", "p", 1).map = [first, behind]
        text = state.push("inline", "", 0)
        text.content = state.getLines(first, behind, state.blkIndent, False).strip(MD_TRIM_CHARS)
        text.map, text.children = [first, behind], []
        state.push("paragraph_close", "p", -1)
        state.parentType = around
        return True
