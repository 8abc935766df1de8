"""Inline texts as nearly all are written, read in one pass: text, lines, `*emphasis*`, `code`, links, pictures.

One expression finds every sign that could begin something. It takes only what CommonMark reads in one way whatever
stands around it; at the first sign that could mean more, the whole text is left to the library. So this never decides
a doubtful case: where it gives tokens, they are the library's, but for what nobody asks for: `level`, `markup`, and the
empty texts that are left over beside strong emphasis.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.render.markdown.targets import Leads, leads
from sitegen.render.markdown.tokens import Token

SHORTCODE: Final = r"""\{(?: [^"„“”{}] | "[^"]*" | „[^"“”]*["“”] | [“”][^"“”]*["“”] | \}(?!\}) )*+\}\}"""
"""An expression for a shortcode behind its first brace."""

SIGNS: Final = "\n`*_[\\<{~&"
"""Every character that could begin something. To ask for each of them is quicker than to search for any."""

# Begins with one set of characters, which the engine looks for quickly; what comes next asks back which of them it was.
# A run of `*` or `_` is taken where it can only open or only close (CommonMark 6.2, left- and right-flanking): between
# a space and something, or between a sign and a letter.
SIGN: Final = re.compile(
    rf"""
    (?P<sign>[{re.escape(SIGNS)}])
    (?: (?<=\n) [ \t]* (?P<line>)
      | (?<=`) (?P<code>[^`]+) ` (?!`)
      | (?: (?<![^ \n][*_]) (?<=[*_]) (?P=sign)? (?=[^\s*_])
          | (?<=[(\[„“"'»«–/,:.-][*_]) (?P=sign)? (?=[^\W_]) ) (?P<opens>)
      | (?: (?<=[^\s*_][*_]) (?P=sign)? (?![^ \n])
          | (?<=[^\W_][*_]) (?P=sign)? (?=[)\].,;:!?„“”"'»«…–/-]) ) (?P<closes>)
      | (?<=\[) (?P<label>[^\[\]`]*) \]\( (?P<target>[^\x00-\x20\x7f<>()\\&]+) (?:[ ]"(?P<title>[^"\\&\n]+)")? \)
        (?P<link>)
      | (?<=\{{) {SHORTCODE} (?P<shortcode>)
      | (?P<unsure>) (?: (?<!&) | (?=[#A-Za-z]) )
    )""",
    re.VERBOSE,
)
"""The groups are named by what a sign does; `unsure` is one for the library."""
PLAIN_ADDRESS: Final = re.compile(
    r"(?:https?://[a-z0-9.-]{1,200}(?![^/#])|mailto:[A-Za-z0-9._-]+@[a-z0-9.-]+|tel:\+?[0-9-]+)"
    r"(?:/[A-Za-z0-9/._~-]*)?(?:#[A-Za-z0-9_-]*)?"
)
"""Addresses that lead outside, in which there is nothing to percent-encode."""
_TAGS: Final = ("", "em", "strong")
"""By the length of a run."""


def read_usual_inline(text: str) -> list[Token] | None:
    """The tokens of an inline text; None if a sign in it is not sure."""
    if not SIGN.search(text):
        return [Token("text", "", 0, text)] if text else []
    tokens: list[Token] = []
    return tokens if _read(text, 0, len(text), tokens) else None


def _read(text: str, start: int, end: int, tokens: list[Token]) -> bool:
    """Append the tokens of `text[start:end]`; False at a sign that is not sure."""
    runs: list[str] = []
    done = start
    for sign in SIGN.finditer(text, start, end):
        kind, words = sign.lastgroup, text[done : sign.start()]
        done = sign.end()
        if kind == "line":
            _end_line(words, tokens)
            continue
        if kind == "link":
            if not _read_link(sign, words, tokens):
                return False
            continue
        if words:
            tokens.append(Token("text", "", 0, words))
        if kind == "opens":
            runs.append(sign[0])
            tag = _TAGS[len(sign[0])]
            tokens.append(Token(tag + "_open", tag, 1))
        elif kind == "closes" and runs and runs.pop() == sign[0]:
            tag = _TAGS[len(sign[0])]
            tokens.append(Token(tag + "_close", tag, -1))
        elif kind in {"code", "shortcode"}:
            code = kind == "code"
            tokens.append(Token("code_inline", "code", 0, inner_code(sign["code"])) if code else _shortcode(sign))
        else:
            return False
    if done < end:
        tokens.append(Token("text", "", 0, text[done:end]))
    return not runs


def _end_line(words: str, tokens: list[Token]) -> None:
    """The words before the end of a line, and its end: two spaces make it a hard one."""
    kept = words.rstrip(" ")
    if kept:
        tokens.append(Token("text", "", 0, kept))
    tokens.append(Token("hardbreak" if len(words) - len(kept) > 1 else "softbreak", "br", 0))


def inner_code(content: str) -> str:
    """What stands between backticks: on one line, and without the spaces that keep it off them (CommonMark 6.1)."""
    content = content.replace("\n", " ")
    is_kept_off = content[0] == content[-1] == " " and content.strip(" ")
    return content[1:-1] if is_kept_off else content


def _shortcode(sign: re.Match[str]) -> Token:
    return Token("shortcode", "", 0, sign[0], meta={"at": sign.start(), "is_closed": True})


def _read_link(link: re.Match[str], words: str, tokens: list[Token]) -> bool:
    """A link, or a picture if the `words` before it end in `!`; False at a sign in it that is not sure."""
    is_picture, target = words.endswith("!"), link["target"]
    if not PLAIN_ADDRESS.fullmatch(target) and leads(target) is Leads.OUTSIDE:
        return False  # there may be something to encode
    kept = words[:-1] if is_picture else words
    if kept:
        tokens.append(Token("text", "", 0, kept))
    at = link.start() - is_picture
    token = Token("image", "img", 0, link["label"]) if is_picture else Token("link_open", "a", 1)
    token.meta = {"at": at, "source": link.string[at : link.end()]}
    token.attrs = {"src": target, "alt": ""} if is_picture else {"href": target}
    if link["title"]:
        token.attrs["title"] = link["title"]
    tokens.append(token)
    if is_picture:
        children = read_usual_inline(link["label"])
        token.children = children or None
        return children is not None
    is_sure = _read(link.string, *link.span("label"), tokens)
    tokens.append(Token("link_close", "a", -1))
    return is_sure
