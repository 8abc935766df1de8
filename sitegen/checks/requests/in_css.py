"""What a stylesheet asks for: `@import`, `url()`, `image-set()`. Comments are none, and escapes hide nothing."""

from __future__ import annotations

import re
import sys
from typing import Final

from sitegen.checks.requests.gathering import collect
from sitegen.checks.requests.request import Collector, Fetch
from sitegen.text.patterns import later

_STRING: Final = r"""\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"""
_COMMENT: Final = later(rf"({_STRING})|/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE: Final = later(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|([^\n]))")
_ASKED: Final = later(
    rf"""@namespace[^;]*;
    | @import\s*(?:url\(\s*)?(?P<sheet>{_STRING}|[^\s;)]+)
    | \b(?:url\(\s*(?P<url>{_STRING}|[^\s)]+)|src\(\s*(?P<src>{_STRING}))
    | image-set\((?P<set>(?:[^()]|\([^()]*\))*)\)""",
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED: Final = later(_STRING)
_FONT: Final = later(r"@font-face\s*\Z", re.IGNORECASE)


def collect_from_css(css: str, *, into: Collector, inert: bool = False) -> None:
    """Note all of it; `css` is a stylesheet, or the value of an attribute `style`."""
    text = _without_escapes(_COMMENT().sub(lambda match: match[1] or " ", css))
    for match in _ASKED().finditer(text):
        if match["sheet"]:
            collect(_bare(match["sheet"]), "style-src", "css", into=into, inert=inert)
        elif named := match["url"] or match["src"]:
            collect(_bare(named), _fetch_at(text, match.start()), "css", into=into, inert=inert)
        elif match["set"]:
            for quoted in _QUOTED().findall(match["set"]):
                _collect_picture(_bare(quoted), into=into, inert=inert)
            for inner in _ASKED().finditer(match["set"]):
                collect(_bare(inner["url"] or ""), "img-src", "css", into=into, inert=inert)


def _collect_picture(text: str, *, into: Collector, inert: bool) -> None:
    if "/" in text and not text.startswith("image/"):  # `type("image/avif")` is no address
        collect(text, "img-src", "css", into=into, inert=inert)


def _fetch_at(css: str, position: int) -> Fetch:
    """A font where the rule around it is one of fonts, else a picture."""
    opened = css.rfind("{", 0, position)
    closed = css.rfind("}", 0, position)
    return "font-src" if opened > closed and _FONT().search(css, 0, opened) else "img-src"


def _without_escapes(css: str) -> str:
    r"""`\75rl(…)` is `url(…)`; an escaped quote stays escaped, since it ends no string."""

    def letter(match: re.Match[str]) -> str:
        code = int(match[1], 16) if match[1] else ord(match[2])
        character = chr(code) if 0 < code <= sys.maxunicode else "\ufffd"
        return match[0] if character in "\"'\\" else character

    return _ESCAPE().sub(letter, css)


def _bare(target: str) -> str:
    return target[1:-1] if target[:1] in {'"', "'"} else target
