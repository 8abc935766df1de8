"""What a finished page asks for: every attribute by which HTML loads, prepares or sends something.

Plain links ask for nothing. What stands in a `<template>` is inert and noted as such, except where the template is the
shadow of an element, which browsers show at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from sitegen.checks.requests.addresses import candidates
from sitegen.checks.requests.gathering import collect
from sitegen.checks.requests.in_css import collect_from_css
from sitegen.checks.requests.in_js import collect_from_js
from sitegen.checks.requests.request import Collector, Fetch, Forbidden, Requests

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = Mapping[str, str | None]

_ASKING: Final = ", ".join(
    (
        *("[src]", "[srcset]", "[poster]", "[action]", "[formaction]", "[background]", "[imagesrcset]", "[ping]"),
        *("[srcdoc]", "link[href]", "object", "embed", "base", "script", "style", "meta"),
        *("svg image", "svg use", "svg feimage"),
    )
)
_SOURCES: Final[Mapping[str, Fetch]] = {
    "script": "script-src",
    "iframe": "frame-src",
    "frame": "frame-src",
    "audio": "media-src",
    "video": "media-src",
    "track": "media-src",
    "source": "media-src",
}
"""Element → what its `src` loads; a picture everywhere else."""
_RELS: Final[Mapping[str, Fetch]] = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "apple-touch-icon-precomposed": "img-src",
    "apple-touch-startup-image": "img-src",
    "mask-icon": "img-src",
    "modulepreload": "script-src",
    "manifest": "manifest-src",
    "preconnect": "",
    "dns-prefetch": "",
    "prefetch": "",
    "prerender": "",
}
_PRELOADED: Final[Mapping[str, Fetch]] = {
    "script": "script-src",
    "style": "style-src",
    "image": "img-src",
    "font": "font-src",
    "fetch": "connect-src",
    "audio": "media-src",
    "video": "media-src",
    "track": "media-src",
    "worker": "worker-src",
}
_RUNS: Final = re.compile(
    r"(?:module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma|live|j)script.*)?"
)
"""The types of scripts that a policy rules over; every other type is data."""
_REFRESH: Final = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*['\"]?(.*?)['\"]?\s*", re.IGNORECASE | re.DOTALL)
_TEMPLATE: Final = re.compile(r'<template(?:[^">]|"[^"]*")*>')
_SUSPICIOUS: Final = re.compile(r"\s(?:on[a-z]+|style)\s*=|javascript:|url\(", re.IGNORECASE)
_PROSE: Final = frozenset({"content", "alt", "title", "value", "placeholder", "aria-label"})
_SHOWN: Final = 60
"""Characters of a fault that are kept to find it again."""


def requests_in(html: str) -> Requests:
    """All that the page or fragment `html` asks for."""
    from selectolax.lexbor import LexborHTMLParser

    return requests_in_tree(LexborHTMLParser(html), html)


def requests_in_tree(tree: LexborHTMLParser, html: str) -> Requests:
    """The same of a page that is parsed already; `html` is its text."""
    found = Collector()
    _collect_tree(tree, html, into=found, inert=False)
    return found.done()


def _collect_page(html: str, *, into: Collector, inert: bool) -> None:
    from selectolax.lexbor import LexborHTMLParser

    _collect_tree(LexborHTMLParser(html), html, into=into, inert=inert)


def _collect_tree(tree: LexborHTMLParser, html: str, *, into: Collector, inert: bool) -> None:
    for node in tree.css(_ASKING):
        _collect_element(node, into=into, inert=inert)
    if _SUSPICIOUS.search(html):
        _collect_inline(tree, into=into, inert=inert)
    for node in tree.css("template"):
        opening = _TEMPLATE.match(node.html or "")
        if opening:
            inner = (node.html or "")[opening.end() :].removesuffix("</template>")
            _collect_page(inner, into=into, inert=inert or "shadowrootmode" not in node.attributes)


def _collect_element(node: LexborNode, *, into: Collector, inert: bool) -> None:
    tag, attributes = (node.tag or "").lower(), node.attributes
    special = _SPECIAL.get(tag)
    if special:
        special(node, into, inert)
    elif attributes.get("src"):
        collect(attributes["src"] or "", _source(node), tag, into=into, inert=inert)
    for name, fetch in _ATTRIBUTES.items():
        if attributes.get(name):
            collect(attributes[name] or "", fetch, tag, into=into, inert=inert)
    for name in ("srcset", "imagesrcset"):
        for address in candidates(attributes.get(name) or ""):
            collect(address, "img-src", tag, into=into, inert=inert)
    for address in (attributes.get("ping") or "").split():
        collect(address, "connect-src", tag, into=into, inert=inert)
    if attributes.get("srcdoc"):
        into.own.add(("frame-src", "'self'"))
        _collect_page(attributes["srcdoc"] or "", into=into, inert=inert)


_ATTRIBUTES: Final[Mapping[str, Fetch]] = {
    "poster": "img-src",
    "background": "img-src",
    "action": "form-action",
    "formaction": "form-action",
}


def _source(node: LexborNode) -> Fetch:
    if node.tag == "source" and node.parent and node.parent.tag == "picture":
        return "img-src"
    return _SOURCES.get(node.tag or "", "img-src")


def _script(node: LexborNode, into: Collector, inert: bool) -> None:  # noqa: FBT001 - one of a table of functions
    attributes = node.attributes
    address = attributes.get("src") or attributes.get("href") or attributes.get("xlink:href")
    text = node.text()
    if not _RUNS.fullmatch((attributes.get("type") or "").strip().lower()):
        return
    if address:
        collect(address, "script-src", "script", into=into, inert=inert)
    elif text.strip():
        into.forbidden[Forbidden(kind="script", text=_beginning(text))] = None
        collect_from_js(text, into=into, inert=inert)


def _style(node: LexborNode, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    into.forbidden[Forbidden(kind="style", text="<style")] = None
    collect_from_css(node.text(), into=into, inert=inert)


def _link(node: LexborNode, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    attributes = node.attributes
    address = attributes.get("href")
    for rel in dict.fromkeys((attributes.get("rel") or "").lower().split()):
        if address and rel == "preload":
            fetch = _PRELOADED.get((attributes.get("as") or "").lower(), "connect-src")
            collect(address, fetch, "link", into=into, inert=inert)
        elif address and rel in _RELS:
            collect(address, _RELS[rel], "link", into=into, inert=inert)


def _meta(node: LexborNode, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    attributes = node.attributes
    content = attributes.get("content") or ""
    if (attributes.get("http-equiv") or "").strip().lower() == "refresh":
        match = _REFRESH.fullmatch(content)
        if match and match[1]:
            collect(match[1], "", "meta", into=into, inert=inert)
    elif (attributes.get("name") or "").strip().lower() == "referrer":
        into.referrer = content.strip().lower()


def _base(node: LexborNode, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    address = node.attributes.get("href")
    if address:
        into.forbidden[Forbidden(kind="base", text=address)] = None
        collect(address, "", "base", into=into, inert=inert)


def _object(node: LexborNode, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    address = node.attributes.get("data") or node.attributes.get("src") or ""
    into.forbidden[Forbidden(kind="object", text=address or f"<{node.tag}")] = None
    collect(address, "object-src", node.tag or "", into=into, inert=inert)


def _drawn(node: LexborNode, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    for name in ("href", "xlink:href"):
        if node.attributes.get(name):
            collect(node.attributes[name] or "", "img-src", node.tag or "", into=into, inert=inert)


_SPECIAL: Final[Mapping[str, Callable[[LexborNode, Collector, bool], None]]] = {
    "script": _script,
    "style": _style,
    "link": _link,
    "meta": _meta,
    "base": _base,
    "object": _object,
    "embed": _object,
    "image": _drawn,
    "use": _drawn,
    "feimage": _drawn,
}


def _collect_inline(tree: LexborHTMLParser, *, into: Collector, inert: bool) -> None:
    """What stands in attributes and is no address: handlers, styles, `url()` of drawings, `javascript:`."""
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            text = value or ""
            if name.startswith("on"):
                into.forbidden[Forbidden(kind="handler", text=f"{name}=")] = None
            elif name == "style":
                into.forbidden[Forbidden(kind="style", text=_beginning(text))] = None
                collect_from_css(text, into=into, inert=inert)
            elif name in {"href", "xlink:href"} and text.lstrip().lower().startswith("javascript:"):
                into.forbidden[Forbidden(kind="address", text=_beginning(text))] = None
            elif "url(" in text and name not in _PROSE and not name.startswith("data-"):
                collect_from_css(text, into=into, inert=inert)


def _beginning(text: str) -> str:
    """The first line that says anything, so far as it is needed to find it again."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:_SHOWN]
