r"""The text of a script as far as its requests can be read from it: literals, names for them, no comments. Pure.

No parser of JavaScript. Expressions like `/^https?:\/\//` are taken out, so that no slash in one begins a comment and
no quote in one a text.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping
from re import DOTALL, Match
from typing import Final

from sitegen.text.patterns import later

STRING: Final = r"""\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
_EXPRESSION: Final = (
    r"(?:(?<=[(,=:\[!&|?{};+*%~^<>\n-])|\b(?:return|typeof|case|in|of)\b)[ \t]*/(?![/*])"
    r"(?:[^/\\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n]){0,99}\]){1,300}/[dgimsuvy]*"
)
_UNREAD: Final = later(rf"({STRING})|{_EXPRESSION}|//[^\n]*|/\*.*?(?:\*/|\Z)", DOTALL)
_NAMED: Final = later(rf"(?<![\w$])([\w$]+)[\"']?\s*[=:]\s*({STRING})")
_ESCAPE: Final = later(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(.))")


def readable(script: str) -> str:
    """The script without comments and regular expressions."""
    return _UNREAD().sub(lambda match: match[1] or " ", script)


def named_texts(text: str) -> Mapping[str, tuple[str, ...]]:
    """Variables and properties that are given a literal: name → the texts they are given anywhere."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, literal in _NAMED().findall(text):
        found[name][value_of(literal)] = None
    return {name: tuple(texts) for name, texts in found.items()}


def value_of(literal: str) -> str:
    """The text between the quotes, its escapes resolved; what a template puts in stays as it is."""

    def character(match: Match[str]) -> str:
        code = int(match[1] or match[2] or match[3] or "0", 16)
        return chr(code) if 0 < code <= sys.maxunicode else (match[4] or "")

    return _ESCAPE().sub(character, literal[1:-1])
