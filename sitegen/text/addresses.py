"""Where running text holds something a machine reads: a web or mail address, a path, the name of a file.

The typographer leaves these places alone. Never checks whether an address exists or is well formed.
"""

from __future__ import annotations

import re

from sitegen.text.patterns import later

_DOT_WITHIN = re.compile(r"\.\w")
_WORD_WITH_SIGN = later(r"(?<!\S)[^\s@\\/.]*[@\\/.]\S*")
_BRACKETS_BEFORE = later(r"""(?:[(\[{<"'´`“”„‚‘’«»‹›…]|\.\.\.(?![./\\]))*""")
_LEFT_OUT = later(r"\.{2,}")  # https://beispiel.de/... names a path, too
_SIGNS_BEHIND = """.,;:!?…)]}>"'´`“”„‚‘’«»‹›"""

# Whether a word is an address must not change when the words around it are set, so what may hold quotation marks is
# looked for anywhere in it or at its start, never up to its end.
_ADDRESS = later(
    r"""
      .*://                                                # https://…
    | .*\w@[\w-]+\.\w                                      # a mail address
    | .*\\                                                 # C:\Ablage
    | www\.\w
    | (?:~|\.\.?)?/[\w.~]                                  # /etc, ./bild.jpg, ~/ablage
    | [A-Za-z]:/
    | [\w.~%+@:,=&?\#-]*(?:/[\w.~%+@:,=&?\#-]*){2,}\Z      # content/blog/rechnungen
    | [\w.~%+/-]*\w\.[a-z][a-z0-9]{1,4}(?:[/?\#:][\w.~%+@:,=&?\#/-]*)?\Z    # bericht-2024.pdf, beispiel.de/blog
    """,
    re.VERBOSE,
)


def address_spans(text: str) -> list[tuple[int, int]]:
    """Start and end (exclusive) of each address in `text`, in order, without the brackets and signs around it.

    A word with one slash („und/oder“, „Auftraggeber/-in“) is none; one with two, or with a small-lettered ending, is.
    """
    if "/" not in text and "@" not in text and "\\" not in text and not _DOT_WITHIN.search(text):
        return []
    spans: list[tuple[int, int]] = []
    for word in _WORD_WITH_SIGN().finditer(text):
        token = word[0]
        begin = _end_of(_BRACKETS_BEFORE(), token, 0)
        end = len(token.rstrip(_SIGNS_BEHIND))
        if begin < end and _ADDRESS().match(token[begin:end]):
            spans.append((word.start() + begin, word.start() + _end_of(_LEFT_OUT(), token, end)))
    return spans


def _end_of(expression: re.Pattern[str], token: str, position: int) -> int:
    """Where the expression ends if it is found at `position`, else `position` itself."""
    match = expression.match(token, position)
    return match.end() if match else position
