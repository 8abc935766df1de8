"""What a finished page asks for: every attribute by which HTML loads, prepares or sends something.

Plain links ask for nothing. What stands in a `<template>` is inert and noted as such, except where the template is the
shadow of an element, which browsers show at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from sitegen.checks.elements import Element
from sitegen.checks.parsed import ParsedPage
from sitegen.checks.requests.addresses import candidates, scheme_of
from sitegen.checks.requests.gathering import collect
from sitegen.checks.requests.request import Collector, Fetch, Forbidden, Requests
from sitegen.text.patterns import later

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ASKING: Final = frozenset(
    {
        *("src", "srcset", "poster", "action", "formaction", "background", "imagesrcset", "ping", "srcdoc"),
        "attributionsrc",
    }
)
"""Attributes by which any element may ask for something; `_SPECIAL` elements have more."""
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
    "compression-dictionary": "connect-src",
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
_RUNS: Final = later(r"(?:module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma|live|j)script.*)?")
"""The types of scripts that a policy rules over; every other type is data."""
_REFRESH: Final = later(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*['\"]?(.*?)['\"]?\s*", re.IGNORECASE | re.DOTALL)
_TEMPLATE: Final = re.compile(r'<template(?:[^">]|"[^"]*")*>')
_HARMLESS: Final = frozenset(
    {
        *("class", "id", "rel", "datetime", "lang", "width", "height", "loading", "name", "charset", "property"),
        *("content", "alt", "title", "value", "placeholder", "tabindex", "role", "type", "src", "href", "srcset"),
        *("sizes", "action", "method", "for", "decoding", "itemprop", "itemscope", "itemtype", "hreflang", "media"),
        *("http-equiv", "popover", "popovertarget", "popovertargetaction", "fetchpriority", "download", "dir"),
        *("autocomplete", "autocapitalize", "spellcheck", "inputmode", "enterkeyhint", "required", "maxlength"),
        *("accept-charset", "selected", "checked", "disabled", "open", "hidden", "scope", "colspan", "rowspan"),
        *("rows", "start", "target"),
    }
)
"""What nothing runs or is drawn by; addresses are looked at by themselves."""
_HARMLESS_BEGINNINGS: Final = ("data-", "aria-")
_LINKING: Final = frozenset({"href", "xlink:href"})
_PLAIN: Final = frozenset("/#.hm")
"""How addresses begin that are no script: `/ort/`, `#ziel`, `https:`, `mailto:`."""
_SHOWN: Final = 60
"""Characters of a fault that are kept to find it again."""


def requests_in(html: str) -> Requests:
    """All that the page or fragment `html` asks for."""
    return requests_on(ParsedPage(html))


def requests_on(page: ParsedPage) -> Requests:
    """The same of a page that is parsed already."""
    found = Collector()
    _collect_page(page, into=found, inert=False)
    return found.done()


def _collect_page(page: ParsedPage, *, into: Collector, inert: bool) -> None:
    rarely = (_ASKING & page.names) - {"src"}
    for element in page.others:
        if special := _SPECIAL.get(element.tag):
            special(element, into, inert)
        if "src" in element.attributes or (rarely and not rarely.isdisjoint(element.attributes)):
            _collect_asked(element, into=into, inert=inert)
    acting = frozenset(filter(_may_act, page.names - _HARMLESS))
    if acting or any(_is_script(href) for href in page.hrefs if ":" in href):
        for element in page.elements:
            if _is_script(element.get("href")) or not acting.isdisjoint(element.attributes):
                _collect_inline(element, into=into, inert=inert)
    for template in page.of("template"):
        whole = template.node.html or ""
        opening = _TEMPLATE.match(whole)
        if opening:
            inner = ParsedPage(whole[opening.end() :].removesuffix("</template>"))
            sleeps = "shadowrootmode" not in template.attributes
            around, into.waits_for = into.waits_for, _party_of(template.node) if sleeps else into.waits_for
            _collect_page(inner, into=into, inert=inert or sleeps)
            into.waits_for = around


def _party_of(template: LexborNode) -> str:
    """Whose consent a template waits for: its own mark, or that of the placeholder it stands in."""
    node: LexborNode | None = template
    while node is not None:
        if party := node.attributes.get("data-party"):
            return party
        node = node.parent
    return ""


def _collect_asked(element: Element, *, into: Collector, inert: bool) -> None:
    tag, attributes = element.tag.lower(), element.attributes
    if attributes.get("src") and element.tag not in _SPECIAL:
        collect(attributes["src"] or "", _source(element.node), tag, into=into, inert=inert)
    for name, fetch in _ATTRIBUTES.items():
        if attributes.get(name):
            collect(attributes[name] or "", fetch, tag, into=into, inert=inert)
    for name in ("srcset", "imagesrcset"):
        for address in candidates(attributes[name] or "") if name in attributes else ():
            collect(address, "img-src", tag, into=into, inert=inert)
    for name in _REPORTING:
        for address in (attributes.get(name) or "").split():
            collect(address, "connect-src", tag, into=into, inert=inert)
    if attributes.get("srcdoc"):
        into.own.add(("frame-src", "'self'"))
        _collect_page(ParsedPage(attributes["srcdoc"] or ""), into=into, inert=inert)


_REPORTING: Final = ("ping", "attributionsrc")
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


def _script(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - one of a table of functions
    from sitegen.checks.requests.in_js import collect_from_js

    if not _RUNS().fullmatch(element.get("type").strip().lower()):
        return
    address = element.get("src") or element.get("href") or element.get("xlink:href")
    if address:
        collect(address, "script-src", "script", into=into, inert=inert)
    elif (text := element.node.text()).strip():
        into.forbidden[Forbidden(kind="script", text=_beginning(text))] = None
        collect_from_js(text, into=into, inert=inert)


def _style(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    into.forbidden[Forbidden(kind="style", text="<style")] = None
    _collect_style(element.node.text(), into=into, inert=inert)


def _link(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    address = element.get("href")
    for rel in dict.fromkeys(element.get("rel").lower().split()) if address else ():
        if rel == "preload":
            fetch = _PRELOADED.get(element.get("as").lower(), "connect-src")
            collect(address, fetch, "link", into=into, inert=inert)
        elif rel in _RELS:
            collect(address, _RELS[rel], "link", into=into, inert=inert)


def _meta(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    attributes = element.attributes
    if "http-equiv" in attributes and element.get("http-equiv").strip().lower() == "refresh":
        match = _REFRESH().fullmatch(element.get("content"))
        if match and match[1]:
            collect(match[1], "", "meta", into=into, inert=inert)
    elif "name" in attributes and element.get("name").strip().lower() == "referrer":
        into.referrer = element.get("content").strip().lower()


def _base(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    address = element.get("href")
    if address:
        into.forbidden[Forbidden(kind="base", text=address)] = None
        collect(address, "", "base", into=into, inert=inert)


def _object(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    address = element.get("data") or element.get("src")
    into.forbidden[Forbidden(kind="object", text=address or f"<{element.tag}")] = None
    collect(address, "object-src", element.tag, into=into, inert=inert)


def _drawn(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    if not _is_in_drawing(element.node):
        return
    for name in ("href", "xlink:href"):
        if address := element.get(name):
            collect(address, "img-src", element.tag, into=into, inert=inert)


def _animated(element: Element, into: Collector, inert: bool) -> None:  # noqa: FBT001 - as above
    """What changes an address in a drawing as time goes by."""
    if (element.get("attributeName") or element.get("attributename")).lower() not in _LINKING:
        return
    for address in ";".join(map(element.get, ("from", "to", "by", "values"))).split(";"):
        if address.strip():
            collect(address, "img-src", element.tag, into=into, inert=inert)


def _is_in_drawing(node: LexborNode) -> bool:
    """Elsewhere a browser takes these elements for names it does not know."""
    around = node.parent
    while around is not None and around.tag != "svg":
        around = around.parent
    return around is not None


_SPECIAL: Final[Mapping[str, Callable[[Element, Collector, bool], None]]] = {
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
    "feImage": _drawn,
    "animate": _animated,
    "set": _animated,
    **dict.fromkeys(("filter", "pattern", "textPath", "mpath", "linearGradient", "radialGradient", "cursor"), _drawn),
}


def _collect_inline(element: Element, *, into: Collector, inert: bool) -> None:
    """What stands in attributes and is no address: handlers, styles, `url()` of drawings, `javascript:`."""
    for name, value in element.attributes.items():
        if name.startswith("on"):
            into.forbidden[Forbidden(kind="handler", text=f"{name}=")] = None
        elif not value:
            continue
        elif name == "style":
            into.forbidden[Forbidden(kind="style", text=_beginning(value))] = None
            _collect_style(value, into=into, inert=inert)
        elif name in _LINKING:
            if _is_script(value):
                into.forbidden[Forbidden(kind="address", text=_beginning(value))] = None
        elif "(" in value and "url(" in value.lower() and _may_act(name):
            _collect_style(value, into=into, inert=inert)


def _collect_style(text: str, *, into: Collector, inert: bool) -> None:
    """What stands in a page itself and not in a stylesheet, as it should."""
    from sitegen.checks.requests.in_css import collect_from_css

    collect_from_css(text, into=into, inert=inert)


def _is_script(address: str) -> bool:
    return address[:1] not in _PLAIN and scheme_of(address) == "javascript"


def _may_act(name: str) -> bool:
    """Whether something may run or be drawn by an attribute of this name."""
    return name not in _HARMLESS and not name.startswith(_HARMLESS_BEGINNINGS)


def _beginning(text: str) -> str:
    """The first line that says anything, so far as it is needed to find it again."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:_SHOWN]
