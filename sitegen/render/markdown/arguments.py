"""The words behind the name of a shortcode or a `:::` block: `"wert" key="v" 15.3.2026`.

Values stand in quotation marks of any kind (a word processor changes them) or are single words. Only reads; what a
command makes of its arguments is `commands`' matter.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sitegen.text.patterns import later


class Given(NamedTuple):
    """One argument as written; places count from the text's beginning."""

    key: str
    """Empty for an argument that is only a value."""
    value: str
    start: int
    value_start: int
    """Where the value itself begins, behind key and quotation mark."""
    end: int
    is_quoted: bool


class Arguments(NamedTuple):
    """All arguments of a text; `unclosed` is where a quotation mark is opened and never closed, or -1."""

    given: tuple[Given, ...]
    unclosed: int


_KEY: Final = later(r"([^\W\d][\w-]*)\s*=\s*")
_QUOTED: Final = later(r"""["“”]([^"“”]*)["“”]|„([^"“”]*)["“”]|»([^«]*)«|«([^»]*)»|'([^']*)'|‚([^‘']*)[‘']""")
_QUOTES: Final = "\"„“”»«'‚"
_WORD: Final = later(r"""[^\s"„“”]+""")
_SPACE: Final = later(r"\s*")


def read_arguments(text: str) -> Arguments:
    """Read `text` to its end. Never fails: what follows an unclosed quotation mark is left out."""
    given: list[Given] = []
    at = _after_space(text, 0)
    while at < len(text):
        start = at
        key = _KEY().match(text, at)
        if key:
            at = key.end()
        if at < len(text) and text[at] in _QUOTES:
            quoted = _QUOTED().match(text, at)
            if quoted is None:
                return Arguments(tuple(given), at)
            value, end, is_quoted = quoted[quoted.lastindex or 0], quoted.end(), True
        else:
            word = _WORD().match(text, at)
            value, end, is_quoted = word[0] if word else "", word.end() if word else at, False
        given.append(Given(key[1] if key else "", value, start, at + is_quoted, end, is_quoted))
        at = _after_space(text, end)
    return Arguments(tuple(given), -1)


def _after_space(text: str, at: int) -> int:
    found = _SPACE().match(text, at)
    return found.end() if found else at
