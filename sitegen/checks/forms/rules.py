"""Rules about the forms of finished pages: where they go, what they ask, what visitors are told beside the button.

What settings say wrongly about a form is found where they are read (`plan.form_findings`); here are own forms in texts
and layouts, and what an own layout has left out of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.forms.page_forms import Asked, PageForm
from sitegen.checks.places import find_in_text, span_at
from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.hosts import is_this_machine
from sitegen.text.patterns import later

_FORM: Final = later(r"<form\b[^>]*>", re.IGNORECASE)
_OF_THE_HEAD: Final = later(r"^form:.*$", re.MULTILINE)
_STAND_IN: Final = later(
    r"your[-_ ]?(?:form|access|api|key|id|email|endpoint)|\b(?:form|access)[-_]?(?:id|key)\b|[{<\[]\s*\w[\w -]*[}>\]]|"
    r"\bx{4,}\b|/(?:demo|test|example|beispiel)\b|deine?[-_]|ihre?[-_]",
    re.IGNORECASE,
)
"""What stands in examples of providers where a key belongs."""
_KEYS: Final = frozenset({"access_key", "accesskey", "apikey", "api_key"})
_PERSONAL: Final = {"email": "email", "tel": "tel"}
_NAMES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"vorname|first.?name", re.IGNORECASE), "given-name"),
    (re.compile(r"nachname|last.?name", re.IGNORECASE), "family-name"),
    (re.compile(r"^(?:ihr |dein |vollständiger |full.?)?name$", re.IGNORECASE), "name"),
    (re.compile(r"e-?mail", re.IGNORECASE), "email"),
    (re.compile(r"telefon|handy|mobil|phone", re.IGNORECASE), "tel"),
)
_STANDARD: Final = frozenset(
    {"name", "email", "phone", "message", "text", "service", "sum", "privacy", "content", "reason", "good_faith"}
    | {"contract", "ending", "ground", "when"}
)
"""Fields that our forms bring along; those that must be filled in are those that the answer needs."""
_OF_A_PERSON: Final = later(
    r"\b(?:name|vorname|nachname|anrede|titel|geschlecht|geburt\w*|alter|firma|unternehmen|straße|strasse|anschrift|adresse|"
    r"plz|postleitzahl|ort|wohnort|telefon\w*|handy\w*|mobil\w*|phone|company|birth\w*)\b",
    re.IGNORECASE,
)
_NEWSLETTER: Final = later(r"newsletter|rundbrief|mailingliste", re.IGNORECASE)
_CONSENT: Final = later(
    r"einverstanden|einwillig|stimme .*zu\b|akzeptier|zugestimmt|datenschutz|newsletter|werbung", re.IGNORECASE
)
_CALLED: Final = {"email": "E-Mail-Adresse", "tel": "Telefonnummer", "textarea": "Ihre Nachricht"}
_TERMS: Final = later(r"datenschutz|\bagb\b|geschäftsbedingungen", re.IGNORECASE)
_CONFIRMS: Final = later(r"bestätig|double[- ]?opt", re.IGNORECASE)
_REVOKES: Final = later(r"abbestell|abmeld|widerruf|widerrufen|austragen", re.IGNORECASE)
_PROVIDERS: Final = {
    "formspree.io": ("_next",),
    "api.web3forms.com": ("redirect",),
    "usebasin.com": ("_redirect",),
    "api.staticforms.xyz": ("redirectto",),
    "formsubmit.co": ("_next",),
}
"""Providers by host, with the hidden field that says which page comes after sending."""


def check_forms(site: FinishedSite) -> Iterator[Diagnostic]:
    """All of them; what a layout of the owner's puts on many pages is told once."""
    told: set[tuple[str, Span, str]] = set()
    for page in site.pages:
        for finding in _of_page(page, site):
            of_layout = (finding.code, finding.span, str(finding.facts.get("field") or finding.facts.get("label")))
            if finding.span.file not in site.layouts or of_layout not in told:
                told.add(of_layout)
                yield finding


def _of_page(page: FinishedPage, site: FinishedSite) -> Iterator[Diagnostic]:
    for form in page.facts.forms.forms:
        yield from check_form(form, page, site)
    for address in page.facts.forms.captchas:
        yield Diagnostic(code="SG955", span=_typed(address.lstrip("."), page, site), facts={"target": address})


def check_form(form: PageForm, page: FinishedPage, site: FinishedSite) -> Iterator[Diagnostic]:
    """All that is wrong with one form; a search asks for nothing about a person."""
    span, facts = place_of_form(form, page, site), {"page": page.url}
    yield from _receiver(form, span, page, site)
    if not asks_for_somebody(form):
        return
    if not form.tells_of_privacy and not form.is_ours:  # of ours the missing page has been told
        yield Diagnostic(code="SG948", span=span, facts=facts)
    yield from _fields(form, span, page)
    yield from _boxes(form, span, page)
    yield from _after(form, span, page, site)
    confirms = form.is_ours or _CONFIRMS().search(form.text)  # ours go only to those who have it confirmed
    if is_newsletter(form) and not (confirms and _REVOKES().search(form.text)):
        yield Diagnostic(code="SG956", span=span, facts=facts)


def asks_for_somebody(form: PageForm) -> bool:
    """Whether it asks for anything about a person."""
    return any(field.type in {"email", "tel", "textarea"} or _token(field) for field in form.fields)


def is_newsletter(form: PageForm) -> bool:
    """Whether it orders a newsletter: it says so, and asks for no message."""
    return bool(_NEWSLETTER().search(" ".join((*form.buttons, form.text)))) and not any(
        field.type == "textarea" for field in form.fields
    )


def place_of_form(form: PageForm, page: FinishedPage, site: FinishedSite) -> Span:
    """Where it was typed: in the text, in a layout; one of ours where the text asks for it."""
    text = site.texts.get(page.source, "")
    if form.is_ours:
        asked = _OF_THE_HEAD().search(text)
        return (
            span_at(text, asked.start(), len(asked[0]), page.source) if asked else Span(file=page.source or page.layout)
        )
    number = sum(not other.is_ours for other in page.facts.forms.forms[: form.number])
    layouts = sorted(site.layouts.items(), key=lambda layout: layout[0] != page.layout)
    for file, typed in ((page.source, text), *layouts):
        found = [*_FORM().finditer(typed)]
        if number < len(found):
            return span_at(typed, found[number].start(), len(found[number][0].partition("\n")[0]), file)
        number -= len(found)
    return Span(file=page.source or page.layout)


def _receiver(form: PageForm, span: Span, page: FinishedPage, site: FinishedSite) -> Iterator[Diagnostic]:
    facts: dict[str, str | int] = {"page": page.url, "target": form.action}
    parts = urlsplit(form.action)
    if parts.scheme == "http" and not is_this_machine(parts.hostname or ""):
        yield Diagnostic(code="SG946", span=span, facts=facts)
    is_abroad = bool(parts.netloc) and parts.hostname != site.receiver
    typed = [unquote(form.action)] if is_abroad else []
    typed += [value for name, value in form.hidden if name.lower() in _KEYS]
    stand_in = next((text for text in typed if _STAND_IN().search(_without_host(text))), "")
    if stand_in:
        yield Diagnostic(code="SG947", span=span, facts={**facts, "target": stand_in})


def _without_host(address: str) -> str:
    """What of an address may hold a key; `.example` as a host is for the check of requests."""
    return re.sub(r"^https?://(?:www\.)?[^/]*", "", address) if "//" in address else address


def _fields(form: PageForm, span: Span, page: FinishedPage) -> Iterator[Diagnostic]:
    for field in form.fields:
        facts: dict[str, str | int] = {"field": field.name or field.type, "page": page.url}
        if not field.label:
            yield Diagnostic(code="SG950", span=span, facts={**facts, "label": _called(field)})
        token = _token(field)
        if token and not form.is_ours and not field.autocomplete:
            yield Diagnostic(code="SG951", span=span, facts={**facts, "token": token})
        if _is_surplus(field, form):
            yield Diagnostic(code="SG949", span=span, facts={**facts, "label": field.label.strip(" *") or field.name})


def _called(field: Asked) -> str:
    """What may stand before a field that has no label."""
    words = re.sub(r"[\W_]+", " ", field.name).strip()
    return _CALLED.get(field.type) or (f"{words[0].upper()}{words[1:]}" if words else "Ihre Angabe")


def _token(field: Asked) -> str:
    """What browsers may fill in there; empty for nothing."""
    if field.type in _PERSONAL:
        return _PERSONAL[field.type]
    if field.type != "text":
        return ""
    return next(
        (token for name, token in _NAMES if name.search(field.label.strip(" *:")) or name.search(field.name)), ""
    )


def _is_surplus(field: Asked, form: PageForm) -> bool:
    """Whether somebody has to say more than an answer needs."""
    if not field.is_required or (form.is_ours and field.name in _STANDARD):
        return False
    if field.type in {"textarea", "checkbox", "radio", "select", "email"}:
        return False
    return field.type == "tel" or bool(_OF_A_PERSON().search(f"{field.label} {field.name}"))


def _boxes(form: PageForm, span: Span, page: FinishedPage) -> Iterator[Diagnostic]:
    for field in form.fields:
        facts: dict[str, str | int] = {"label": field.label or field.name, "page": page.url}
        if field.type != "checkbox" or not _CONSENT().search(f"{field.label} {field.name}"):
            continue
        if field.is_ticked:
            yield Diagnostic(code="SG952", span=span, facts=facts)
        if _NEWSLETTER().search(field.label) and _TERMS().search(field.label) and not is_newsletter(form):
            yield Diagnostic(code="SG953", span=span, facts=facts)


def _after(form: PageForm, span: Span, page: FinishedPage, site: FinishedSite) -> Iterator[Diagnostic]:
    """The page after sending: one of the site's own."""
    hidden = {name.lower(): value for name, value in form.hidden}
    names = next((names for host, names in _PROVIDERS.items() if urlsplit(form.action).hostname == host), ())
    if names:
        target = next((hidden[name] for name in names if hidden.get(name)), "")
        if not target or not _is_page(target, page, site):
            yield Diagnostic(
                code="SG954", span=span, facts={"page": page.url, "field": names[0], "target": target or "–"}
            )
    elif "data-netlify" in hidden and form.action and not _is_page(form.action, page, site):
        yield Diagnostic(code="SG954", span=span, facts={"page": page.url, "field": "action", "target": form.action})


def _is_page(target: str, page: FinishedPage, site: FinishedSite) -> bool:
    full = urljoin(f"{site.origin}{page.url}", target)
    if not full.startswith(f"{site.origin}/"):
        return False
    return unquote(urlsplit(full).path) in site.answered


def _typed(text: str, page: FinishedPage, site: FinishedSite) -> Span:
    for file, typed in ((page.source, site.texts.get(page.source, "")), *site.layouts.items()):
        if found := find_in_text(typed, text, file):
            return found
    return Span(file=page.source or page.layout)
