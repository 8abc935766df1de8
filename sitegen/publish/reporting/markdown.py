"""Text of strangers in Markdown that a forge shows: it stays text, whatever it holds.

What a file of the site holds can be anybody's: a comment, a post by a guest. So nothing of it becomes a heading, a
link, a picture, HTML, a mention of somebody, a reference to another issue, or a command that GitLab obeys at the
beginning of a line. Pure.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.diagnostics.present.excerpt import Excerpt, excerpt, safe

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>#|~&$^]|\A[-+=/:]|(?<=\d)[.)](?=\s)")
"""What means something within a line or at its beginning; the rest stays, so that a log can be read, too."""
_LIVE: Final = re.compile(
    r"(?<=[@#!$%&~])(?=\w)|(?<=:)(?=//|[\w+-]+:)|(?<=\bGH)(?=-)|(?<=www)(?=\.)|(?<=\w)(?=@\w)", re.IGNORECASE
)
"""Where forges look for people, issues, addresses and emoji, in the finished text and not in the Markdown."""
_JOINER: Final = "\u2060"
_WIDTH: Final = 90
"""Columns of an excerpt; a forge scrolls beyond."""


def plain(text: str) -> str:
    """`text` as one line of running text that shows exactly itself."""
    return _MARKUP.sub(r"\\\g<0>", _LIVE.sub(_JOINER, safe(" ".join(text.split()))))


def code(text: str) -> str:
    """`text` as a span of code, on one line."""
    shown = safe(" ".join(text.split(" "))) or " "
    fence = "`" * (_longest_run(shown) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def block(lines: list[str]) -> str:
    """Lines of code, each made harmless; none of them can end the block.

    Where a line could for a reader that counts backticks badly (GitLab, when it looks for commands), no line begins as
    a command would.
    """
    shown = [safe(line) for line in lines]
    if any("```" in line for line in shown):
        shown = [f" {line}" for line in shown]
    fence = "`" * max(3, *(_longest_run(line) + 1 for line in shown), 3)
    return "\n".join([f"{fence}text", *shown, fence])


def marked_line(line: str, column: int, end_column: int) -> str:
    """A line of a source file as a block, with a mark below the place that is meant."""
    found: Excerpt = excerpt(line, column, end_column, width=_WIDTH)
    return block([found.text, *([found.marks] if found.marks else [])])


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
