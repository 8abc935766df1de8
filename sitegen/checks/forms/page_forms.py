"""What the rules need to know of the forms and comments of a finished page. A part of its facts; judges nothing.

Goes by the HTML alone, so it holds for a form made from settings, for one in a text and for one in an own layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.text.patterns import later

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from sitegen.checks.parsed import ParsedPage

FIELDS: Final = "input, textarea, select"
_SILENT: Final = frozenset({"hidden", "submit", "button", "image", "reset", "search"})
_CAPTCHA: Final = later(
    r"google\.com/recaptcha|gstatic\.com/recaptcha|hcaptcha\.com|challenges\.cloudflare\.com|friendlycaptcha|"
    r"frcapi\.com|arkoselabs",
    re.IGNORECASE,
)
_CAPTCHA_PLACES: Final = ".g-recaptcha, .h-captcha, .cf-turnstile, .frc-captcha"
_AVATARS: Final = later(r"gravatar\.com|libravatar\.org", re.IGNORECASE)
_ENDING: Final = later(r"widerruf|kündig", re.IGNORECASE)
_PRIVACY: Final = later(r"datenschutz|privacy", re.IGNORECASE)
_AROUND: Final = 2
"""So many elements around a form, as far as they hold little else, may hold its notice."""
_LITTLE: Final = 2_500


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One field that can be seen."""

    name: str
    type: str
    """Of the input; `textarea`, `select`."""
    label: str = ""
    """What it is called for those who do not see it; empty for nothing."""
    autocomplete: str = ""
    is_required: bool = False
    is_ticked: bool = False


class PageForm(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One form."""

    number: int
    """Among the forms of the page, from 0."""
    action: str = ""
    is_ours: bool = False
    """Whether it has the markup of `model.forms.markup`."""
    fields: tuple[Asked, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    """Hidden fields with their values, and the names of attributes beginning with `data-`."""
    text: str = ""
    """All that can be read in it."""
    buttons: tuple[str, ...] = ()
    tells_of_privacy: bool = False
    """Whether a link in it or right around it leads to what happens with what is typed."""
    identifier: str = ""
    """Its id."""


class PageForms(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of it."""

    forms: tuple[PageForm, ...] = ()
    captchas: tuple[str, ...] = ()
    """Addresses of captchas that load at once."""
    comments: int = 0
    """How many comments are shown."""
    comments_without_report: int = 0
    avatars: tuple[str, ...] = ()
    """Addresses of services that show faces by e-mail address."""
    buttons: tuple[str, ...] = ()
    """What the links and buttons of the page are called, as far as they speak of ending contracts."""


def forms_in(page: ParsedPage) -> PageForms:
    """What of it is on a page."""
    comments = [one.node for one in page.of("article") if "comment" in one.get("class").split()]
    return PageForms(
        forms=tuple(_form(form.node, number) for number, form in enumerate(page.of("form"))),
        captchas=tuple(_captchas(page)),
        comments=len(comments),
        comments_without_report=sum(not _is_reportable(node) for node in comments),
        avatars=tuple(dict.fromkeys(address for node in comments for address in _avatars(node))),
        buttons=tuple(_endings(page)),
    )


def _form(form: LexborNode, number: int) -> PageForm:
    attributes = form.attributes
    fields = tuple(_fields(form))
    return PageForm(
        number=number,
        action=(attributes.get("action") or "").strip(),
        is_ours="form" in (attributes.get("class") or "").split() and "aria-labelledby" in attributes,
        fields=fields,
        hidden=(
            *((node.attributes.get("name") or "", node.attributes.get("value") or "") for node in _hidden(form)),
            *((name, value or "") for name, value in attributes.items() if name.startswith("data-")),
        ),
        text=_plain(form.text(separator=" ")),
        buttons=tuple(
            _plain(node.text(separator=" ")) or node.attributes.get("value") or "" for node in _sent_by(form)
        ),
        tells_of_privacy=_tells_of_privacy(form),
        identifier=attributes.get("id") or "",
    )


def _fields(form: LexborNode) -> Iterator[Asked]:
    for node in form.css(FIELDS):
        attributes = node.attributes
        kind = node.tag if node.tag != "input" else (attributes.get("type") or "text").lower()
        if kind in _SILENT or _is_out_of_sight(node):
            continue
        yield Asked(
            name=attributes.get("name") or attributes.get("id") or "",
            type=kind or "text",
            label=_label(node, form),
            autocomplete=attributes.get("autocomplete") or "",
            is_required="required" in attributes,
            is_ticked=kind == "checkbox" and "checked" in attributes,
        )


def _label(node: LexborNode, form: LexborNode) -> str:
    """Its label, or what else names it."""
    attributes = node.attributes
    if named := attributes.get("aria-label") or attributes.get("title"):
        return named
    if attributes.get("aria-labelledby"):
        return "…"
    identifier = attributes.get("id")
    if identifier:
        for label in form.css("label"):
            if label.attributes.get("for") == identifier:
                return _plain(label.text(separator=" "))
    above = node.parent
    while above is not None and above.tag != "form":
        if above.tag == "label":
            return _plain(above.text(separator=" "))
        above = above.parent
    return ""


def _is_out_of_sight(node: LexborNode) -> bool:
    """Decoys: hidden from everybody, or at least from the tab order and from screen readers."""
    at: LexborNode | None = node
    while at is not None and at.tag != "form":
        attributes = at.attributes
        if attributes.get("aria-hidden") == "true" or "hidden" in attributes:
            return True
        if "display:none" in (attributes.get("style") or "").replace(" ", "").lower():
            return True
        at = at.parent
    return node.attributes.get("tabindex") == "-1"


def _tells_of_privacy(form: LexborNode) -> bool:
    """Whether the form, or what stands right around it, leads to the privacy page."""
    at: LexborNode | None = form
    for _ in range(_AROUND + 1):
        if at is None or at.tag in {"body", "main", "html"} or len(at.html or "") > len(form.html or "") + _LITTLE:
            return False
        links = (_plain(node.text(separator=" ")) + (node.attributes.get("href") or "") for node in at.css("a[href]"))
        if any(_PRIVACY().search(link) for link in links):
            return True
        at = at.parent
    return False


def _hidden(form: LexborNode) -> list[LexborNode]:
    return form.css("input[type=hidden i]")


def _sent_by(form: LexborNode) -> list[LexborNode]:
    return form.css("button:not([type=button i]):not([type=reset i]), input[type=submit i]")


def _captchas(page: ParsedPage) -> Iterator[str]:
    """Scripts and frames of captchas, and their places; what stands in a template is inert and not found."""
    for element in (*page.of("script"), *page.of("iframe")):
        address = element.get("src")
        if _CAPTCHA().search(address):
            yield address
    if "captcha" in page.classes or "turnstile" in page.classes:
        for node in page.tree.css(_CAPTCHA_PLACES):
            yield f".{(node.attributes.get('class') or '').split()[0]}"


def _avatars(comment: LexborNode) -> Iterator[str]:
    """Services that a comment gets its face from; a link to one of them is none."""
    for node in comment.css("img[src], source[srcset]"):
        if found := _AVATARS().search(f"{node.attributes.get('src') or ''} {node.attributes.get('srcset') or ''}"):
            yield found[0]


def _is_reportable(comment: LexborNode) -> bool:
    """Whether a link of this comment reports it."""
    return any(
        re.search(
            r"\bmeld", f"{_plain(node.text(separator=' '))} {node.attributes.get('aria-label') or ''}", re.IGNORECASE
        )
        for node in comment.css("a[href], button")
    )


def _endings(page: ParsedPage) -> Iterator[str]:
    """Names of links and buttons about withdrawing and terminating."""
    for link in page.notable_links:
        if speaks_of_ending(link.text.lower()):
            yield _plain(link.element.node.text(separator=" "))
    for button in (*page.of("button"), *page.of("input")):
        if button.tag == "button" or button.get("type").lower() == "submit":
            name = _plain(button.node.text(separator=" ")) or button.get("value")
            if _ENDING().search(name):
                yield name


def speaks_of_ending(low: str) -> bool:
    """Whether the name of a link, in lower case, may be about withdrawing or terminating."""
    return "widerruf" in low or "kündig" in low


def _plain(text: str) -> str:
    return " ".join(text.split())
