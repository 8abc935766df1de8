"""What a script asks for, as far as its text tells: literal addresses in the calls that load something.

What a script puts together at run time no build can see; the Content Security Policy stops that in the browser.
"""

from __future__ import annotations

import re
import sys
from typing import Final

from sitegen.checks.requests.addresses import host_asked
from sitegen.checks.requests.gathering import collect
from sitegen.checks.requests.request import Collector, Fetch
from sitegen.text.patterns import later

_STRING: Final = r"""\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
_COMMENT: Final = later(rf"({_STRING})|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_CALLS: Final[tuple[tuple[str, Fetch], ...]] = (
    (r"\bimport\s*\(", "script-src"),
    (r"\bimportScripts\s*\(", "script-src"),
    (r"\b(?:import|from)\b", "script-src"),
    (r"\bfetch\s*\(", "connect-src"),
    (r"\bsendBeacon\s*\(", "connect-src"),
    (r"\bnew\s+(?:WebSocket|EventSource|WebTransport|Request)\s*\(", "connect-src"),
    (rf"\.\s*open\s*\(\s*(?:{_STRING})\s*,", "connect-src"),
    (r"\bnew\s+(?:Shared)?Worker\s*\(", "worker-src"),
    (r"\bserviceWorker\s*\.\s*register\s*\(", "worker-src"),
)
_ASKED: Final = tuple((later(rf"{call}\s*({_STRING})"), fetch) for call, fetch in _CALLS)
_SOURCE: Final = later(rf"\.\s*src\s*=\s*({_STRING})|\bsetAttribute\s*\(\s*[\"']src[\"']\s*,\s*({_STRING})")
_LITERAL: Final = later(_STRING)
_STORAGE: Final = later(r"\bdocument\s*\.\s*cookie\b|\b(?:localStorage|sessionStorage|indexedDB|cookieStore)\b")
_ESCAPE: Final = later(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(.))")


def collect_from_js(script: str, *, into: Collector, inert: bool = False) -> None:
    """Note all of it; a file of a script that is handed to an unknown function counts as loaded, too."""
    text = _COMMENT().sub(lambda match: match[1] or " ", script)
    for pattern, fetch in _ASKED:
        for match in pattern().finditer(text):
            if not _is_dynamic(match[1]):
                collect(_value(match[1]), fetch, "js", into=into, inert=inert)
    for match in _SOURCE().finditer(text):
        address = _value(match[1] or match[2])
        if _is_foreign(address):
            collect(address, "script-src" if _is_script(address) else "img-src", "js", into=into, inert=inert)
    for literal in _LITERAL().findall(text):
        address = _value(literal)
        if _is_foreign(address) and _is_script(address) and not _is_known(address, into):
            collect(address, "script-src", "js", into=into, inert=inert)
    into.storage.update("".join(found.split()) for found in _STORAGE().findall(text))


def _is_dynamic(literal: str) -> bool:
    """Whether a template begins with what only its run can tell."""
    return literal.startswith("`${")


def _is_foreign(address: str) -> bool:
    host = host_asked(address)
    return bool(host) and "$" not in host


def _is_script(address: str) -> bool:
    """Whether an address names a file of a script: pixels and tag managers hand it to a function of their own."""
    path = address.partition("?")[0].partition("#")[0]
    return path.endswith((".js", ".mjs"))


def _is_known(address: str, collected: Collector) -> bool:
    return any(request.address == address for request in collected.foreign)


def _value(literal: str) -> str:
    """The text between the quotes, its escapes resolved; what a template puts in stays as it is."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2] or match[3] or "0", 16)
        return chr(code) if 0 < code <= sys.maxunicode else (match[4] or "")

    return _ESCAPE().sub(character, literal[1:-1])
