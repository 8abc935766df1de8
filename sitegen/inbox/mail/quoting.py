"""What visitors wrote, as it may stand in a mail: set apart by `> `, on lines of its own, with nothing to click on.

A mail of the inbox comes from the owner's own domain, so a link in it would be believed. Addresses are therefore broken
where everybody sees it: `https://x.example` becomes `hxxps://x[.]example`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SCHEME: Final = re.compile(r"\b(h)(tt)(ps?)(?=:)", re.IGNORECASE)
_OTHER_SCHEME: Final = re.compile(r"\b(?!hxxps?:)([a-z][a-z0-9+.-]{1,20}):(?=//)", re.IGNORECASE)
_DOMAIN: Final = re.compile(r"(?<![\w.-])((?:[\w-]+\.)+)([^\W\d_]{2,24}|xn--[\w-]+)(?![\w-])")
_ADDRESS: Final = re.compile(r"(?<=\w)@(?=[\w-]+\.)")
_BREAK: Final = re.compile("\r\n|[\r\u2028\u2029\x85\v\f]")
_KEPT: Final = "\n\u200c\u200d"
"""Line ends, and what holds emoji and some scripts together."""
_CUT: Final = "…"


def defanged(text: str) -> str:
    """The text with every web and mail address broken so that no mail program makes a link of it."""
    harmless = _SCHEME.sub(lambda found: f"{found[1]}xx{found[3]}", text)
    harmless = _OTHER_SCHEME.sub(r"\1[:]", harmless)
    harmless = _ADDRESS.sub("[@]", harmless)
    return _DOMAIN.sub(lambda found: f"{found[1][:-1]}[.]{found[2]}", harmless)


def quoted(text: str) -> str:
    """The text as a quotation, defanged; each line begins with `>`."""
    lines = _visible(defanged(text)).strip("\n").split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def on_one_line(text: str) -> str:
    """The text defanged, on one line."""
    return " ".join(_visible(defanged(text)).split())


def labelled(label: str, value: str) -> str:
    """The answer to a field on one line, after its label; a label that asks needs no colon."""
    return f"{label}{'' if label.endswith('?') else ':'} {on_one_line(value)}"


def beginning(text: str, limit: int) -> str:
    """At most `limit` characters of the text, with … where more follows."""
    return text if len(text) <= limit else f"{text[: max(limit, 1) - 1].rstrip(f' {_CUT}')}{_CUT}"


def _visible(text: str) -> str:
    """Without control characters and marks of direction, which could make a line look like another."""
    plain = _BREAK.sub("\n", text).replace("\t", " ")
    return "".join(letter for letter in plain if letter in _KEPT or unicodedata.category(letter) not in {"Cc", "Cf"})
