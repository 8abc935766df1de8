"""What the Impressum says against what `site.yaml` says: something is missing, or the two contradict each other.

Goes by the finished page, so it holds for a text written by hand, for one made from settings, and for an own layout
that shows neither. Where settings lack something on a page made from them, `plan.legal` has said so already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.page_law import LegalText
from sitegen.checks.legal.spotting import spot
from sitegen.checks.legal.told import Told
from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.legal import missing
from sitegen.legal.document import Missing
from sitegen.legal.imprint import is_company
from sitegen.legal.naming import OF_A_BUSINESS
from sitegen.settings.business import Country
from sitegen.text.patterns import later

_BOX: Final = later(r"\b(?:Postfach|PF)[ ][\d ]+")
"""Where nobody can be reached by a court."""
_SPELLED_AT: Final = r" ?(?:\(at\)|\[at\]|\(ät\)) ?"
_AT: Final = later(_SPELLED_AT, re.IGNORECASE)
_MAIL: Final = re.compile(rf"[\w.+-]+(?:@|{_SPELLED_AT})[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PHONE: Final = re.compile(
    r"(?:\b(?:Tel|Fon|Telefon|Mobil|Handy|Phone|Ruf)\w*\.?|☎|📞)[ :.]*([+(]?\d[\d ()/.+-]{5,}\d)", re.IGNORECASE
)
_VAT_ID: Final = re.compile(r"\b(?:DE ?\d{3} ?\d{3} ?\d{3}|ATU ?\d{8}|CHE-?\d{3}\.?\d{3}\.?\d{3})(?![\d-])")
_POSTCODES: Final = {Country.DE: r"(?:D-)?\d{5}", Country.AT: r"(?:A-)?\d{4}", Country.CH: r"(?:CH-)?\d{4}"}
_TAIL: Final = 6
"""So many last digits tell one telephone number from another, however its beginning is written."""
_ABOVE: Final = 4
"""So many lines above the town hold the name, the business and the street."""
_FULL_NAME: Final = r"(?:(?:Dr|Prof|Dipl)[\w.-]* )*[A-ZÄÖÜ][\w’'-]+(?: (?:von|van|de|der|zu|[A-ZÄÖÜ][\w.’'-]*)){1,4}"
_NAME: Final = later(_FULL_NAME)
_LABELLED: Final = re.compile(
    rf"\b(?:Inhaber(?:in)?|Betreiber(?:in)?|[Vv]ertreten durch|Geschäftsführ\w+|Verantwortlich\w*)\b[^\n:]{{0,60}}:?\s+"
    rf"{_FULL_NAME}"
)
"""A name behind the word that says whose it is."""
_PLAIN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_RESPONSIBLE: Final = re.compile(r"§ ?18\b|[Vv]erantwortlich|V\. ?i\. ?S\. ?d\.|Redaktion")
_ACTIVITY: Final = later(r"gegenstand|Tätigkeit|Gewerbe", re.IGNORECASE)


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Something that has to stand on the page."""

    lack: Missing
    told: str
    """As settings have it; empty where they do not say."""
    is_there: bool
    """Whether the page says what settings say; of what they do not say, whether it says anything of the kind."""
    others: tuple[str, ...] = ()
    """What the page says instead."""


def check_imprint(legal: LegalText, page: FinishedPage, site: FinishedSite, told: Told) -> Iterator[Diagnostic]:
    """All of it."""
    is_made = page.source in told.sources("imprint")
    for fact in facts_of_page(legal, told):
        if fact.is_there or (is_made and not fact.told):
            continue
        rule = missing.rule_of(fact.lack, told.facts.country)
        facts = {"what": fact.lack.what, "key": fact.lack.key, "told": fact.told, "page": page.url}
        if fact.told and fact.others:
            span = spot(fact.others[0], page, site)
            contradiction = {**facts, "other": fact.others[0]}
            yield Diagnostic(code="SG909", span=span, facts=contradiction, rule=rule, judged=Severity.ERROR)
        else:
            yield Diagnostic(code="SG908", span=Span(file=page.source or page.layout), facts=facts, rule=rule)


def facts_of_page(legal: LegalText, told: Told) -> Iterator[Fact]:
    """Everything the page has to say, with what it says."""
    business, text = told.facts.business, "\n".join(legal.lines)
    yield _name(legal, told)
    yield _address(legal, told)
    mails = tuple(dict.fromkeys((*(match[0] for match in _MAIL.finditer(text)), *legal.mails)))
    yield _one_of(missing.EMAIL, business.email, mails, plainly=lambda mail: _AT().sub("@", mail.lower()))
    if told.facts.country is Country.DE:
        phones = tuple(match[1].strip() for match in _PHONE.finditer(text))
        phone = _one_of(missing.PHONE, told.facts.phone, phones, plainly=lambda number: _digits(number)[-_TAIL:])
        is_there = phone.is_there or bool(phone.told and _digits(phone.told)[-_TAIL:] in _digits(text))
        yield msgspec.structs.replace(phone, is_there=is_there)
    if _VAT_ID.search(business.legal.vat_id.upper()):
        numbers = tuple(match[0] for match in _VAT_ID.finditer(text))
        yield _one_of(missing.VAT_ID, business.legal.vat_id, numbers, plainly=_bare)
    yield from _further(text, told)


def _further(text: str, told: Told) -> Iterator[Fact]:
    """What only some businesses have to say; a page may put it in its own words, so nothing here is contradicted."""
    legal = told.facts.business.legal
    if legal.register and legal.register.number:
        yield _stands(missing.NUMBER, legal.register.number, text)
    if legal.insurance and legal.insurance.insurer:
        yield _stands(missing.INSURER, legal.insurance.insurer, text)
    if legal.profession and legal.profession.title:
        yield _stands(missing.TITLE, legal.profession.title, text)
    if told.facts.country is Country.DE and told.facts.has_posts:
        yield Fact(lack=missing.RESPONSIBLE, told="", is_there=bool(_RESPONSIBLE.search(text)))
    if told.facts.country is Country.AT:
        is_there = _is_in(legal.activity, text) if legal.activity else bool(_ACTIVITY().search(text))
        yield Fact(lack=missing.ACTIVITY, told=legal.activity, is_there=is_there)


def _name(legal: LegalText, told: Told) -> Fact:
    """The owner; of a company who represents it. Whom an unknown page means is in the lines above its address."""
    business, text = told.facts.business, " ".join(legal.lines)
    lack = missing.REPRESENTED if is_company(told.facts) else missing.OWNER
    name = (business.legal.represented_by or business.owner) if is_company(told.facts) else business.owner
    candidates = tuple(_names(legal.lines, told))
    if name:
        return Fact(lack=lack, told=name, is_there=_is_in(name, text), others=candidates)
    return Fact(lack=lack, told="", is_there=bool(candidates) or _LABELLED.search("\n".join(legal.lines)) is not None)


def _names(lines: Iterable[str], told: Told) -> Iterator[str]:
    """What may be a person's name above or before a postcode; the name of the business is none."""
    known = [*lines]
    postcode = re.compile(rf"{_POSTCODES[told.facts.country]} [A-ZÄÖÜ]")
    town = next((number for number, line in enumerate(known) if postcode.search(line)), None)
    if town is None:
        return
    beside = re.split(r" ?[,|·•–;] ", postcode.split(known[town])[0])
    for line in (*known[max(0, town - _ABOVE) : town], *beside):
        match = _NAME().match(line.rpartition(":")[2].strip())
        if match and not re.search(r"\d", line) and not any(brand in _folded(line) for brand in _brands(told)):
            yield match[0]


def _brands(told: Told) -> Iterator[str]:
    """Names of the business that cannot be those of a person."""
    for name in (told.title, told.facts.name):
        if name and (OF_A_BUSINESS().search(name) or not _NAME().fullmatch(name)):
            yield _folded(name)


def _address(legal: LegalText, told: Told) -> Fact:
    address, text = told.facts.business.address, "\n".join(legal.lines)
    postcode = _POSTCODES[told.facts.country]
    towns = tuple(match[0] for match in re.finditer(rf"(?<!\d){postcode} [A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w.-]+)?", text))
    if address is None:
        return Fact(lack=missing.ADDRESS, told="", is_there=bool(towns))
    known = f"{address.street}, {address.postcode} {address.city}"
    is_there = _is_in(f"{address.postcode} {address.city}", text) and _street(address.street) in _street(text)
    boxes = tuple(match[0].strip() for match in _BOX().finditer(text))
    return Fact(lack=missing.ADDRESS, told=known, is_there=is_there, others=(*boxes, *towns))


def _one_of(lack: Missing, told: str, found: tuple[str, ...], *, plainly: Callable[[str], str]) -> Fact:
    """A fact that is one of what was found, however either is written."""
    is_there = plainly(told) in map(plainly, found) if told else bool(found)
    return Fact(lack=lack, told=told, is_there=is_there, others=found)


def _stands(lack: Missing, told: str, text: str) -> Fact:
    return Fact(lack=lack, told=told, is_there=_is_in(told, text))


def _is_in(told: str, text: str) -> bool:
    return _folded(told) in _folded(text)


def _folded(text: str) -> str:
    return re.sub(r"[\s.,]+", " ", text).casefold().translate(_PLAIN).strip()


def _street(text: str) -> str:
    """„Lindenstr. 3“ and „Lindenstraße 3“ are one street."""
    return re.sub(r"strasse\b", "str", _folded(text))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _bare(text: str) -> str:
    return re.sub(r"[\s.-]|MWST$", "", text.upper())
