"""What the rules about legal pages need to know of a finished page. A part of its facts; judges nothing.

Texts are kept of legal pages alone, as lines; of all others only what a rule looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from sitegen.checks.amounts import plain
from sitegen.checks.legal.words import Said, may_say, said_in
from sitegen.text.patterns import later

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from sitegen.checks.elements import Element, Link
    from sitegen.checks.parsed import ParsedPage

LegalKind = Literal["imprint", "privacy", "terms"]

TO_IMPRINT: Final = re.compile(r"\b(?:impressum|anbieterkennzeichnung|offenlegung|imprint)", re.IGNORECASE)
TO_PRIVACY: Final = re.compile(r"datenschutz|privacy", re.IGNORECASE)
_AND: Final = r"(?: ?(?:und|&|/|\+|,) ?(?:impressum|datenschutz\w*|agb))*"
_IMPRINT: Final = rf"(?:datenschutz\w* ?(?:und|&|/) ?)?(?:impressum|anbieterkennzeichnung|imprint){_AND}"
_PRIVACY: Final = (
    rf"(?:impressum ?(?:und|&|/) ?)?datenschutz(?:erklärung|hinweise?|information(?:en)?|bestimmungen)?{_AND}|"
    r"(?:hinweise|informationen) zum datenschutz|privacy policy"
)
_TERMS: Final = (
    r"agb|allgemeine geschäftsbedingungen(?: \(agb\))?|vertragsbedingungen|widerruf(?:srecht|sbelehrung)?|"
    r"(?:hinweise zur )?(?:verbraucher|online-)?(?:schlichtung|streitbeilegung)|rechtliche hinweise|rechtliches"
)
_KINDS: Final[tuple[tuple[LegalKind, re.Pattern[str]], ...]] = (
    ("imprint", re.compile(_IMPRINT, re.IGNORECASE)),
    ("privacy", re.compile(_PRIVACY, re.IGNORECASE)),
    ("terms", re.compile(_TERMS, re.IGNORECASE)),
)
"""What a page is called that is one; whatever has more words is about one."""
_ANY_KIND: Final = re.compile(f"{_IMPRINT}|{_PRIVACY}|{_TERMS}", re.IGNORECASE)
_PARTED: Final = re.compile(r" [|–—·-] ")
"""What stands between the name of a page and that of its site, whichever comes first."""
_BREAKS: Final = later(
    r"<br\b[^>]*>|</?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|section|article|aside|address|blockquote|figure|"
    r"figcaption|header|footer|nav|main|form|button|summary|details)\b[^>]*>",
    re.IGNORECASE,
)
_UNREAD: Final = later(
    r"<(script|style|template|noscript|svg|code|pre|textarea|q|blockquote)\b.*?</\1>|<!--.*?-->",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(r"<[^>]*>")


class LegalText(msgspec.Struct, frozen=True, kw_only=True):
    """A page that is the Impressum, a privacy page, terms, or several of them."""

    kinds: tuple[LegalKind, ...]
    lines: tuple[str, ...]
    """What can be read on it, line by line, within `<main>`."""
    headings: tuple[str, ...]
    mails: tuple[str, ...] = ()
    """Where its `mailto:` links lead."""


class PageLaw(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of it."""

    is_page: bool = False
    """Whether it is a whole page that people stay on: no fragment, and nothing that leads on at once."""
    to_imprint: tuple[str, ...] = ()
    """Addresses of links that call themselves so and can be seen without a script."""
    to_privacy: tuple[str, ...] = ()
    legal: LegalText | None = None
    said: tuple[Said, ...] = ()
    """Words that a rule looks for, in all that can be read on the page."""


def law_in(page: ParsedPage) -> PageLaw:
    """What of it is on a page."""
    main = page.main
    kinds = next(filter(None, map(kinds_of, dict.fromkeys(_titles(page)))), ())
    all_shown = "hidden" not in page.names and not page.of("dialog")
    legal_links = [
        (_name(link), link.element.get("href").strip())
        for link in page.notable_links
        if may_be_legal(_name(link).lower()) and (all_shown or is_shown(link.element.node))
    ]
    body = page.tree.body if may_say(page.all_text, page.hrefs, words=page.words) else None
    return PageLaw(
        is_page=b"<html" in page.html[:1000].lower()
        and not ("http-equiv" in page.names and any(map(_leads_on, page.of("meta")))),
        to_imprint=tuple(dict.fromkeys(href for name, href in legal_links if TO_IMPRINT.search(name))),
        to_privacy=tuple(dict.fromkeys(href for name, href in legal_links if TO_PRIVACY.search(name))),
        legal=LegalText(
            kinds=kinds,
            lines=lines_of(main.html or ""),
            headings=tuple(plain(heading.text()) for heading in main.css("h1, h2, h3, h4, h5, h6")),
            mails=tuple(dict.fromkeys(_mails(node.attributes.get("href") or "" for node in main.css("a[href]")))),
        )
        if kinds and main
        else None,
        said=tuple(dict.fromkeys(said_in(lines_of(body.html or ""), [link.get("href").strip() for link in page.links])))
        if body
        else (),
    )


def kinds_of(title: str) -> tuple[LegalKind, ...]:
    """Which legal pages a page with this main heading is; the name of the site behind a dash does not count."""
    name = _PARTED.split(title)[0].strip(" .:")
    return tuple(kind for kind, pattern in _KINDS if pattern.fullmatch(name)) if _ANY_KIND.fullmatch(name) else ()


def lines_of(markup: str) -> tuple[str, ...]:
    """What can be read in a piece of HTML, line by line; without what is quoted or shown as it is."""
    text = _TAG.sub("", _BREAKS().sub("\n", _UNREAD().sub(" ", markup)))
    return tuple(line for line in map(plain, unescape(text).split("\n")) if line)


def is_shown(node: LexborNode | None) -> bool:
    """Whether an element stands on the page from the first: not in what waits for a script, as a notice does."""
    while node is not None:
        if "hidden" in node.attributes or (node.tag == "dialog" and "open" not in node.attributes):
            return False
        node = node.parent
    return True


def may_be_legal(low: str) -> bool:
    """Whether the name of a link, in lower case, is worth looking at."""
    return "impr" in low or "datensch" in low or "privacy" in low or "anbieter" in low or "offenlegung" in low


def _leads_on(meta: Element) -> bool:
    return meta.get("http-equiv").lower() == "refresh"


def _titles(page: ParsedPage) -> Iterator[str]:
    """What the page is called: its main headings, of which one may be the name of the site, and its title."""
    for element in (*page.of("h1"), *page.of("title")[:1]):
        parts = _PARTED.split(plain(element.node.text()))
        yield parts[0]
        if element.tag == "title":
            yield parts[-1]


def _name(link: Link) -> str:
    """What a link is called, for whoever sees or hears it."""
    return link.text or plain(link.element.get("aria-label") or link.element.get("title"))


def _mails(hrefs: Iterator[str]) -> Iterator[str]:
    for href in hrefs:
        if href.lower().startswith("mailto:"):
            yield href[len("mailto:") :].partition("?")[0].lower()
