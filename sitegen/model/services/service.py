"""From a document below `content/services/` to a service with its price."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from sitegen.model.addresses import fill_pattern, with_base
from sitegen.model.common import alias_findings, alias_paths, image_from, slug_findings, typeset
from sitegen.model.entries import Service
from sitegen.model.excerpt import excerpt_of
from sitegen.model.made import EntryOptions, Made
from sitegen.model.naming import bare_name
from sitegen.model.services.checks import service_errors, service_warnings
from sitegen.model.services.fields import PackageFields, QuestionFields, ServiceCallFields, ServiceFields
from sitegen.model.services.parts import NextPrice, Package, Question, ServiceCall
from sitegen.schema.convert import convert
from sitegen.sources.document import Document
from sitegen.text.amounts import format_number
from sitegen.text.locales import Language
from sitegen.text.plurals import counted
from sitegen.text.slugs import slugify

PRICES_IN_WORDS: Final[dict[str, Decimal | None]] = {"free": Decimal(0), "on-request": None}


def service_from(document: Document, options: EntryOptions) -> Made[Service]:
    """The service of a document, or none and the errors of its front matter."""
    converted = convert(document.front, ServiceFields)
    fields = converted.value
    if fields is None:
        return Made(entry=None, findings=converted.findings)
    errors = tuple(service_errors(document, fields))
    if errors:
        return Made(entry=None, findings=errors)
    service = service_of(document, fields, options)
    findings = (
        *alias_findings(document, fields.aliases),
        *slug_findings(document, fields.slug),
        *service_warnings(document, service),
    )
    return Made(entry=service, findings=(*converted.findings, *findings))


def service_of(document: Document, fields: ServiceFields, options: EntryOptions) -> Service:
    """The service with its texts typeset and its address final."""
    language = options.language
    name = bare_name(document.path)
    slug = slugify(fields.slug or name) or "leistung"
    coming = fields.price_next
    return Service(
        id=fields.id or name,
        source=document.path,
        body_line=document.body_line,
        url=with_base(fill_pattern(options.permalinks.service, slug=slug), options.base),
        slug=slug,
        title=typeset(fields.title, language),
        summary=typeset(fields.summary or excerpt_of(document.body), language),
        is_summarised=bool(fields.summary),
        image=image_from(fields.image, language),
        aliases=alias_paths(fields.aliases, options.base),
        tone=fields.tone,
        form=fields.form,
        category=typeset(fields.category, language),
        audience=typeset(fields.audience, language),
        included=tuple(typeset(item, language) for item in fields.included),
        not_included=tuple(typeset(item, language) for item in fields.not_included),
        price=price_of(fields.price),
        unit=fields.unit,
        starting=fields.starting,
        billing_step=minutes_of(fields.billing_step),
        setup_fee=fields.setup_fee,
        price_next=NextPrice(start=coming.start, price=coming.price) if coming else None,
        minimum=minimum_of(fields.minimum, language),
        packages=tuple(package_from(package, language) for package in fields.packages),
        delivery_time=typeset(fields.delivery_time, language),
        faq=tuple(question_from(question, language) for question in fields.faq),
        related_posts=fields.related_posts,
        call=call_from(fields.call, language),
        order=fields.order,
        draft=fields.draft,
    )


def price_of(price: Decimal | Literal["free", "on-request"]) -> Decimal | None:
    """The price as a number; 0 when it is free, None when it is on request."""
    return price if isinstance(price, Decimal) else PRICES_IN_WORDS[price]


def minutes_of(step: str) -> int:
    """`15 Minuten` → 15; 0 when nothing is said. Any other form was refused by the pattern of the field."""
    digits = "".join(character for character in step if character.isdigit())
    return int(digits) if digits else 0


def minimum_of(minimum: Decimal | str, language: Language) -> str:
    """The least that can be booked, in words: a number alone counts hours."""
    if isinstance(minimum, str):
        return typeset(minimum, language)
    if minimum == minimum.to_integral_value():
        return counted(int(minimum), "Stunde", "Stunden")
    return f"{format_number(minimum, language)}\N{NO-BREAK SPACE}Stunden"


def package_from(fields: PackageFields, language: Language) -> Package:
    """A package; no hours are none at all."""
    return Package(
        name=typeset(fields.name, language),
        hours=fields.hours or None,
        price=fields.price,
        note=typeset(fields.note, language),
    )


def question_from(fields: QuestionFields, language: Language) -> Question:
    """A question and its answer."""
    return Question(question=typeset(fields.question, language), answer=typeset(fields.answer, language))


def call_from(fields: ServiceCallFields | None, language: Language) -> ServiceCall | None:
    """The call to action; the link stays as typed."""
    if fields is None:
        return None
    return ServiceCall(
        title=typeset(fields.title, language),
        text=typeset(fields.text, language),
        link=fields.link,
        label=typeset(fields.label, language),
    )
