"""What a script asks for, as far as its text tells: literal addresses in calls that load something, or names of them.

What a script puts together at run time no build can see; the Content Security Policy stops that in the browser. An
address that is merely written down, as the target of a link, asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sitegen.checks.requests.addresses import host_asked
from sitegen.checks.requests.gathering import collect
from sitegen.checks.requests.js_text import STRING, named_texts, readable, value_of
from sitegen.checks.requests.request import Collector, Fetch
from sitegen.text.patterns import later

_CALLS: Final[tuple[tuple[str, Fetch], ...]] = (
    (r"\bimport\s*\(", "script-src"),
    (r"\bimportScripts\s*\(", "script-src"),
    (r"\b(?:audio|paint|layout)Worklet\s*\.\s*addModule\s*\(", "script-src"),
    (r"\bfetch(?:Later)?\s*(?:\?\.\s*)?\(", "connect-src"),
    (r"\bsendBeacon[\"']?\]?\s*(?:\?\.\s*)?\(", "connect-src"),
    (r"\bnew\s+(?:WebSocket|EventSource|WebTransport|Request)\s*\(", "connect-src"),
    (rf"(?<!window)\.\s*open\s*\(\s*(?:{STRING}|[\w$.]+)\s*,", "connect-src"),
    (r"(?:\$|\bjQuery|\baxios|\bky)\s*\.\s*(?:get|getJSON|post|put|patch|load|ajax|request)\s*\(", "connect-src"),
    (r"(?:\$\s*\.\s*ajax|\bjQuery\s*\.\s*ajax|\baxios)\s*\(\s*\{[^{}]*?\burl\s*:", "connect-src"),
    (r"\bnew\s+(?:Shared)?Worker\s*\(", "worker-src"),
    (r"\bserviceWorker\s*\.\s*register\s*\(", "worker-src"),
    (r"\bnew\s+Audio\s*\(", "media-src"),
    (r"\.\s*action\s*=", "form-action"),
)
_WRAPPED: Final = r"\s*(?:new\s+URL\s*\(\s*)?"
_ASKED: Final = tuple((later(rf"{call}{_WRAPPED}({STRING})"), fetch) for call, fetch in _CALLS)
_ASKED_BY_NAME: Final = tuple(
    (later(rf"{call}{_WRAPPED}(?:`\$\{{\s*)?(?:[\w$]+\s*\.\s*)*([A-Za-z_$][\w$]*)"), fetch) for call, fetch in _CALLS
)
_IMPORT: Final = later(rf"\b(?:import|from)\b\s*({STRING})")
_SOURCE: Final = later(
    rf"\.\s*src(?:set)?\s*=\s*(?:[^;,\n\"'`]{{0,80}}\?\s*)?({STRING})(?:\s*:\s*({STRING}))?|\bsrc(?:set)?[\"']?\s*:\s*({STRING})|"
    rf"\bsetAttribute\s*\(\s*[\"']src(?:set)?[\"']\s*,\s*({STRING})"
)
_SOURCE_BY_NAME: Final = later(r"\.\s*src\s*=\s*(?:`\$\{\s*)?(?:[\w$]+\s*\.\s*)*([A-Za-z_$][\w$]*)")
_LITERAL: Final = later(STRING)
_ELEMENT: Final = later(
    r"<(script|iframe|img|link|video|audio|source|embed|object)\b[^>]{0,300}?\s(?:src|srcset|href|data|poster)\s*=\s*[\"']?([^\s\"'>]+)",
    re.IGNORECASE,
)
_OF_ELEMENT: Final[Mapping[str, Fetch]] = {
    "script": "script-src",
    "iframe": "frame-src",
    "img": "img-src",
    "link": "style-src",
    "video": "media-src",
    "audio": "media-src",
    "source": "media-src",
    "embed": "object-src",
    "object": "object-src",
}
_URL: Final = later(r"\burl\(\s*[\"']?([^\s\"')]+)", re.IGNORECASE)
_ICE: Final = later(r"(?:stun|turn)s?:([^:?\s]+)", re.IGNORECASE)
_FONT_FILES: Final = (".woff2", ".woff", ".ttf", ".otf")
_STORAGE: Final = later(
    r"\bdocument\s*(?:\.\s*cookie\b|\[\s*[\"'](cookie)[\"'])|\b(?:localStorage|sessionStorage|indexedDB|cookieStore)\b|"
    r"\bcaches\s*\.\s*open\b"
)


def collect_from_js(script: str, *, into: Collector, inert: bool = False) -> None:
    """Note all of it; a file of a script or stylesheet that is handed to an unknown function counts as loaded, too."""
    text = readable(script)
    for address, fetch in _asked_plainly(text):
        collect(address, fetch, "js", into=into, inert=inert)
    for address, fetch in (*_asked_by_name(text), *_asked_within(text)):
        if _is_foreign(address) and not _is_known(address, into):
            collect(address, fetch, "js", into=into, inert=inert)
    into.storage.update(map(_storage_name, _STORAGE().finditer(text)))


def _asked_plainly(text: str) -> Iterator[tuple[str, Fetch]]:
    """What is called with a literal."""
    for pattern, fetch in (*_ASKED, (_IMPORT, "script-src")):
        for match in pattern().finditer(text):
            if not match[1].startswith("`${"):
                yield value_of(match[1]), fetch
    for match in _SOURCE().finditer(text):
        for literal in filter(None, match.groups()):
            address = value_of(literal)
            if _is_foreign(address):
                yield address, _fetch_of(address, "img-src")


def _asked_by_name(text: str) -> Iterator[tuple[str, Fetch]]:
    """What is called with a name, or with something that begins with one, to which a literal was given."""
    named = {name: found for name, texts in named_texts(text).items() if (found := tuple(filter(_is_foreign, texts)))}
    if not named:
        return
    for pattern, fetch in _ASKED_BY_NAME:
        for match in pattern().finditer(text):
            yield from ((address, fetch) for address in named.get(match[1], ()))
    for match in _SOURCE_BY_NAME().finditer(text):
        yield from ((address, _fetch_of(address, "img-src")) for address in named.get(match[1], ()))


def _asked_within(text: str) -> Iterator[tuple[str, Fetch]]:
    """Literals that load something wherever they are handed: files of scripts, pieces of HTML and of stylesheets."""
    for literal in _LITERAL().findall(text):
        value = value_of(literal)
        if "<" in value:
            yield from ((match[2], _OF_ELEMENT[match[1].lower()]) for match in _ELEMENT().finditer(value))
        elif "url(" in value.lower():
            yield from ((match[1], _fetch_of(match[1], "img-src")) for match in _URL().finditer(value))
        elif ice := _ICE().match(value):
            yield f"https://{ice[1]}/", ""
        elif _fetch_of(value, "") in {"script-src", "style-src"}:
            yield value, _fetch_of(value, "")


def _fetch_of(address: str, otherwise: Fetch) -> Fetch:
    """By what an address names: pixels and tag managers hand a file of a script to a function of their own."""
    path = address.partition("?")[0].partition("#")[0].lower()
    if path.endswith((".js", ".mjs")):
        return "script-src"
    if path.endswith(".css"):
        return "style-src"
    return "font-src" if path.endswith(_FONT_FILES) else otherwise


def _is_foreign(address: str) -> bool:
    host = host_asked(address)
    return bool(host) and "$" not in host


def _is_known(address: str, collected: Collector) -> bool:
    return any(request.address == address for request in collected.foreign)


def _storage_name(match: re.Match[str]) -> str:
    """By which name it is told: `document.cookie`, however it was reached."""
    return "document.cookie" if match[1] else "".join(match[0].split()).removesuffix(".open")
