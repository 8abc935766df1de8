"""Inline texts as nearly all are written, read in one pass: text, lines, `*emphasis*`, `code`, links and pictures.

One expression finds every sign that could begin something. It takes only what CommonMark reads in one way whatever
stands around it; at the first sign that could mean more, the whole text is left to the library. So this never decides
a doubtful case: where it gives tokens, they are the library's, but for what nobody asks for: `level`, `markup`, and the
empty texts that are left over beside strong emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markdown_it.token import Token

from sitegen.render.markdown.tokens import NewToken

# Begins with one set of characters, which the engine looks for quickly; what comes next asks back which of them it was.
# A run of `*` or `_` is taken where it can only open or only close (CommonMark 6.2, left- and right-flanking): between
# a space and something, or between a sign and a letter.
_SIGN: Final = re.compile(
    r"""
    (?P<sign>[\n`*_\[\\<{~&])
    (?: (?<=\n) [ \t]* (?P<line>)
      | (?<=`) (?P<code>[^`]+) ` (?!`)
      | (?: (?<![^ \n][*_]) (?<=[*_]) (?P=sign)? (?=[^\s*_])
          | (?<=[(\[„“"'»«–/,:.-][*_]) (?P=sign)? (?=[^\W_]) ) (?P<opens>)
      | (?: (?<=[^\s*_][*_]) (?P=sign)? (?![^ \n])
          | (?<=[^\W_][*_]) (?P=sign)? (?=[)\].,;:!?„“”"'»«…–/-]) ) (?P<closes>)
      | (?<=\[) (?P<label>[^\[\]`]*) \]\( (?P<target>[^\x00-\x20\x7f<>()\\&]+) (?:[ ]"(?P<title>[^"\\&\n]+)")? \)
        (?P<link>)
      | (?P<unsure>) (?: (?<!&) | (?=[#A-Za-z]) )
    )""",
    re.VERBOSE,
)
_TAGS: Final = ("", "em", "strong")
"""By the length of a run."""


def read_usual(text: str, address: Callable[[str], str]) -> list[Token] | None:
    """The tokens of an inline text; None if a sign in it is not sure. `address` is what a target becomes."""
    if not _SIGN.search(text):
        return [NewToken("text", "", 0, text)] if text else []
    tokens: list[Token] = []
    return tokens if _read(text, 0, len(text), address=address, tokens=tokens) else None


def _read(text: str, start: int, end: int, *, address: Callable[[str], str], tokens: list[Token]) -> bool:
    """Append the tokens of `text[start:end]`; False at a sign that is not sure."""
    runs: list[str] = []
    done = start
    for sign in _SIGN.finditer(text, start, end):
        kind, words = sign.lastgroup, text[done : sign.start()]
        done = sign.end()
        if kind == "line":
            _end_line(words, tokens)
            continue
        if kind == "link":
            if not _read_link(sign, words, address=address, tokens=tokens):
                return False
            continue
        if words:
            tokens.append(NewToken("text", "", 0, words))
        if kind == "opens":
            runs.append(sign[0])
            tag = _TAGS[len(sign[0])]
            tokens.append(NewToken(tag + "_open", tag, 1))
        elif kind == "closes" and runs and runs.pop() == sign[0]:
            tag = _TAGS[len(sign[0])]
            tokens.append(NewToken(tag + "_close", tag, -1))
        elif kind == "code":
            tokens.append(NewToken("code_inline", "code", 0, _code(sign[kind])))
        else:
            return False
    if done < end:
        tokens.append(NewToken("text", "", 0, text[done:end]))
    return not runs


def _end_line(words: str, tokens: list[Token]) -> None:
    """The words before the end of a line, and its end: two spaces make it a hard one."""
    kept = words.rstrip(" ")
    if kept:
        tokens.append(NewToken("text", "", 0, kept))
    tokens.append(NewToken("hardbreak" if len(words) - len(kept) > 1 else "softbreak", "br", 0))


def _code(content: str) -> str:
    """What stands between backticks: on one line, and without the spaces that keep it off them (CommonMark 6.1)."""
    content = content.replace("\n", " ")
    return content[1:-1] if content[0] == content[-1] == " " and content.strip(" ") else content


def _read_link(link: re.Match[str], words: str, *, address: Callable[[str], str], tokens: list[Token]) -> bool:
    """A link, or a picture if the `words` before it end in `!`; False at a sign in it that is not sure."""
    is_picture = words.endswith("!")
    kept = words[:-1] if is_picture else words
    if kept:
        tokens.append(NewToken("text", "", 0, kept))
    at = link.start() - is_picture
    meta = {"at": at, "source": link.string[at : link.end()]}
    target = address(link["target"])
    title = {"title": link["title"]} if link["title"] else {}
    if is_picture:
        children = read_usual(link["label"], address)
        attrs = {"src": target, "alt": "", **title}
        tokens.append(
            Token("image", "img", 0, attrs=attrs, children=children or None, content=link["label"], meta=meta)
        )
        return children is not None
    tokens.append(Token("link_open", "a", 1, attrs={"href": target, **title}, meta=meta))
    is_sure = _read(link.string, *link.span("label"), address=address, tokens=tokens)
    tokens.append(NewToken("link_close", "a", -1))
    return is_sure
