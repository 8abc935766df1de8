"""From the tokens of `:::` blocks to their HTML frames: looks up the name, reads the arguments, reports what is wrong.

Which blocks there are stands in `blocks`. Never drops the content of a block, whatever is wrong with its first line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sitegen.diagnostics.catalogue.markdown import hint
from sitegen.render.markdown.blocks import BLOCKS, Call, Frame
from sitegen.render.markdown.commands import told
from sitegen.render.markdown.places import Stretch, TextPlaces
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.tokens import Token
from sitegen.text.suggest import closest

_NAME: Final = re.compile(r"[^\s\"„“”]*")
_BARE: Final = Frame("", "")


def finish_blocks(tokens: Sequence[Token], sheet: Sheet) -> None:
    """Put the frame of every block into its opening and closing token."""
    frames: list[Frame] = []
    for token in tokens:
        if token.type == "container_open":
            frames.append(_frame(token, sheet))
            token.content = frames[-1].before
        elif token.type == "container_close":
            token.content = frames.pop().behind
        elif token.type == "container_stray":
            at = _stretch(token, sheet)
            sheet.report("SG213", at.span(0, len(token.content)))
            token.content = ""


def _frame(opening: Token, sheet: Sheet) -> Frame:
    at = _stretch(opening, sheet)
    found = _NAME.match(opening.content)
    name = found[0] if found else ""
    if not opening.meta["is_closed"]:
        sheet.report("SG212", at.span(0, len(name)), name=name)
    block = BLOCKS.get(name)
    if block is None:
        advice = hint("SG211", closest(name, BLOCKS), BLOCKS)
        sheet.report("SG211", at.span(0, len(name) or 1), name=name, hint=advice)
        return _BARE
    rest = Stretch(at.places, len(name))
    arguments = told(name, block.usage, opening.content[len(name) :], at=rest, sheet=sheet)
    if not arguments.is_complete:
        return _BARE
    return block.write(Call(arguments, rest, sheet)) or _BARE


def _stretch(token: Token, sheet: Sheet) -> Stretch:
    first = token.map[0] if token.map else 0
    return Stretch(TextPlaces(sheet.lines, content=token.content, first=first), 0)
